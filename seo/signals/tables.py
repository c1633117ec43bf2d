"""Files become tables: encoding, delimiter, header, the meaning of each column. What a file is called plays
no part.
"""

import csv
import io
import re
import tomllib
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final

from seo.errors import InputError

MAX_BYTES: Final = 200_000_000  # a shop's exports are far below; a bomb in a zip is above


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one file. `columns` says in which column a role stands (`question`, `lang`, `clicks`, …)."""

    label: str
    header: tuple[str, ...]  # as written; empty when the first line is already data
    columns: Mapping[str, int]
    rows: tuple[tuple[int, tuple[str, ...]], ...]  # 1-based line and cells
    language: str = ""  # what the header's own language suggests, `de` for "Häufigste Suchanfragen"
    dropped: tuple[str, ...] = field(default=())  # headers of personal columns, whose cells were never kept

    def cell(self, cells: Sequence[str], role: str) -> str:
        """The cell in a role's column, trimmed; empty when there is none."""
        place = self.columns.get(role)
        return cells[place].strip() if place is not None and place < len(cells) else ""


def read_tables(path: Path, label: str, aliases: Mapping[str, str]) -> Iterator[Table]:
    """The tables of a file: one for CSV, TSV and text, several for a zip. InputError when it cannot be
    read.
    """
    if path.stat().st_size > MAX_BYTES:
        raise InputError(f"{label} is larger than {MAX_BYTES // 1_000_000} MB: split it.")
    if path.suffix.lower() == ".zip":
        yield from _zipped(path, label, aliases)
    else:
        yield read_table(path.read_bytes(), label, aliases)


def _zipped(path: Path, label: str, aliases: Mapping[str, str]) -> Iterator[Table]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = sorted(
                (
                    item
                    for item in archive.infolist()
                    if item.filename.lower().endswith((".csv", ".tsv", ".txt"))
                ),
                key=lambda item: item.filename,
            )
            if sum(item.file_size for item in members) > MAX_BYTES:
                raise InputError(f"{label} unpacks to more than {MAX_BYTES // 1_000_000} MB: split it.")
            for item in members:
                yield read_table(archive.read(item), f"{label}/{item.filename}", aliases)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise InputError(
            f"{label} is no readable zip ({error}): export it again, without a password."
        ) from error


def read_table(data: bytes, label: str, aliases: Mapping[str, str]) -> Table:
    """One table from the bytes of a file."""
    text = decode(data, label)
    delimiter = _delimiter(text)
    head = next(_cells(text, delimiter, label), None)
    if head is None:
        return Table(label, (), {}, ())
    roles, languages = _roles(head[1], aliases)
    lines = list(_cells(text, delimiter, label, is_strict=bool(roles)))
    if not roles:
        return Table(label, (), {}, _headless(text, lines))
    header = lines[0][1]
    roles = {place: _weighed(role, place, lines[1:]) for place, role in roles.items()}
    personal = {place for place, role in roles.items() if role == "personal"}
    rows = tuple(
        (line, tuple("" if place in personal else cell for place, cell in enumerate(cells)))
        for line, cells in lines[1:]
    )
    columns: dict[str, int] = {}
    for place, role in roles.items():
        if role != "personal":
            # a comparison export has each metric twice: the first is the current period
            columns.setdefault(role, place)
    return Table(label, header, columns, rows, languages, tuple(header[place] for place in sorted(personal)))


def _headless(
    text: str, cells: Sequence[tuple[int, tuple[str, ...]]]
) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Without a header: text and count where the last cell is a number throughout, a table if it is even,
    else lines.
    """
    widths = Counter(len(row) for _, row in cells)
    width, often = min(widths.items(), key=lambda item: (-item[1], item[0]))
    numbers = sum(len(row) == 2 and row[1].strip().isdigit() for _, row in cells)  # noqa: PLR2004 - text and count
    if numbers * 2 > len(cells) or (width > 2 and often * 5 >= len(cells) * 4):  # noqa: PLR2004
        return tuple(cells)
    lines = enumerate(text.splitlines(), start=1)
    return tuple((number, (line.strip().strip('"'),)) for number, line in lines if line.strip())


def _weighed(role: str, place: int, lines: Sequence[tuple[int, tuple[str, ...]]]) -> str:
    """`Bewertung` is a review's text in one export and its stars in another: the cells tell."""
    if role != "body":
        return role
    cells = [cells[place] for _, cells in lines[:50] if place < len(cells) and cells[place].strip()]
    return (
        "rating"
        if cells and all(re.fullmatch(r"\s*\d(?:[.,]\d+)?(?:\s*/\s*\d+)?\s*", cell) for cell in cells)
        else role
    )


def decode(data: bytes, label: str) -> str:
    """UTF-8 with or without mark, UTF-16 with mark, else Windows' Western letters. InputError for anything
    binary.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    if b"\0" in data[:4096]:
        raise InputError(f"{label} is no text file: save it as CSV (UTF-8).")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


_DELIMITERS: Final = "\t;,|"


def _delimiter(text: str) -> str:
    """The mark that stands in the first line outside quotes; a line without one has one column."""
    head = re.sub(r'"[^"]*"', "", text[:20_000].lstrip("\ufeff\r\n").split("\n", 1)[0])
    counts = {mark: head.count(mark) for mark in _DELIMITERS}
    best = max(counts, key=lambda mark: (counts[mark], -_DELIMITERS.index(mark)))
    return best if counts[best] else ","


def _cells(
    text: str, delimiter: str, label: str, *, is_strict: bool = False
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Records of a CSV reader with the line each begins on. Comment lines (`#`, as GA4 writes them) are
    left out.
    """
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells) and not (len(cells) >= 1 and cells[0].startswith("# ")):
                yield start, tuple(cells)
            start = reader.line_num + 1
    except csv.Error as error:
        if not is_strict:
            return
        raise InputError(f"{label} line {reader.line_num}: {error}; save it as CSV (UTF-8) again.") from error


# ---- what a column means
# --------------------------------------------------------------------------------------------


def tidy(header: str) -> str:
    """A header's name for comparing: NFKC, case-folded, one blank between words, no marks at the ends."""
    folded = unicodedata.normalize("NFKC", header).casefold().strip("\ufeff \t\"'*:#")
    return re.sub(r"[\s_\-./]+", " ", folded).strip()


@cache
def _synonyms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Header to its (role, language) readings: `nombre` is a number in French and a person's name in
    Spanish.
    """
    table = tomllib.loads(Path(__file__).with_name("columns.toml").read_text(encoding="utf-8"))
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for role, by_language in table.items():
        for language, names in by_language.items():
            for name in names:
                found[tidy(name)] = (
                    *found.get(tidy(name), ()),
                    (role, "" if language == "any" else language),
                )
    return found


def _roles(header: Sequence[str], aliases: Mapping[str, str]) -> tuple[dict[int, str], str]:
    """Role per column and the header's language. Nothing when the line looks like data."""
    own = {tidy(name): role for name, role in aliases.items()}
    readings: dict[int, tuple[tuple[str, str], ...]] = {}
    for place, name in enumerate(header):
        clean = tidy(name)
        readings[place] = ((own[clean], ""),) if clean in own else _synonyms().get(clean) or _by_part(clean)
    language = _spoken(readings.values())
    roles = {
        place: next((role for role, spoken in choices if spoken == language), choices[0][0])
        for place, choices in readings.items()
        if choices
    }
    if len(header) > 1 and len(roles) * 3 < len(header) and not set(roles.values()) & _TELLING:
        return {}, ""
    return roles, language


def _spoken(readings: Iterable[tuple[tuple[str, str], ...]]) -> str:
    """The language most headers share; empty for English, which every export falls back to."""
    votes = Counter(
        language for choices in readings for language in {language for _, language in choices} if language
    )
    return min(votes, key=lambda language: (-votes[language], language)) if votes else ""


_TELLING: Final = {"query", "question", "body", "text"}
_PERSONAL_PARTS: Final = (
    "email",
    "e mail",
    "reviewer",
    "customer name",
    "phone",
    "ip address",
    "author",
    "username",
    "user name",
)


def _by_part(clean: str) -> tuple[tuple[str, str], ...]:
    """A header that only begins like one we know: `clicks 01.10.26 – 31.10.26` of a comparison export."""
    if len(clean) > _LONGEST_HEADER:
        return ()
    if any(part in clean for part in _PERSONAL_PARTS):
        return (("personal", ""),)
    for name, readings in _synonyms().items():
        if readings[0][0] in _METRICS and re.match(rf"{re.escape(name)}\b.*\d", clean):
            return readings
    return ()


_LONGEST_HEADER: Final = 60  # longer is a text, not a name
_METRICS: Final = {"clicks", "impressions", "ctr", "position"}
