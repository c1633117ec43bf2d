"""What one variant leaves blank is not said of its product, and one that is sold no longer does not count for it."""

from collections.abc import Callable
from datetime import date

import pytest

from content.ledger.ledger import Ledger
from content.records import UNKNOWN, Choice, Many, Money, Quantity

ReadLedger = Callable[..., Ledger]
TODAY = date(2026, 11, 27)


@pytest.mark.parametrize("said", ["yes", "no"])
def test_a_blank_beside_a_yes_or_no_leaves_the_product_unknown(ledger_of: ReadLedger, said: str) -> None:
    ledger = ledger_of(
        "sku,title,group,material,fits e-bikes,capacity [l]\n"
        f"A,Lark bag 3,lark,canvas,{said},3\nB,Lark bag 6,lark,canvas,,6\n",
    )
    assert ledger.fact("lark", "fits_e_bikes").value is UNKNOWN
    assert ledger.fact("a", "fits_e_bikes").value is (said == "yes")
    assert ledger.fact("b", "fits_e_bikes").value is UNKNOWN
    assert ledger.fact("lark", "material").value == Choice("canvas")
    assert ledger.fact("lark", "capacity").value == Many((Quantity(3, "l"), Quantity(6, "l")))


def test_a_measure_that_one_variant_lacks_is_nobody_elses(ledger_of: ReadLedger) -> None:
    rows = "A,Lark bag 3,lark,canvas,40\nB,Lark bag 6,lark,canvas,\nC,Lark bag 9,lark,canvas,44\n"
    ledger = ledger_of(f"sku,title,group,material,strap [cm]\n{rows}")
    assert ledger.fact("lark", "strap").value is UNKNOWN
    assert ledger.fact("a", "strap").value == Quantity(40, "cm")


def test_rows_that_state_only_what_tells_them_apart_take_the_rest_from_the_first(
    ledger_of: ReadLedger,
) -> None:
    ledger = ledger_of(
        "sku,title,group,material,fits e-bikes,size\nA,Lark bag 3,lark,canvas,yes,S\nB,Lark bag 6,lark,,,L\n",
    )
    assert ledger.fact("lark", "fits_e_bikes").value is True
    assert ledger.fact("lark", "material").value == Choice("canvas")


def test_it_comes_in_the_colours_that_are_stated(ledger_of: ReadLedger) -> None:
    rows = "A,Lark,lark,canvas,black\nB,Lark,lark,canvas,red\nC,Lark,lark,canvas,\n"
    ledger = ledger_of(f"sku,title,group,material,colour\n{rows}")
    assert ledger.fact("lark", "colour").value == Many((Choice("black"), Choice("red")))


GONE = "sku,title,group,material,colour,price,availability,available_until\n"


@pytest.mark.parametrize("said", ["in stock", "out of stock"])
def test_a_colour_after_its_last_day_is_none_of_the_products(ledger_of: ReadLedger, said: str) -> None:
    rows = f"A,Lark,lark,canvas,black,79,in stock,\nB,Lark,lark,canvas,mustard,63,{said},2026-10-31\n"
    ledger = ledger_of(GONE + rows).as_of(TODAY)
    assert ledger.fact("lark", "colour").value == Choice("black")
    assert ledger.fact("lark", "price").value == Money(7900, "EUR")
    assert ledger.variants("lark") == ("a",)
    before = date(2026, 10, 31)
    assert ledger.fact("lark", "colour", on=before).value == Many((Choice("black"), Choice("mustard")))
    assert ledger.variants("lark", before) == ("a", "b")


def test_a_colour_out_of_stock_may_come_back(ledger_of: ReadLedger) -> None:
    rows = "A,Lark,lark,canvas,black,79,in stock,\nB,Lark,lark,canvas,mustard,63,out of stock,\n"
    ledger = ledger_of(GONE + rows).as_of(TODAY)
    assert ledger.fact("lark", "colour").value == Many((Choice("black"), Choice("mustard")))
    assert ledger.variants("lark") == ("a", "b")


def test_a_product_that_goes_as_a_whole_keeps_what_it_is(ledger_of: ReadLedger) -> None:
    rows = "A,Lark,lark,canvas,black,79,in stock,2026-10-31\nB,Lark,lark,canvas,red,63,in stock,2026-10-31\n"
    ledger = ledger_of(GONE + rows).as_of(TODAY)
    assert ledger.fact("lark", "colour").value == Many((Choice("black"), Choice("red")))
    assert ledger.fact("lark", "availability").value is False
