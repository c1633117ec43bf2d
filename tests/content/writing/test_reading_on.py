"""Planned links in the assembled page: where the text names the thing, else in a list at its end."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.plan.vocabulary import vocabulary_of
from content.records import Action, Assignment, Opportunity, PlannedLink
from content.shop import load_shop
from content.writing.page import Page, Part
from content.writing.phrases import Wording, phrase_book
from content.writing.reading_on import with_links
from content.writing.statements import Speaker
from seo.records import LANGUAGES, Intent, Topic

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"
CATEGORY = PlannedLink("https://shop.example/c/", "blackout curtains", "category")
CUT = PlannedLink("", "Can [coated] curtains be cut?", "article", "blackout-curtains/cut")
CARE = PlannedLink("", "washing and care", "article", "blackout-curtains/care")


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO)).as_of(date(2026, 11, 25))


def page(ledger: Ledger, *links: PlannedLink, language: str = "en") -> Page:
    market = next(m for m in ledger.shop.markets if m.language == language)
    topic = Topic("t", language, "size", Intent.INFORMATIONAL, 1.0, "rule", (), (), 50.0)
    assignment = Assignment(
        "a", "2026-W48", 1, market, topic, "blackout-curtains/size", "size", "blackout-curtains", ("aldermoor",),
        ("width",), Action.WRITE, "", Opportunity(60, 0.5, 0.5, 0.5, 0.5), links=links,
    )  # fmt: skip
    speaker = Speaker(ledger, market, Wording(language, 1))
    return Page(assignment, speaker, vocabulary_of(ledger, language), frozenset(), set())


def body(parts: list[Part]) -> list[str]:
    return [part.text for part in parts]


def test_the_category_is_linked_in_the_sentence_that_names_it(ledger: Ledger) -> None:
    parts = [
        Part("## Blackout curtains"),
        Part("| blackout curtains |"),
        Part("Our blackout curtains are wide.", ("x",)),
    ]
    found = with_links(parts, page(ledger, CATEGORY))
    assert body(found)[:2] == body(parts)[:2]
    assert found[2] == Part("Our [blackout curtains](https://shop.example/c/) are wide.", ("x",))
    assert len(found) == 3


def test_a_product_is_linked_by_its_references(ledger: Ledger) -> None:
    market = next(m for m in ledger.shop.markets if m.language == "en")
    link = PlannedLink(ledger.url("aldermoor", market), "Aldermoor", "product")
    (found,) = with_links([Part("{{aldermoor.short}} is {{aldermoor.width}} wide.")], page(ledger, link))
    assert found.text == "[{{aldermoor.short}}]({{aldermoor.url}}) is {{aldermoor.width}} wide."


def test_no_link_stands_inside_another_and_none_twice(ledger: Ledger) -> None:
    parts = [Part("[blackout curtains](https://other.example) and our blackout curtains.")]
    found = with_links(parts, page(ledger, CATEGORY))
    assert body(found) == [
        "[blackout curtains](https://other.example) and our [blackout curtains](https://shop.example/c/)."
    ]
    assert body(with_links(found, page(ledger, CATEGORY))) == body(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rest_is_a_list_at_the_end_articles_first(ledger: Ledger, language: str) -> None:
    found = with_links([Part("Text.")], page(ledger, CATEGORY, CUT, CARE, language=language))
    assert found[0] == Part("Text.")
    assert found[1].text.removeprefix("## ") in phrase_book(language)["heading"]["read_on"]
    assert found[2].text.split("\n") == [
        r"- [Can \[coated\] curtains be cut?](article:blackout-curtains/cut)",
        "- [Washing and care](article:blackout-curtains/care)",
        "- [Blackout curtains](https://shop.example/c/)",
    ]


def test_a_page_without_planned_links_stays_as_it_is(ledger: Ledger) -> None:
    assert with_links([Part("Text.")], page(ledger)) == [Part("Text.")]
    empty = replace(CATEGORY, url="")
    assert with_links([Part("Text.")], page(ledger, empty)) == [Part("Text.")]
