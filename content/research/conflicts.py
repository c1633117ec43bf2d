"""Finds sources that cannot both be followed: another number for the same thing, a `not`, or advice against harm.

"Hem it with iron-on tape" and "under the iron the backing melts" share no word but speak of one deed, one for it and
one against it. Which deeds, and by which words, is in `deeds.toml`. Careful, not complete: what it finds is told, not
judged.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, Final, Literal

from content.checks.contradictions import opposed
from content.dossier import StoredPage
from content.research.addresses import host_of
from content.research.statements import Statement
from seo.language import fold

MOST: Final = 6
_BOUNDLESS: Final = ("ja", "ar")


@dataclass(frozen=True, slots=True)
class Said:
    """A statement and the page it stands on."""

    statement: Statement
    page: StoredPage


@dataclass(frozen=True, slots=True)
class Opposition:
    """Two statements of two hosts."""

    kind: Literal["number", "negation", "advice"]
    about: str
    one: Said
    other: Said


def oppositions(said: Sequence[Said]) -> list[Opposition]:
    """At most six, between different hosts, each statement once and each deed once."""
    found: list[Opposition] = []
    used: set[int] = set()
    deeds: set[str] = set()
    for (at, one), (place, other) in combinations(enumerate(said), 2):
        if host_of(one.page.url) == host_of(other.page.url) or {at, place} & used:
            continue
        for opposition in _between(one, other):
            if opposition.about and opposition.about in deeds:
                continue
            found.append(opposition)
            used |= {at, place}
            deeds.add(opposition.about)
            break
    return found[:MOST]


def _between(one: Said, other: Said) -> Iterator[Opposition]:
    language = one.page.language
    if kind := opposed(one.statement.place.text, other.statement.place.text, language):
        yield Opposition(kind, "", one, other)
    mine, theirs = stances(one.statement.place.text, language), stances(other.statement.place.text, language)
    for deed in sorted(mine.keys() & theirs.keys()):
        if mine[deed] * theirs[deed] < 0:
            yield Opposition("advice", deed, one, other)


def stances(text: str, language: str) -> dict[str, int]:
    """For each deed a sentence speaks of: 1 it advises it, -1 it warns of it."""
    folded = f" {fold(text)} "
    against = bool(_pattern("against", language).search(folded))
    favours = bool(_pattern("for", language).search(folded))
    found = {}
    for deed in _table()["deed"]:
        named = bool(_words(deed["does"].get(language, ""), language).search(folded))
        harmed = bool(_words(deed.get("harms", {}).get(language, ""), language).search(folded))
        if harmed or (named and against):
            found[deed["name"]] = -1
        elif named and favours:
            found[deed["name"]] = 1
    return found


@cache
def _table() -> dict[str, Any]:  # Any: tables of several shapes
    return tomllib.loads(Path(__file__).with_name("deeds.toml").read_text(encoding="utf-8"))


@cache
def _pattern(name: str, language: str) -> re.Pattern[str]:
    return _words(_table()[name].get(language, ""), language)


@cache
def _words(listed: str, language: str) -> re.Pattern[str]:
    beginnings = [_beginning(word) for word in listed.split()]
    edge = "" if language in _BOUNDLESS else r"(?<![^\W\d_])"
    return re.compile(rf"{edge}(?:{'|'.join(beginnings)})") if beginnings else re.compile(r"(?!)")


def _beginning(word: str) -> str:
    """`use_` is a whole word, `use` the beginning of one."""
    end = r"(?![^\W\d_])" if word.endswith("_") else ""
    return re.escape(fold(word.rstrip("_").replace("_", " "))) + end
