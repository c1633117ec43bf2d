"""What a column means, told by its header in any language we know. Names are in `columns.toml`, periods of
comparisons in `periods.toml`.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from seo.language import plain

METRICS: Final = frozenset({"clicks", "impressions", "ctr", "position"})
TELLING: Final = frozenset({"query", "question", "body", "text", "subject", "message", "replies", "other"})
"""Roles one of which makes a line a header, however many names beside it are unknown."""

Readings = tuple[tuple[str, str], ...]  # (role, language), `nombre` has two


def tidy(header: str) -> str:
    """A header's name for comparing: NFKC, case-folded, one blank between words, no marks at the ends."""
    folded = unicodedata.normalize("NFKC", header).casefold().strip("\ufeff \t\"'*:#")
    return re.sub(r"[\s_\-–—./]+", " ", folded).strip()


@cache
def _synonyms() -> dict[str, Readings]:
    """Header to its (role, language) readings: `nombre` is a number in French and a person's name in
    Spanish.
    """
    table = tomllib.loads(Path(__file__).with_name("columns.toml").read_text(encoding="utf-8"))
    found: dict[str, Readings] = {}
    for role, by_language in table.items():
        for language, names in by_language.items():
            for name in names:
                reading = (role, "" if language == "any" else language)
                found[tidy(name)] = (*found.get(tidy(name), ()), reading)
    return found


def is_known(header: str) -> bool:
    """Whether a header is known letter by letter, accents and all."""
    return tidy(header) in _synonyms()


@cache
def _without_accents() -> dict[str, Readings]:
    found: dict[str, Readings] = {}
    for name, readings in _synonyms().items():
        found[plain(name)] = (*found.get(plain(name), ()), *readings)
    return found


@cache
def roles() -> frozenset[str]:
    """Every role a column may have; `--columns` and `[listen.columns]` name them."""
    return frozenset(role for readings in _synonyms().values() for role, _ in readings)


def roles_of(header: Sequence[str], aliases: Mapping[str, str]) -> tuple[dict[int, str], str]:
    """Role per column and the header's language. Nothing when the line looks like data."""
    own = {tidy(name): role for name, role in aliases.items()}
    readings: dict[int, Readings] = {}
    for place, name in enumerate(header[:_WIDEST]):
        clean = tidy(name) if len(name) <= _LONGEST_HEADER else ""
        readings[place] = ((own[clean], ""),) if clean in own else _readings(clean)
    language = _spoken(readings.values())
    found = {
        place: next((role for role, spoken in choices if spoken == language), choices[0][0])
        for place, choices in readings.items()
        if choices
    }
    if len(header) == 1 and set(found.values()) <= METRICS:
        return {}, ""  # the first line of a list: "click and collect last minute"
    if len(header) > 1 and len(found) * 3 < len(header) and not set(found.values()) & TELLING:
        return {}, ""
    return found, language


_WIDEST: Final = 500  # columns; a wider line is no header
_LONGEST_HEADER: Final = 90  # longer is a text, not a name


def _readings(clean: str) -> Readings:
    return _synonyms().get(clean) or _without_accents().get(plain(clean)) or _by_part(clean)


def _spoken(readings: Iterable[Readings]) -> str:
    """The language most headers share; empty for English, which every export falls back to."""
    votes = Counter(
        language for choices in readings for language in {language for _, language in choices} if language
    )
    return min(votes, key=lambda language: (-votes[language], language)) if votes else ""


_PERSONAL_PARTS: Final = (
    "email", "e mail", "reviewer", "customer name", "phone", "ip address", "author", "username", "user name",
    "requester", "assignee", "agent name", "submitter",
)  # fmt: skip


def _by_part(clean: str) -> Readings:
    """A header that holds a name we know: `clicks 01.10.26 – 31.10.26` of a comparison, `reviewer's e-mail`."""
    if any(part in clean for part in _PERSONAL_PARTS):
        return (("personal", ""),)
    split = metric_and_period(clean)
    return split[0] if split else ()


# ---- comparisons: each metric twice, once a period
# -----------------------------------------------------------------------------------------------


def metric_and_period(clean: str) -> tuple[Readings, str] | None:
    """A tidied header cut in the metric and the period it is of; None when it is not of that kind."""
    for name in _metric_names():
        rest = ""
        if clean.startswith(f"{name} "):
            rest = clean[len(name) :].strip()
        elif clean.endswith(f" {name}"):
            rest = clean[: -len(name)].strip()
        elif len(name) > 1 and not name.isascii() and name in clean:  # no blank between words in Japanese
            rest = clean.replace(name, " ", 1).strip()
        if rest and (re.search(r"\d", rest) or any(word in rest for word in _period_words("any"))):
            return _synonyms()[name], rest
    return None


@cache
def _metric_names() -> tuple[str, ...]:
    """The longest first: `average position` before `position`."""
    names = [name for name, readings in _synonyms().items() if readings[0][0] in METRICS]
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


@cache
def _period_words(kind: str) -> tuple[str, ...]:
    table = tomllib.loads(Path(__file__).with_name("periods.toml").read_text(encoding="utf-8"))
    kinds = table if kind == "any" else {kind: table[kind]}
    return tuple(tidy(word) for of_kind in kinds.values() for words in of_kind.values() for word in words)


def current(header: Sequence[str], places: Sequence[int], language: str) -> tuple[int, str]:
    """Of several columns of one metric that of the current period, and a note when it could not be told.

    The period with the later dates wins, whichever side it stands on; else the one that is not called
    previous; differences never.
    """
    periods = {place: _period(header[place]) for place in places}
    kept = [p for p in places if not _says(periods[p], "difference")] or list(places)
    if len(kept) == 1:
        return kept[0], ""
    ends = {place: _last_day(periods[place], language) for place in kept}
    if all(ends.values()) and len(set(ends.values())) > 1:
        return max(kept, key=lambda place: ends[place]), ""
    named = [place for place in kept if not _says(periods[place], "previous")]
    if named and len(named) < len(kept):
        return named[0], ""
    return kept[0], "two columns of one metric and no telling which is current: the first was taken"


def _period(name: str) -> str:
    split = metric_and_period(tidy(name))
    return split[1] if split else tidy(name)


def _says(period: str, kind: str) -> bool:
    return any(word in period for word in _period_words(kind))


def _last_day(period: str, language: str) -> tuple[int, int, int]:
    """The last day named, as (year, month, day); (0, 0, 0) when there is none. `10/9/26` is read as October
    where the month goes first, which the other figures tell, else the language (English without more: yes).
    """
    numbers = [int(number) for number in re.findall(r"\d{1,4}", period)]
    days = [numbers[at : at + 3] for at in range(0, len(numbers) - 2, 3)]
    if not days or len(numbers) % 3:
        return 0, 0, 0
    if all(day[0] > _DAYS for day in days):
        return max((day[0], day[1], day[2]) for day in days)
    is_month_first = any(day[1] > _MONTHS for day in days) or (
        not language and all(day[0] <= _MONTHS for day in days)
    )
    return max((y, a, b) if is_month_first else (y, b, a) for a, b, y in days)


_DAYS: Final = 31
_MONTHS: Final = 12
