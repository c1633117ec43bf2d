from datetime import date
from pathlib import Path

import pytest

from content.explaining import explain, facts_behind, where
from content.ledger.ledger import Ledger
from content.records import Draft
from seo.records import Market
from tests.content.small_shop import opened

DE = Market("de-DE", "EUR")
FILES = {
    "shop.toml": 'name = "S"\ncurrency = "EUR"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n',
    "products.csv": "sku,title,Width [cm],Material,price@DE\nK 1,Kettle,15,steel,49.90\nK 2,Jug,4-6,glass,20\n",
    "facts.toml": '[[delivery]]\ncountry = "DE"\nroute = "standard"\ndays = "4-6 working days"\nvalid_until = 2026-12-31\n',
    "facts_accepted.csv": "sku,attribute,value,by,on\nK 1,cordless,yes,Anna,2026-11-20\n",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return opened(tmp_path, FILES)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("4-6", ["k-2.width", "shop.delivery_standard_days"]),
        ("4–6 working days", ["shop.delivery_standard_days"]),
        ("150 mm", ["k-1.width"]),
        ("15", ["k-1.width"]),
        ("49.90 €", ["k-1.price"]),
        ("steel", ["k-1.material"]),
        ("K 1.width", ["k-1.width"]),
        ("{{k-1.width}}", ["k-1.width"]),
        ("shop.delivery_standard_days", ["shop.delivery_standard_days"]),
        ("K 1", ["k-1.title", "k-1.price", "k-1.width", "k-1.material", "k-1.cordless"]),
        ("99", []),
    ],
)
def test_the_facts_behind_what_is_asked(ledger: Ledger, asked: str, found: list[str]) -> None:
    assert sorted(fact.reference for fact in facts_behind(asked, ledger)) == sorted(found)


def test_a_fact_says_where_it_stands_how_long_it_holds_and_who_accepted_it(ledger: Ledger) -> None:
    (days,) = facts_behind("shop.delivery_standard_days", ledger)
    assert where(days) == "facts.toml, column 'delivery.standard.days'; market DE; valid … to 2026-12-31"
    (cordless,) = facts_behind("k-1.cordless", ledger)
    assert where(cordless) == (
        "facts_accepted.csv, row 2, column 'cordless'; every market; accepted by Anna, 2026-11-20"
    )


def test_a_sentence_of_an_article_with_what_it_rests_on(ledger: Ledger) -> None:
    draft = Draft(
        "Delivery",
        "",
        "The {{k-1.name}} is {{k-1.width}} wide. It arrives in {{shop.delivery_standard_days}}.\n\nNo fact here.",
        "de",
        "de-DE",
    )
    (reason,) = explain(draft, "4–6", ledger, DE, date(2026, 11, 25))
    assert reason.sentence == "It arrives in 4–6 Werktage."
    ((reference, words, facts),) = reason.shown
    assert (reference, words) == ("shop.delivery_standard_days", "4–6 Werktage")
    assert [fact.source for fact in facts] == ["facts.toml"]
    assert len(explain(draft, "", ledger, DE, date(2026, 11, 25))) == 2
    assert explain(draft, "no fact", ledger, DE, date(2026, 11, 25)) == []


def test_a_reference_that_no_longer_holds_says_why(ledger: Ledger) -> None:
    draft = Draft("t", "", "It arrives in {{shop.delivery_standard_days}}.", "de", "de-DE")
    (reason,) = explain(draft, "", ledger, DE, date(2027, 1, 1))
    assert reason.shown[0][1].startswith("? (")
