"""Headers that name a unit their numbers do not fit: `weight [kg]` over 1750, 697, 2300 for kettles.

Such numbers are not used: a page on a kettle of 1750 kg harms the shop more than a silent one.
A cell that holds its own unit (`1750 kg`) is believed.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from content.ledger.columns import Column, Columns
from content.ledger.numbers import fold, parse_number
from content.ledger.table import Table
from content.records import Finding, Proof, Severity

SMALLER = {"kg": "g", "m": "mm", "l": "ml", "cm": "mm"}
LARGE = {"kg": 100, "m": 100, "l": 100, "cm": 1000}
"""Where a whole column of goods for people ends: 100 kg, 100 m, 100 litres, 10 m."""
FEWEST = 5  # numbers that make a column
MOST = 0.8  # of them beyond the limit


def without_doubtful_units(table: Table, columns: Columns) -> tuple[Columns, list[Finding]]:
    """The columns, those with an impossible unit marked as doubted, and a finding for each."""
    findings, attributes = [], []
    for column in columns.attributes:
        amounts = list(_bare_numbers(table, column))
        limit = LARGE.get(column.header.unit)
        large = [amount for amount in amounts if limit is not None and amount >= limit]
        is_doubtful = len(amounts) >= FEWEST and len(large) > MOST * len(amounts)
        attributes.append(replace(column, reader=replace(column.reader, doubted=is_doubtful)))
        if is_doubtful:
            findings.append(_finding(table.source, column, len(large), len(amounts)))
    return replace(columns, attributes=tuple(attributes)), findings


def _bare_numbers(table: Table, column: Column) -> Iterator[Decimal]:
    for row in table.rows:
        cell = row.cells[column.place]
        number = (
            parse_number(fold(cell), column.reader.sign) if cell and column.header.unit in LARGE else None
        )
        if number is not None:
            yield number


def _finding(source: str, column: Column, large: int, stated: int) -> Finding:
    unit, smaller = column.header.unit, SMALLER[column.header.unit]
    return Finding(
        rule="ledger.unit",
        severity=Severity.WARN,
        span=(0, 0),
        quote=column.header.raw,
        evidence=Proof(source, 1, f"{large} of {stated} numbers"),
        cure=f"{source}: {large} of {stated} numbers in {column.header.raw!r} are {LARGE[unit]} {unit} or more, "
        f"so none is used; write [{smaller}] in the header if that is meant, else the unit into each cell",
    )
