"""What people want goes in and comes out as it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import SQLModel

from seo.database import open_engine
from seo.records import Intent, Keyword, Question, Signal, SignalKind, SourceReport, Topic
from seo.store import Store

WEEK = "2026-W48"
SIGNAL = Signal(
    "0a",
    "هل يمكن قص الستائر؟",
    SignalKind.QUESTION,
    "signals/q.csv",
    "ar",
    0.98,
    count=3,
    row=2,
    country="AE",
    sku="HD7546/20",
    observed_on=date(2026, 11, 2),
    position=4.5,
)
BARE = Signal("0b", "kissen", SignalKind.QUERY, "signals/q.csv", "de", 0.6)
TOPIC = Topic(
    "t1", "de", "kissen waschen", Intent.INFORMATIONAL, 0.9, "question words",
    (Keyword("kissen waschen", "kissen waschen", "de", 87.5, 4, ("0b",)),),
    (Question("Kann man Kissen waschen?", 2, "signals/q.csv"),), 87.5, countries=("DE",),
)  # fmt: skip
REPORT = SourceReport("signals/q.csv", "degraded", 10, 2, dropped=6, note="6 lines of markup")


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = open_engine(tmp_path)
    SQLModel.metadata.create_all(engine)
    return engine


@pytest.fixture
def store(engine: Engine) -> Store:
    return Store(engine, "hollow-lane")


def test_signals_and_reports_come_back_equal(store: Store) -> None:
    for _ in range(2):
        store.save_heard(WEEK, [SIGNAL, BARE], [REPORT])
    assert store.signals(WEEK) == [replace(each, first_seen=date(2026, 11, 23)) for each in (SIGNAL, BARE)]
    assert store.reports(WEEK) == [REPORT]


def test_a_signal_heard_again_belongs_to_the_later_week(store: Store) -> None:
    store.save_heard(WEEK, [SIGNAL, BARE], [REPORT])
    store.save_heard("2026-W49", [replace(BARE, count=9)], [])
    assert [signal.id for signal in store.signals(WEEK)] == [SIGNAL.id]
    assert [(signal.id, signal.count) for signal in store.signals("2026-W49")] == [(BARE.id, 9)]
    assert store.reports(WEEK) == [REPORT]


def test_a_signal_keeps_the_week_it_was_first_heard_in(store: Store) -> None:
    store.save_heard(WEEK, [SIGNAL, BARE], [REPORT])
    store.save_heard("2026-W49", [BARE], [])
    store.save_heard("2026-W50", [replace(BARE, first_seen=date(2025, 3, 1))], [])
    (signal,) = store.signals("2026-W50")
    assert signal.first_seen == date(2025, 3, 1)  # a source may know that it is older
    assert [signal.first_seen for signal in store.signals(WEEK)] == [date(2026, 11, 23)]


def test_the_last_good_signals_stand_in_for_a_source_that_fails(store: Store) -> None:
    web = replace(BARE, id="0c", source="wikipedia")
    store.save_heard(WEEK, [SIGNAL, web], [])
    assert store.last_good("wikipedia", "2026-W49") == (WEEK, 1)
    failed = SourceReport("wikipedia", "blocked", 0, 0, note="503", stands_from=WEEK)
    for week in ("2026-W49", "2026-W50"):
        store.save_heard(week, [replace(SIGNAL, count=4)], [failed])
        assert [signal.id for signal in store.signals(week)] == [SIGNAL.id, "0c"]
    assert store.last_good("wikipedia", "2026-W50") == (WEEK, 1)  # what stands in was not heard anew
    assert store.last_good("wikipedia", "2027-W04") == ("", 0)  # nine weeks later it is history
    assert store.last_good("wikipedia", WEEK) == ("", 0)


def test_topics_replace_those_of_their_week_and_keep_their_order(store: Store) -> None:
    other = replace(TOPIC, id="a0", name="zuerst")
    store.save_topics(WEEK, [TOPIC])
    store.save_topics(WEEK, [TOPIC, other])
    assert store.topics(WEEK) == [TOPIC, other]
    store.save_topics(WEEK, [other])
    assert store.topics(WEEK) == [other]
    assert store.latest_week() == WEEK


def test_shops_do_not_see_each_other(store: Store, engine: Engine) -> None:
    store.save_heard(WEEK, [SIGNAL], [REPORT])
    store.save_topics(WEEK, [TOPIC])
    neighbour = Store(engine, "another-shop")
    assert (neighbour.signals(WEEK), neighbour.reports(WEEK), neighbour.topics(WEEK)) == ([], [], [])
    assert neighbour.latest_week() == ""
