"""Which topics deserve a page, and what becomes of the others: on the demo shop, with topics made by hand."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.inventory import read_pages
from content.ledger.ledger import Ledger, read_ledger
from content.plan.plan import plan
from content.records import Action, Article, Assignment, Draft, State
from content.shop import load_shop
from seo.records import Intent, Keyword, Market, Page, Question, Topic

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"
WEEK = "2026-W48"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO))


def topic(language: str, *questions: str, searches: tuple[str, ...] = ()) -> Topic:
    keywords = tuple(Keyword(s, s, language, 60.0, 1) for s in searches)
    asked = tuple(Question(q) for q in questions)
    name = (questions + searches)[0]
    return Topic(name, language, name, Intent.INFORMATIONAL, 1.0, "test", keywords, asked, 60.0)


def planned(
    ledger: Ledger, *topics: Topic, pages: tuple[Page, ...] = (), written: tuple[Article, ...] = ()
) -> dict[str, Assignment]:
    """What becomes of each topic, with room for all of them."""
    chosen = plan(topics, ledger, pages, ledger.shop.markets, WEEK, 500, written)
    return {a.topic.name if not a.concept else f"{a.market.language} {a.concept}": a for a in chosen}


@pytest.mark.parametrize(
    ("language", "question", "concept"),
    [
        ("en", "Can I cut the blackout curtains to length?", "blackout-curtains/cut"),
        ("es", "¿Se puede cortar la cortina opaca?", "blackout-curtains/cut"),
        ("fr", "Peut-on recouper le rideau occultant ?", "blackout-curtains/cut"),
        ("de", "Lässt sich der Verdunkelungsvorhang kürzen?", "blackout-curtains/cut"),
        ("ar", "هل يمكن قص الستارة المعتمة؟", "blackout-curtains/cut"),
        ("ja", "遮光カーテンは切れますか？", "blackout-curtains/cut"),
        ("de", "Darf die Wolldecke in die Waschmaschine?", "wool-blankets/care"),
        ("en", "How long does delivery take?", "shop/delivery"),
        ("fr", "Les chaussons enfant sont-ils antidérapants ?", "slippers/safety"),
    ],
)
def test_a_question_finds_its_product_line_and_aspect(
    ledger: Ledger, language: str, question: str, concept: str
) -> None:
    assert planned(ledger, topic(language, question))[f"{language} {concept}"].action is Action.WRITE


@pytest.mark.parametrize(
    ("language", "search", "concept"),
    [
        ("ar", "ستارة معتمة لغرفة النوم", "blackout-curtains/choose"),
        ("ar", "ستارة معتمة للمجلس", "blackout-curtains/choose"),
        ("ar", "طريقة غسل البطانية الصوف", "wool-blankets/care"),
        ("de", "Verdunkelungsvorhang fürs Schlafzimmer", "blackout-curtains/choose"),
        ("fr", "rideau occultant salle à manger", "blackout-curtains/choose"),
    ],
)
def test_what_it_is_for_leaves_no_search_out(
    ledger: Ledger, language: str, search: str, concept: str
) -> None:
    found = planned(ledger, topic(language, searches=(search,)))
    assert found[f"{language} {concept}"].action is Action.WRITE


def test_what_a_member_leaves_unsaid_it_takes_from_its_cluster(ledger: Ledger) -> None:
    cluster = topic(
        "en", "Can blackout curtains be cut?", "Are the blackout curtains cuttable?", "Can I cut it myself?"
    )
    found = planned(ledger, cluster)["en blackout-curtains/cut"]
    assert [q.text for q in found.topic.questions] == sorted(q.text for q in cluster.questions)


@pytest.mark.parametrize(
    ("search", "why"),
    [
        ("coffee makers", "the shop has no coffee makers"),
        ("mcdonalds sweet tea", "not in the catalogue: mcdonalds, sweet"),
    ],
)
def test_a_search_for_what_the_shop_lacks_is_left(ledger: Ledger, search: str, why: str) -> None:
    left = planned(ledger, topic("en", searches=(search,)))[search]
    assert (left.action, left.why) == (Action.SKIP, why)


@pytest.mark.parametrize("country", ["GB", "US"])
def test_what_is_left_stands_under_the_country_that_asked(ledger: Ledger, country: str) -> None:
    asked = replace(topic("en", searches=("coffee makers",)), countries=(country,))
    assert planned(ledger, asked)["coffee makers"].market.country == country


def test_a_search_the_catalogue_only_half_knows_makes_no_page(ledger: Ledger) -> None:
    chosen = planned(ledger, topic("en", searches=("blackout curtains walmart",)))
    assert chosen["blackout curtains walmart"].action is Action.SKIP


def test_an_article_the_site_has_is_linked_not_written_again(ledger: Ledger) -> None:
    page = Page("https://shop.example/de/groesse", "Hausschuhe: welche Größe passt?", "article", "de")
    found = planned(ledger, topic("de", "Wie fallen die Hausschuhe in der Größe aus?"), pages=(page,))
    assert found["de slippers/size"].action is Action.LINK
    assert found["de slippers/size"].covered_by == page.url


def test_choosing_is_left_to_the_category_page(ledger: Ledger) -> None:
    page = Page("https://shop.example/en/bath-mats", "Bath mats", "category", "en")
    found = planned(ledger, topic("en", searches=("bath mats",)), pages=(page,))["en bath-mats/choose"]
    assert (found.action, found.covered_by) == (Action.LINK, page.url)


def test_a_topic_the_data_do_not_answer_is_held_with_a_reason(ledger: Ledger) -> None:
    found = planned(ledger, topic("ja", "スリッパの足音は階下に響きませんか"))["ja slippers/noise"]
    assert (found.action, found.why) == (Action.HOLD, "the product data do not say")


def test_the_missing_fact_is_named_for_each_product(ledger: Ledger) -> None:
    found = planned(ledger, topic("en", "Can blackout curtains be cut?"))["en blackout-curtains/cut"]
    assert [(m.subject, m.key) for m in found.missing] == [("duskfield", "can_be_cut")]


def test_two_markets_of_one_language_share_one_page(ledger: Ledger) -> None:
    chosen = plan([topic("en", "Can blackout curtains be cut?")], ledger, (), ledger.shop.markets, WEEK, 20)
    same = [a for a in chosen if a.concept == "blackout-curtains/cut" and a.market.language == "en"]
    assert len(same) == 1


def test_what_is_written_is_not_written_again(ledger: Ledger) -> None:
    asked = topic("en", "Can blackout curtains be cut?")
    first = planned(ledger, asked)["en blackout-curtains/cut"]
    had = Article(
        "k", "cut", first, Draft("t", "", "b", "en", "en-GB"), state=State.PUBLISHED, url="https://x/cut"
    )
    again = planned(ledger, asked, written=(had,))["en blackout-curtains/cut"]
    assert (again.action, again.covered_by) == (Action.HOLD, "https://x/cut")
    withdrawn = Article("k", "cut", first, had.draft, state=State.WITHDRAWN)
    assert planned(ledger, asked, written=(withdrawn,))["en blackout-curtains/cut"].action is Action.WRITE


def test_the_ceiling_holds_and_the_rest_says_why(ledger: Ledger) -> None:
    chosen = plan([], ledger, (), ledger.shop.markets, WEEK, 3)
    assert sum(a.action is Action.WRITE for a in chosen) == 3
    assert "deserves a page, but this week is full" in {a.why for a in chosen}


def test_the_week_is_spread_over_the_markets(ledger: Ledger) -> None:
    chosen = plan([], ledger, (), ledger.shop.markets, WEEK, 6)
    assert len({a.market.language for a in chosen if a.action is Action.WRITE}) >= 5


def test_articles_are_numbered_within_their_language(ledger: Ledger) -> None:
    chosen = [a for a in plan([], ledger, (), ledger.shop.markets, WEEK, 20) if a.action is Action.WRITE]
    for language in {a.market.language for a in chosen}:
        numbers = [a.ordinal for a in chosen if a.market.language == language]
        assert numbers == list(range(len(numbers)))


def test_the_order_of_the_topics_changes_nothing(ledger: Ledger) -> None:
    topics = [
        topic("en", "Can blackout curtains be cut?", searches=("cut blackout curtains",)),
        topic("en", "Are blackout curtains machine washable?"),
        topic("de", "Kann man Verdunkelungsvorhänge kürzen?"),
    ]
    there = plan(topics, ledger, (), ledger.shop.markets, WEEK, 20)
    back = plan(topics[::-1], ledger, (), ledger.shop.markets, WEEK, 20)
    assert there == back


def test_no_signal_at_all_still_gives_topics_out_of_the_catalogue(ledger: Ledger) -> None:
    chosen = [a for a in plan([], ledger, (), ledger.shop.markets, WEEK, 20) if a.action is Action.WRITE]
    assert chosen
    assert {a.topic.origin for a in chosen} == {"catalogue"}
    assert all(len(a.handles) >= 3 and len(a.attributes) >= 2 for a in chosen)


def test_the_inventory_of_the_demo_is_read(ledger: Ledger) -> None:
    pages = read_pages(DEMO, "en")
    assert {page.kind for page in pages} >= {"product", "category", "article"}
    assert {page.language for page in pages} == {m.language for m in ledger.shop.markets}


def test_a_market_without_a_word_for_the_product_line_gets_no_page_on_it(ledger: Ledger) -> None:
    lone = Market("sv-SE", "SEK")
    chosen = plan([], ledger, (), [lone], WEEK, 20)
    assert [a for a in chosen if a.action is Action.WRITE] == []
