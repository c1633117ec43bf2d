from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from content.errors import ShopError
from content.ledger.accepted import FILE, Accepted, with_accepted
from content.ledger.ledger import read_ledger
from content.ledger.statements import read_statement
from content.ledger.table import table_of
from content.proposing.proposal import Proposal, accepted_of, as_csv, refused, written
from content.records import Money, Quantity, Span, Value
from content.shop import load_shop

FOUND = Proposal("A1", "power", "1500 W", "", "Power, 1500 W.", "products.csv", 2, "")
ON = date(2026, 11, 25)


def filled(word: str) -> str:
    return as_csv([FOUND]).replace("\n,", f"\n{word},")


@pytest.mark.parametrize(("word", "replaces"), [("yes", ""), ("JA", ""), ("はい", ""), ("replaces", "yes")])
def test_an_accepted_row_carries_who_and_when(word: str, replaces: str) -> None:
    assert accepted_of(table_of(filled(word), "found.csv"), "Anna", ON) == [
        Accepted(
            "A1",
            "power",
            "1500 W",
            "",
            "Power, 1500 W.",
            "products.csv",
            "2",
            "",
            replaces,
            "",
            "",
            "Anna",
            "2026-11-25",
        )
    ]


@pytest.mark.parametrize("word", ["", "no", "nein"])
def test_what_is_not_accepted_stays_out(word: str) -> None:
    assert accepted_of(table_of(filled(word), "found.csv"), "Anna", ON) == []


def test_a_word_nobody_can_read_is_refused() -> None:
    with pytest.raises(ShopError, match="row 2: 'maybe' in 'accept': write yes, replaces, or leave it blank"):
        accepted_of(table_of(filled("maybe"), "found.csv"), "Anna", ON)
    with pytest.raises(ShopError, match="no column 'accept'"):
        accepted_of(table_of("sku,attribute,value\n", "x.csv"), "Anna", ON)


def test_a_product_nobody_has_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shop.toml").write_text('name = "S"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n')
    (tmp_path / "products.csv").write_text("sku,group,title\nA1,luna,Luna\nA2,luna,Luna\n")
    ledger = read_ledger(load_shop(tmp_path))
    rows = [Accepted(sku, "power", "1500 W") for sku in ("A1", "luna", "shop", "A9")]
    assert refused(rows, ledger) == [
        "no product has the sku or group 'A9': correct it, or clear its `accept`."
    ]
    assert "'Germany' in 'market' is no country" in refused([Accepted("A1", "p", "1", "Germany")], ledger)[0]


def test_the_file_grows_and_holds_each_fact_once(tmp_path: Path) -> None:
    fact = Accepted("A1", "power", "1500 W", by="Anna", on="2026-11-25")
    text, new = with_accepted(tmp_path / FILE, [fact])
    assert new == 1
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert with_accepted(tmp_path / FILE, [fact]) == (text, 0)


def test_a_file_edited_by_hand_keeps_its_own_columns(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text(
        "sku;attribute;value;by;on;why\nA1;colour;black;Anna;2026-11-20;seen\n", encoding="utf-8"
    )
    text, new = with_accepted(
        tmp_path / FILE, [Accepted("A1", "power", "1500 W", replaces="yes", by="Jo", on="2026-11-25")]
    )
    table = table_of(text, FILE)
    first, second = (dict(zip(table.header, row.cells, strict=True)) for row in table.rows)
    assert new == 1
    assert (first["why"], first["value"]) == ("seen", "black")
    assert (second["replaces"], second["by"]) == ("yes", "Jo")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Quantity(Decimal("1.50"), "kg"), "1.5 kg"),
        (Span(Decimal(3), Decimal(5), "wd"), "3-5 working days"),
        (Quantity(Decimal(1), "a"), "1 year"),
        (Money(490, "EUR"), "4.90 EUR"),
        (Money(550, "JPY"), "550 JPY"),
    ],
)
def test_a_value_is_written_as_the_ledger_reads_it(value: Value, text: str) -> None:
    assert written(value) == text
    read = read_statement(text, "en", "EUR")
    assert read == value
