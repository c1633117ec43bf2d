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
    ("body", "kept"), [(KETTLE, 1.0), ("It holds 1.7 litres of water.", 1.0), ("It boils.", 1.0), (LAMP, 0.0)]
)
def test_a_page_is_about_the_product_true_things_are_said_of(ledger: Ledger, body: str, kept: float) -> None:
    assert Promise(text_of(ledger, body, more="sku: K17\n")).subject == kept


def test_a_page_filed_under_a_product_it_never_names_is_another_products(ledger: Ledger) -> None:
    assert Promise(text_of(ledger, LAMP, "How bright is it?", "sku: K17\n")).subject == 0.0


def test_an_opening_about_something_else_answers_nothing(ledger: Ledger) -> None:
    late = f"Choosing for a kitchen takes time, and every household has its own habits, wishes and budget to think of before any money is spent.\n\n{KETTLE}"
    assert Promise(text_of(ledger, KETTLE)).opening == 1.0
    assert Promise(text_of(ledger, late)).opening == 0.0


def test_a_product_named_in_passing_is_not_what_a_page_is_about(ledger: Ledger) -> None:
    aside = f"{LAMP} It stands well beside the Tarn K17."
    assert Promise(text_of(ledger, aside, "The Lumo lamp")).title == 1.0
    assert 0 < Promise(text_of(ledger, aside)).title <= 0.5


def test_a_title_that_nothing_else_speaks_of_is_another_pages(ledger: Ledger) -> None:
    head = "description: How much the kettle holds and when it stops.\nkeyword: kettle litres\n"
    assert Promise(text_of(ledger, KETTLE, "How much does a kettle hold?", head)).title == 1.0
    assert Promise(text_of(ledger, KETTLE, "Curtains for a nursery", head)).title == 0.0


def test_a_body_keeps_what_the_head_says_or_is_another_pages(ledger: Ledger) -> None:
    head = "description: How many litres the kettle holds and when it switches off.\nkeyword: kettle litres\n"
    title = "How much does the kettle hold?"
    assert Promise(text_of(ledger, KETTLE, title, head)).body == 1.0
    assert Promise(text_of(ledger, LAMP, title, head)).body < 0.3


def test_a_description_promises_what_is_read_in_it(ledger: Ledger) -> None:
    filled = Promise(text_of(ledger, KETTLE, more="description: 'What {{tarn-k17.name}} holds.'\n"))
    assert filled.stems.isdisjoint({"name", "short"})


@pytest.mark.parametrize(
    "first", ["## How it works", "- It is quick.\n- It is quiet.", "| a | b |\n|---|---|\n| 1 | 2 |"]
)
def test_a_page_that_says_nothing_first_has_no_opening(ledger: Ledger, first: str) -> None:
    promise = Promise(text_of(ledger, f"{first}\n\n{KETTLE}"))
    assert (promise.lead, promise.opening) == (False, 0.0)
    assert Promise(text_of(ledger, f"{KETTLE}\n\n{first}")).lead


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
