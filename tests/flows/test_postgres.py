"""The same on PostgreSQL: the tables, what was heard, and a week's work from end to end."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlmodel import SQLModel

from content.records import State
from flows.desk import opened
from flows.migrate import migrate
from flows.week import week
from seo.database import open_engine
from tests.servers.postgres import running

pytestmark = pytest.mark.postgres


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with running() as address:
        monkeypatch.setenv("ACREAGE_DATABASE", address)
        yield address


def test_the_migrations_make_exactly_the_tables_of_the_stores(place: str) -> None:
    engine = open_engine(place)
    migrate(engine)
    migrate(engine)
    with engine.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), SQLModel.metadata) == []
    engine.dispose()


def test_a_week_ends_the_same_and_twice_is_once(shop: Path, place: str, prefect_url: str) -> None:
    first = asyncio.run(week(str(shop), "2026-W48", 2))
    assert first.get("published"), first
    with opened(shop, "2026-W48") as desk:
        before = desk.told.articles()
        assert [report.state for report in desk.heard.reports("2026-W48")] == ["ok"]
        assert len(desk.heard.signals("2026-W48")) == 8
    assert asyncio.run(week(str(shop), "2026-W48", 2)) == first
    with opened(shop, "2026-W48") as desk:
        assert desk.told.articles() == before
        assert any(article.state is State.PUBLISHED for article in before)
    assert not (shop / ".acreage" / "acreage.db").exists()
