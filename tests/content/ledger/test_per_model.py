"""A sheet of one row a model had to be copied to one row a variant by hand: 25 rows to 121."""

from decimal import Decimal

import pytest

from content.errors import ShopError
from content.records import UNKNOWN, Choice, Quantity
from tests.content.ledger.conftest import ReadLedger

CATALOGUE = """sku,group,title,size,weight [g]
A-1,jacket,Uferlicht jacket,S,
A-2,jacket,Uferlicht jacket,M,
B-1,,Lamp,,300
"""


@pytest.mark.parametrize(
    ("language", "header"),
    [
        ("en", "Handle,Product"),
        ("es", "Grupo,Nombre"),
        ("fr", "Groupe,Désignation"),
        ("de", "Handle,Artikel"),
        ("ar", "المجموعة,الاسم"),
        ("ja", "グループ,商品名"),
    ],
)
def test_a_row_of_a_model_holds_for_all_its_variants(
    ledger_of: ReadLedger, language: str, header: str
) -> None:
    sheet = f"{header},Water column [mm]\njacket,The jacket,20000\n"
    ledger = ledger_of(CATALOGUE, language, {"products/models.csv": sheet})
    for handle in ("jacket", "a-1", "a-2"):
        fact = ledger.fact(handle, "water_column")
        assert (fact.value, fact.source, fact.row) == (
            Quantity(Decimal(20000), "mm"),
            "products/models.csv",
            2,
        )
    assert ledger.fact("b-1", "water_column").value == UNKNOWN
    assert ledger.products["jacket"].title == "Uferlicht jacket"
    assert ledger.conflicts == ()


def test_a_model_is_named_by_title_or_handle_and_gives_titles_too(ledger_of: ReadLedger) -> None:
    sheet = "Artikel;title@es;Hergestellt in\nUferlicht jacket;Chaqueta Uferlicht;Portugal\nlamp;;Spanien\n"
    ledger = ledger_of(CATALOGUE, "de", {"products/models.csv": sheet})
    (made_in,) = set(ledger.keys(["b-1"])) - {"weight"}
    assert ledger.fact("a-2", made_in).value == Choice("Portugal")
    assert ledger.fact("b-1", made_in).value == Choice("Spanien")
    assert ledger.name("jacket", "es") == "Chaqueta Uferlicht"


def test_a_sheet_of_models_may_stand_before_the_list_of_their_variants(ledger_of: ReadLedger) -> None:
    files = {
        "products/a.csv": "Handle,Colour\ntent,Green\n",
        "products/b.csv": "sku,group,title\nC-1,tent,Fulmar tent\nC-2,tent,Fulmar tent\n",
    }
    ledger = ledger_of(CATALOGUE, files=files)
    assert ledger.fact("tent", ledger.keys(["tent"])[-1]).value == Choice("Green")


def test_a_row_of_no_product_is_named(ledger_of: ReadLedger) -> None:
    sheet = "Handle,Waterproof\ntent,yes\n,no\njacket,yes\n"
    ledger = ledger_of(CATALOGUE, files={"products/models.csv": sheet})
    assert ledger.fact("jacket", "waterproof").value is True
    end = "so the row was left out; write the group of a product, or its title"
    assert [finding.cure for finding in ledger.conflicts] == [
        f"products/models.csv, row 2: 'tent' in 'Handle' is no product of yours, or two, {end}",
        f"products/models.csv, row 3: 'Handle' is blank, {end}",
    ]


def test_one_cell_that_clashes_with_every_variant_is_said_once(ledger_of: ReadLedger) -> None:
    catalogue = CATALOGUE.replace(",S,", ",S,560").replace(",M,", ",M,560")
    ledger = ledger_of(catalogue, files={"products/models.csv": "Handle,weight [g]\njacket,480\n"})
    assert ledger.fact("jacket", "weight").value == UNKNOWN
    (finding,) = ledger.conflicts
    assert "products/models.csv, row 2, column 'weight [g]'" in finding.cure
    assert finding.cure.endswith("; so with 1 more of its variants")


def test_a_list_with_skus_is_read_by_them_though_it_has_handles(ledger_of: ReadLedger) -> None:
    sheet = "sku,title,Handle,Waterproof\nA-1,Uferlicht jacket,jacket,yes\n"
    ledger = ledger_of(CATALOGUE, files={"products/more.csv": sheet})
    assert ledger.fact("a-1", "waterproof").value is True
    assert ledger.fact("a-2", "waterproof").value == UNKNOWN


def test_a_list_that_names_no_product_is_refused(ledger_of: ReadLedger) -> None:
    with pytest.raises(ShopError, match=r"products/more.csv has no column 'sku' \(found: Colour\)"):
        ledger_of(CATALOGUE, files={"products/more.csv": "Colour\nGreen\n"})
