"""What places that others run hold of our articles, kept: one placement per article, locale and target.

The static site's publications stand in `store.py`; a placement also holds what a lost answer or a person's
edit must be measured against. Every method is one transaction.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Engine, select
from sqlmodel import Field, SQLModel

from seo.database import upsert
from seo.store import table


class Stand(StrEnum):
    """Where a placement stands."""

    INTENDED = "intended"  # nothing of it is known to be there
    UNKNOWN = "unknown"  # the answer to a write was lost: it is looked for before anything is written again
    DRAFT = "draft"
    PENDING = "pending"
    SCHEDULED = "scheduled"
    PUBLISHED = "not confirmed live"  # the place says so, no reader has seen it yet
    LIVE = "live"  # its public address was read and shows our mark
    UNSEEN = "could not look"
    CONFLICT = "conflict"  # a person's edit, or somebody else's page
    REFUSED = "refused"
    OFF = "off"  # back to a draft: its article is not to be shown now
    WITHDRAWN = "withdrawn"


ON = (Stand.DRAFT, Stand.PENDING, Stand.SCHEDULED, Stand.PUBLISHED, Stand.LIVE, Stand.UNSEEN)
"""It stands there, and nothing hinders it."""


@dataclass(frozen=True, slots=True)
class Placement:
    """What a target holds of an article, and how far a write has got."""

    key: str  # 32 hex digits: what its copies are marked with
    article: str  # Article.key
    target: str  # name in shop.toml
    locale: str
    week: str
    stand: Stand = Stand.INTENDED
    remote_id: str = ""
    url: str = ""
    status: str = ""  # the place's own, when it was last read
    fingerprint: str = ""  # of the payload that stands there
    going: str = ""  # of a payload whose write has begun and is not confirmed
    begun_at: datetime | None = None  # when a create began whose end is not known
    due_at: datetime | None = None
    modified: str = ""  # the place's stamp after our own last write
    sent: Mapping[str, str] = field(default_factory=dict)  # fields as we last meant them, in our spelling
    held: Mapping[str, str] = field(
        default_factory=dict
    )  # the same in the place's: what edits are held against
    meant: Mapping[str, str] = field(default_factory=dict)  # of the write that is going
    trying: Mapping[str, str] = field(default_factory=dict)  # the same with a person's words in it, as sent
    edited: tuple[str, ...] = ()  # fields in which a person's words stand
    alarms: tuple[str, ...] = ()  # live facts that an edit took out
    dropped: tuple[str, ...] = ()  # fields the place did not keep
    before: Mapping[str, str] = field(default_factory=dict)  # fields of the version before: for a rollback
    refused: str = ""  # fingerprint that a person rolled back: not sent again
    note: str = ""  # why it does not stand as it should, in one line
    diff: str = ""  # of a conflict
    looked_at: datetime | None = None


class PlacementRow(SQLModel, table=True):
    """A placement; the columns are what is asked for, the record is all of it."""

    __tablename__ = "placements"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    article: str = Field(index=True)
    target: str
    locale: str
    week: str = Field(index=True)
    stand: str
    remote_id: str
    url: str
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


PLACEMENTS = table(PlacementRow)
PLACEMENT = TypeAdapter(Placement)


def placement_key(shop: str, article: str, locale: str, target: str) -> str:
    """The permanent key of an article in a locale on a target: fixed length, so that none begins another."""
    return hashlib.sha256(f"{shop}\n{article}\n{locale}\n{target}".encode()).hexdigest()[:32]


class Publications:
    """One shop's view of the placements."""

    def __init__(self, engine: Engine, shop: str) -> None:
        self._engine = engine
        self._shop = shop

    def key(self, article: str, locale: str, target: str) -> str:
        """The key of an article in a locale on a target."""
        return placement_key(self._shop, article, locale, target)

    def placement(self, key: str) -> Placement | None:
        """What is known; None when it was never meant to go there."""
        query = select(PLACEMENTS.c.record).where(PLACEMENTS.c.shop == self._shop, PLACEMENTS.c.key == key)
        with self._engine.begin() as connection:
            record = connection.scalar(query)
        return None if record is None else PLACEMENT.validate_python(record)

    def placements(self, target: str = "", week: str = "", article: str = "") -> list[Placement]:
        """All, or those of a target, a week or an article; by target, article and locale."""
        query = select(PLACEMENTS.c.record).where(PLACEMENTS.c.shop == self._shop)
        for column, wanted in (("target", target), ("week", week), ("article", article)):
            if wanted:
                query = query.where(PLACEMENTS.c[column] == wanted)
        ordered = query.order_by(PLACEMENTS.c.target, PLACEMENTS.c.article, PLACEMENTS.c.locale)
        with self._engine.begin() as connection:
            return [PLACEMENT.validate_python(record) for record in connection.scalars(ordered)]

    def keep(self, *placements: Placement) -> None:
        """Store where they stand now."""
        with self._engine.begin() as connection:
            upsert(connection, PLACEMENTS, self._rows(placements))

    def _rows(self, placements: Sequence[Placement]) -> list[dict[str, Any]]:
        return [
            {
                "shop": self._shop, "key": p.key, "article": p.article, "target": p.target, "locale": p.locale,
                "week": p.week, "stand": str(p.stand), "remote_id": p.remote_id, "url": p.url,
                "record": PLACEMENT.dump_python(p, mode="json"),
            }
            for p in placements
        ]  # fmt: skip
