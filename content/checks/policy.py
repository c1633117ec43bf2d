"""The policy of a language: which words need proof or may not be said where, and by which law.

Data in `content/policy/`; how it is written stands in the README there. One pass over a text finds the
places where any row may hold; the rows are asked only there.
"""

import csv
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import BaseModel, ConfigDict

from content.checks.detector import Detector
from content.checks.extract import fold_pattern, small_pattern
from content.checks.late import Late
from content.checks.openings import branches
from content.records import Proof

FOLDER: Final = Path(__file__).parents[1] / "policy"
_PREFIXES: Final = {"ar": r"(?:[وفبلك]?ال|لل|[وفبلك])?"}
_START_AR: Final = r"(?<![\u0621-\u064a])"
EDGES: Final = {
    "ar": (f"{_START_AR}{_PREFIXES['ar']}", r"(?![\u0621-\u064a])"),
    "ja": ("", ""),
}
LATIN_EDGES: Final = (r"(?<![A-Za-zÀ-ÖØ-öø-ɏ])", r"(?![A-Za-zÀ-ÖØ-öø-ɏ])")
Action = Literal["block", "needs_evidence", "warn"]
_HARDNESS: Final[tuple[Action, ...]] = ("block", "needs_evidence", "warn")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Law(_Strict):
    """Why a row stands there: the law or custom, where it can be read, and when somebody last did."""

    name: str
    source: str
    reviewed: date
    checked: bool  # whether the original was read
    applies_from: date | None = None  # None: in force


class Kind(_Strict):
    """What a class of rows is reported as."""

    rule: str
    cure: str


class AddressTable(_Strict):
    """The forms of address of a language. Words may belong to several (`"masculine, feminine"`)."""

    where: tuple[str, ...] = ()  # kinds of blocks; left out: everywhere
    names: Mapping[str, str] = {}  # how each form is called in its language; content/voice/ reads these too
    sure: Mapping[str, str] = {}  # by form: words that are nothing else
    maybe: Mapping[str, str] = {}  # by form: words that may be something else
    innocent: Mapping[str, str] = {}  # `here`: names and set phrases with such a word in them


class _RowTable(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    kind: str
    action: Action
    law: str
    terms: tuple[str, ...]
    markets: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    cure: str = ""


class _File(_Strict):
    """A language's file."""

    words: Mapping[str, str] = {}
    honest: Mapping[
        str, str
    ] = {}  # `before`, `behind`, `fine`, `split`, `no`, `explains`: how a claim is denied
    address: AddressTable = AddressTable()
    offers: Mapping[str, str] = {}  # `delivery`, `returns`, `from`, `all`
    disclosure: Mapping[str, str] = {}  # `said`
    compatible: Mapping[str, str] = {}  # `lead`: a mark may be named to say what fits
    carried: Mapping[
        str, str
    ] = {}  # `lead`, `behind`: that the shop sells it; `unlisted`: a name in capitals, group 1
    imitation: Mapping[str, str] = {}  # `lead`, `behind`: what makes a mark's name an imitation
    byline: Mapping[str, str] = {}  # `opening` (a line of its own), `lead` (anywhere), `name`
    voice: Mapping[str, str] = {}  # `signed` (under a quotation), `told` (anywhere)
    row: tuple[_RowTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row made ready."""

    kind: str
    rule: str
    action: Action
    countries: frozenset[str]  # empty: every market
    law: Law
    cure: str
    terms: str
    pattern: Late  # the terms as whole words
    innocent: Late | None  # readings in which the words mean something else
    proof: Proof  # the line of the policy file

    def holds_in(self, country: str) -> bool:
        """Whether the row is for this market."""
        return not self.countries or country in self.countries

    def is_coming(self, on: date | None) -> bool:
        """Whether its law is not in force yet on a day."""
        return on is not None and self.law.applies_from is not None and on < self.law.applies_from


@dataclass(frozen=True, slots=True)
class Hit:
    """A row's words in a text."""

    row: Row
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Policy:
    """The rows of one check in one language."""

    check: str
    language: str
    rows: tuple[Row, ...]
    detector: Detector

    def find(self, text: str, start: int, end: int, country: str) -> Iterator[Hit]:
        """Where rows of this market hold in `text[start:end]`, folded small letters; innocent readings are
        left out."""
        taken: dict[str, int] = {}
        places = _marked(self.language, text).get(self.check, ())
        for place in places[bisect_left(places, start) : bisect_left(places, end)]:
            for row in self.rows:
                if not row.holds_in(country) or taken.get(row.kind, -1) > place:
                    continue
                match = row.pattern.match(text, place, end)
                if match and not _is_innocent(row, text, start, end, match):
                    taken[row.kind] = match.end()
                    yield Hit(row, match.start(), match.end())


def _is_innocent(row: Row, text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether the words stand inside one of the row's other readings."""
    return row.innocent is not None and any(
        reading.start() < match.end() and match.start() < reading.end()
        for reading in row.innocent.finditer(text, start, end)
    )


@cache
def policy(language: str, check: str) -> Policy:
    """The rows a check (`claim`, `invention`, …) reports in a language."""
    rows = tuple(row for row in _rows(language) if _check_of(row) == check)
    return Policy(check, language, rows, _detector(rows, language))


@lru_cache(maxsize=1024)
def _marked(language: str, text: str) -> Mapping[str, Sequence[int]]:
    """Where rows of each check may hold, looked for once: every sentence of a block is asked by five checks."""
    checks = sorted({_check_of(row) for row in _rows(language)})
    found: dict[str, list[int]] = {check: [] for check in checks}
    for place in _all_rows(language).find(text):
        for check in checks:
            if policy(language, check).detector.is_at(text, place):
                found[check].append(place)
    return found


@cache
def _all_rows(language: str) -> Detector:
    return _detector(_rows(language), language)


def _detector(rows: Iterable[Row], language: str) -> Detector:
    before, behind = EDGES.get(language, LATIN_EDGES)
    prefix = _PREFIXES.get(language, "")
    terms = (f"{prefix}(?:{term})" for row in rows for term in branches(row.terms))
    return Detector(terms, before.removesuffix(prefix), behind)


def _check_of(row: Row) -> str:
    return row.rule.split(".")[0]


@cache
def pattern(language: str, table: str, name: str) -> re.Pattern[str]:
    """A pattern of a language's file outside the rows: `honest.before`, `offers.delivery`."""
    words = getattr(_file(language), table).get(name)
    return re.compile(_expanded(words, language) if words else "(?!)")


@cache
def raw_pattern(language: str, table: str, name: str) -> re.Pattern[str]:
    """The same over folded text with its capitals: names of people."""
    words = getattr(_file(language), table).get(name)
    return re.compile(fold_pattern(_macros(words, language)) if words else "(?!)", re.MULTILINE)


def address_table(language: str) -> AddressTable:
    """The forms of address as the file has them; `address.py` makes patterns of them."""
    return _file(language).address


@cache
def kinds() -> Mapping[str, Kind]:
    """The classes by name."""
    return {name: Kind.model_validate(entry) for name, entry in _toml("classes").items()}


@cache
def laws() -> Mapping[str, Law]:
    """The laws by key."""
    return {name: Law.model_validate(entry) for name, entry in _toml("laws").items()}


@cache
def ailments(language: str) -> str:
    """The everyday names of illnesses and complaints in a language: `<ailments>` in its rows."""
    text = (FOLDER / "ailments.csv").read_text(encoding="utf-8")
    return "|".join(name for row in csv.DictReader(text.splitlines()) if (name := row[language]))


@cache
def _file(language: str) -> _File:
    data = _toml(language)
    for row in data.get("row", ()):
        row["kind"] = row.pop("class")
    return _File.model_validate(data)


@cache
def _rows(language: str) -> tuple[Row, ...]:
    lines = (FOLDER / f"{language}.toml").read_text(encoding="utf-8").splitlines()
    places = [number for number, line in enumerate(lines, start=1) if line.strip() == "[[row]]"]
    return tuple(_row(table, language, line) for table, line in zip(_file(language).row, places, strict=True))


def strictest(language: str, kind: str, country: str) -> Row | None:
    """The row of a class that is hardest in a market; None where no law or custom there is about it."""
    rows = [row for row in _rows(language) if row.kind == kind and row.holds_in(country)]
    return min(rows, key=lambda row: _HARDNESS.index(row.action), default=None)


def _row(table: _RowTable, language: str, line: int) -> Row:
    before, behind = EDGES.get(language, LATIN_EDGES)
    kind, law = kinds()[table.kind], laws()[table.law]
    unless = "|".join(_expanded(term, language) for term in table.unless)
    terms = "|".join(_expanded(term, language) for term in table.terms)
    return Row(
        kind=table.kind,
        rule=kind.rule,
        action=table.action,
        countries=frozenset(_countries(table.markets)),
        law=law,
        cure=table.cure or kind.cure,
        terms=terms,
        pattern=Late(lambda: f"{before}(?:{terms}){behind}"),
        innocent=Late(lambda: unless) if unless else None,
        proof=Proof(f"policy/{language}.toml", line, law.name),
    )


def _countries(names: Iterable[str]) -> Iterator[str]:
    groups = _toml("markets")
    for name in names:
        yield from groups.get(name, [name])


@cache
def _toml(name: str) -> dict[str, Any]:  # Any: a TOML table, validated by its reader
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def _expanded(term: str, language: str) -> str:
    return small_pattern(_macros(term, language))


_MACRO: Final = re.compile(r"<([a-z_]+)>")


def _macros(term: str, language: str) -> str:
    """`<name>` replaced by the list of that name, and the lists named in it."""
    words = {**_file(language).words, "ailments": ailments(language)}
    while match := _MACRO.search(term):
        term = f"{term[: match.start()]}(?:{words[match[1]]}){term[match.end() :]}"
    return term
