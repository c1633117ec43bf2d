"""Events for a shop's own backend, kept until somebody has taken them.

An event and the state it tells of are one row: what a target holds of an article *is* its last event, so neither
can be there without the other. Every method is one transaction.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Engine, func, insert, select, update
from sqlmodel import Field, SQLModel

from seo.database import lock
from seo.store import table


class Post(StrEnum):
    """How far an event has come."""

    WAITING = "waiting"
    TAKEN = "taken"  # the receiver answered 2xx
    PARKED = "parked"  # the receiver will not have it: a person must look
    DEAD = "dead"  # tried for long enough


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to an article, or to a week."""

    id: str  # `webhook-id`: the same on every try
    target: str
    about: str  # key of the placement; empty: of the whole target
    type: str  # `article.published`
    at: datetime
    body: str  # exactly what is sent and signed
    status: str = ""  # how the article stands after it
    fingerprint: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)  # what the target holds after it
    due_at: datetime | None = None  # of a schedule
    post: Post = Post.WAITING
    tries: int = 0
    next_at: datetime | None = None
    note: str = ""  # why it was not taken
    number: int = 0  # in the order they happened


class EventRow(SQLModel, table=True):
    """An event; the columns are what is asked for, the record is all of it."""

    __tablename__ = "events"
    shop: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    number: int = Field(index=True)
    target: str = Field(index=True)
    about: str = Field(index=True)
    type: str
    post: str = Field(index=True)
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


EVENTS = table(EventRow)
EVENT = TypeAdapter(Event)


def event_id(before: str, *what: str) -> str:
    """The id of what happens after another event: the same happening twice is one event."""
    return "evt_" + sha256("\0".join([before, *what]).encode()).hexdigest()[:32]


class Outbox:
    """One target's events."""

    def __init__(self, engine: Engine, shop: str, target: str) -> None:
        self._engine, self._shop, self._target = engine, shop, target
        self._mine = (EVENTS.c.shop == shop) & (EVENTS.c.target == target)

    def add(self, event: Event) -> None:
        """Keep an event; one that is there already stays as it is."""
        self.follow(event.about, lambda _: event)

    def follow(self, about: str, made: Callable[[Event | None], Event | None]) -> None:
        """Keep what follows the last event about something (None: nothing), with nobody in between."""
        with self._engine.begin() as connection:
            lock(connection, EVENTS)
            found = connection.scalar(
                select(EVENTS.c.record)
                .where(self._mine, EVENTS.c.about == about)
                .order_by(EVENTS.c.number.desc())
                .limit(1)
            )
            event = made(None if found is None else EVENT.validate_python(found))
            if event is None or connection.scalar(
                select(EVENTS.c.id).where(self._mine, EVENTS.c.id == event.id)
            ):
                return
            last = connection.scalar(select(func.max(EVENTS.c.number)).where(EVENTS.c.shop == self._shop))
            connection.execute(insert(EVENTS).values(self._row(_numbered(event, (last or 0) + 1))))

    def keep(self, event: Event) -> None:
        """Store how far an event has come."""
        with self._engine.begin() as connection:
            changes = {"post": str(event.post), "record": EVENT.dump_python(event, mode="json")}
            connection.execute(update(EVENTS).where(self._mine, EVENTS.c.id == event.id).values(changes))

    def last(self, about: str) -> Event | None:
        """The newest event about something; None when nothing has happened to it."""
        found = self._select(EVENTS.c.about == about)
        return found[-1] if found else None

    def every(self, *posts: Post) -> list[Event]:
        """All events, or those that have come so far, in the order they happened."""
        return self._select(EVENTS.c.post.in_([str(post) for post in posts or tuple(Post)]))

    def since(self, number: int) -> list[Event]:
        """What happened after an event."""
        return self._select(EVENTS.c.number > number)

    def _select(self, wanted: Any) -> list[Event]:  # Any: a condition of SQLAlchemy's
        query = select(EVENTS.c.record).where(self._mine, wanted).order_by(EVENTS.c.number)
        with self._engine.begin() as connection:
            return [EVENT.validate_python(record) for record in connection.scalars(query)]

    def _row(self, event: Event) -> dict[str, Any]:
        return {
            "shop": self._shop, "id": event.id, "number": event.number, "target": self._target,
            "about": event.about, "type": event.type, "post": str(event.post),
            "record": EVENT.dump_python(event, mode="json"),
        }  # fmt: skip


def _numbered(event: Event, number: int) -> Event:
    return EVENT.validate_python({**EVENT.dump_python(event), "number": number})
