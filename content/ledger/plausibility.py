"""Columns whose numbers cannot be told to a reader: a unit that cannot be right, or none at all.

`weight [kg]` over 1750, 697, 2300 for kettles: such numbers are not used, a page on a kettle of 1750 kg harms
the shop more than a silent one; a cell that holds its own unit (`1750 kg`) is believed. `bowl capacity` over
4, 0.45 and 1000: they stay in the ledger, but no article is planned on them.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import repeat

from content.ledger.columns import Column, Columns
from content.ledger.numbers import fold, parse_number
from content.ledger.table import Table
from content.ledger.values import is_size
from content.records import Finding, Proof, Quantity, Severity, Span, sides_of

SMALLER = {"kg": "g", "m": "mm", "l": "ml", "cm": "mm"}
LARGE = {"kg": 100, "m": 100, "l": 100, "cm": 1000}
"""Where a whole column of goods for people ends: 100 kg, 100 m, 100 litres, 10 m."""
FEWEST = 5  # numbers that make a column
MOST = 0.8  # of them beyond the limit
MEASURES = re.compile(
    r"(?:^|_)(?:capacity|volume|power|load|consumption|performance|weight|width|height|depth|length|drop|diameter"
    r"|thickness|dimensions|area|cooking_surface|turntable_size|screen_size|pressure|temperature|temperature_min"
    r"|temperature_max|thermostat_range|time|time_for_full_capacity|power_off_after_m(?:in|ax)|angle|shrinkage"
    r"|standby|typical|battery_life|warranty|dry|liquid|flour)$"
)
"""Ends of keys that measure something: their numbers mean nothing without a unit. Counts and sizes do."""


def with_honest_units(table: Table, columns: Columns) -> tuple[Columns, list[Finding]]:
    """The columns, those with an impossible unit or none marked so, and what to do about them."""
    findings, attributes = [], []
    for column in columns.attributes:
        amounts = list(_bare_numbers(table, column))
        limit = LARGE.get(column.header.unit)
        large = [amount for amount in amounts if limit is not None and amount >= limit]
        is_doubtful = len(amounts) >= FEWEST and len(large) > MOST * len(amounts)
        reader = replace(column.reader, doubted=is_doubtful)
        attributes.append(replace(column, reader=reader, is_bare=_is_bare(table, column)))
        if is_doubtful:
            findings.append(_finding(table.source, column, len(large), len(amounts)))
    bare = [column.header.raw for column in attributes if column.is_bare]
    if bare:
        findings.append(_no_units(table.source, bare))
    return replace(columns, attributes=tuple(attributes)), findings


def _is_bare(table: Table, column: Column) -> bool:
    """Whether a column measures something and not one of its numbers has a unit."""
    if column.is_money or column.reader.unit or not MEASURES.search(column.key):
        return False
    cells = {row.cells[column.place] for row in table.rows} - {""}
    units = [unit for cell in cells for unit in _units(cell, column)]
    return bool(units) and not any(units)


def _units(cell: str, column: Column) -> Iterator[str]:
    """The unit of each number in a cell, empty for a number without; nothing when it holds no number."""
    value = column.reader.read(cell)
    for side in sides_of(value):
        if isinstance(side, Quantity | Span):
            yield side.unit
    if is_size(cell):
        yield "".join(re.findall(r"(?!x)[a-z]", cell.casefold()))


def _bare_numbers(table: Table, column: Column) -> Iterator[Decimal]:
    """Every number of a column whose unit could be a wrong one; a number as often as it stands there."""
    if column.header.unit not in LARGE:
        return
    for cell, times in Counter(row.cells[column.place] for row in table.rows).items():
        number = parse_number(fold(cell), column.reader.sign) if cell else None
        if number is not None:
            yield from repeat(number, times)


def _finding(source: str, column: Column, large: int, stated: int) -> Finding:
    unit, smaller = column.header.unit, SMALLER[column.header.unit]
    return Finding(
        rule="ledger.unit",
        severity=Severity.WARN,
        span=(0, 0),
        quote=column.header.raw,
        evidence=Proof(source, 1, f"{large} of {stated} numbers"),
        cure=f"{source}: {large} of {stated} numbers in {column.header.raw!r} are {LARGE[unit]} {unit} or "
        f"more: none is used; write [{smaller}] in the header if that is meant, or {unit} into each cell",
    )


def _no_units(source: str, bare: Sequence[str]) -> Finding:
    named = ", ".join(repr(raw) for raw in bare)
    return Finding(
        rule="ledger.unit",
        severity=Severity.WARN,
        span=(0, 0),
        quote=bare[0],
        evidence=Proof(source, 1, f"{len(bare)} columns"),
        cure=f"{source}: numbers without a unit, so no article is built on them; write one, like [cm], in "
        f"the header of {named}",
    )
