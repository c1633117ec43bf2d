"""A page keeps the unit and the order it was written with; an amount is never changed by it."""

from decimal import Decimal

import pytest

from content.ledger.ledger import digest
from content.records import Choice, Many, Money, Quantity, Span, Value
from content.written_form import as_written


def cm(amount: str) -> Quantity:
    return Quantity(Decimal(amount), "cm")


def m(amount: str) -> Quantity:
    return Quantity(Decimal(amount), "m")


@pytest.mark.parametrize(
    ("value", "then", "reads"),
    [
        (m("1.37"), "137 cm", "137 cm"),
        (m("1.4"), "137 cm", "140 cm"),
        (Quantity(Decimal("54"), "in"), "137 cm", "137.16 cm"),
        (Quantity(Decimal("53.937"), "in"), "137 cm", "53.937 in"),  # not neat: as the shop states it
        (Quantity(Decimal("2"), "kg"), "137 cm", "2 kg"),
        (Span(Decimal("1.2"), Decimal("1.4"), "m"), "110-130 cm", "120-140 cm"),
        (Many((m("1.5"), m("1.4"))), "140 cm | 150 cm", "140 cm | 150 cm"),
        (Many((m("1.5"), m("1.6"))), "140 cm | 150 cm", "150 cm | 160 cm"),
        (Many((Choice("blue"), Choice("red"))), "red | blue", "red | blue"),
        (Many((Choice("blue"), Choice("red"))), "red | green", "blue | red"),
        (Money(4990, "EUR"), "4490 EUR", "4990 EUR"),
        (True, "false", "true"),
    ],
)
def test_a_value_in_the_form_of_the_page(value: Value, then: str, reads: str) -> None:
    assert digest(as_written(value, then)) == reads
