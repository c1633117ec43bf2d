"""What attributes are called in one language: the lexicon's words, those of `measures.csv`, and delivery routes."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from content.checks import amounts
from content.checks.phrases import Phrases
from content.checks.routes import route_words
from content.checks.view import fold, low
from content.ledger.ledger import Ledger
from content.records import Quantity, Span

_SHOP: Final = "shop"
_LASTING: Final = {"time", "day", "month"}


def attribute_phrases(ledger: Ledger, language: str) -> Phrases:
    """Words of every attribute the ledger states, with the keys they may mean."""
    keys, measured = sorted(ledger.stated()[0]), _measured(ledger)
    entries = [
        (low(fold(word)), key)
        for key in keys
        for word in _attribute_words(ledger, key, language, measured.get(key, ""))
    ]
    entries += route_words(ledger, language)
    return Phrases(entries, is_compound=language == "de")


def kinds(ledger: Ledger, language: str) -> Phrases:
    """What kinds of products are called in several words: in `high chairs` nothing is high."""
    words = (
        word for key in ledger.categories() for word in ledger.lexicon.synonyms("category", key, language)
    )
    spelled = dict.fromkeys(low(fold(word)) for word in words if " " in word)
    bent = {form for word in spelled for form in (word, f"{word}s", word.removesuffix("s"))}
    return Phrases((word, "kind") for word in sorted(bent))


def _measured(ledger: Ledger) -> dict[str, str]:
    """What the numbers of the shop's own facts measure; of a column its name says it."""
    named = (
        (fact.key, amounts.dimension(amounts.canonical(fact.value.unit)))
        for fact in ledger.facts(_SHOP)
        if isinstance(fact.value, Quantity | Span)
    )
    return {key: dimension for key, dimension in named if dimension}


def _is_alike(measure: str, dimension: str) -> bool:
    return measure == dimension or {measure, dimension} <= _LASTING


def _attribute_words(ledger: Ledger, key: str, language: str, measured: str) -> Iterator[str]:
    """Its own words, and those of its measure: how often sheets are washed is no temperature of washing."""
    yield from ledger.lexicon.synonyms("attribute", key, language)
    if language == ledger.shop.language:
        yield re.sub(r"^(?:number of|no of|anzahl|nombre de|número de) ", "", key.replace("_", " "))
    for row in _measures():
        if re.search(row["keys"], key) and (not measured or _is_alike(row["dimension"], measured)):
            yield from row[language].split("|")


@cache
def _measures() -> tuple[dict[str, str], ...]:
    return tuple(amounts.rows("measures.csv"))
