"""Which row of the ledger says a number, or comes nearest to it."""

from collections.abc import Iterable
from dataclasses import replace

from content.checks.amounts import Amount
from content.checks.stated import Stated, agrees


def same_kind(amount: Amount, stated: Stated) -> bool:
    """The same dimension; hours may be days, degrees the angle of a blade or the steps of a dial (درجة, 度)."""
    if amount.dimension == stated.dimension:
        return True
    if amount.unit == "°C":
        return stated.dimension in {"angle", ""} and amount.values == stated.values
    return amount.unit == "h" and stated.dimension == "day"


def proof(amount: Amount, rows: Iterable[Stated]) -> Stated | None:
    listed = list(rows)
    found = next((s for s in listed if agrees(amount, s)), None)
    if found or not amount.is_range:
        return found
    return _ends_of_a_row(amount, listed)


def _ends_of_a_row(amount: Amount, rows: list[Stated]) -> Stated | None:
    """`from 117 to 180 cm` is true of a family whose smallest and largest width these are; of prices too."""
    for key in sorted({s.key for s in rows}):
        own = sorted((s for s in rows if s.key == key and len(s.values) == 1), key=lambda s: s.base)
        if len(own) > 1:
            first, last = (replace(amount, values=(value,), qualifier="exact") for value in amount.values)
            if agrees(first, own[0]) and agrees(last, own[-1]):
                return own[0]
    return None


def closest(amount: Amount, rows: list[Stated]) -> Stated | None:
    """The row to show against a number: of the same shape, nearest in value."""
    if not rows:
        return None
    return min(
        rows, key=lambda s: (len(s.values) != len(amount.values), abs(s.base[0] - amount.base[0]), s.key)
    )
