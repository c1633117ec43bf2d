"""`13.5 céntimos`, `80 فلسا`: hundredths of the market's currency, or thousandths of a dinar, as its money."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from content.checks.amounts import Amount, currencies

_CENT: Final = "¢"


def in_currency(amounts: Iterable[Amount], currency: str) -> Iterator[Amount]:
    """Cents as parts of the currency; where it has none, or nobody knows which it is, bare numbers."""
    parts = currencies()[currency].factor if currency in currencies() else 1
    for amount in amounts:
        if amount.unit != _CENT:
            yield amount
        elif parts > 1:
            values = tuple(value / parts for value in amount.values)
            yield replace(amount, values=values, step=amount.step / parts, unit=currency)
        else:
            yield replace(amount, unit="", dimension="")
