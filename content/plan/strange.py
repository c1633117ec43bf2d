"""The words of a text that mean nothing in a shop, told as their reader typed them.

A word that only asks ("comment", "how"), a measure beside its figure ("16 mm") and a verb of buying are never what is
foreign. Of Japanese whole words are told: 取り付け方, not the kanji 取 and 付.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache
from typing import Final

from content.ledger.units import find_unit
from content.word_lists import words_of
from seo.language import NEGATIONS, fold, phrase_breaks, phrases_ja, plain, stem, words

_WORD_JA: Final = re.compile(
    r"[\u3400-\u9fff々][\u3041-\u309f\u3400-\u9fff々]*|[\u30a0-\u30ff]+"
)  # 取り付け方, 使えます
_TAIL_JA: Final = re.compile(r"(?:は|が|を|に|へ|と|で|も|の|から|まで|より|か|ですか|です)+$")


def is_foreign(at: int, tokens: Sequence[str], language: str) -> bool:
    """Whether a word that nothing explains can be the name of a thing: no letter, figure, measure or question word."""
    token = tokens[at]
    if len(token) < 2 or token[0].isdigit():  # noqa: PLR2004  a single letter
        return False
    is_measure = at > 0 and tokens[at - 1][0].isdigit() and find_unit(token) is not None
    return not is_measure and not is_asking(token, language)


def told(
    text: str, unknown: Collection[str], read: Callable[[str], tuple[str, ...]], language: str
) -> tuple[str, ...]:
    """The words behind the unknown stems: those that name something; where none does, all of them."""
    if language == "ja":
        return tuple(dict.fromkeys(_whole(unicodedata.normalize("NFKC", text), unknown)))
    typed = dict.fromkeys(words(unicodedata.normalize("NFKC", text), language))
    found = [
        word
        for word in typed
        if fold(word) not in NEGATIONS[language] and not {*read(word)}.isdisjoint(unknown)
    ]
    small = phrase_breaks(language) | {fold(word) for word in words_of(__file__, "selling", language).split()}
    return tuple([word for word in found if fold(word) not in small] or found)


def is_asking(word: str, language: str) -> bool:
    """Whether a word only asks: "how", "comment"."""
    return word in _asking(language)


@cache
def _asking(language: str) -> frozenset[str]:
    return frozenset(
        each
        for word in words_of(__file__, "asking", language).split()
        for each in (plain(word), stem(word, language))
    )


def _whole(text: str, unknown: Collection[str]) -> Iterator[str]:
    phrases = [found.group() for phrase in phrases_ja(text) for found in _WORD_JA.finditer(phrase)]
    for word in unknown:
        around = next((phrase for phrase in phrases if word in phrase), word)
        yield _TAIL_JA.sub("", around) or word
