"""What people call the shop: its brand is "Taller Maruxa", and they search for "zapatillas maruxa".

A word that stands in the name of the shop or of a brand of its own and that the shop never writes small is its name,
by itself too; "taller", "home", "atelier" are words like others.
"""

import re
from collections.abc import Iterator
from typing import Final

from content.ledger.ledger import Ledger
from content.records import Text
from seo.language import fold

SHORTEST: Final = 5  # letters; shorter ones are too often words of another language
_WORD: Final = re.compile(r"[^\W\d_]+")


def names_of(ledger: Ledger) -> Iterator[tuple[str, str]]:
    """The words of the shop's name that are nothing but a name, each with the brand it stands for."""
    brands = {family.brand for family in ledger.families() if family.brand}
    own = [brand for brand in brands if fold(brand) == fold(ledger.shop.name)]
    if not own:
        return
    common = set(_written_small(ledger))
    for word in _WORD.findall(own[0]):
        if len(word) >= SHORTEST and word[0].isupper() and fold(word) not in common:
            yield word, own[0]


def _written_small(ledger: Ledger) -> Iterator[str]:
    """Every word that the shop writes without a capital: in descriptions, advice, names of lines."""
    for text in _texts(ledger):
        yield from (word for word in _WORD.findall(text) if word.islower())


def _texts(ledger: Ledger) -> Iterator[str]:
    for family in ledger.families():
        value = ledger.fact(family.handle, "description").value
        yield from (said for _, said in value.by_language) if isinstance(value, Text) else ()
    for advice in ledger.advice:
        for text in (advice.title, advice.answer, advice.body):
            yield from (said for _, said in text.by_language)
    for key in ledger.lexicon.keys("category"):
        for language in (ledger.shop.language, "en"):
            yield from ledger.lexicon.synonyms("category", key, language)
