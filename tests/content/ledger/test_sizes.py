from collections.abc import Callable
from decimal import Decimal

import pytest

from content.errors import LedgerGap, ShopError
from content.ledger.ledger import Ledger
from content.records import Choice, Many, Quantity
from content.rendering import render
from seo.records import Market

ReadLedger = Callable[..., Ledger]
DE, US = Market("de-DE", "EUR"), Market("en-US", "USD")
SHOES = (
    "sku,group,title,category,EU size,UK size,US size kids,DE size\n"
    "A1,,Felt slipper,Slippers,39,,,\nA2,,Felt slipper,Slippers,,8,,\nK1,,Kids slipper,Kids slippers,,,11,\n"
    "D1,,Dress,Dresses,,,,38\nM1,mo,Mocha 1,Slippers,40,,,\nM2,mo,Mocha 2,Slippers,41,,,\n"
)  # fmt: skip


@pytest.mark.parametrize(
    ("subject", "key", "system", "value"),
    [
        ("a1", "eu_size", "UK", Choice("5.5")),
        ("a1", "eu_size", "us women", Choice("7.5")),
        ("a1", "eu_size", "JP", Quantity(Decimal(25), "cm")),
        ("a2", "uk_size", "EU", None),  # 42 for adults, 25 or 26 for a child: nobody knows which
        ("a2", "uk_size", "EU shoes", Choice("42")),
        ("k1", "us_size_kids", "EU", Choice("28")),
        ("d1", "de_size", "UK", Choice("12")),
        ("mo", "eu_size", "UK", Many((Choice("6.5"), Choice("7.5")))),
    ],
)
def test_a_size_in_another_system(
    ledger_of: ReadLedger, subject: str, key: str, system: str, value: object
) -> None:
    ledger = ledger_of(SHOES)
    assert ledger.in_system(subject, key, ledger.fact(subject, key).value, system) == value


def test_a_reference_converts_a_size(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(SHOES)
    assert render("UK {{convert(a1.eu_size, UK)}}", ledger, DE, "plain") == "UK 5,5"
    assert render("{{convert(a1.eu_size, JP)}}", ledger, US, "plain") == "25 cm"
    with pytest.raises(LedgerGap, match="cannot be worked out"):
        render("{{convert(a2.uk_size, EU)}}", ledger, DE, "plain")


def test_the_shops_row_takes_the_place_of_ours(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(SHOES, files={"sizes.csv": "table,EU,UK\nshoes,39,6\n"})
    assert ledger.in_system("a1", "eu_size", Choice("39"), "UK") == Choice("6")
    assert ledger.in_system("a1", "eu_size", Choice("39"), "US women") is None  # the shop does not say
    assert ledger.in_system("a1", "eu_size", Choice("40"), "UK") == Choice("6.5")


def test_a_table_of_a_category_goes_before_the_general_one(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(SHOES, files={"sizes.csv": "table,EU,UK\nslippers,39,6.5\n"})
    assert ledger.in_system("a1", "eu_size", Choice("39"), "UK") == Choice("6.5")
    assert ledger.in_system("a1", "eu_size", Choice("40"), "UK") == Choice("6.5")  # falls back


def test_a_size_no_row_states_has_no_other(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(SHOES)
    assert ledger.in_system("a1", "eu_size", Choice("39.5"), "UK") is None
    assert ledger.in_system("a1", "width", Choice("39"), "UK") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("EU,UK\n38,5\n", "no column 'table'"),
        ("table,EU,UK\nshoes,38,five\n", "row 2: 'five' under 'UK' is no size"),
    ],
)
def test_a_mistake_in_the_table_is_named(ledger_of: ReadLedger, text: str, said: str) -> None:
    with pytest.raises(ShopError, match=said):
        ledger_of(SHOES, files={"sizes.csv": text}).in_system("a1", "eu_size", Choice("39"), "UK")
