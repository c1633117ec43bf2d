"""A page keeps what its title, product, description and opening say, or it does not."""

from pathlib import Path

import pytest

from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.score.carrying import Carrying
from content.score.promise import Promise
from content.score.text import Text
from content.shop import load_shop

SHOP = Path(__file__).parent.parent / "checks" / "shop"
KETTLE = "The Tarn K17 holds 1.7 litres. It switches itself off as soon as the water boils."
LAMP = "The Lumo gives 640 lumens. Keep it out of the bathroom, it is not waterproof."


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(SHOP))


def text_of(
    ledger: Ledger, body: str, title: str = "How much does the Tarn K17 kettle hold?", more: str = ""
) -> Text:
    draft = parse_draft(f"---\ntitle: {title}\nlang: en\nmarket: en-GB\n{more}---\n{body}\n", "page.md")
    market = next(market for market in ledger.shop.markets if market.locale == "en-GB")
    return Text(Reading(draft, ledger, market))


@pytest.mark.parametrize(
    ("body", "title", "kept"),
    [
        (KETTLE, "How much does the Tarn K17 hold?", 1.0),
        (LAMP, "How much does the Tarn K17 hold?", 0.0),
        (KETTLE, "How bright is the Lumo lamp?", 0.0),
        (KETTLE + " " + LAMP, "Tarn K17 or Lumo?", 1.0),
        (KETTLE, "When does it boil and how much does it hold?", 1.0),
    ],
)
def test_the_body_speaks_of_what_the_title_names(ledger: Ledger, body: str, title: str, kept: float) -> None:
    assert Promise(text_of(ledger, body, title)).title == kept


@pytest.mark.parametrize(
    ("body", "kept"), [(KETTLE, 1.0), ("It holds 1.7 litres of water.", 1.0), (LAMP, 1.0)]
)
def test_a_product_in_the_title_is_the_pages_own(ledger: Ledger, body: str, kept: float) -> None:
    assert Promise(text_of(ledger, body, more="sku: K17\n")).subject == kept


def test_a_page_filed_under_a_product_it_never_names_is_another_products(ledger: Ledger) -> None:
    assert Promise(text_of(ledger, LAMP, "How bright is it?", "sku: K17\n")).subject == 0.0


def test_an_opening_about_something_else_answers_nothing(ledger: Ledger) -> None:
    late = f"Choosing for a kitchen takes time, and every household has its own habits, wishes and budget to think of before any money is spent.\n\n{KETTLE}"
    assert Promise(text_of(ledger, KETTLE)).opening == 1.0
    assert Promise(text_of(ledger, late)).opening == 0.0


def test_numbers_and_signs_promise_nothing(ledger: Ledger) -> None:
    one = Promise(text_of(ledger, KETTLE, "Ferra pan, 28 cm, two sizes")).stems
    assert one == Promise(text_of(ledger, KETTLE, "Ferra pan, 280 mm, 2 sizes")).stems


def test_words_that_fit_any_page_carry_nothing(ledger: Ledger) -> None:
    idle = "At the end of the day it all comes down to personal taste. Everybody is a little different."
    plain = text_of(ledger, KETTLE)
    filled = text_of(ledger, f"{KETTLE}\n\n{idle}\n\n{KETTLE}")
    assert Carrying(filled, Promise(filled)).words == Carrying(plain, Promise(plain)).words
    assert Carrying(plain, Promise(plain)).idle == 0
    assert Carrying(filled, Promise(filled)).idle > 0.4
