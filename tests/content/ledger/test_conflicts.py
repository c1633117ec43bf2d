from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from content.errors import ShopError
from content.ledger.ledger import Ledger
from content.records import UNKNOWN, Choice, Fact, Quantity, Span, Text
from seo.records import Market

ReadLedger = Callable[..., Ledger]
DE = Market("de-DE", "EUR")
CATALOGUE = "sku,group,title,Power [W],Colour\nA1,,Kettle,1500,black\nC-1,luna,Luna 1,,\nC-2,luna,Luna 2,,\n"
HEADER = "sku,attribute,value,market,quote,source,row,note,replaces,valid_from,valid_until,by,on\n"
SECOND_LIST = "Article number,Name,Power [W],Colour\nA1,Kettle,1800,Black\n"
PAGE = """<html><script type="application/ld+json">{"@type": "Product", "sku": "A1", "name": "Kettle 1.7",
"additionalProperty": [{"@type": "PropertyValue", "name": "power", "value": 1800, "unitCode": "WTT"}]}</script></html>"""


def watts(amount: int) -> Quantity:
    return Quantity(Decimal(amount), "W")


def row(text: str) -> str:
    """An accepted row: sku, attribute, value, replaces."""
    sku, attribute, value, replaces = text.split(",")
    return f"{sku},{attribute},{value},,,,,,{replaces},,,Anna,2026-11-20\n"


@pytest.mark.parametrize(
    ("name", "text", "place"),
    [
        ("products/second.csv", SECOND_LIST, "products/second.csv, row 2, column 'Power [W]'"),
        ("products/kettle.html", PAGE, "products/kettle.html, row 1, column 'power'"),
        ("facts_accepted.csv", HEADER + row("A1,power,1800 W,"), "facts_accepted.csv, row 2, column 'power'"),
    ],
)
def test_two_places_that_disagree_are_both_named_and_neither_is_used(
    ledger_of: ReadLedger, name: str, text: str, place: str
) -> None:
    ledger = ledger_of(CATALOGUE, files={name: text})
    assert [fact.value for fact in ledger.facts("a1") if fact.key == "power"] == [UNKNOWN]
    (conflict,) = ledger.conflicts
    assert conflict.rule == "ledger.conflict"
    assert conflict.quote == "A1: Power [W]"
    assert f"products.csv, row 2, column 'Power [W]' and {place} disagree; neither is used" in conflict.cure


def test_places_that_agree_are_one_fact(ledger_of: ReadLedger) -> None:
    same = SECOND_LIST.replace("1800", "1.5 kW")
    ledger = ledger_of(CATALOGUE, files={"products/second.csv": same})
    assert ledger.conflicts == ()
    assert [fact.value for fact in ledger.facts("a1") if fact.key in ("power", "colour")] == [
        watts(1500),
        Choice("black"),
    ]


def test_an_accepted_fact_that_replaces_goes_first(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(CATALOGUE, files={"facts_accepted.csv": HEADER + row("A1,power,1800 W,yes")})
    assert ledger.conflicts == ()
    assert ledger.fact("a1", "power") == Fact(
        "a1", "power", watts(1800), "facts_accepted.csv", 2, "power", by="Anna, 2026-11-20"
    )


def test_an_accepted_fact_of_a_group_holds_for_its_variants(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(CATALOGUE, files={"facts_accepted.csv": HEADER + row("luna,can_be_cut,yes,")})
    assert [ledger.fact(handle, "can_be_cut").value for handle in ("luna", "c-1", "c-2")] == [
        True,
        True,
        True,
    ]


def test_an_accepted_fact_of_nobody_is_named(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(CATALOGUE, files={"facts_accepted.csv": HEADER + row("A9,power,1800 W,")})
    assert "row 2: no product has the sku or group 'A9'" in ledger.conflicts[0].cure


def test_a_further_list_brings_products_and_attributes_of_its_own(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        CATALOGUE, files={"products/more.csv": "sku,title,Cordless\nB1,Toaster,no\nA1,Kettle,yes\n"}
    )
    assert ledger.fact("b1", "cordless").source == "products/more.csv"
    assert ledger.fact("a1", "cordless").value is True
    assert ledger.keys(["a1"]) == ("power", "colour", "cordless")


def test_names_and_descriptions_are_no_conflict(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(CATALOGUE, files={"products/kettle.html": PAGE.replace("1800", "1500")})
    assert ledger.conflicts == ()
    assert ledger.products["a1"].title == "Kettle"


# --- the shop ---------------------------------------------------------------------------------------------

SHOP = '[returns]\ndays = "30 days"\n'


def test_accepted_terms_against_facts_toml(ledger_of: ReadLedger) -> None:
    accepted = HEADER + row("shop,returns_days,14 days,")
    ledger = ledger_of(CATALOGUE, files={"facts.toml": SHOP, "facts_accepted.csv": accepted})
    assert [fact.value for fact in ledger.facts("shop")] == [UNKNOWN]
    assert "facts.toml, column 'returns.days' and facts_accepted.csv, row 2" in ledger.conflicts[0].cure


def test_accepted_terms_that_replace(ledger_of: ReadLedger) -> None:
    accepted = HEADER + row("shop,returns_days,14 days,yes") + row("shop,repairs,yes,")
    ledger = ledger_of(CATALOGUE, files={"facts.toml": SHOP, "facts_accepted.csv": accepted})
    assert ledger.fact("shop", "returns_days", DE).value == Quantity(Decimal(14), "d")
    assert ledger.fact("shop", "repairs").value is True
    assert ledger.conflicts == ()


def test_two_routes_of_one_name_that_disagree_are_named(ledger_of: ReadLedger) -> None:
    block = '[[delivery]]\ncountry = "DE"\nroute = "standard"\ndays = "{} days"\n'
    ledger = ledger_of(CATALOGUE, files={"facts.toml": block.format("3-5") + block.format("9-12")})
    assert ledger.fact("shop", "delivery_standard_days", DE).value == UNKNOWN
    assert ledger.conflicts[0].rule == "ledger.conflict"


def test_terms_that_change_on_a_day_are_no_conflict(ledger_of: ReadLedger) -> None:
    text = (
        '[[delivery]]\nroute = "standard"\ndays = "3-5 days"\nvalid_until = 2026-12-31\n'
        '[[delivery]]\nroute = "standard"\ndays = "9-12 days"\nvalid_from = 2027-01-01\n'
    )
    ledger = ledger_of(CATALOGUE, files={"facts.toml": text})
    on = [
        ledger.fact("shop", "delivery_standard_days", DE, day).value
        for day in (date(2026, 12, 31), date(2027, 1, 1))
    ]
    assert on == [Span(Decimal(3), Decimal(5), "d"), Span(Decimal(9), Decimal(12), "d")]
    assert ledger.conflicts == ()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sku,attribute,value,by,on\nA1,power,1800 W,,2026-11-20\n", "row 2: 'by' is blank"),
        ("sku,attribute,value,by,on\nA1,power,1800 W,Anna,\n", "row 2: 'on' is blank"),
        ("sku,attribute,value,by,on\nA1,power,1800 W,Anna,today\n", "row 2: 'on' is 'today'"),
        ("sku,attribute,value\nA1,power,1800 W\n", "facts_accepted.csv has no column 'by'"),
    ],
)
def test_nothing_enters_unconfirmed(ledger_of: ReadLedger, text: str, said: str) -> None:
    with pytest.raises(ShopError, match="facts_accepted") as caught:
        ledger_of(CATALOGUE, files={"facts_accepted.csv": text})
    assert said in str(caught.value)


def test_a_brand_in_two_spellings_is_one(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,brand\nA1,Kettle,BRAUN\n", files={"products/b.csv": "sku,title,brand\nA1,Kettle,Braun\n"}
    )
    assert ledger.conflicts == ()
    brand = ledger.fact("a1", "brand").value
    assert isinstance(brand, Text) and brand.get("ja") == "BRAUN"
