from decimal import Decimal

import pytest

from content.ledger.numbers import DecimalSign
from content.ledger.values import ColumnReader, read_money
from content.records import UNKNOWN, Choice, Many, Money, Quantity, Span, Text, Value

D = Decimal  # the rows below stay short


def read(cell: str, unit: str = "", kind: str = "", language: str = "en", sign: DecimalSign = ".") -> Value:
    return ColumnReader(language, sign, unit, kind).read(cell)


@pytest.mark.parametrize(
    ("cell", "unit", "value"),
    [
        ("137", "cm", Quantity(D(137), "cm")),
        ("1.2 m", "cm", Quantity(D("1.2"), "m")),  # the cell's own unit goes before the header's
        ("5cm", "", Quantity(D(5), "cm")),
        ('12"', "", Quantity(D(12), "in")),
        ("-18 °C", "", Quantity(D(-18), "°C")),
        ("1 200 W", "", Quantity(D(1200), "W")),
        ("幅137", "", Choice("幅137")),
        ("220 - 240", "V", Span(D(220), D(240), "V")),
        ("220–240", "", Span(D(220), D(240), "")),
        ("3-5 working days", "", Span(D(3), D(5), "wd")),
        ("between 5 and 7 days", "", Span(D(5), D(7), "d")),
        ("5 bis 7 Werktage", "", Span(D(5), D(7), "wd")),
        ("de 3 a 5 días laborables", "", Span(D(3), D(5), "wd")),
        ("3〜5営業日", "", Span(D(3), D(5), "wd")),
        ("من ٣ إلى ٥ أيام", "", Span(D(3), D(5), "d")),
        ("5-5 days", "", Quantity(D(5), "d")),
        ("50/60", "Hz", Many((Quantity(D(50), "Hz"), Quantity(D(60), "Hz")))),
        ("220/220-240", "V", Many((Quantity(D(220), "V"), Span(D(220), D(240), "V")))),
        ("117, 137 cm", "", Many((Quantity(D(117), "cm"), Quantity(D(137), "cm")))),
        ("220-240V, 50-60Hz", "", Many((Span(D(220), D(240), "V"), Span(D(50), D(60), "Hz")))),
        ("400,1000", "", Many((Quantity(D(400), ""), Quantity(D(1000), "")))),
        ("1,000", "g", Quantity(D(1000), "g")),
        ("007", "", Choice("007")),  # a number on a label
        ("1/2", "", Choice("1/2")),  # a fraction is no list of two
        ("up to 5 kg", "", Choice("up to 5 kg")),  # without its qualifier it would be another fact
        ("245 x 330 x 365", "", Choice("245 x 330 x 365")),
        ("100% cotton", "", Choice("100% cotton")),
        ("7-3 cm", "", Choice("7-3 cm")),  # a range that runs backwards is no range
    ],
)  # fmt: skip
def test_amounts(cell: str, unit: str, value: Value) -> None:
    assert read(cell, unit) == value


@pytest.mark.parametrize(
    "cell", ["yes", "Yes", "ja", "oui", "sí", "نعم", "はい", "✓", "○", "〇", "対応", "要"]
)
def test_yes_in_six_languages(cell: str) -> None:
    assert read(cell) is True


@pytest.mark.parametrize("cell", ["no", "Nein", "non", "لا", "いいえ", "✗", "×", "非対応", "不要", "لا يوجد"])
def test_no_in_six_languages(cell: str) -> None:
    assert read(cell) is False


@pytest.mark.parametrize("cell", ["unknown", "n/a", "N/A", "-", "k.A.", "不明", "غير معروف", "?", "ー", "－"])
def test_unknown_is_a_value_and_never_no(cell: str) -> None:
    assert read(cell) == UNKNOWN


def test_choices_and_lists_of_choices() -> None:
    assert read("Stainless steel") == Choice("Stainless steel")
    assert read("Plastic,Stainless steel") == Many((Choice("Plastic"), Choice("Stainless steel")))
    assert read("ABS, SAN, ABS") == Many((Choice("ABS"), Choice("SAN")))
    assert read("Grater\\nMixing Bowl") == Many((Choice("Grater"), Choice("Mixing Bowl")))
    assert read("綿、ポリエステル", language="ja") == Many((Choice("綿"), Choice("ポリエステル")))


def test_prose_is_text_of_the_catalogue() -> None:
    prose = "Wash it at home. It keeps its shape."
    assert read(prose) == Text((("en", prose),))
    assert read("Machine wash", kind="text", language="de") == Text((("de", "Machine wash"),))


def test_letters_are_booleans_only_where_the_column_says_so() -> None:
    assert read("Y") == Choice("Y")
    assert ColumnReader("en", ".", letters=True).read("Y") is True
    assert read("1") == Quantity(D(1), "")


def test_a_doubted_unit_needs_the_cells_own() -> None:
    reader = ColumnReader("en", ".", "kg", doubted=True)
    assert reader.read("1750") == UNKNOWN
    assert reader.read("1750 kg") == Quantity(D(1750), "kg")


@pytest.mark.parametrize(
    ("cell", "money"),
    [
        ("49.90", Money(4990, "EUR")),
        ("1.299,50 €", Money(129950, "EUR")),
        ("€1,299.50", Money(129950, "EUR")),
        ("1 299,50 €", Money(129950, "EUR")),
        ("19,- €", Money(1900, "EUR")),
        ("CHF 1’299.50", Money(129950, "CHF")),
        ("$19.99", Money(1999, "USD")),
        ("4,980円", Money(4980, "JPY")),
        ("￥4,980", Money(4980, "JPY")),
        ("4980 JPY", Money(4980, "JPY")),
        ("١٢٩٫٥٠ درهم", Money(12950, "AED")),
        ("49.90 EUR", Money(4990, "EUR")),
        ("12,800円（税込）", Money(12800, "JPY")),
        ("49.90 € inkl. MwSt.", Money(4990, "EUR")),
        ("115 ر.س شامل الضريبة", Money(11500, "SAR")),
        ("1.299", Money(129900, "EUR")),  # no price has three decimals
    ],
)
def test_prices(cell: str, money: Money) -> None:
    assert read_money(cell, "EUR", ".") == money
    assert read_money(cell, "EUR", ",") == (money if cell != "49.90" else Money(4990, "EUR"))


@pytest.mark.parametrize(
    "cell",
    ["$19–$29", "from 19", "4.90 EUR / kg", "19.999,999 €", "on request", "12.345 CHF 9", "12,800円（税抜）"],
)
def test_what_is_not_one_price_is_none(cell: str) -> None:
    assert read_money(cell, "EUR", ".") is None


def test_a_dollar_is_the_expected_one() -> None:
    assert read_money("$5", "CAD", ".") == Money(500, "CAD")
    assert read_money("$5", "EUR", ".") == Money(500, "USD")
    assert read_money("¥5", "CNY", ".") == Money(500, "CNY")
