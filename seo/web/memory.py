"""What the door remembers, shared by every worker of a shop: answers already fetched, and how hosts behaved.

No secret comes in: the key is a hash of what was asked without its hidden parameters, and of an answer's headers
only those a reader needs are kept.
"""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import JSON, Column, Connection, Engine, LargeBinary, delete, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Field, SQLModel

from seo.database import Moment
from seo.store import table
from seo.web.answers import Request, without

KEPT_DAYS: Final = 8  # a weekly run may still ask "changed since?"; raw pages hold what strangers wrote
FAILURES: Final = 5  # in a row, then the host is left alone
CLOSED_S: Final = 3600
_KEPT_HEADERS: Final = (
    "content-type",
    "content-language",
    "etag",
    "last-modified",
    "date",
    "link",
    "x-robots-tag",
)
_OPEN_HEADERS: Final = "accept"  # what they begin with changes the answer and holds no secret


class FetchRow(SQLModel, table=True):
    """An answer as it was fetched."""

    __tablename__ = "fetches"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    host: str
    url: str  # after redirects, secrets left out
    status: int
    headers: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))  # zlib
    fetched_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    checked_at: datetime = Field(sa_column=Column(Moment, nullable=False, index=True))


class HostRow(SQLModel, table=True):
    """When a host may be asked next, and how often it failed in a row."""

    __tablename__ = "hosts"
    shop: str = Field(primary_key=True)
    host: str = Field(primary_key=True)
    next_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    failures: int
    closed_until: datetime | None = Field(sa_column=Column(Moment, nullable=True))
    reason: str


FETCHES, HOSTS = table(FetchRow), table(HostRow)


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored answer."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    fetched_at: datetime
    checked_at: datetime  # when the host last said it, or that it is unchanged


@dataclass(frozen=True, slots=True)
class Turn:
    """How a host stands: how long to wait for one's turn, or until when it is closed and why."""

    wait_s: float
    closed_until: datetime | None = None  # None: open
    reason: str = ""
    failures: int = 0


def key_of(request: Request) -> str:
    """What makes two requests the same: method, address, open headers and body; never who pays for it."""
    asked = {
        name.lower(): value
        for name, value in request.headers.items()
        if name.lower().startswith(_OPEN_HEADERS)
    }
    body = hashlib.sha256(request.body).hexdigest() if request.body else ""
    parts = [request.method, without(request.url, request.hidden), asked, body]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


class Memory:
    """One shop's view of the two tables; every method is one transaction and may be repeated."""

    def __init__(self, engine: Engine, shop: str) -> None:
        self._engine = engine
        self._shop = shop

    # --- answers ------------------------------------------------------------------------------------------

    def recall(self, key: str) -> Kept | None:
        """The stored answer; None when there is none."""
        query = select(FETCHES).where(FETCHES.c.shop == self._shop, FETCHES.c.key == key)
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().one_or_none()
        if row is None:
            return None
        body = zlib.decompress(row["body"])
        return Kept(row["url"], row["status"], row["headers"], body, row["fetched_at"], row["checked_at"])

    def keep(self, key: str, host: str, kept: Kept) -> None:
        """Store an answer instead of the one before."""
        row = {
            "shop": self._shop,
            "key": key,
            "host": host,
            "url": kept.url,
            "status": kept.status,
            "headers": {name: kept.headers[name] for name in _KEPT_HEADERS if name in kept.headers},
            "body": zlib.compress(kept.body, 1),  # 9 ms a megabyte; pages shrink to a fifth
            "fetched_at": kept.fetched_at,
            "checked_at": kept.checked_at,
        }
        with self._engine.begin() as connection:
            # Not `upsert`: its rows are part of the statement, which is then compiled each time (3 ms of CPU).
            insert = self._insert(connection)(FETCHES)
            fresh = {name: insert.excluded[name] for name in row if name not in {"shop", "key"}}
            connection.execute(insert.on_conflict_do_update(index_elements=["shop", "key"], set_=fresh), row)

    def confirm(self, key: str, at: datetime) -> None:
        """The host says that it is unchanged."""
        mine = (FETCHES.c.shop == self._shop) & (FETCHES.c.key == key)
        with self._engine.begin() as connection:
            connection.execute(update(FETCHES).where(mine).values(checked_at=at))

    def forget(self, before: datetime) -> int:
        """Drop answers that nobody asked for since; how many there were."""
        old = (FETCHES.c.shop == self._shop) & (FETCHES.c.checked_at < before)
        with self._engine.begin() as connection:
            return connection.execute(delete(FETCHES).where(old)).rowcount

    # --- hosts --------------------------------------------------------------------------------------------

    def book(self, host: str, every_s: float, now: datetime) -> Turn:
        """Take the next turn at a host; nobody else gets the same one. A closed host gives none."""
        with self._engine.begin() as connection:
            row = self._host(connection, host, now)
            if row["closed_until"] and row["closed_until"] > now:
                return Turn(0.0, row["closed_until"], row["reason"], row["failures"])
            turn_at = max(now, row["next_at"])
            if every_s:  # a write waits for the disk
                self._change(connection, host, next_at=turn_at + timedelta(seconds=every_s))
        return Turn((turn_at - now).total_seconds(), failures=row["failures"])

    def failed(self, host: str, reason: str, now: datetime) -> datetime | None:
        """Count one more failure in a row; until when the host is closed by it, None while it is open."""
        with self._engine.begin() as connection:
            failures = self._host(connection, host, now)["failures"] + 1
            until = now + timedelta(seconds=CLOSED_S) if failures >= FAILURES else None
            closed = {"closed_until": until, "reason": f"{failures} failures in a row, the last: {reason}"}
            self._change(connection, host, failures=failures, **(closed if until else {}))
        return until

    def worked(self, host: str, now: datetime) -> None:
        """The host answered: earlier failures are forgotten."""
        with self._engine.begin() as connection:
            self._host(connection, host, now)
            self._change(connection, host, failures=0, closed_until=None, reason="")

    def close(self, host: str, until: datetime, reason: str, now: datetime) -> None:
        """The host asks to be left alone."""
        with self._engine.begin() as connection:
            self._host(connection, host, now)
            self._change(connection, host, closed_until=until, reason=reason)

    def _host(self, connection: Connection, host: str, now: datetime) -> Mapping[str, Any]:  # Any: a row
        """The row of a host, made when it is new, held until the transaction ends."""
        query = select(HOSTS).where(HOSTS.c.shop == self._shop, HOSTS.c.host == host).with_for_update()
        found = connection.execute(query).mappings().one_or_none()
        if found is None:
            fresh = {"shop": self._shop, "host": host, "next_at": now, "failures": 0, "reason": ""}
            connection.execute(self._insert(connection)(HOSTS).on_conflict_do_nothing(), fresh)
            found = connection.execute(query).mappings().one()
        return dict(found)

    @staticmethod
    def _insert(connection: Connection) -> Any:  # Any: two classes that have no common one
        return sqlite.insert if connection.dialect.name == "sqlite" else postgresql.insert

    def _change(self, connection: Connection, host: str, **values: Any) -> None:  # Any: of the columns
        mine = (HOSTS.c.shop == self._shop) & (HOSTS.c.host == host)
        connection.execute(update(HOSTS).where(mine).values(**values))
