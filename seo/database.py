"""The door to the project's own database, the state of record: SQLite in the shop folder, PostgreSQL by URL.

SQLite: https://www.sqlite.org/wal.html · PostgreSQL: https://www.psycopg.org/psycopg3/docs/
"""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, DateTime, Engine, Table, create_engine, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.types import TypeDecorator

FILE = "acreage.db"
BUSY_S = 60
BATCH = 400  # rows per statement: SQLite takes 32,766 parameters, the widest table has 16 columns


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, aware on both sides; SQLite alone would forget the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Refuse a moment without a zone; store the rest in UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value} has no time zone: moments are aware UTC here")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Hand the moment back in UTC."""
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


def address(place: str | Path) -> str:
    """The database URL of a folder (its `acreage.db`) or of a URL; PostgreSQL always through psycopg 3."""
    if isinstance(place, str) and "://" in place:
        scheme, rest = place.split("://", 1)
        return f"postgresql+psycopg://{rest}" if scheme in {"postgres", "postgresql"} else place
    return f"sqlite:///{(Path(place) / FILE).absolute()}"


def open_engine(place: str | Path) -> Engine:
    """Open the database of a folder or URL. Writers take turns; nobody fails for being second."""
    url = make_url(address(place))
    engine = create_engine(url, json_serializer=_json, pool_pre_ping=url.get_backend_name() != "sqlite")
    if url.get_backend_name() == "sqlite":
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


def _json(value: Any) -> str:  # Any: whatever a JSON column holds
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _prepare(connection: Any, _record: Any) -> None:  # Any: the driver's own connection
    connection.isolation_level = None  # the driver must not open transactions of its own; _begin does
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_S * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    # A deferred transaction that reads and then writes fails at once with "database is locked",
    # whatever the timeout.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def upsert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows, or overwrite the row with the same primary key: doing it twice changes nothing."""
    insert = sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert
    keys = [column.name for column in table.primary_key]
    for start in range(0, len(rows), BATCH):
        statement = insert(table).values([dict(row) for row in rows[start : start + BATCH]])
        fresh = {
            c.name: statement.excluded[c.name]
            for c in table.columns
            if c.name not in keys and c.name in rows[0]
        }
        connection.execute(statement.on_conflict_do_update(index_elements=keys, set_=fresh))


def lock(connection: Connection, table: Table) -> None:
    """Keep others from a table until this transaction ends. SQLite's transactions do so by themselves."""
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f'LOCK TABLE "{table.name}" IN EXCLUSIVE MODE')
