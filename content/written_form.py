"""A page keeps the unit and the order it was written with: `1.37 m` in the catalogue stays `137 cm` on it."""

from collections.abc import Mapping
from decimal import Decimal

from content.ledger.ledger import digest
from content.ledger.units import convert
from content.records import Choice, Draft, Many, Money, Quantity, Span, Value
from content.reliance import is_claim, meaning

Side = Quantity | Span | Money | Choice  # of a `Many`
NEAT = Decimal("0.01")  # a conversion that needs more places than this is not made


def written_forms(draft: Draft) -> Mapping[str, str]:
    """What each fact of a draft said when it was written, `137 cm`, by reference."""
    return {each.reference: each.value for each in draft.relies if not is_claim(each.reference)}


def as_written(value: Value, then: str) -> Value:
    """The same value in the unit, and if nothing else changed in the order, of `then`."""
    sides = then.split(" | ")
    if not isinstance(value, Many):
        return _in_unit_of(value, sides[0]) if isinstance(value, Quantity | Span) else value
    places = {meaning(side): place for place, side in enumerate(sides)}
    if meaning(digest(value)) != meaning(then):
        return Many(tuple(_in_unit_of(side, sides[0]) for side in value.values))
    ordered = sorted(value.values, key=lambda side: places[meaning(digest(side))])
    return Many(tuple(_in_unit_of(side, sides[places[meaning(digest(side))]]) for side in ordered))


def _in_unit_of(value: Side, then: str) -> Side:
    unit = then.partition(" ")[2]
    if isinstance(value, Quantity):
        amount = _neat(value.amount, value.unit, unit)
        return value if amount is None else Quantity(amount, unit)
    if isinstance(value, Span):
        low, high = _neat(value.low, value.unit, unit), _neat(value.high, value.unit, unit)
        return value if low is None or high is None else Span(low, high, unit)
    return value


def _neat(amount: Decimal, unit: str, to: str) -> Decimal | None:
    found = None if unit == to else convert(amount, unit, to)
    return None if found is None or found != found.quantize(NEAT) else found.normalize()
