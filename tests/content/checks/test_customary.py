"""US customary units as people use them."""

from decimal import Decimal

import pytest

from content.checks.extract import extract


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("small on purpose: 300 ml, 10 ounces, just right", "[foz]"),
        ("10 ounces (300 ml)", "[foz]"),
        ("it weighs 320 g, or 11 ounces", "oz"),
        ("a 300 ml pot, and a box of leaves of 10 ounces", "oz"),
    ],
)
def test_ounces_beside_a_volume_are_fluid(text: str, unit: str) -> None:
    assert unit in {amount.unit for amount in extract(text, "en-US")}


def test_a_twentieth_of_a_pound_is_rounded() -> None:
    pounds = extract("1.25 kg, or 2.75 pounds", "en-US")[-1]
    assert (pounds.values, pounds.step) == ((Decimal("2.75"),), Decimal("0.05"))
    assert extract("2.76 pounds", "en-US")[-1].step == Decimal("0.01")
    assert extract("2,75 kg", "de-DE")[-1].step == Decimal("0.01")
