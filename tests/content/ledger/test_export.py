import json
from collections.abc import Callable
from pathlib import Path

import pytest

from content.errors import ShopError
from content.ledger.differences import Change
from content.ledger.export import as_json, diff, read_snapshot, snapshot
from content.ledger.ledger import Ledger

ReadLedger = Callable[..., Ledger]


def test_the_ledger_as_json_holds_every_fact_with_its_place(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,Width [cm],Cordless,price\nA1,Kettle,1.50,no,49.90\nA2,Toaster,unknown,,\n")
    read = json.loads(json.dumps(as_json(ledger, ledger.subjects())))
    assert [product["handle"] for product in read["products"]] == ["a1", "a2"]
    facts = {fact["reference"]: fact for fact in read["facts"]}
    assert facts["a1.width"]["value"] == {"amount": "1.50", "unit": "cm"}
    assert (facts["a1.width"]["source"], facts["a1.width"]["row"], facts["a1.width"]["column"]) == (
        "products.csv",
        2,
        "Width [cm]",
    )
    assert facts["a1.cordless"]["value"] is False
    assert facts["a1.price"]["value"] == {"minor": 4990, "currency": "EUR"}
    assert facts["a2.width"]["value"] == {"unknown": True}


# --- what changed -----------------------------------------------------------------------------------------

BEFORE = "sku,title,Width [cm],Cordless,price@US,sale_price@US\nA1,Kettle,15,no,49.90,\nA2,Toaster,20,yes,,\n"
AFTER = "sku,title,Cordless,Width [cm],price@US,sale_price@US\nA0,Jug,,,,\nA1,Kettle,yes,15.0,49.90,39.90\n"


def test_what_changed_from_one_ledger_to_another(ledger_of: ReadLedger) -> None:
    before = snapshot(ledger_of(BEFORE))
    changes = {(each.reference, each.market): each for each in diff(before, ledger_of(AFTER))}
    assert changes["a1.cordless", ""] == Change(
        "a1",
        "cordless",
        "",
        "changed",
        "false",
        "true",
        "products.csv, row 2, column 'Cordless'",
        "products.csv, row 3, column 'Cordless'",
    )
    price = changes["a1.price", "US"]
    assert (price.kind, price.before, price.after) == ("changed", "49.90 USD", "39.90 USD")
    assert (changes["a2.width", ""].kind, changes["a2.width", ""].after) == ("removed", "")
    assert (changes["a0.title", ""].kind, changes["a0.title", ""].after) == ("added", "Jug")
    assert ("a1.width", "") not in changes  # 15 and 15.0 are one width, and a row that moved is no change


def test_two_readings_of_the_same_files_do_not_differ(ledger_of: ReadLedger) -> None:
    assert diff(ledger_of(BEFORE), ledger_of(BEFORE)) == ()


def test_a_sale_that_is_moved_is_a_change(ledger_of: ReadLedger) -> None:
    text = "sku,title,price,sale_price,sale_from,sale_until\nA1,Kettle,49.90,39.90,2026-11-20,{}\n"
    before = snapshot(ledger_of(text.format("2026-11-30")))
    moved = {each.key: each for each in diff(before, ledger_of(text.format("2026-12-06")))}
    assert set(moved) == {"price", "sale_price"}
    assert moved["sale_price"].before == "39.90 EUR (2026-11-20 to 2026-11-30)"
    assert moved["sale_price"].after == "39.90 EUR (2026-11-20 to 2026-12-06)"


def test_a_stored_ledger_reads_again(ledger_of: ReadLedger, tmp_path: Path) -> None:
    ledger = ledger_of(BEFORE)
    (tmp_path / "ledger.json").write_text(json.dumps(snapshot(ledger)), encoding="utf-8")
    assert diff(read_snapshot(tmp_path / "ledger.json"), ledger) == ()


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"facts": [1]}', '{"facts": [{"subject": "a"}]}'])
def test_what_is_no_stored_ledger_says_so(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    with pytest.raises(ShopError, match=r"x\.json is no stored ledger"):
        read_snapshot(tmp_path / "x.json")
    with pytest.raises(ShopError, match="acreage facts snapshot"):
        read_snapshot(tmp_path / "gone.json")
