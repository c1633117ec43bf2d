"""Every file in the shop's `signals` folder becomes signals: cleaned, stripped of personal data, folded,
counted.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from seo.errors import InputError
from seo.records import LANGUAGES, Market, Signal, SourceReport
from seo.signals import SOURCES
from seo.signals.folding import fold_signals
from seo.signals.reading import Reader
from seo.signals.source import Source
from seo.signals.tables import Table, read_tables

READABLE: Final = (".csv", ".tsv", ".txt", ".zip")
_CURE: Final = (
    "put files with what customers ask into signals/: "
    "a Search Console export, questions, reviews or a list of queries (CSV)"
)
_CONSOLE_LIMIT: Final = 1000  # rows the console's export holds at most


def collect(
    folder: Path, markets: Sequence[Market], aliases: Mapping[str, str] | None = None
) -> tuple[list[Signal], list[SourceReport]]:
    """Signals and one report per file. A broken file is reported and the others go on; no file is no error
    either.

    `aliases` says what columns mean that we do not know: `{"Anliegen": "question"}`. Signals are sorted by
    language,     kind and text, so that the order of files and rows plays no part.
    """
    files = _files(folder)
    if not files:
        return [], [SourceReport(folder.name, "empty", 0, 0, note=_CURE)]
    found: list[Signal] = []
    reports: list[SourceReport] = []
    seen: dict[str, str] = {}
    for path in files:
        label = f"{folder.name}/{path.relative_to(folder).as_posix()}"
        signals, report = _read(path, label, Reader(markets), aliases or {}, seen)
        found += signals
        reports.append(report)
    return fold_signals(found), reports


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        and not path.name.lower().startswith("readme")
    )


def _read(
    path: Path, label: str, reader: Reader, aliases: Mapping[str, str], seen: dict[str, str]
) -> tuple[list[Signal], SourceReport]:
    try:
        if path.suffix.lower() not in READABLE:
            raise InputError(f"{label} is not one of {', '.join(READABLE)}: save it as CSV (UTF-8).")
        mark = hashlib.sha256(path.read_bytes()).hexdigest()
        if mark in seen:
            return [], SourceReport(
                label, "ok", 0, 0, note=f"the same file as {seen[mark]}: not counted twice"
            )
        seen[mark] = label
        tally = _Tally()
        signals = list(_signals(read_tables(path, label, aliases), label, reader, tally))
    except InputError as error:
        return [], SourceReport(label, "blocked", 0, 0, note=str(error))
    except OSError as error:
        return [], SourceReport(label, "blocked", 0, 0, note=f"{label} cannot be opened: {error.strerror}.")
    folded = fold_signals(signals)
    return folded, _report(label, reader, tally, folded, sightings=len(signals))


@dataclass
class _Tally:
    """What happened to the tables of one file."""

    recognised: int = 0
    unknown: list[str] = field(default_factory=list)
    personal: list[str] = field(default_factory=list)
    is_cut_off: bool = False


def _signals(tables: Iterable[Table], label: str, reader: Reader, tally: _Tally) -> Iterator[Signal]:
    for table in tables:
        source = recognise(table)
        if source is None:
            if table.rows:
                tally.unknown.append(", ".join((table.header or table.rows[0][1])[:6])[:80])
            continue
        tally.recognised += 1
        tally.personal += table.dropped
        tally.is_cut_off |= source.name == "search console" and len(table.rows) == _CONSOLE_LIMIT
        yield from reader.signals(source.read(table), label, table.language)


def recognise(table: Table) -> Source | None:
    """The first source whose shape this table has."""
    if not table.rows:
        return None
    return next((source for kind in SOURCES.values() if (source := kind()).recognises(table)), None)


def _report(
    label: str, reader: Reader, tally: _Tally, folded: Sequence[Signal], *, sightings: int
) -> SourceReport:
    if not tally.recognised:
        if not tally.unknown:
            return SourceReport(label, "empty", 0, 0, note=f"{label} has no rows.")
        cure = "name one column question, query or body"
        return SourceReport(
            label, "blocked", 0, 0, note=f"{label}: columns not understood ({tally.unknown[0]}); {cure}."
        )
    dropped = sum(reader.dropped.values())
    return SourceReport(
        label,
        "empty" if not folded else "degraded" if dropped * 2 > reader.read else "ok",
        read=reader.read,
        kept=len(folded),
        folded=sightings - len(folded),
        redacted=reader.redacted,
        dropped=dropped,
        note="; ".join(_notes(reader, tally, folded)),
    )


def _notes(reader: Reader, tally: _Tally, folded: Sequence[Signal]) -> Iterator[str]:
    if reader.dropped:
        yield "dropped: " + ", ".join(f"{count} {why}" for why, count in sorted(reader.dropped.items()))
    if tally.personal:
        yield f"columns not read (personal): {', '.join(tally.personal)}"
    others = Counter(signal.language for signal in folded if signal.language not in LANGUAGES)
    if others:
        yield "in languages not written for: " + ", ".join(
            f"{count} {name}" for name, count in sorted(others.items())
        )
    if tally.is_cut_off:
        yield "exactly 1,000 rows: the export is cut off there"
    if tally.unknown and tally.recognised:
        yield f"{len(tally.unknown)} other table(s) left alone"
