"""What each page showed and rested on when it was last checked, and every refresh since, kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Engine, select
from sqlmodel import Field, SQLModel

from content.freshness import Change, Said
from seo.database import Moment, upsert
from seo.store import table

SAID = TypeAdapter(tuple[Said, ...])


class BasisRow(SQLModel, table=True):
    """A page's key: all it shows and rests on, from which files, on which day."""

    __tablename__ = "bases"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)  # of the article
    version: int  # of its draft
    inputs: str  # digest of the shop's files
    day: date
    record: list[Any] = Field(sa_column=Column(JSON, nullable=False))


class RefreshRow(SQLModel, table=True):
    """What became of a page when its facts changed. Nothing is ever taken out."""

    __tablename__ = "refreshes"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    at: datetime = Field(sa_column=Column(Moment, nullable=False, primary_key=True))
    was: str
    now: str
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


BASES, REFRESHES = table(BasisRow), table(RefreshRow)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a page was last checked against."""

    version: int
    inputs: str
    day: date
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Refresh:
    """One refresh of one page: the states before and after, what changed, and whose approval still stands."""

    key: str
    at: datetime
    was: str
    now: str
    reason: str
    approved_by: str  # kept when nothing but figures changed; empty when it fell
    changes: tuple[Change, ...]


REFRESH = TypeAdapter(Refresh)


class Refreshes:
    """One shop's view of the two tables. Every method is one transaction."""

    def __init__(self, engine: Engine, shop: str) -> None:
        self._engine = engine
        self._shop = shop

    def bases(self) -> dict[str, Basis]:
        """Every page's key, by article."""
        query = select(BASES).where(BASES.c.shop == self._shop)
        with self._engine.begin() as connection:
            rows = connection.execute(query).all()
        return {r.key: Basis(r.version, r.inputs, r.day, SAID.validate_python(r.record)) for r in rows}

    def save(self, key: str, basis: Basis, refresh: Refresh | None = None) -> None:
        """Keep what a page says now, and the refresh that brought it there."""
        row = {
            "shop": self._shop, "key": key, "version": basis.version, "inputs": basis.inputs,
            "day": basis.day, "record": SAID.dump_python(basis.said, mode="json"),
        }  # fmt: skip
        with self._engine.begin() as connection:
            upsert(connection, BASES, [row])
            if refresh is not None:
                upsert(connection, REFRESHES, [self._refresh(refresh)])

    def _refresh(self, refresh: Refresh) -> dict[str, Any]:
        return {
            "shop": self._shop, "key": refresh.key, "at": refresh.at, "was": refresh.was, "now": refresh.now,
            "record": REFRESH.dump_python(refresh, mode="json"),
        }  # fmt: skip

    def of(self, key: str) -> Sequence[Refresh]:
        """A page's refreshes, oldest first."""
        query = select(REFRESHES.c.record).where(REFRESHES.c.shop == self._shop, REFRESHES.c.key == key)
        with self._engine.begin() as connection:
            return [
                REFRESH.validate_python(r) for r in connection.scalars(query.order_by(REFRESHES.c.at)).all()
            ]
