"""Briefs, kept: every version, the person's among them. What a person has written nobody else writes over."""

from dataclasses import replace
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Connection, Engine, select
from sqlmodel import Field, SQLModel

from content.briefs.brief import Brief
from seo.database import upsert
from seo.store import table


class BriefRow(SQLModel, table=True):
    """One version of an article's brief. Nothing is ever taken out."""

    __tablename__ = "briefs"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)  # of the article
    version: int = Field(primary_key=True)
    week: str
    by: str
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


BRIEFS: Final = table(BriefRow)
_BRIEF: Final = TypeAdapter(Brief)


class Briefs:
    """One shop's briefs; every method is one transaction and may be repeated."""

    def __init__(self, engine: Engine, shop: str) -> None:
        self._engine = engine
        self._shop = shop

    def keep(self, brief: Brief) -> Brief:
        """Store a brief as the next version and return the one that counts now.

        What says the same as the latest is not stored again. Where a person's version stands, nobody else's is
        stored at all: theirs is returned.
        """
        with self._engine.begin() as connection:
            latest = self._latest(connection, brief.key)
            if latest is not None:
                is_guarded = latest.is_of_a_person and not brief.is_of_a_person
                if is_guarded or replace(brief, version=latest.version) == latest:
                    return latest
            kept = replace(brief, version=latest.version + 1 if latest else 1)
            upsert(connection, BRIEFS, [self._row(kept)])
        return kept

    def latest(self, key: str) -> Brief | None:
        """The version that counts; None when there is none."""
        with self._engine.begin() as connection:
            return self._latest(connection, key)

    def versions(self, key: str) -> list[Brief]:
        """Every version, the first first."""
        c = BRIEFS.c
        query = select(c.record).where(c.shop == self._shop, c.key == key).order_by(c.version)
        with self._engine.begin() as connection:
            return [_BRIEF.validate_python(record) for record in connection.scalars(query)]

    def keys(self) -> list[str]:
        """The articles that have a brief."""
        query = select(BRIEFS.c.key).where(BRIEFS.c.shop == self._shop).distinct().order_by(BRIEFS.c.key)
        with self._engine.begin() as connection:
            return list(connection.scalars(query))

    def _latest(self, connection: Connection, key: str) -> Brief | None:
        c = BRIEFS.c
        query = select(c.record).where(c.shop == self._shop, c.key == key).order_by(c.version.desc()).limit(1)
        record = connection.scalar(query)
        return None if record is None else _BRIEF.validate_python(record)

    def _row(self, brief: Brief) -> dict[str, Any]:
        record = _BRIEF.dump_python(brief, mode="json")
        row = {"shop": self._shop, "key": brief.key, "version": brief.version, "week": brief.week}
        return {**row, "by": brief.by, "record": record}
