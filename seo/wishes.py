"""What cosines do not see: the intent, a negation, a size. `can be cut` and `can not be cut` lie side by side in every
encoder tried; here is what keeps them apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seo.intents import intent
from seo.language import NEGATIONS, fold, stems

_SURE: Final = 0.8  # intents told by a word, not by the mere form of the text
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)?")
_SIZE: Final = re.compile(
    r"(\d+(?:[.,]\d+)?)\s*(?:[x×*]\s*(\d+(?:[.,]\d+)?)|(cm|mm|m|in|inch|inches|ft|l|litre|liter|litres|liters|ml|kg|g|lb|oz|w|watt|v|volt"
    r"|سم|متر|لتر|كجم|واط|センチ|リットル|キロ|ワット|畳|合|インチ)(?![a-zà-ÿ]))"
)
_OTHER_NUMBER: Final = 0.5
_OTHER_SIGN: Final = 0.5  # negation on one side only: often chance ("not working"), so weakened; cut where all else is equal
_SAME_WISH: Final = 0.6  # share of stems in common


@dataclass(frozen=True, slots=True)
class Wish:
    """A text's marks. Empty strings where it says nothing of the kind."""

    stems: tuple[str, ...]
    intent: str
    size: str
    numbers: str
    is_negated: bool


def wish(text: str, language: str) -> Wish:
    """Read a text's marks."""
    folded = fold(text)
    told, sure, _ = intent(text, language)
    found = stems(text, language)
    sizes = sorted("x".join(part for part in match.groups() if part) for match in _SIZE.finditer(folded))
    return Wish(
        stems=found,
        intent=told.value if sure >= _SURE else "",
        size=" ".join(sizes),
        numbers=" ".join(sorted(_NUMBER.findall(folded))),
        is_negated=any(stem in NEGATIONS.get(language, ()) for stem in found),
    )


def kept_share(wishes: Sequence[Wish], left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float32]:
    """How much of a likeness two wishes leave, pair by pair: 0 cuts the edge."""
    share = np.ones(len(left), dtype=np.float32)
    for name, rest in (("intent", 0.0), ("size", 0.0), ("numbers", _OTHER_NUMBER)):
        marks = _numbered([getattr(item, name) for item in wishes])
        share[(marks[left] != marks[right]) & (marks[left] > 0) & (marks[right] > 0)] *= rest
    signs = np.array([item.is_negated for item in wishes])
    sets = [frozenset(item.stems) for item in wishes]
    for place in np.flatnonzero(signs[left] != signs[right]).tolist():
        share[place] *= 0.0 if _is_same(sets[left[place]], sets[right[place]]) else _OTHER_SIGN
    return share


def _numbered(names: Sequence[str]) -> NDArray[np.int64]:
    numbers = {name: place for place, name in enumerate(["", *sorted(set(names) - {""})])}
    return np.array([numbers[name] for name in names], dtype=np.int64)


def _is_same(left: frozenset[str], right: frozenset[str]) -> bool:
    common = len(left & right)
    return common + 1 >= _SAME_WISH * len(left | right) and common > 0
