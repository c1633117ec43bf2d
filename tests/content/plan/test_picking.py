"""The week's choice: quotas, tries by lot, freezes, campaigns; and what a language's markets share."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from content.errors import ShopError
from content.ledger.ledger import Ledger, read_ledger
from content.plan.ceiling import places
from content.plan.days import Day, ahead, campaigns, frozen, read_days
from content.plan.known import Known
from content.plan.picking import FULL, Week, pick
from content.plan.plan import Weighing, plan
from content.plan.rivals import apart
from content.records import Action, Assignment
from content.shop import load_shop
from seo.records import Result

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"
WEEK = "2026-W48"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO))


@pytest.fixture(scope="module")
def candidates(ledger: Ledger) -> list[Assignment]:
    return Weighing(ledger, (), ledger.shop.markets).candidates((), WEEK)[0]


def written(found: list[Assignment]) -> list[Assignment]:
    return [each for each in found if each.action is Action.WRITE]


def test_the_least_of_what_is_asked_for_and_what_can_be_read_bounds_the_week() -> None:
    assert (places(20, None), places(20, 60), places(5, 600), places(20, 5)) == (20, 10, 5, 0)


def test_no_pillar_takes_the_week_while_another_waits(ledger: Ledger, candidates: list[Assignment]) -> None:
    one = [m for m in ledger.shop.markets if m.language == "de"]
    german = [c for c in candidates if c.market == one[0]]
    mine = [replace(c, pillar="a" if at < len(german) - 2 else "b") for at, c in enumerate(german)]
    chosen, _ = pick(mine, Week(WEEK, 4, one))
    assert sorted(c.pillar for c in chosen) == ["a", "a", "b", "b"]
    full, _ = pick([c for c in mine if c.pillar == "a"], Week(WEEK, 4, one))
    assert len(full) == 4  # nobody else waits: no place stays empty for the sake of a quota


def test_tries_are_drawn_from_the_weeks_name_and_from_nothing_else(
    ledger: Ledger, candidates: list[Assignment]
) -> None:
    def tried(week: str) -> set[str]:
        chosen, _ = pick(candidates, Week(week, 20, ledger.shop.markets))
        return {c.concept + c.market.locale for c in chosen if "a try, drawn by lot" in c.now}

    assert len(tried(WEEK)) == 3  # 15 % of twenty
    assert tried(WEEK) == tried(WEEK)
    assert tried(WEEK) != tried("2026-W49")
    few, _ = pick(candidates[:5], Week(WEEK, 20, ledger.shop.markets))
    assert not [c for c in few if "a try" in c.now]  # nothing was passed over


def test_a_frozen_market_waits_and_says_why(ledger: Ledger) -> None:
    freeze = Day(date(2026, 11, 23), date(2026, 11, 27), "de-DE", "freeze", "Stocktaking")
    found = plan([], ledger, (), ledger.shop.markets, WEEK, 20, known=Known(days=[freeze]))
    assert len(written(found)) == 20
    assert not [a for a in written(found) if a.market.locale == "de-DE"]
    waiting = {a.why for a in found if a.market.locale == "de-DE" and a.action is Action.HOLD}
    assert "de-DE is frozen this week: Stocktaking" in waiting


def test_a_half_frozen_week_is_frozen_and_a_day_off_is_not(ledger: Ledger) -> None:
    german = next(m for m in ledger.shop.markets if m.locale == "de-DE")
    three = Day(date(2026, 11, 25), date(2026, 11, 29), "DE", "freeze", "x")
    one = Day(date(2026, 11, 25), date(2026, 11, 25), "", "freeze", "x")
    assert frozen([three], german, WEEK) == three
    assert frozen([one], german, WEEK) is None
    assert frozen([three], german, "2026-W49") is None


def test_a_campaign_lifts_its_line_eight_to_three_weeks_ahead(ledger: Ledger) -> None:
    sale = Day(date(2027, 1, 18), date(2027, 1, 18), "", "campaign", "Winter sale: slippers")
    british = next(m for m in ledger.shop.markets if m.locale == "en-GB")
    assert [w for w in ahead(WEEK, 9) if campaigns([sale], british, w)] == ahead(WEEK, 6)
    weighing = Weighing(ledger, (), ledger.shop.markets, known=Known(days=[sale]))
    found = {c.concept: c for c in weighing.candidates((), WEEK)[0] if c.market.language == "en"}
    slippers, curtains = found["slippers/size"], found["blackout-curtains/care"]
    assert (slippers.opportunity.season, curtains.opportunity.season) == (1.3, 1.0)
    assert slippers.now == "Winter sale: slippers begins on 2027-01-18, in 8 weeks"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("date,market,kind\n2026-12-01,,freeze\n", "no column 'name'"),
        (
            "date,market,kind,name\n01.12.2026,,freeze,x\n",
            "line 2: '01.12.2026' is no date: write 2026-11-27",
        ),
        ("date,market,kind,name\n2026-12-01,,party,x\n", "kind 'party' is none of campaign, freeze"),
        ("date,market,kind,name\n2026-12-01,sv-SE,freeze,x\n", "market 'sv-SE' is none of this shop's"),
        ("date,market,kind,name,until\n2026-12-09,,freeze,x,2026-12-01\n", "until 2026-12-01 lies before"),
    ],
)
def test_a_calendar_that_cannot_be_read_names_the_line(
    ledger: Ledger, tmp_path: Path, text: str, says: str
) -> None:
    (tmp_path / "calendar.csv").write_text(text, encoding="utf-8")
    with pytest.raises(ShopError, match=says.replace("(", r"\(")):
        read_days(tmp_path, ledger.shop.markets)


def test_one_results_page_for_two_topics_holds_the_weaker(candidates: list[Assignment]) -> None:
    asked = [c for c in candidates if c.market.locale == "en-GB"][:2]

    def results(query: str, locale: str) -> list[Result]:
        urls = [f"https://x/{n}" for n in range(4)]
        return [Result(query, locale, n, u, "", "", "s", date(2026, 11, 1)) for n, u in enumerate(urls, 1)]

    from seo.records import Keyword  # noqa: PLC0415

    keyed = [
        replace(c, topic=replace(c.topic, keywords=(Keyword(c.concept, c.concept, "en", 1.0, 1),)))
        for c in asked
    ]
    held = [c for c in apart(keyed, results) if c.action is Action.HOLD]
    assert len(held) == 1
    assert held[0].covered_by in {c.concept for c in asked} - {held[0].concept}
    assert (
        apart(keyed, lambda query, locale: results(query, locale)[:3]) == keyed
    )  # three in common are not enough


def test_one_article_serves_both_english_markets_and_says_what_differs(candidates: list[Assignment]) -> None:
    size = next(c for c in candidates if c.market.language == "en" and c.concept == "blackout-curtains/size")
    (other,) = size.variants
    assert {other.locale, size.market.locale} == {"en-US", "en-GB"}
    assert "units" in other.differs
    assert all(not c.variants for c in candidates if c.market.language == "de")


def test_translations_of_a_topic_name_each_other(candidates: list[Assignment]) -> None:
    same = [c for c in candidates if c.concept == "slippers/size"]
    ids = {c.topic.id for c in same}
    assert len(same) == 6
    assert all(set(c.translations) == ids - {c.topic.id} for c in same)


def test_the_rest_says_that_the_week_is_full(ledger: Ledger, candidates: list[Assignment]) -> None:
    chosen, later = pick(candidates, Week(WEEK, 3, ledger.shop.markets))
    assert len(chosen) == 3
    assert FULL in {each.why for each in later}


def test_a_calendar_as_windows_saves_it_is_named_with_its_cure(tmp_path: Path) -> None:
    (tmp_path / "calendar.csv").write_text(
        "date,market,kind,name\n2026-12-24,,freeze,Noël\n", encoding="cp1252"
    )
    with pytest.raises(ShopError, match=r"calendar\.csv is not UTF-8: save it as CSV in UTF-8\."):
        read_days(tmp_path, ())
