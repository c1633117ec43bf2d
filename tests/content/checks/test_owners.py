"""Whose a yes or no is."""

from pathlib import Path

import pytest

from content.checks.capabilities import rulings
from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.shop import load_shop

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO))


@pytest.mark.parametrize(
    ("can", "cannot"),
    [
        ("ألدرمور وداسكفيلد ووورمبروك", "ناختال وفيلداو"),
        ("ألدرمور ووورمبروك", "ناختال"),
        ("ألدرمور", "فيلداو وناختال"),
    ],
)
def test_names_that_arabic_puts_into_the_verb_phrase_are_its_own(
    ledger: Ledger, can: str, cannot: str
) -> None:
    body = f"يمكن غسل {can} في الغسالة؛ لا يمكن غسل {cannot} في الغسالة."
    draft = parse_draft(f"---\ntitle: الستائر\nlang: ar\nmarket: ar-AE\n---\n# الستائر\n\n{body}\n", "a.md")
    market = next(each for each in ledger.shop.markets if each.locale == "ar-AE")
    found = list(rulings(Reading(draft, ledger, market)))
    assert [each.verdict for each in found] == ["proven", "proven"]
    assert [each.assertion.holds for each in found] == [True, False]
