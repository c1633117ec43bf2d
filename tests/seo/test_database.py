"""The door to the database."""

import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from sqlalchemy import Column, Engine, Integer, MetaData, String, Table, select

from seo.database import BATCH, Moment, address, open_engine, upsert

TABLE = Table(
    "things",
    MetaData(),
    Column("shop", String, primary_key=True),
    Column("id", Integer, primary_key=True),
    Column("name", String),
    Column("at", Moment),
)


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    engine = open_engine(tmp_path)
    TABLE.metadata.create_all(engine)
    return engine


def rows(engine: Engine) -> list[tuple[object, ...]]:
    with engine.begin() as connection:
        return [
            tuple(row) for row in connection.execute(select(TABLE.c.id, TABLE.c.name).order_by(TABLE.c.id))
        ]


@pytest.mark.parametrize(
    ("place", "url"),
    [
        ("postgresql://shop@db.example/acreage", "postgresql+psycopg://shop@db.example/acreage"),
        ("postgres://db.example/acreage", "postgresql+psycopg://db.example/acreage"),
        ("sqlite:////data/a.db", "sqlite:////data/a.db"),
        (Path("/shops/Größe"), "sqlite:////shops/Größe/acreage.db"),
    ],
)
def test_a_place_is_a_folder_or_a_url(place: Path | str, url: str) -> None:
    assert address(place) == url


def test_upserting_twice_leaves_one_row_with_the_later_value(engine: Engine) -> None:
    with engine.begin() as connection:
        upsert(
            connection, TABLE, [{"shop": "a", "id": 1, "name": "one"}, {"shop": "a", "id": 2, "name": "two"}]
        )
        upsert(connection, TABLE, [{"shop": "a", "id": 2, "name": "zwei"}])
        upsert(connection, TABLE, [])
    assert rows(engine) == [(1, "one"), (2, "zwei")]


def test_more_rows_than_one_statement_holds(engine: Engine) -> None:
    many = [{"shop": "a", "id": number, "name": str(number)} for number in range(BATCH * 2 + 1)]
    with engine.begin() as connection:
        upsert(connection, TABLE, many)
    assert len(rows(engine)) == BATCH * 2 + 1


def test_writers_take_turns_instead_of_failing(engine: Engine) -> None:
    """Read, then write: with SQLite's deferred transactions all but one of these fail at once."""

    def count_up() -> None:
        for _ in range(10):
            with engine.begin() as connection:
                name = connection.scalar(select(TABLE.c.name).where(TABLE.c.id == 1)) or "0"
                upsert(connection, TABLE, [{"shop": "a", "id": 1, "name": str(int(name) + 1)}])

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert rows(engine) == [(1, "40")]


def test_a_failed_transaction_leaves_nothing(engine: Engine) -> None:
    with pytest.raises(ZeroDivisionError), engine.begin() as connection:
        upsert(connection, TABLE, [{"shop": "a", "id": 1, "name": "one"}])
        raise ZeroDivisionError
    assert rows(engine) == []


def test_moments_come_back_in_utc_and_need_a_zone(engine: Engine) -> None:
    tokyo = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=9)))
    with engine.begin() as connection:
        upsert(connection, TABLE, [{"shop": "a", "id": 1, "name": "", "at": tokyo}])
        assert connection.scalar(select(TABLE.c.at)) == datetime(2026, 11, 22, 0, 30, tzinfo=UTC)
    with pytest.raises(Exception, match="no time zone"), engine.begin() as connection:
        upsert(connection, TABLE, [{"shop": "a", "id": 1, "name": "", "at": datetime(2026, 11, 22)}])  # noqa: DTZ001
