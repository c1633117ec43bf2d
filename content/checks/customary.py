"""What people mean by US customary units: the ounces beside a volume are fluid ounces, and a twentieth of a pound is
as fine as a kilogram is turned into (2.756 lb is said as 2.75)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from content.checks.amounts import Amount

_BESIDE: Final = 12  # letters between a volume and its ounces: `300 ml, or about 10 ounces`
_TWENTIETH: Final = Decimal("0.05")
_FINE: Final = Decimal("0.01")
_CUSTOMARY: Final = {"lb", "in", "oz", "[foz]", "ft"}


def customary(amounts: Sequence[Amount]) -> Iterator[Amount]:
    """The amounts of a text, as a reader of such units takes them."""
    for place, amount in enumerate(amounts):
        beside = (*amounts[max(0, place - 1) : place], *amounts[place + 1 : place + 2])
        if amount.unit == "oz" and any(_is_volume(other, amount) for other in beside):
            yield replace(amount, unit="[foz]", dimension="volume")
        elif amount.unit in _CUSTOMARY and _is_rounded(amount):
            yield replace(amount, step=_TWENTIETH)
        else:
            yield amount


def _is_volume(other: Amount, amount: Amount) -> bool:
    between = max(other.start, amount.start) - min(other.end, amount.end)
    return other.dimension == "volume" and between <= _BESIDE


def _is_rounded(amount: Amount) -> bool:
    return amount.step == _FINE and all(value % _TWENTIETH == 0 for value in amount.values)
