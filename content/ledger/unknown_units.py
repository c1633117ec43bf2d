"""Units nobody knows (`12 flurbs`, `[cups]`): what stands there is kept as it is written, and a person is told."""

import re
from collections.abc import Iterator

from content.ledger.columns import Column, Columns
from content.ledger.numbers import NUMBER, fold
from content.ledger.table import Table
from content.ledger.units import find_unit
from content.records import Choice, Finding, Proof, Severity

_WITH_WORD = re.compile(rf"{NUMBER}(?:\s+([^\W\d_]{{2,15}})|([^\W\d_]{{4,15}}))\.?")
"""A number and one word. `4K` and `2nd` are no amounts."""
RULE = "ledger.unit"
SHOWN = 6
LONGEST = 40  # letters of a cell that is an amount


def unknown_units(table: Table, columns: Columns) -> Iterator[Finding]:
    """One note for the whole table, with the columns and the words in them."""
    named: list[str] = []
    row = 1
    for column in columns.attributes:
        if column.is_money or column.is_code or column.reader.kind == "text":
            continue
        unit = column.reader.unit
        if unit and find_unit(unit) is None:
            named.append(f"{unit!r} in the header {column.header.raw!r}")
            continue
        words = _words(table, column)
        if words:
            row = row if named else next(iter(words.values()))
            named.append(f"{', '.join(map(repr, list(words)[:SHOWN]))} in {column.header.raw!r}")
    if named:
        yield _finding(table.source, row, named)


def is_of_units(finding: Finding) -> bool:
    """Whether a finding is such a note: for those who read or add facts, not for every command."""
    return finding.rule == RULE and finding.severity is Severity.NOTE


def _words(table: Table, column: Column) -> dict[str, int]:
    """Each unknown unit of a column with the first row that has it."""
    found: dict[str, int] = {}
    cells = {row.cells[column.place]: row.line for row in reversed(table.rows)}
    for cell, line in reversed(cells.items()):
        if len(cell) > LONGEST or not cell[:1].isdigit():
            continue
        written = _WITH_WORD.fullmatch(fold(cell))
        word = (written[1] or written[2]) if written else None
        if word and find_unit(word) is None and isinstance(column.reader.read(cell), Choice):
            found.setdefault(word, line)
    return found


def _finding(source: str, row: int, named: list[str]) -> Finding:
    return Finding(
        rule=RULE,
        severity=Severity.NOTE,
        span=(0, 0),
        quote=source,
        evidence=Proof(source, row, f"{len(named)} columns"),
        cure=f"not units we know: {'; '.join(named)}; kept as written, never converted or compared",
    )
