"""The tables of `words.toml` as patterns."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from content.checks.view import fold, low

NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class Words:
    """What decides in one language; every pattern is over folded small letters."""

    plain: frozenset[str]
    joins: re.Pattern[str]  # matches the whole gap between an attribute and its number
    with_: re.Pattern[str]  # ends where a part begins (in Japanese: begins where it ends)
    without: re.Pattern[str]
    is_: re.Pattern[str]  # one word that may stand in front of a capability
    hedge: re.Pattern[str]
    made_of: re.Pattern[str]
    behind: Mapping[str, re.Pattern[str]]
    features: Mapping[str, str]  # phrase -> key


@cache
def words(language: str) -> Words:
    """The words of a language."""
    own = _table()[language]
    is_japanese = language == "ja"
    return Words(
        plain=frozenset(low(fold(word)) for word in own["plain"].split()),
        joins=re.compile(rf"\s*(?:(?:{_folded(own['joins'])})\s*){{0,2}}"),
        with_=_at_the_part(own["with"], is_japanese=is_japanese),
        without=_at_the_part(own["without"], is_japanese=is_japanese),
        is_=re.compile(rf"(?:{_folded(own['is'])})"),
        hedge=_word(own["hedge"], language),
        made_of=_word(own["made_of"], language) if own["made_of"] else NEVER,
        behind={
            key: re.compile(rf"\s*(?:{_folded(each)})(?!\w)") for key, each in own.get("behind", {}).items()
        },
        features={
            low(fold(phrase)): key
            for key, phrases in own.get("features", {}).items()
            for phrase in phrases.split("|")
        },
    )


@cache
def dimensions() -> Mapping[str, str]:
    """Attribute key -> the dimension it measures."""
    return {key: dimension for dimension, keys in _table()["dimensions"].items() for key in keys.split()}


@cache
def alone() -> Mapping[str, str]:
    """Dimension -> the key a bare number of it gets."""
    return dict(_table()["alone"])


def _word(pattern: str, language: str) -> re.Pattern[str]:
    """Whole words; Japanese has no borders between them."""
    folded = _folded(pattern)
    return re.compile(folded if language == "ja" else rf"(?<!\w)(?:{folded})(?!\w)")


def _at_the_part(pattern: str, *, is_japanese: bool) -> re.Pattern[str]:
    folded = _folded(pattern)
    return re.compile(rf"\s*(?:が|は|も)?(?:{folded})" if is_japanese else rf"(?<!\w)(?:{folded})\s*$")


def _folded(pattern: str) -> str:
    return low(fold(pattern))


@cache
def _table() -> dict[str, Any]:  # Any: what TOML holds
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
