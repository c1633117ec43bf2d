from collections.abc import Callable
from datetime import date

import pytest

from content.ledger.joining import joined
from content.ledger.ledger import Ledger
from content.ledger.stated import Stated
from content.records import UNKNOWN, Fact, Many, Money
from seo.records import Market

ReadLedger = Callable[..., Ledger]
DE, US = Market("de-DE", "EUR"), Market("en-US", "USD")
BEFORE, FIRST, DURING, LAST = (date(2026, 11, day) for day in (19, 20, 24, 30))
AFTER = date(2026, 12, 1)
SALE = "sku,title,price,sale_price,sale_from,sale_until\nA1,Kettle,49.90,39.90,2026-11-20,2026-11-30\n"


def eur(minor: int) -> Money:
    return Money(minor, "EUR")


def test_a_reader_pays_the_sale_price_from_its_first_day_to_its_last(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(SALE)
    paid = [ledger.fact("a1", "price", DE, day).value for day in (BEFORE, FIRST, DURING, LAST, AFTER)]
    assert paid == [eur(4990), eur(3990), eur(3990), eur(3990), eur(4990)]


def test_the_sale_stands_with_its_days_and_the_regular_price_beside_it(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(SALE)
    during = ledger.fact("a1", "price", DE, DURING)
    assert during == Fact("a1", "price", eur(3990), "products.csv", 2, "sale_price", None, FIRST, LAST)
    assert ledger.fact("a1", "regular_price", DE, DURING).value == eur(4990)
    assert ledger.fact("a1", "sale_price", DE, DURING).value == eur(3990)
    assert ledger.fact("a1", "sale_price", DE, AFTER).value == UNKNOWN
    assert {(f.valid_from, f.valid_until) for f in ledger.facts("a1") if f.key == "price"} == {
        (None, BEFORE),
        (FIRST, LAST),
        (AFTER, None),
    }


def test_without_a_day_the_price_is_the_regular_one(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(SALE)
    assert ledger.fact("a1", "price", DE).value == eur(4990)
    assert ledger.fact("a1", "price").value == eur(4990)


def test_a_ledger_opened_for_a_day_answers_for_that_day(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(SALE)
    assert ledger.as_of(DURING).fact("a1", "price", DE).value == eur(3990)
    assert ledger.as_of(DURING).fact("a1", "price", DE, AFTER).value == eur(4990)
    assert ledger.fact("a1", "price", DE).value == eur(4990)  # the other one is as it was


@pytest.mark.parametrize(
    ("row", "on", "paid"),
    [
        ("49.90,39.90,,", None, 3990),  # no days: as long as it stands there
        ("49.90,39.90,2026-11-20,", DURING, 3990),
        ("49.90,39.90,2026-11-20,", BEFORE, 4990),
        ("49.90,39.90,,2026-11-30", BEFORE, 3990),
        ("49.90,39.90,,2026-11-30", AFTER, 4990),
        ("49.90,0,,", None, 4990),  # exports write 0 for no sale
        ("49.90,49.90,,", None, 4990),
        (",39.90,2026-11-20,2026-11-30", DURING, 3990),
        ("49.90,39.90,20.11.2026,30.11.2026", DURING, 3990),
        ("49.90,39.90,2026年11月20日,2026/11/30", DURING, 3990),
        ("49.90,39.90,2026-11-20T00:00+0100,2026-12-01T00:00+0100", LAST, 3990),
        (
            "49.90,39.90,2026-11-20T00:00+0100,2026-12-01T00:00+0100",
            AFTER,
            4990,
        ),  # midnight ends the day before
    ],
)
def test_what_a_sale_row_means(ledger_of: ReadLedger, row: str, on: date | None, paid: int) -> None:
    ledger = ledger_of(f"sku,title,price,Sale price,sale_from,sale_until\nA1,Kettle,{row}\n")
    assert ledger.fact("a1", "price", DE, on).value == eur(paid)
    assert ledger.conflicts == ()


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("49.90,59.90,,", "the sale price is higher than the price"),
        ("49.90,39.90 USD,,", "the sale price is in USD, the price in EUR"),
        ("49.90,39.90,2026-11-30,2026-11-20", "the sale ends before it begins"),
        ("49.90,39.90,03/04/2026,", "'03/04/2026' is not a day anyone reads the same way"),
        ("49.90,39.90,soon,", "'soon' is not a day"),
    ],
)
def test_a_sale_that_contradicts_itself_is_not_used(ledger_of: ReadLedger, row: str, said: str) -> None:
    ledger = ledger_of(f"sku,title,price,sale_price,sale_from,sale_until\nA1,Kettle,{row}\n")
    assert ledger.fact("a1", "price", DE, DURING).value == eur(4990)
    (finding,) = ledger.conflicts
    assert finding.rule == "ledger.price"
    assert said in finding.cure
    assert "row 2" in finding.cure


def test_a_sale_of_one_country_leaves_the_others_alone(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,price,price@US,sale_price@DE,sale_from@DE,sale_until@DE\n"
        "A1,Kettle,49.90,55,39.90,2026-11-20,2026-11-30\n"
    )
    assert ledger.fact("a1", "price", DE, DURING).value == eur(3990)
    assert ledger.fact("a1", "price", DE, AFTER).value == eur(4990)
    assert ledger.fact("a1", "price", US, DURING).value == Money(5500, "USD")
    assert ledger.fact("a1", "price", Market("fr-FR", "EUR"), DURING).value == eur(4990)


@pytest.mark.parametrize("price", ["0", "0.00", "-5"])
def test_a_price_of_nothing_is_no_price(ledger_of: ReadLedger, price: str) -> None:
    ledger = ledger_of(f"sku,title,price\nA1,Kettle,{price}\n")
    assert ledger.fact("a1", "price", DE).value == UNKNOWN
    assert f"'{price}' in 'price' is no price" in ledger.conflicts[0].cure


# --- availability -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "before", "during", "after"),
    [
        ("preorder,2026-11-20,", False, True, True),
        ("preorder,,", None, None, None),  # nobody says when
        ("in stock,2026-11-20,2026-11-30", False, True, False),
        ("in stock,,2026-11-30", True, True, False),
        ("out of stock,2026-11-20,", False, None, None),  # a forgotten row must not promise
        (",2026-11-20,", False, True, True),
    ],
)
def test_availability_with_days(
    ledger_of: ReadLedger, row: str, before: bool | None, during: bool | None, after: bool | None
) -> None:
    header = "sku,title,availability,available_from,available_until"
    if row.startswith(","):
        header, row = "sku,title,available_from,available_until", row[1:]
    ledger = ledger_of(f"{header}\nA1,Kettle,{row}\n")
    assert [ledger.in_stock("a1", DE, day) for day in (BEFORE, DURING, AFTER)] == [before, during, after]


def test_the_first_day_is_a_fact_of_its_own(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,availability,available_from\nA1,Kettle,preorder,2026-11-20\n")
    assert ledger.fact("a1", "available_from").value == FIRST


# --- families ---------------------------------------------------------------------------------------------


def test_a_family_has_the_sale_price_of_one_variant_beside_the_others_while_it_runs(
    ledger_of: ReadLedger,
) -> None:
    ledger = ledger_of(
        "sku,group,title,price,sale_price,sale_from,sale_until\n"
        "C-1,luna,Luna small,20,,,\nC-2,luna,Luna large,30,25,2026-11-20,2026-11-30\n"
    )
    assert ledger.fact("luna", "price", DE, BEFORE).value == Many((eur(2000), eur(3000)))
    assert ledger.fact("luna", "price", DE, DURING).value == Many((eur(2000), eur(2500)))
    assert ledger.fact("luna", "price", DE, AFTER).value == Many((eur(2000), eur(3000)))


def test_periods_in_which_a_family_says_the_same_are_one() -> None:
    first = Stated("price", eur(100), 2, "price", None, None, BEFORE)
    second = Stated("price", eur(100), 2, "price", None, FIRST, None)
    other = Stated("price", eur(100), 3, "price", None)
    assert [one.valid_from for one in joined([(first, second), (other,)])] == [None]
