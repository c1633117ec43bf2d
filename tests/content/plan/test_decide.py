"""Write, refresh, consolidate, link or hold: each with the page it would meet."""

from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.plan.plan import plan
from content.records import Action, Article, Assignment, Draft, State
from content.shop import load_shop
from seo.intents import intent
from seo.language import is_question
from seo.records import Found, Keyword, Page, Question, Topic

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"
WEEK = "2026-W48"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO))


def topic(language: str, *texts: str) -> Topic:
    told, sure, why = intent(texts[0], language)
    asked = tuple(Question(t) for t in texts if is_question(t, language))
    keywords = tuple(Keyword(t, t, language, 60.0, 1) for t in texts)
    return Topic(texts[0], language, texts[0], told, sure, why, keywords, asked, 60.0)


def decided(
    ledger: Ledger, concept: str, asked: Topic, *pages: Page, ours: tuple[Article, ...] = ()
) -> Assignment:
    chosen = plan([asked], ledger, pages, ledger.shop.markets, WEEK, 500, ours)
    return next(a for a in chosen if a.concept == concept and a.market.language == asked.language)


def article(url: str, title: str, language: str = "en", *found: Found) -> Page:
    return Page(f"https://x/{url}", title, "article", language, found_with=found)


@pytest.mark.parametrize(
    ("language", "search", "category", "concept"),
    [
        ("en", "buy wool blankets", "Wool blankets", "wool-blankets/choose"),
        ("es", "comprar mantas de lana", "Mantas de lana", "wool-blankets/choose"),
        ("fr", "acheter couvertures en laine", "Couvertures en laine", "wool-blankets/choose"),
        ("de", "Wolldecken kaufen", "Wolldecken", "wool-blankets/choose"),
        ("ar", "شراء بطانيات صوف", "بطانيات صوف", "wool-blankets/choose"),
    ],
)
def test_a_search_to_buy_is_linked_to_the_category_never_written(
    ledger: Ledger, language: str, search: str, category: str, concept: str
) -> None:
    page = Page("https://x/c", category, "category", language)
    found = decided(ledger, concept, topic(language, search), page)
    assert (found.action, found.covered_by) == (Action.LINK, page.url)


def test_a_comparison_of_two_lines_is_not_the_categorys_business(ledger: Ledger) -> None:
    page = Page("https://x/c", "Thermal curtains", "category", "en")
    found = decided(ledger, "thermal-curtains/choose", topic("en", "blackout vs thermal curtains"), page)
    assert found.action is Action.WRITE


def test_forty_percent_of_the_questions_must_be_open(ledger: Ledger) -> None:
    ours = (
        "Can blackout curtains be cut?",
        "Are blackout curtains cuttable?",
        "Can I shorten blackout curtains?",
    )
    asked = topic("en", *ours)
    narrow = article("a", "Page", "en", *(Found(q, 90, 9, 2.0) for q in ours[:2]))
    found = decided(ledger, "blackout-curtains/cut", asked, narrow)
    assert (found.action, found.covered_by) == (Action.LINK, "https://x/a")  # one of three is open
    one = article("a", "Page", "en", Found(ours[0], 90, 9, 2.0))
    found = decided(ledger, "blackout-curtains/cut", asked, one)
    assert (found.action, found.collides) == (Action.WRITE, ("https://x/a",))  # two of three are
    assert found.why.endswith("no page does for 67% of it")


def test_a_page_that_is_found_far_down_is_refreshed_instead_of_doubled(ledger: Ledger) -> None:
    page = article("a", "Washing wool blankets", "en", Found("wool blanket wash", 900, 9, 9.0))
    found = decided(ledger, "wool-blankets/care", topic("en", "Can wool blankets be washed?"), page)
    assert (found.action, found.covered_by) == (Action.REFRESH, page.url)
    assert "stands at position 9: refresh it" in found.why


def test_two_pages_on_one_topic_become_one(ledger: Ledger) -> None:
    pages = article("a", "Washing wool blankets"), article("b", "How to wash a wool blanket")
    found = decided(ledger, "wool-blankets/care", topic("en", "Can wool blankets be washed?"), *pages)
    assert found.action is Action.CONSOLIDATE
    assert set(found.collides) == {"https://x/a", "https://x/b"}


def test_one_search_shared_by_two_articles_is_consolidated(ledger: Ledger) -> None:
    query = "can wool blankets be washed?"
    pages = [
        article("a", "A story", "en", Found(query, 500, 9, 6.0)),
        article("b", "Another", "en", Found(query, 400, 3, 9.0)),
    ]
    asked = topic(
        "en", "Can wool blankets be washed?", "Do wool blankets shrink?", "Is wool washable in blankets?"
    )
    assert decided(ledger, "wool-blankets/care", asked, *pages).action is Action.CONSOLIDATE
    pages[1] = article("b", "Another", "en", Found(query, 4, 0, 9.0))  # under a tenth: nobody loses anything
    assert decided(ledger, "wool-blankets/care", asked, *pages).action is not Action.CONSOLIDATE


def test_our_page_is_refreshed_when_most_of_what_is_asked_now_is_new_to_it(ledger: Ledger) -> None:
    first = decided(ledger, "wool-blankets/care", topic("en", "Can wool blankets be washed?"))
    ours = Article(
        "k", "s", first, Draft("t", "", "b", "en", "en-GB"), state=State.LIVE, url="https://x/ours"
    )
    same = decided(ledger, "wool-blankets/care", topic("en", "Can wool blankets be washed?"), ours=(ours,))
    assert (same.action, same.covered_by) == (Action.HOLD, "https://x/ours")
    new = topic("en", "Can wool blankets be washed?", "How do I dry wool blankets?")
    found = decided(ledger, "wool-blankets/care", new, ours=(ours,))
    assert (found.action, found.covered_by) == (Action.REFRESH, "https://x/ours")


def test_a_page_of_another_country_is_no_page_of_ours(ledger: Ledger) -> None:
    page = Page("https://x/at", "Wolldecken waschen", "article", "de", market="AT")
    asked = topic("de", "Kann man Wolldecken waschen?")
    assert decided(ledger, "wool-blankets/care", asked, page).action is Action.WRITE
