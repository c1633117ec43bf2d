"""What cosines do not see: the intent, a negation, a size. `can be cut` and `can not be cut` lie side by side
in every
encoder tried; here is what keeps them apart."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
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
# negation on one side only: often chance ("not working"), so weakened; cut where all else is equal
_OTHER_SIGN: Final = 0.5
_ONE_ACT: Final = 0.6  # only one of the two says what it wants to do
_SAME_WISH: Final = 0.6  # share of stems in common
_TOGETHER: Final = 0.5  # likeness to a group's centre at which a text joins it
_TOGETHER_SAME_ACT: Final = 0.36  # the same, where both name the same act: cutting and cutting


@dataclass(frozen=True, slots=True)
class Wish:
    """A text's marks. Empty strings where it says nothing of the kind."""

    stems: tuple[str, ...]
    intent: str
    act: str
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
        act=matter(text, language),
        size=" ".join(sizes),
        numbers=" ".join(sorted(_NUMBER.findall(folded))),
        is_negated=any(stem in NEGATIONS.get(language, ()) for stem in found),
    )


def act(text: str, language: str) -> str:
    """What is asked about a thing: `cut`, `wash`, `size`, …; empty when none or more than one is named."""
    named = _named(text, language)
    return named[0] if len(named) == 1 else ""


def matter(text: str, language: str) -> str:
    """The act; of several a matter of the shop, which is what is asked whatever else is said: "can I return a curtain
    that I have washed" is about returning, "what does express delivery cost" about delivery."""
    named = _named(text, language)
    first = next((name for name in _OF_THE_SHOP if name in named), "")
    return first or (named[0] if len(named) == 1 else "")


def _named(text: str, language: str) -> list[str]:
    spaced = f" {' '.join(re.split(_GAP, fold(text)))} "
    return [name for name, pattern in _acts(language) if pattern.search(spaced)]


_GAP: Final = re.compile(r"[^\w'-]+")
_OF_THE_SHOP: Final = ("returns", "delivery")  # the surer first


@cache
def _acts(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = tomllib.loads(Path(__file__).with_name("acts.toml").read_text(encoding="utf-8"))
    return tuple(
        (name, _beginnings(row[language], language)) for name, row in table.items() if language in row
    )


def _beginnings(listed: str, language: str) -> re.Pattern[str]:
    either = "|".join(re.escape(fold(word).replace("_", " ")) for word in listed.split())
    before = {"ja": "", "ar": r" [وبلف]?(?:ال|لل)?"}.get(language, " ")
    return re.compile(f"{before}(?:{either})")


def kept_share(
    wishes: Sequence[Wish], left: NDArray[np.int64], right: NDArray[np.int64]
) -> NDArray[np.float32]:
    """How much of a likeness two wishes leave, pair by pair: 0 cuts the edge."""
    share = np.ones(len(left), dtype=np.float32)
    for name, rest in (("intent", 0.0), ("act", 0.0), ("size", 0.0), ("numbers", _OTHER_NUMBER)):
        marks = _numbered([getattr(item, name) for item in wishes])
        share[(marks[left] != marks[right]) & (marks[left] > 0) & (marks[right] > 0)] *= rest
    named = np.array([bool(item.act) for item in wishes])
    share[named[left] != named[right]] *= _ONE_ACT
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


# ---- a text and a group --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Marks:
    """What some texts say between them."""

    intents: frozenset[str]
    acts: frozenset[str]
    sizes: frozenset[str]
    is_negated: bool


def marks(wishes: Sequence[Wish]) -> Marks:
    """Gather the marks of some texts."""
    intents, acts, sizes = (
        frozenset(getattr(item, name) for item in wishes) - {""} for name in ("intent", "act", "size")
    )
    return Marks(intents, acts, sizes, any(item.is_negated for item in wishes))


def fits(mine: Marks, theirs: Marks) -> float:
    """One over the likeness needed to stand together; 0 where the marks speak against each other."""
    pairs = ((mine.intents, theirs.intents), (mine.acts, theirs.acts), (mine.sizes, theirs.sizes))
    if mine.is_negated != theirs.is_negated or any(a and b and not a & b for a, b in pairs):
        return 0.0
    if bool(mine.acts) != bool(theirs.acts):  # one names an act, the other none
        return 0.0
    return 1 / (_TOGETHER_SAME_ACT if mine.acts & theirs.acts else _TOGETHER)
