import json
from collections.abc import Callable

from content.ledger.export import as_json
from content.ledger.ledger import Ledger

ReadLedger = Callable[..., Ledger]


def test_the_ledger_as_json_holds_every_fact_with_its_place(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,Width [cm],Cordless,price\nA1,Kettle,1.50,no,49.90\nA2,Toaster,unknown,,\n")
    read = json.loads(json.dumps(as_json(ledger)))
    kettle, toaster = read["products"]
    facts = {fact["reference"]: fact for fact in kettle["facts"]}
    assert facts["a1.width"]["value"] == {"amount": "1.50", "unit": "cm"}
    assert (facts["a1.width"]["source"], facts["a1.width"]["row"], facts["a1.width"]["column"]) == (
        "products.csv",
        2,
        "Width [cm]",
    )
    assert facts["a1.cordless"]["value"] is False
    assert facts["a1.price"]["value"] == {"minor": 4990, "currency": "EUR"}
    assert {f["reference"]: f["value"] for f in toaster["facts"]}["a2.width"] == {"unknown": True}
