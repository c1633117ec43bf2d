"""A text is held against the same pages whoever asks: written, refreshed, brought back, pulled."""

from dataclasses import replace
from pathlib import Path

from content.records import Score, State
from content.score import judged_before
from flows import refreshing, stages
from flows.desk import opened
from tests.flows.written_article import WEEK, carried

PAGE = """---
url: https://www.textile.example/cloth
title: How cloth hangs
fetched_on: 2026-10-12
licence: open
tier: scholar
language: en
---
Long cloth drops a little under its own weight in the first days.
"""
SAID = (
    "A long curtain grows by its own weight at first.[^q1]\n\n"
    '[^q1]: "drops a little under its own weight in the first days" — How cloth hangs, https://www.textile.example/cloth'
)


def test_a_page_with_a_quotation_outlives_a_new_price_in_a_later_week(shop: Path) -> None:
    (shop / "evidence" / "pages").mkdir(parents=True)
    (shop / "evidence" / "pages" / "cloth.md").write_text(PAGE, encoding="utf-8")
    with opened(shop, WEEK) as desk:
        key = carried(desk)
        article = desk.told.article(key)
        assert article is not None
        body = f"{article.draft.body}\n\nThe {{{{c-1.short}}}} costs {{{{c-1.price}}}}.\n\n{SAID}"
        quoting = replace(
            article, draft=replace(article.draft, body=body, version=2), state=State.DRAFTED, score=None
        )
        desk.told.save_article(replace(quoting, findings=()), WEEK, desk.inputs)
        for stage in (stages.check, stages.score, stages.decide):
            stage(desk, key)
        approved = desk.told.article(key)
        assert approved is not None
        assert approved.state is State.APPROVED, approved.reason
        desk.told.set_state(key, State.PUBLISHED, "", approved.approved_by, was=[State.APPROVED])
    products = shop / "products.csv"
    products.write_text(
        products.read_text(encoding="utf-8").replace("39.90 GBP", "41.90 GBP"), encoding="utf-8"
    )
    with opened(shop, "2026-W49") as desk:
        (outcome,) = refreshing.settle(desk)
        assert outcome.article.state is State.REFRESHED, outcome.article.reason
        assert [f.rule for f in outcome.article.findings if f.rule.startswith("quote.")] == []


def test_what_a_judge_said_of_a_text_is_read_back_from_its_score() -> None:
    parts = (
        ("facts", 20.0),
        ("answer", 8.0),
        ("support", 3.0),
        ("insight", 2.0),
        ("fluency", 4.0),
        ("thread", 0.0),
    )
    given = Score(37.0, True, None, (), parts)
    assert judged_before(given) == {
        "answer": 1.0,
        "support": 0.5,
        "insight": 0.5,
        "fluency": 1.0,
        "thread": 0.0,
    }
    assert judged_before(replace(given, dimensions=(*parts[:-1], ("thread", None)))) is None
    assert judged_before(None) is None
