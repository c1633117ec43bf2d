"""What places hold of our articles is kept whole, and one shop never sees another's."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from content.publications import Placement, Publications, Stand, placement_key
from flows.migrate import migrate
from seo.database import open_engine

WHOLE = Placement(
    key=placement_key("a", "k1", "ar-AE", "blog"), article="k1", target="blog", locale="ar-AE", week="2026-W48",
    stand=Stand.CONFLICT, remote_id="7", url="https://b/", status="published", fingerprint="f", going="g",
    begun_at=datetime(2026, 11, 25, tzinfo=UTC), due_at=datetime(2026, 11, 26, tzinfo=UTC), modified="m",
    sent={"title": "هل"}, held={"title": "هل"}, dropped=("slug",), edited=("body",), alarms=("a.b",), note="n", diff="-x\n+y",
)  # fmt: skip


@pytest.fixture
def book(tmp_path: Path) -> Publications:
    engine = open_engine(tmp_path)
    migrate(engine)
    Publications(engine, "b").keep(replace(WHOLE, key="other"))
    return Publications(engine, "a")


def test_a_placement_comes_back_whole(book: Publications) -> None:
    book.keep(WHOLE)
    book.keep(WHOLE)
    assert book.placement(WHOLE.key) == WHOLE
    assert book.placements() == [WHOLE]


def test_placements_are_asked_for_by_target_week_and_article(book: Publications) -> None:
    later = replace(WHOLE, key="k2", target="shop", week="2026-W49", article="k2")
    book.keep(WHOLE, later)
    assert (
        book.placements("shop")
        == book.placements(week="2026-W49")
        == book.placements(article="k2")
        == [later]
    )


def test_keys_are_of_one_length_and_differ_by_article_locale_and_target() -> None:
    keys = {
        placement_key("a", *each)
        for each in [("k", "de-DE", "x"), ("k", "de-AT", "x"), ("k", "de-DE", "y"), ("l", "de-DE", "x")]
    }
    assert len(keys) == 4
    assert {len(key) for key in keys} == {32}


def test_what_was_never_meant_to_go_there_is_none(book: Publications) -> None:
    assert book.placement("nothing") is None
