"""What people read of a value: prices as they are written, texts by how they begin."""

from decimal import Decimal

import pytest

from content.ledger.worded import LETTERS, beginning, worded, worded_state
from content.records import UNKNOWN, Many, Money, Quantity, Text, Value

NAMES = Text((("en", "Rain jacket"), ("es", "Chubasquero"), ("fr", "Veste de pluie"), ("de", "Regenjacke"),
              ("ar", "جاكيت مطر"), ("ja", "レインジャケット")))  # fmt: skip


@pytest.mark.parametrize(
    ("value", "read"),
    [
        (Money(18900, "EUR"), "189.00 EUR"),
        (Money(1400, "EUR"), "14.00 EUR"),
        (Money(1250, "USD"), "12.50 USD"),
        (Money(1250, "JPY"), "1250 JPY"),
        (Money(0, "EUR"), "0.00 EUR"),
        (Money(5, "GBP"), "0.05 GBP"),
        (Money(1500, "KWD"), "1.500 KWD"),  # three decimals
        (Many((Money(490, "EUR"), Money(12000, "EUR"))), "4.90 EUR | 120.00 EUR"),
        (Many((Quantity(Decimal(5), "cm"), Quantity(Decimal(7), "cm"))), "5 cm | 7 cm"),
        (True, "true"),
        (UNKNOWN, "unknown"),
    ],
)
def test_a_price_is_read_as_it_is_written(value: Value, read: str) -> None:
    assert worded(value) == read


@pytest.mark.parametrize(("language", "name"), NAMES.by_language)
def test_a_text_is_read_in_the_language_asked_for(language: str, name: str) -> None:
    assert worded(NAMES, language) == name


def test_a_text_without_that_language_is_read_in_the_first_it_has() -> None:
    assert worded(Text((("de", "Regenjacke"),)), "ja") == "Regenjacke"
    assert worded(Text(()), "ja") == ""


@pytest.mark.parametrize("letter", ["a", "ä", "雨", "م"])
def test_a_long_text_is_read_by_how_it_begins(letter: str) -> None:
    assert beginning(letter * LETTERS) == letter * LETTERS
    assert beginning(letter * (LETTERS + 1)) == letter * LETTERS + "…"
    assert beginning("two\n lines ") == "two lines"


@pytest.mark.parametrize(
    ("state", "read"),
    [
        ("4990 EUR", "49.90 EUR"),
        ("4990 EUR | 5990 EUR", "49.90 EUR | 59.90 EUR"),
        ("980 JPY", "980 JPY"),
        ("30 HRC", "30 HRC"),  # a unit, no currency
        ("120 cm", "120 cm"),
        ("nachtal+aldermoor", "nachtal+aldermoor"),
        ("text 09b37e6c9b19", "another text"),
    ],
)
def test_a_stored_state_is_read_the_same_way(state: str, read: str) -> None:
    assert worded_state(state) == read
