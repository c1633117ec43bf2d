"""Names and cells that look like something else (issue 3, bad input)."""

from collections.abc import Callable

import pytest

from content.ledger.ledger import Ledger
from content.records import UNKNOWN
from content.rendering import render
from seo.records import Market

ReadLedger = Callable[..., Ledger]
DE = Market("de-DE", "EUR")


@pytest.mark.parametrize("title", ["100 %", "0", "5 cm", "yes", "1.299,50 €", "{{a.b}}", "1/2", "%", "№ 5"])
def test_a_product_may_be_called_anything(ledger_of: ReadLedger, title: str) -> None:
    ledger = ledger_of(f'sku,title,brand,price\nA1,"{title}",,20\nA2,Kettle,,30\n')
    assert ledger.name("a1", "en") == title
    assert ledger.short("a1", "en")
    assert ledger.products["a1"].title == title
    assert render("{{a1.price}}", ledger, DE, "plain") == "20,00\u00a0€"


@pytest.mark.parametrize(
    "sku", ["Kettle", "the", "shop", "100 %", "0", "yes", "evidence-1", "ケトル", "غلاية", "a b  c", "-"]
)
def test_a_sku_may_be_a_word(ledger_of: ReadLedger, sku: str) -> None:
    ledger = ledger_of(f'sku,title,Width [cm]\n"{sku}",Ember one,20\nB2,Ember two,30\n')
    (handle,) = [product.handle for product in ledger.products.values() if product.sku == sku]
    assert handle not in ("shop", "")
    assert ledger.resolve(sku) == handle
    assert ledger.fact(handle, "width").value != UNKNOWN
    assert ledger.facts("shop") == ()


def test_rows_of_nothing_are_no_products(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,price\n,,\nA1,Kettle,20\n\n,,,,\n")
    assert list(ledger.products) == ["a1"]


def test_full_width_digits_and_direction_marks_inside_numbers(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,Width [cm],price\nA1,Kettle,１３７,４９.９０\nA2,Jug,\u200f١٣٧\u200e,\u200e20\n"
    )
    assert ledger.fact("a1", "width").value == ledger.fact("a2", "width").value
    assert ledger.fact("a1", "price", DE).value != UNKNOWN
    assert ledger.fact("a2", "price", DE).value != UNKNOWN
