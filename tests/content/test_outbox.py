"""Events are kept in order, once each, until they are taken."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from content.outbox import Event, Outbox, Post, event_id
from flows.migrate import migrate
from seo.database import open_engine

AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.fixture
def box(tmp_path: Path) -> Outbox:
    engine = open_engine(tmp_path)
    migrate(engine)
    return Outbox(engine, "shop", "hook")


def event(name: str, about: str = "k", **changes: object) -> Event:
    return replace(
        Event(name, "hook", about, "article.approved", AT, "{}", fields={"title": "ما"}), **changes
    )  # type: ignore[arg-type]


def test_events_come_back_as_they_were_in_the_order_they_happened(box: Outbox) -> None:
    for name in ("evt_2", "evt_1", "evt_3"):
        box.add(event(name))
    assert [each.id for each in box.every()] == ["evt_2", "evt_1", "evt_3"]
    assert box.last("k") == event("evt_3", number=3)
    assert box.last("other") is None


def test_the_same_event_is_kept_once_and_as_far_as_it_has_come(box: Outbox) -> None:
    box.add(event("evt_1"))
    box.keep(replace(box.every()[0], post=Post.TAKEN))
    box.add(event("evt_1"))
    assert [each.post for each in box.every()] == [Post.TAKEN]
    assert box.every(Post.WAITING) == []


def test_what_follows_sees_the_last_event_of_its_own_article(box: Outbox) -> None:
    box.add(event("evt_1"))
    box.add(event("evt_2", "other"))
    seen: list[str] = []
    box.follow("k", lambda last: seen.append(last.id if last else "") or None)  # type: ignore[func-returns-value]
    assert seen == ["evt_1"]


def test_a_shop_and_a_target_see_only_their_own(box: Outbox, tmp_path: Path) -> None:
    box.add(event("evt_1"))
    engine = open_engine(tmp_path)
    assert Outbox(engine, "shop", "other").every() == []
    assert Outbox(engine, "elsewhere", "hook").every() == []


def test_an_id_tells_what_happened_after_what() -> None:
    assert event_id("", "a", "b") == event_id("", "a", "b")
    assert (
        len({event_id("", "a", "b"), event_id("x", "a", "b"), event_id("", "ab"), event_id("", "b", "a")})
        == 4
    )
