"""Comparisons in words: which attribute an adjective speaks of, and whether the ledger's numbers bear it out."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from content.checks.extract import small_pattern
from content.checks.stated import Numbers, Stated
from seo.records import LANGUAGES

_FRAMES: Final = ("scope", "pair", "than", "equal", "figures", "had", "alone")
_UNSPACED: Final = {"ja", "ar"}
Verdict = Literal["proven", "contradicted", "unknown"]


@dataclass(frozen=True, slots=True)
class Adjective:
    """A comparing word: `wider` (way 1), `lightest` (way -1, highest degree)."""

    attribute: str
    way: int
    pattern: re.Pattern[str]
    is_highest: bool


@dataclass(frozen=True, slots=True)
class Measure:
    """The attributes of a catalogue an adjective measures."""

    keys: re.Pattern[str]
    not_keys: re.Pattern[str]

    def of(self, numbers: Numbers, handle: str) -> list[Stated]:
        """What the ledger states of it for a product and its variants."""
        return [
            stated for stated in numbers.of(handle)
            if self.keys.search(stated.key) and not self.not_keys.search(stated.key)
        ]  # fmt: skip


def compared(
    measure: Measure, numbers: Numbers, mine: str, theirs: str, way: int
) -> tuple[Verdict, Stated | None]:
    """Whether a product has more (`way` 1) or less of something than another; unknown where their sizes
    overlap or nobody stated them for the same attribute."""
    for key in sorted({stated.key for stated in measure.of(numbers, mine)}):
        own = _range(measure.of(numbers, mine), key)
        other = _range(measure.of(numbers, theirs), key)
        if own and other and own[2].dimension == other[2].dimension:
            if way > 0:
                own, other = other, own
            if own[1] < other[0]:
                return "proven", None
            if own[0] >= other[1]:
                return "contradicted", other[2] if way < 0 else own[2]
            return "unknown", own[2]
    return "unknown", None


def highest(
    measure: Measure, numbers: Numbers, mine: str, among: Iterable[str], way: int
) -> tuple[Verdict, Stated | None]:
    """Whether a product has the most (`way` 1) or the least among some; contradicted by the one that has more."""
    verdicts: list[Verdict] = []
    for other in among:
        if other != mine:
            verdict, proof = beaten(measure, numbers, mine, other, way)
            if verdict == "contradicted":
                return "contradicted", proof
            verdicts.append(verdict)
    return ("proven" if verdicts and "unknown" not in verdicts else "unknown"), None


def beaten(
    measure: Measure, numbers: Numbers, mine: str, other: str, way: int
) -> tuple[Verdict, Stated | None]:
    """Whether no size of another product goes beyond the furthest of this one."""
    for key in sorted({stated.key for stated in measure.of(numbers, mine)}):
        own = _range(measure.of(numbers, mine), key)
        theirs = _range(measure.of(numbers, other), key)
        if own and theirs and own[2].dimension == theirs[2].dimension:
            is_beyond = theirs[1] > own[1] if way > 0 else theirs[0] < own[0]
            return ("contradicted" if is_beyond else "proven"), theirs[2]
    return "unknown", None


def _range(stated: list[Stated], key: str) -> tuple[Decimal, Decimal, Stated] | None:
    """Smallest and largest value of an attribute, and a row that states it."""
    own = [each for each in stated if each.key == key]
    values = [value for each in own for value in each.base]
    return (min(values), max(values), own[0]) if values else None


@cache
def measures() -> dict[str, Measure]:
    """Every measure by name."""
    return {
        name: Measure(re.compile(row["keys"]), re.compile(row.get("not_keys", "(?!)")))
        for name, row in _table().items()
        if name not in _FRAMES
    }


@cache
def adjectives(language: str) -> tuple[Adjective, ...]:
    """The comparing words of a language."""
    found = []
    for name, row in _table().items():
        if name in _FRAMES:
            continue
        for degree, way in (("more", 1), ("less", -1), ("most", 1), ("least", -1)):
            words = row[language].get(degree, "")
            if words:
                found.append(Adjective(name, way, _whole(words, language), degree in {"most", "least"}))
    return tuple(found)


@cache
def frame(name: str, language: str) -> re.Pattern[str]:
    """`scope` ("in our shop"), `pair` ("of the two"), `than` or `equal` ("as high as")."""
    return _whole(_table()[name][language], language)


def _whole(words: str, language: str) -> re.Pattern[str]:
    folded = small_pattern(words)
    if language == "ja":
        return re.compile(folded)
    if language == "ar":
        return re.compile(rf"(?<![\u0621-\u064a])(?:ال|و|ف)?(?:{folded})(?![\u0621-\u064a])")
    return re.compile(rf"(?<!\w)(?:{folded})(?!\w)" if not words.endswith("'") else rf"(?<!\w)(?:{folded})")


@cache
def _table() -> dict[str, Any]:  # Any: TOML
    table = tomllib.loads(Path(__file__).with_name("comparisons.toml").read_text(encoding="utf-8"))
    assert all(language in row for row in table.values() for language in LANGUAGES)
    return table
