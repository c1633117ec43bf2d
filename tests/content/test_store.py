"""What we tell them goes in and comes out as it was, once."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import SQLModel

from content.records import (
    Action,
    Article,
    Assignment,
    Cap,
    Draft,
    Finding,
    Missing,
    Opportunity,
    Proof,
    Publication,
    Reliance,
    Score,
    Severity,
    State,
)
from content.store import Store, article_key
from seo.database import open_engine
from seo.records import Intent, Market, Topic

WEEK = "2026-W48"
NOW = datetime(2026, 11, 22, 6, 0, tzinfo=UTC)
LATER = datetime(2026, 11, 29, 6, 0, tzinfo=UTC)


def assignment(
    concept: str, locale: str = "de-DE", ordinal: int = 0, action: Action = Action.WRITE
) -> Assignment:
    topic = Topic(f"t-{concept}", locale[:2], concept, Intent.COMMERCIAL, 1.0, "rule", (), (), 50.0)
    return Assignment(
        f"a-{concept}-{locale}", WEEK, ordinal, Market(locale, "EUR", 0.5), topic, concept, "size",
        "curtains",
        ("dusk",), ("width",), action, "asked 9 times", Opportunity(60.0, 0.5, 0.5, 1.0, 1.0),
        missing=(Missing("dusk", "light", "light [lx]", "Is it dark?"),),
    )  # fmt: skip


def article(concept: str, locale: str = "de-DE", ordinal: int = 0, state: State = State.APPROVED) -> Article:
    draft = Draft(
        "Wie breit?", "Breiten.", "{{dusk.width}} breit.", locale[:2], locale, questions=("Wie breit?",),
        relies=(Reliance(0, "dusk.width", "140 cm"),), wordings=("headings.size.1",),
    )  # fmt: skip
    finding = Finding(
        "style.long", Severity.WARN, (0, 4), "Wie", Proof("products.csv", 2, "140 cm"), "shorten", cap=70
    )
    score = Score(71.25, False, (66.0, 75.0), (Cap("style.long", 70),), (("truth", 30.0), ("judge", None)))
    return Article(
        article_key("hollow-lane", concept, locale), "wie-breit", assignment(concept, locale, ordinal), draft,
        (finding,), score, state, approved_by="rule:Jo",
    )  # fmt: skip


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = open_engine(tmp_path)
    SQLModel.metadata.create_all(engine)
    return engine


@pytest.fixture
def store(engine: Engine) -> Store:
    return Store(engine, "hollow-lane")


def test_the_key_of_an_article_is_its_concept_and_locale_in_its_shop() -> None:
    key = article_key("hollow-lane", "curtains/size", "de-DE")
    assert key == article_key("hollow-lane", "curtains/size", "de-DE")
    assert (
        len(
            {
                key,
                article_key("hollow-lane", "curtains/size", "de-AT"),
                article_key("b", "curtains/size", "de-DE"),
            }
        )
        == 3
    )


def test_a_plan_comes_back_in_its_order_and_replaces_the_one_before(store: Store) -> None:
    first, second = assignment("b/size"), assignment("a/size")
    left = assignment("c/size", action=Action.SKIP)
    assert store.planned_from(WEEK) is None
    store.save_plan(WEEK, "digest", 20, [first, second, left])
    assert store.assignments(WEEK) == [first, second, left]
    assert store.assignments(WEEK, Action.WRITE) == [first, second]
    assert store.keys_to_write(WEEK) == [article_key("hollow-lane", c, "de-DE") for c in ("b/size", "a/size")]
    assert store.assignment(WEEK, store.keys_to_write(WEEK)[1]) == second
    store.save_plan(WEEK, "other", 5, [second])
    assert store.assignments(WEEK) == [second]
    assert store.planned_from(WEEK) == ("other", 5)


def test_an_article_comes_back_equal_however_often_it_is_saved(store: Store) -> None:
    one = article("curtains/size")
    for _ in range(2):
        store.save_article(one, WEEK, "digest")
    assert store.article(one.key) == one
    assert store.articles() == [one]
    assert store.week_of(one.key) == WEEK
    bare = replace(one, score=None, findings=(), state=State.DRAFTED, published_at=NOW)
    store.save_article(bare, WEEK, "digest")
    assert store.article(one.key) == bare


def test_every_version_of_a_text_is_kept_and_the_last_one_counts(store: Store, engine: Engine) -> None:
    one = article("curtains/size")
    two = replace(one, draft=replace(one.draft, version=2, body="Neu."))
    store.save_article(one, WEEK, "digest")
    store.save_article(two, WEEK, "digest")
    assert store.article(one.key) == two
    with engine.begin() as connection:
        assert connection.exec_driver_sql("select version from drafts order by 1").scalars().all() == [1, 2]


def test_held_articles_are_tried_again_when_the_files_change_or_the_failure_was_passing(store: Store) -> None:
    settled, passing, done = (
        article(c, state=s) for c, s in (("a", State.HELD), ("b", State.HELD), ("c", State.APPROVED))
    )
    store.save_article(settled, WEEK, "digest")
    store.save_article(passing, WEEK, "")
    store.save_article(done, WEEK, "older")
    assert store.outdated("digest") == {passing.key}
    assert store.outdated("new") == {settled.key, passing.key}


def test_a_state_moves_only_from_where_the_caller_saw_it(store: Store) -> None:
    one = article("curtains/size", state=State.AWAITING)
    store.save_article(one, WEEK, "digest")
    assert store.set_state(one.key, State.APPROVED, approved_by="person:Jo", was=[State.AWAITING])
    assert not store.set_state(one.key, State.REJECTED, was=[State.AWAITING])
    found = store.article(one.key)
    assert found is not None
    assert (found.state, found.approved_by) == (State.APPROVED, "person:Jo")


def test_publishing_is_two_phases_and_the_first_day_stays(store: Store) -> None:
    one = article("curtains/size")
    store.save_article(one, WEEK, "digest")
    (dated,) = store.intend([one], "static", NOW)
    assert dated.published_at == NOW
    assert [each.state for each in store.publications()] == [State.APPROVED]
    found = store.article(one.key)
    assert found is not None and found.state is State.APPROVED  # killed here, the next run does it again

    again = store.intend([found], "static", LATER)
    assert again[0].published_at == NOW
    out = Publication(one.key, "static", "f1", "https://hollow.example/wie-breit/", State.PUBLISHED)
    for _ in range(2):
        store.confirm([out])
    assert store.publications() == [out]
    found = store.article(one.key)
    assert found is not None
    assert (found.state, found.url, found.published_at) == (State.PUBLISHED, out.url, NOW)


def test_what_a_target_could_not_place_is_held_with_the_gap(store: Store) -> None:
    one = article("curtains/size")
    store.save_article(one, WEEK, "digest")
    store.confirm([Publication(one.key, "static", "", "", State.HELD, dropped=("dusk has no width",))])
    found = store.article(one.key)
    assert found is not None
    assert (found.state, found.reason, found.approved_by) == (State.HELD, "dusk has no width", "")


def test_shops_do_not_see_each_other(store: Store, engine: Engine) -> None:
    store.save_article(article("curtains/size"), WEEK, "digest")
    store.save_plan(WEEK, "digest", 20, [assignment("curtains/size")])
    neighbour = Store(engine, "another-shop")
    assert neighbour.articles() == []
    assert neighbour.assignments(WEEK) == []
    assert neighbour.planned_from(WEEK) is None
