"""What the variants of one product are called together."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from content.ledger.units import find_unit
from content.word_lists import words_of
from seo.language import STOP, fold
from seo.records import LANGUAGES

_SIGNS: Final = " ,;:–—-|/(،؛、（"
_SIZE: Final = re.compile(r"\W*(?:\d+(?:[.,/×x-]\d+)*\D{0,3}|[A-Z]{1,3}\d{0,2}|[x×])\W*")
"""`140`, `0.8L`, `80本立`, `XL`, `A4`."""


def common_title(titles: Sequence[str]) -> str:
    """The words all variants begin with: two at least, or one with nothing but sizes behind it (`木皿` of `木皿 中`
    and `木皿 大`); else the first title.
    """
    words = [title.split() for title in titles]
    shared: list[str] = []
    for place in zip(*words, strict=False):
        if len(set(place)) > 1:
            stems = {word.rstrip("+*°²³!’'") for word in place}  # `Plume` and `Plume+`
            shared += stems if len(stems) == 1 else ()
            break
        shared.append(place[0])
    while len(shared) > 1 and shared[-1].islower() and fold(shared[-1]) in _joints():
        shared.pop()  # `Adapter Clic` of `Adapter Clic für Balade` and `Adapter Clic für Tandem`
    stripped = " ".join(shared).rstrip(_SIGNS)
    behind = [word for of in words for word in of[len(shared) :]]
    is_name = len(stripped.split()) > 1 or (len(stripped) > 1 and all(map(_is_size, behind)))
    return stripped if is_name else titles[0]


def _is_size(word: str) -> bool:
    return (
        bool(_SIZE.fullmatch(word))
        or find_unit(word) is not None
        or word.strip(_SIGNS + ")）").casefold() in _sizes()
    )


@cache
def _joints() -> frozenset[str]:
    """Words that join two others: no name ends with one."""
    return frozenset(word for tongue in LANGUAGES for word in STOP[tongue])


@cache
def _sizes() -> frozenset[str]:
    return frozenset(word for tongue in LANGUAGES for word in words_of(__file__, "sizes", tongue).split("|"))
