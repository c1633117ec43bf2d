"""Every file in the shop's `signals` folder becomes signals: cleaned, stripped of personal data, folded,
counted.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from seo.errors import InputError
from seo.records import Market, Signal, SignalKind, SourceReport
from seo.signals import SOURCES
from seo.signals.folding import fold_signals
from seo.signals.given_columns import FILE, Given, read_given
from seo.signals.headers import METRICS
from seo.signals.origins import TEXT_ENDINGS
from seo.signals.reading import Reader
from seo.signals.source import Source
from seo.signals.tables import Hints, Table, read_tables

READABLE: Final = (*TEXT_ENDINGS, ".zip", ".gz")
_CURE: Final = (
    "put files with what customers ask into signals/: "
    "a Search Console export, questions, reviews or a list of queries (CSV)"
)
_COLUMNS: Final = "say what they are, like --columns query,clicks,impressions,ctr,position (- skips one)"
_BESIDE: Final = (
    "figures of pages, days, countries or devices, nothing anybody asked: export the queries as well"
)
_CONSOLE_LIMIT: Final = 1000  # rows the console's export and one answer of its API hold at most


def collect(
    folder: Path, markets: Sequence[Market], aliases: Mapping[str, str] | None = None
) -> tuple[list[Signal], list[SourceReport]]:
    """Signals and one report per file. A broken file is reported and the others go on; no file is no error
    either.

    `aliases` says what columns mean that we do not know: `{"Anliegen": "question"}`; what `--columns` said stands
    in the folder. Signals are sorted by language, kind and text, so that the order of files and rows plays no part.
    """
    files = _files(folder)
    if not files:
        return [], [SourceReport(folder.name, "empty", 0, 0, note=_CURE)]
    given = read_given(folder)
    found: list[Signal] = []
    reports: list[SourceReport] = []
    seen: dict[str, str] = {}
    for path in files:
        label = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        signals, report = _read(path, label, Reader(markets), _hints(aliases or {}, given, path.name), seen)
        found += signals
        reports.append(report)
    return fold_signals(found), reports


def _hints(aliases: Mapping[str, str], given: Given, name: str) -> Hints:
    own = given.by_file.get(name)
    return Hints(aliases, own or given.unknown, is_forced=own is not None)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        and not path.name.lower().startswith("readme")
        and path.name != FILE
    )


def _read(
    path: Path, label: str, reader: Reader, hints: Hints, seen: dict[str, str]
) -> tuple[list[Signal], SourceReport]:
    try:
        if path.suffix.lower() not in READABLE:
            raise InputError(f"{label} is not one of {', '.join(READABLE)}: save it as CSV (UTF-8).")
        mark = _mark(path)
        if mark in seen:
            return [], SourceReport(
                label, "ok", 0, 0, note=f"the same file as {seen[mark]}: not counted twice"
            )
        seen[mark] = label
        tally = _Tally()
        signals = fold_signals(_signals(path, label, hints, reader, tally))
    except InputError as error:
        return [], SourceReport(label, "blocked", reader.read, 0, note=str(error))
    except OSError as error:
        return [], SourceReport(label, "blocked", 0, 0, note=f"{label} cannot be opened: {error.strerror}.")
    return signals, _report(label, reader, tally, signals)


def _mark(path: Path) -> str:
    """What makes two files the same."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass
class _Tally:
    """What happened to the tables of one file."""

    shapes: dict[str, None] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    beside: int = 0  # tables of pages, days, countries, devices: known, and nothing anybody asked
    personal: list[str] = field(default_factory=list)
    notes: dict[str, None] = field(default_factory=dict)
    is_cut_off: bool = False
    sightings: int = 0


def _signals(path: Path, label: str, hints: Hints, reader: Reader, tally: _Tally) -> Iterator[Signal]:
    for table, source in _recognised(path, label, hints, tally):
        tally.shapes[source.shape(table)] = None
        tally.personal += table.dropped
        tally.notes.update(dict.fromkeys(table.notes))
        before = reader.read
        for signal in reader.signals(source.read(table), label, table.language):
            tally.sightings += 1
            yield signal
        tally.is_cut_off |= source.name == "search console" and reader.read - before == _CONSOLE_LIMIT


def _recognised(path: Path, label: str, hints: Hints, tally: _Tally) -> Iterator[tuple[Table, Source]]:
    """Tables with who reads them. Of those known by their shape alone the longest is the queries: countries and
    devices look alike. What nobody reads is noted.
    """
    guessed: list[tuple[Table, Source]] = []
    for table in read_tables(path, label, hints):
        source = recognise(table)
        if source is None:
            if table.rows and _is_beside(table):
                tally.beside += 1
            elif table.rows:
                tally.unknown.append(", ".join((table.header or table.rows.head[0][1])[:6])[:80])
        elif table.is_guess:
            guessed.append((table, source))
            if len(guessed) > 1:
                guessed.sort(key=lambda pair: -len(pair[0].rows.head))
                tally.unknown.append(", ".join(guessed.pop()[0].header)[:80])
        else:
            yield table, source
    yield from guessed


def _is_beside(table: Table) -> bool:
    """Figures by page, day, country or device, or the filters they were made with."""
    columns = set(table.columns)
    return "other" in columns or bool(columns & {"date", "country"} and columns & METRICS)


def recognise(table: Table) -> Source | None:
    """The first source whose shape this table has."""
    if not table.rows:
        return None
    return next((source for kind in SOURCES.values() if (source := kind()).recognises(table)), None)


def _report(label: str, reader: Reader, tally: _Tally, folded: Sequence[Signal]) -> SourceReport:
    if not tally.shapes:
        if tally.beside and not tally.unknown:
            return SourceReport(label, "empty", 0, 0, note=_BESIDE)
        if not tally.unknown:
            return SourceReport(label, "empty", 0, 0, note=f"{label} has no rows.")
        what = f"{label}: columns not understood ({tally.unknown[0]}); {_COLUMNS}."
        return SourceReport(label, "blocked", 0, 0, note=what)
    dropped = sum(reader.dropped.values())
    return SourceReport(
        label,
        "empty" if not folded else "degraded" if dropped * 2 > reader.read else "ok",
        read=reader.read,
        kept=len(folded),
        folded=max(0, reader.read - dropped - sum(reader.left_out.values()) - len(folded)),
        redacted=reader.redacted,
        dropped=dropped,
        note="; ".join(_notes(reader, tally, folded)),
        shape=" + ".join(tally.shapes),
    )


def _notes(reader: Reader, tally: _Tally, folded: Sequence[Signal]) -> Iterator[str]:
    for why, count in sorted(reader.left_out.items()):
        yield f"{count:,} {'row' if count == 1 else 'rows'} {why}"
    if reader.dropped:
        yield "dropped: " + ", ".join(f"{count:,} {why}" for why, count in sorted(reader.dropped.items()))
    if tally.personal:
        yield f"columns not read (personal): {', '.join(dict.fromkeys(tally.personal))}"
    kinds = Counter(signal.kind for signal in folded)
    if kinds[SignalKind.REVIEW] and (asked := kinds[SignalKind.QUESTION]):  # why more are kept than were read
        yield f"{asked:,} of those kept are questions out of reviews"
    others = Counter(signal.language for signal in folded if signal.language not in reader.languages)
    if others:
        yield "in languages not written for: " + ", ".join(
            f"{count} {name or 'unknown'}" for name, count in sorted(others.items())
        )
    if tally.is_cut_off:
        yield "exactly 1,000 rows: the export is cut off there, rarer queries are not measurable"
    yield from tally.notes
    if tally.unknown or tally.beside:
        yield f"{len(tally.unknown) + tally.beside} other table(s) left alone"
