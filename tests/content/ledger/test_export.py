import json
from collections.abc import Callable

from content.ledger.export import as_json
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
