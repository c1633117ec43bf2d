"""Numbers per something: a price per 100 g, cover per litre, watt-hours of a battery, so many per cent more.

Shops must show unit prices beside prices (Directive 98/6/EC, art. 3), so writers work them out. Each comes of two rows
of one product, and must be right to the digit shown.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from content.checks import amounts
from content.checks.amounts import Amount
from content.checks.headed import RATE
from content.checks.stated import Stated

_PRICES: Final = {"price", "sale_price"}
_UNITS: Final[dict[str, tuple[int, ...]]] = {  # what a price is given for, in base units: g, ml, pieces
    "mass": (1, 100, 1000),
    "volume": (1, 10, 100, 1000),  # ink and scent by ten
    "": (1,),
}
_PIECES: Final = re.compile(
    r"piece|pack|stück|stueck|anzahl|unidades|piezas|pièces|nombre|lot|set|枚|個|入数|عدد|قطع"
    r"|sheets|blatt|hojas|paquete|feuilles|paquet|sachet|packung|frames|paar|pairs|pares|paires|ورق|علبه"
)
_SOLD_BY: Final = {"mass": 1000, "volume": 1000, "length": 100}
_ACROSS: Final = re.compile(r"diam|durchmesser|diámetro|diamètre|直径|径$|قطر")
_PI: Final = Decimal("3.1416")
_LENGTH: Final = "length"
_CM_IN_M: Final = Decimal(100)
_MAH_IN_AH: Final = 1000
_HUNDRED: Final = 100


def rates(
    amount: Amount, operands: Sequence[Stated], beside: Sequence[Amount]
) -> Iterator[tuple[Decimal, Stated]]:
    """Values in the base unit of the amount that two rows of a product give, each with one of them."""
    if amount.dimension == "money":
        yield from _unit_prices(amount, operands)
        yield from _by_measure(amount, operands, beside)
    elif amount.dimension == "energy":
        yield from _energy(operands)
    elif amount.dimension == "power":
        yield from _power(operands, beside)
    elif amount.dimension == "percent":
        yield from _shares(operands)
    elif amount.dimension == "length":
        yield from _around(operands)
    yield from _by_length(amount, operands, beside)
    for row in operands:
        if row.dimension == RATE:
            yield from _by_rate(amount, row, [*beside, *operands])


def _unit_prices(amount: Amount, operands: Sequence[Stated]) -> Iterator[tuple[Decimal, Stated]]:
    prices = [row for row in operands if row.key in _PRICES and row.unit == amount.unit]
    for price in prices:
        for row in operands:
            is_count = row.dimension or _PIECES.search(row.key)
            if row.subject == price.subject and len(row.values) == 1 and row.base[0] and is_count:
                yield from (
                    (price.base[0] / row.base[0] * unit, price) for unit in _UNITS.get(row.dimension, ())
                )


def _by_measure(
    amount: Amount, operands: Sequence[Stated], beside: Sequence[Amount]
) -> Iterator[tuple[Decimal, Stated]]:
    """`2.50 m, that is 49.50 €` of what is sold by the metre, the kilo or the litre."""
    for price in (row for row in operands if row.key in _PRICES and row.unit == amount.unit):
        for other in beside:
            unit = _SOLD_BY.get(other.dimension)
            if unit and not other.is_range:
                yield price.base[0] * other.base[0] / unit, price


def _by_length(
    amount: Amount, operands: Sequence[Stated], beside: Sequence[Amount]
) -> Iterator[tuple[Decimal, Stated]]:
    """What a metre, or a piece of what is metres long, costs, weighs or takes: 800 lm of 4000 lm on 5 m."""
    for long in operands:
        if long.key != _LENGTH or long.dimension != "length" or long.base[0] <= _CM_IN_M:
            continue
        pieces = {_CM_IN_M, *(o.base[0] for o in beside if o.dimension == "length" and not o.is_range)}
        for row in operands:
            is_its = (
                row.subject == long.subject and row.dimension == amount.dimension and len(row.values) == 1
            )
            if is_its and row.dimension != "length":
                yield from ((row.base[0] * p / long.base[0], row) for p in sorted(pieces - {long.base[0]}))


def _around(operands: Sequence[Stated]) -> Iterator[tuple[Decimal, Stated]]:
    """What a round thing measures around: one turn of hair on a brush of 45 mm is 14 cm."""
    for row in operands:
        if _ACROSS.search(row.key) and len(row.values) == 1:
            yield row.base[0] * _PI, row


def _energy(operands: Sequence[Stated]) -> Iterator[tuple[Decimal, Stated]]:
    for volt in (row for row in operands if row.dimension == "voltage" and len(row.values) == 1):
        charges = (row for row in operands if row.dimension == "charge" and row.subject == volt.subject)
        yield from ((volt.base[0] * row.base[0] / _MAH_IN_AH, volt) for row in charges)


def _power(operands: Sequence[Stated], beside: Sequence[Amount]) -> Iterator[tuple[Decimal, Stated]]:
    """Volts of a socket times the amperes a thing bears."""
    measures: list[Amount | Stated] = [*beside, *operands]
    volts = [each.base[0] for each in measures if each.dimension == "voltage" and len(each.values) == 1]
    for row in operands:
        if row.dimension == "current":
            yield from ((row.base[0] * value, row) for value in volts)


def _shares(operands: Sequence[Stated]) -> Iterator[tuple[Decimal, Stated]]:
    """One thing of two products or variants: 55 Nm are 72 % more than 32."""
    single = [row for row in operands if len(row.values) == 1 and row.base[0] > 0]
    for a, b in combinations(single, 2):
        if a.key == b.key and a.dimension == b.dimension and a.base != b.base:
            low, high = sorted((a.base[0], b.base[0]))
            for share in (high / low - 1, 1 - low / high, low / high):
                yield share * _HUNDRED, a


def _by_rate(
    amount: Amount, row: Stated, measures: Sequence[Amount | Stated]
) -> Iterator[tuple[Decimal, Stated]]:
    """`7 m²/l`: 7 m² to a litre, 17.5 m² to 2.5 l, 8.6 l for 60 m²."""
    top, bottom = row.unit.split("/")
    value = amounts.to_base(row.values[0], top)
    for_one = amounts.to_base(Decimal(1), bottom)
    if amount.dimension == amounts.dimension(top):
        yield value, row
        yield from (
            (value * other.base[0] / for_one, row)
            for other in measures
            if other.dimension == amounts.dimension(bottom)
        )
    elif amount.dimension == amounts.dimension(bottom) and value:
        yield for_one, row
        yield from (
            (other.base[0] / value * for_one, row)
            for other in measures
            if other.dimension == amounts.dimension(top)
        )
