"""Tables of the ledger's facts."""

from pathlib import Path

from content.ledger.ledger import read_ledger
from content.records import Action, Assignment, Opportunity
from content.shop import load_shop
from content.writing.phrases import Wording
from content.writing.tables import variant_table
from seo.records import Intent, Topic

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"


def test_two_colours_of_one_size_are_one_row() -> None:
    ledger = read_ledger(load_shop(DEMO))
    market = next(each for each in ledger.shop.markets if each.locale == "de-DE")
    topic = Topic("t", "de", "Vorhänge ausmessen", Intent.INFORMATIONAL, 1.0, "", (), (), 1.0)
    assignment = Assignment(
        "a", "2026-W48", 1, market, topic, "blackout-curtains/size", "size", "blackout-curtains", ("aldermoor",),
        ("width", "drop"), Action.WRITE, "", Opportunity(1, 1, 1, 1, 1),
    )  # fmt: skip
    text, _ = variant_table(assignment, ledger, Wording("de", 1))
    variants = ledger.products["aldermoor"].variants
    sizes = {(ledger.fact(v, "width", market).value, ledger.fact(v, "drop", market).value) for v in variants}
    assert len(sizes) < len(variants)  # some sizes come in two colours
    assert text.count("\n") - 1 == len(sizes)
