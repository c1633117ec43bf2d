"""Results pages and seasons go in and come out as they were; a page seen again replaces the one before."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import SQLModel

from seo.database import open_engine
from seo.records import Interest, Result
from seo.seen import Seen

FIRST = Result(
    "遮光カーテン 丈詰め",
    "ja-JP",
    1,
    "https://a.example/1",
    "丈詰めのしかた",
    "…",
    "searxng",
    date(2026, 11, 23),
)
SECOND = replace(FIRST, rank=2, url="https://b.example/2", title="よくある質問")
SEASON = Interest("Schlafsack", "de", (("2026-09", 812), ("2026-10", 1204)), "pageviews", "schlafsack")


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = open_engine(tmp_path)
    SQLModel.metadata.create_all(engine)
    return engine


def test_results_come_back_by_rank_and_a_new_page_replaces_the_old(engine: Engine) -> None:
    seen = Seen(engine, "hollow-lane")
    seen.save([SECOND, FIRST], [])
    assert seen.results(FIRST.query, "ja-JP") == [FIRST, SECOND]
    later = replace(SECOND, rank=1, seen_on=date(2026, 11, 30))
    seen.save([later], [])
    assert seen.results(FIRST.query, "ja-JP") == [later]
    assert seen.results(FIRST.query, "en-GB") == []
    assert Seen(engine, "another").results(FIRST.query, "ja-JP") == []


def test_seasons_come_back_and_are_replaced_by_later_ones(engine: Engine) -> None:
    seen = Seen(engine, "hollow-lane")
    seen.save([], [SEASON])
    later = replace(SEASON, months=(*SEASON.months, ("2026-11", 1500)))
    seen.save([], [later])
    assert seen.interest("de") == [later]
    assert seen.interest("fr") == []


def test_first_pages_are_of_one_market_and_one_source(engine: Engine) -> None:
    seen = Seen(engine, "hollow-lane")
    places = [replace(FIRST, rank=n, url=f"https://www.a.example/{n}/") for n in range(1, 13)]
    other = replace(FIRST, query="断熱カーテン")
    elsewhere = replace(FIRST, source="another", url="https://c.example")
    seen.save([*places, other, elsewhere], [])
    assert seen.first_pages("ja") == {
        FIRST.query: frozenset(f"a.example/{n}" for n in range(1, 11)),
        other.query: frozenset({"a.example/1"}),
    }
    assert seen.first_pages("en") == {}
