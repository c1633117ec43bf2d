from decimal import Decimal

import pytest

from content.ledger.units import convert, dimension, find_unit, units


@pytest.mark.parametrize(
    ("written", "symbol"),
    [
        ("cm", "cm"), ("CM", "cm"), ("㎝", "cm"), ("Zentimeter", "cm"), ("センチ", "cm"), ("سم", "cm"),
        ('"', "in"), ("″", "in"), ("Zoll", "in"), ("pulgadas", "in"), ("ft", "ft"),
        ("working days", "wd"), ("business days", "wd"), ("Werktage", "wd"), ("jours ouvrés", "wd"),
        ("días laborables", "wd"), ("días hábiles", "wd"), ("أيام عمل", "wd"), ("営業日", "wd"),
        ("days", "d"), ("يومًا", "d"), ("شهرًا", "mo"), ("أسبوعًا", "wk"), ("عامًا", "a"), ("Tage", "d"), ("日", "d"), ("أيام", "d"), ("min", "min"), ("Stunden", "h"),
        ("℃", "°C"), ("° C", "°C"), ("L", "l"), ("fl. oz.", "fl oz"), ("fl oz", "fl oz"), ("gsm", "g/m2"),
        ("g/m²", "g/m2"), ("m²", "m2"), ("dB(A)", "dB"), ("U/min", "rpm"), ("HZ", "Hz"), ("lux", "lx"),
        ("％", "%"), ("lbs", "lb"), ("tog", "tog"), ("mV", "mV"), ("MHz", "MHz"),
    ],
)  # fmt: skip
def test_a_unit_is_known_however_it_is_written(written: str, symbol: str) -> None:
    assert find_unit(written) == symbol


@pytest.mark.parametrize("written", ["", "pieces", "x", "cups", "Farbe"])
def test_other_words_are_no_units(written: str) -> None:
    assert find_unit(written) is None


def test_conversions_are_exact() -> None:
    assert convert(Decimal("2.54"), "cm", "in") == 1
    assert convert(Decimal(1), "lb", "g") == Decimal("453.59237")
    assert convert(Decimal(30), "°C", "°F") == 86
    assert convert(Decimal(86), "°F", "°C") == 30
    assert convert(Decimal(7), "cups", "cups") == 7


def test_what_has_no_common_measure_is_not_converted() -> None:
    assert convert(Decimal(3), "wd", "d") is None  # how many days five working days are depends on the week
    assert convert(Decimal(3), "cm", "kg") is None
    assert convert(Decimal(3), "cups", "l") is None


def test_every_symbol_means_itself() -> None:
    assert {symbol: find_unit(symbol) for symbol in units()} == {symbol: symbol for symbol in units()}
    assert dimension("cups") == "cups"
