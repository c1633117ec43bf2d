"""Files become tables: encoding, delimiter, header, the meaning of each column. What a file is called plays
no part, and no file is ever held whole: a table's rows are read from it again at each loop.
"""

import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import Final

from seo.errors import InputError
from seo.signals import shapes
from seo.signals.blocks import blocks, has_blocks
from seo.signals.decoding import Text, as_text
from seo.signals.documents import document
from seo.signals.headers import METRICS, TELLING, current, roles_of
from seo.signals.json_stream import is_json
from seo.signals.origins import Origin, in_hand, origins

Row = tuple[int, tuple[str, ...]]  # 1-based line and cells
SAMPLE: Final = 2000  # rows from which a file's habits are told: its decimal mark, its way to write days


class Rows(Iterable[Row]):
    """A table's rows: loop over them as often as you like."""

    def __init__(self, again: Callable[[], Iterable[Row]]) -> None:
        self._again = again

    def __iter__(self) -> Iterator[Row]:
        return iter(self._again())

    def __bool__(self) -> bool:
        return bool(self.head)

    @cached_property
    def head(self) -> tuple[Row, ...]:
        """The first rows, kept."""
        return tuple(islice(self, SAMPLE))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of one file. `columns` says in which column a role stands (`question`, `lang`, `clicks`, …)."""

    label: str
    header: tuple[str, ...]  # as written; empty when the first line is already data
    columns: Mapping[str, int]
    rows: Rows
    language: str = ""  # what the header's own language suggests, `de` for "Häufigste Suchanfragen"
    dropped: tuple[str, ...] = field(default=())  # headers of personal columns, whose cells were never kept
    notes: tuple[str, ...] = ()  # what had to be decided about the columns, in words
    is_guess: bool = False  # its columns were told by their shape alone

    def cell(self, cells: Sequence[str], role: str) -> str:
        """The cell in a role's column, trimmed; empty when there is none."""
        place = self.columns.get(role)
        return cells[place].strip() if place is not None and place < len(cells) else ""

    def picked(self, *roles: str) -> Iterator[Row]:
        """Each row with the cells of some columns only, as they stand, empty where there is none: the quick way
        through millions of rows.
        """
        width = len(self.header) or max((len(cells) for _, cells in self.rows.head), default=0)
        pick = itemgetter(*(self.columns.get(role, width) for role in roles))
        for row, cells in self.rows:
            if len(cells) != width:
                cells = (*cells[:width], *("",) * (width - len(cells)))  # noqa: PLW2901 - short or long: made even
            yield row, pick((*cells, ""))

    def sample(self, *roles: str) -> list[str]:
        """Cells of some columns in the first rows, from which the file's habits can be told."""
        return [text for _, cells in self.rows.head for role in roles if (text := self.cell(cells, role))]


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user says of columns we may not know."""

    aliases: Mapping[str, str] = field(default_factory=dict)  # header -> role
    by_place: tuple[str, ...] = ()  # role per column, `-` for none: `--columns`; for tables of that width
    is_forced: bool = False  # `by_place` holds even where we think we know better


def read_tables(path: Path, label: str, hints: Hints | Mapping[str, str]) -> Iterator[Table]:
    """The tables of a file: one for a list, several for a zip or a report in blocks. InputError when it
    cannot be read.
    """
    for origin in origins(path, label):
        yield from tables_of(origin, _hints(hints))


def read_table(data: bytes, label: str, hints: Hints | Mapping[str, str]) -> Table:
    """The first table in some bytes."""
    return next(tables_of(in_hand(data, label), _hints(hints)))


def _hints(given: Hints | Mapping[str, str]) -> Hints:
    return given if isinstance(given, Hints) else Hints(given)


def tables_of(origin: Origin, hints: Hints) -> Iterator[Table]:
    """At least one table, maybe without rows; a zip within a zip is one that nothing recognises."""
    if origin.label.lower().endswith(".zip"):
        yield _left_alone(origin.label, "a zip within the zip")
        return
    text = as_text(origin)
    head = next(text.pieces(_HEAD), "")
    if is_json(head):
        header, rows = document(text)
        yield _with_header(text.label, header, Rows(lambda: rows), hints)
    elif has_blocks(head):
        for start, lines in blocks(text):
            yield _table(_Block(text.label, start, lines), hints)
    else:
        yield _table(_Lines(text, _delimiter(head)), hints)


_HEAD: Final = 20_000  # characters


def _left_alone(label: str, what: str) -> Table:
    row: Row = (1, (what,) * 4)  # of no shape
    return Table(label, (what,), {}, Rows(lambda: (row,)))


# ---- records of a CSV reader
# ----------------------------------------------------------------------------------------------------


class _Lines:
    """The records of a file of lines."""

    def __init__(self, text: Text, delimiter: str) -> None:
        self.label = text.label
        self._text = text
        self._delimiter = delimiter

    def lines(self) -> Iterator[str]:
        return self._text.lines()

    def records(self, skip: int = 0) -> Iterator[Row]:
        """Records with the line each begins on. Comment lines (`# `) and empty ones are left out."""
        return islice(_cells(self.lines(), self._delimiter, self.label), skip, None)


class _Block:
    """The records of one block of a report that holds several."""

    def __init__(self, label: str, start: int, lines: Sequence[str]) -> None:
        self.label = label
        self._start = start
        self._lines = lines
        self._delimiter = _delimiter("".join(lines[:20]))

    def lines(self) -> Iterator[str]:
        return iter(self._lines)

    def records(self, skip: int = 0) -> Iterator[Row]:
        found = _cells(self.lines(), self._delimiter, self.label)
        return ((line + self._start - 1, cells) for line, cells in islice(found, skip, None))


_DELIMITERS: Final = "\t;,|"


def _delimiter(text: str) -> str:
    """The mark that stands in the first line outside quotes; a line without one has one column."""
    head = re.sub(r'"[^"]*"', "", text[:20_000].lstrip("\ufeff\r\n").split("\n", 1)[0])
    counts = {mark: head.count(mark) for mark in _DELIMITERS}
    best = max(counts, key=lambda mark: (counts[mark], -_DELIMITERS.index(mark)))
    return best if counts[best] else ","


def _cells(lines: Iterable[str], delimiter: str, label: str) -> Iterator[Row]:
    reader = csv.reader(lines, delimiter=delimiter)
    start = 1
    try:
        for cells in reader:
            if cells and (cells[0].strip() or any(map(str.strip, cells))) and not cells[0].startswith("# "):
                yield start, tuple(cells)
            start = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"{label}, the record from line {start} on: {error}; a quotation mark without its end? "
            "Save it as CSV (UTF-8) again."
        ) from error


# ---- from records to a table
# --------------------------------------------------------------------------------------------------


def _table(source: _Lines | _Block, hints: Hints) -> Table:
    head = _head(source)
    if not head:
        return Table(source.label, (), {}, Rows(lambda: _harmless(source)))
    first = head[0][1]
    if hints.is_forced:
        return _by_place(source, head, hints)
    table = None
    if roles_of(first, hints.aliases)[0]:
        table = _with_header(source.label, first, Rows(lambda: source.records(1)), hints)
    if table is None or not set(table.columns) & TELLING:
        if len(first) == len(hints.by_place):
            return _by_place(source, head, hints)
        guessed = shapes.console_columns([cells for _, cells in head])
        if guessed:
            rows = Rows(lambda: source.records(1))
            note = f"header not known ({first[0][:30]}, …): columns taken by their shape for {', '.join(guessed)}"
            places = {role: place for place, role in enumerate(guessed)}
            return Table(source.label, first, places, rows, notes=(note,), is_guess=True)
    return table or Table(source.label, (), {}, _headless(source, head))


def _head(source: _Lines | _Block) -> list[Row]:
    """The first records; of a list of lines that is no CSV those before the fault."""
    found: list[Row] = []
    try:
        found.extend(islice(source.records(), SAMPLE))
    except InputError:
        if found and roles_of(found[0][1], {})[0]:
            raise
    return found


def _harmless(source: _Lines | _Block) -> Iterator[Row]:
    """Lines of a file in which not one record could be read."""
    for number, line in enumerate(source.lines(), start=1):
        if text := line.strip().strip('"'):
            yield number, (text,)


def _by_place(source: _Lines | _Block, head: Sequence[Row], hints: Hints) -> Table:
    """Columns as the user numbers them; the first line is a header when no number stands where one should."""
    columns = {role: place for place, role in enumerate(hints.by_place) if role not in {"-", "personal"}}
    has_header = shapes.is_header(head[0][1], columns) or bool(roles_of(head[0][1], hints.aliases)[0])
    rows = Rows(lambda: source.records(int(has_header)))
    header = head[0][1] if has_header else tuple(role for role in hints.by_place)
    return Table(source.label, header, columns, rows, notes=("columns as --columns says",))


def _with_header(label: str, header: tuple[str, ...], rows: Rows, hints: Hints) -> Table:
    roles, language = roles_of(header, hints.aliases)
    roles = {place: _weighed(role, place, rows) for place, role in roles.items()}
    personal = frozenset(place for place, role in roles.items() if role == "personal")
    columns, notes = _columns(header, roles, language)
    kept = Rows(lambda: _without(rows, personal)) if personal else rows
    dropped = tuple(header[place] for place in sorted(personal))
    return Table(label, header, columns, kept, language, dropped, notes)


def _columns(
    header: Sequence[str], roles: Mapping[int, str], language: str
) -> tuple[dict[str, int], tuple[str, ...]]:
    """One column per role: the first, but of a comparison's metrics the current period's."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, role in sorted(roles.items()):
        if role != "personal":
            places[role].append(place)
    columns, notes = {}, []
    for role, found in places.items():
        columns[role] = found[0]
        if role in METRICS and len(found) > 1:
            columns[role], note = current(header, found, language)
            notes.append(note or "two periods compared: the current one was taken, never their sum")
    return columns, tuple(dict.fromkeys(notes))


def _without(rows: Rows, places: frozenset[int]) -> Iterator[Row]:
    for line, cells in rows:
        yield line, tuple("" if place in places else cell for place, cell in enumerate(cells))


def _weighed(role: str, place: int, rows: Rows) -> str:
    """`Bewertung` is a review's text in one export and its stars in another: the cells tell."""
    if role != "body":
        return role
    cells = [cells[place] for _, cells in rows.head[:50] if place < len(cells) and cells[place].strip()]
    return "rating" if cells and all(_STARS.fullmatch(cell) for cell in cells) else role


_STARS: Final = re.compile(r"\s*\d(?:[.,]\d+)?(?:\s*/\s*\d+)?\s*")


def _headless(source: _Lines | _Block, head: Sequence[Row]) -> Rows:
    """Without a header: text and count where the last cell is a number throughout, a table if it is even,
    else lines.
    """
    widths = Counter(len(row) for _, row in head)
    width, often = min(widths.items(), key=lambda item: (-item[1], item[0]))
    numbers = sum(len(row) == 2 and row[1].strip().isdigit() for _, row in head)  # noqa: PLR2004 - text and count
    if numbers * 2 > len(head) or (width > 2 and often * 5 >= len(head) * 4):  # noqa: PLR2004
        return Rows(source.records)
    return Rows(lambda: _harmless(source))
