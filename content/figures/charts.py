"""A small bar chart of one number of two to eight products, worked out from the ledger."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from content.errors import ContentError
from content.figures.written import Charted
from content.ledger.ledger import Ledger
from content.ledger.units import units
from content.records import Money, Quantity, Value
from content.rendering import NO_FORMS, render
from seo.records import Market

FEWEST, MOST = 2, 8
NO_ZERO: Final = frozenset({"temperature", "colour-temperature", "sound"})
NO_SCALE: Final = re.compile(r"size|(?:eu|uk|us|jp)_size(?:_\w+)?")
"""Twice as many degrees or decibels is not twice as warm or loud, and size 40 is not twice size 20."""
_ISOLATES: Final = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True)
class Bar:
    """One product of a chart."""

    handle: str
    name: str
    value: str  # as the market reads it
    share: float  # 0-1 of the longest bar


@dataclass(frozen=True, slots=True)
class Chart:
    """One attribute of some products, the greatest first; equal ones stay in the order they were named."""

    charted: Charted
    label: str
    bars: tuple[Bar, ...]

    @property
    def alt(self) -> str:
        """Markdown with references that says all the chart shows."""
        said = (f"{{{{{bar.handle}.short}}}} {{{{{bar.handle}.{self.charted.key}}}}}" for bar in self.bars)
        return f"{self.label}: {'; '.join(said)}"


def chart_of(
    charted: Charted,
    ledger: Ledger,
    market: Market,
    on: date | None = None,
    forms: Mapping[str, str] = NO_FORMS,
) -> Chart | str:
    """The chart, or in a line why there is none. A product whose value nobody has stated is left out."""
    label = ledger.lexicon.attribute(charted.key, market.language)
    if label is None:
        return f"{charted.key!r} has no word in {market.language}: add it to words.csv, or drop the chart"
    foreign = [handle for handle in charted.handles if handle not in ledger.products]
    if foreign:
        return f"the ledger has no product {foreign[0]!r}: correct the handle"
    values = {h: ledger.fact(h, charted.key, market, on).value for h in charted.handles}
    amounts = {h: each for h, value in values.items() if (each := _amount(value)) is not None}
    if not FEWEST <= len(amounts) <= MOST:
        return f"{len(amounts)} of its products have one number for {charted.key!r}: a chart takes {FEWEST} to {MOST}"
    if len({dimension for dimension, _ in amounts.values()}) > 1:
        return f"the values of {charted.key!r} do not measure the same: compare them in words"
    kinds = {dimension for dimension, _ in amounts.values()}
    if kinds & NO_ZERO or NO_SCALE.fullmatch(charted.key):
        return f"{charted.key!r} does not begin at nought: the length of a bar would say nothing"
    most = max(amount for _, amount in amounts.values())
    if most <= 0 or min(amount for _, amount in amounts.values()) < 0:
        return f"the values of {charted.key!r} are not all above zero: a bar cannot show them"
    order = sorted(amounts, key=lambda handle: -amounts[handle][1])
    try:
        bars = tuple(
            Bar(
                handle,
                _said(f"{handle}.short", ledger, market, on, forms),
                _said(f"{handle}.{charted.key}", ledger, market, on, forms),
                float(amounts[handle][1] / most),
            )
            for handle in order
        )
    except ContentError as error:
        return str(error)
    return Chart(charted, label[:1].upper() + label[1:], bars)


def _amount(value: Value) -> tuple[str, Decimal] | None:
    """Dimension and amount in its base unit; None for what is no single number."""
    if isinstance(value, Money):
        return value.currency, Decimal(value.minor)
    if not isinstance(value, Quantity):
        return None
    unit = units().get(value.unit)
    return (unit.dimension, value.amount * unit.size) if unit else (value.unit, value.amount)


def _said(fact: str, ledger: Ledger, market: Market, on: date | None, forms: Mapping[str, str]) -> str:
    return render(f"{{{{{fact}}}}}", ledger, market, "plain", on, forms).translate(_ISOLATES)
