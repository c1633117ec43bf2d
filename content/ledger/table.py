"""Tables as shops keep them: any separator, any encoding Excel writes, each row with its line in the file."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import dropwhile
from pathlib import Path

from content.errors import ShopError
from content.records import Finding, Proof, Severity

COMMENT = "# "  # opens a line before the header that is meant for people
SEPARATORS = (",", ";", "\t", "|")
LEGACY = {"ja": "cp932", "ar": "cp1256"}  # what Excel saves where it does not save UTF-8; elsewhere cp1252


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the line it begins on (1-based) and as many cells as the header has."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header, its rows, and what was wrong with the rows that are not among them."""

    source: str  # file name
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()


def read_table(path: Path, language: str = "en") -> Table:
    """Read a table. A row with more cells than headers is left out and reported: its values have slipped."""
    try:
        text = decode(path.read_bytes(), language)
    except FileNotFoundError as error:
        raise ShopError(f"{path.name} is missing in {path.parent}: put the products there.") from error
    except UnicodeDecodeError as error:
        raise ShopError(f"{path.name} is not readable as text: save it as CSV in UTF-8.") from error
    if "\0" in text:
        raise ShopError(f"{path.name} is not a text file: save it as CSV in UTF-8.")
    return table_of(text, path.name)


def table_of(text: str, source: str) -> Table:
    """A table out of text: separator told from the header; Excel's `sep=;` and comments are passed over."""
    separator = _separator(text)
    lines = _numbered(text, separator)
    first = next((line for line in lines if not line[1][0].startswith(COMMENT)), None)
    if first is not None and first[1][0].lower().startswith("sep="):
        first = next(lines, None)
    if first is None:
        raise ShopError(f"{source} is empty: its first line must be the header.")
    header = _trimmed(first[1])
    rows, findings = [], []
    for line, cells in lines:
        if len(_trimmed(cells)) > len(header):
            findings.append(_slipped(source, line, cells, len(header)))
        elif any(cells):
            rows.append(Row(line, (*cells, *[""] * (len(header) - len(cells)))[: len(header)]))
    return Table(source, header, tuple(rows), tuple(findings))


def decode(data: bytes, language: str) -> str:
    """Bytes as text: the byte order mark decides, then UTF-8, then what Excel writes in this language."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode(LEGACY.get(language, "cp1252"))


def _separator(text: str) -> str:
    """The separator that cuts the header into most columns; quotes are respected."""
    lines = text.lstrip("\ufeff").splitlines(keepends=True)
    start = "".join(dropwhile(lambda line: line.startswith(COMMENT) or not line.strip(), lines))
    if start[:4].lower() == "sep=":
        return start[4:5]

    def columns(separator: str) -> int:
        return len(next(csv.reader(io.StringIO(start, newline=""), delimiter=separator), []))

    return max(SEPARATORS, key=columns)


def _numbered(text: str, separator: str) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each record with the line it begins on: a quoted cell may run over several lines."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    end = 0
    try:
        for cells in reader:
            if cells:
                yield end + 1, tuple(map(str.strip, cells))
            end = reader.line_num
    except csv.Error as error:
        raise ShopError(f"The table cannot be read after line {end}: {error}.") from error


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    """Without the empty cells at the end that spreadsheets leave."""
    end = len(cells)
    while end and not cells[end - 1]:
        end -= 1
    return cells[:end]


def _slipped(source: str, line: int, cells: tuple[str, ...], columns: int) -> Finding:
    return Finding(
        rule="ledger.row",
        severity=Severity.WARN,
        span=(0, 0),
        quote=cells[0],
        evidence=Proof(source, line, f"{len(cells)} cells under {columns} headers"),
        cure=f"{source}, line {line}: {len(cells)} cells under {columns} headers, so the row was left out; "
        "put a text that holds the separator in double quotes",
    )
