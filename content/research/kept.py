"""Dossiers, kept: a second run of a week works on what the first one read, whatever the web says by then.

Of pages only their hashes are stored here; their words stand in `web_pages`, or in the shop's folder.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Engine, select
from sqlmodel import Field, SQLModel

from content.dossier import Dossier, StoredPage
from seo.database import Moment, upsert
from seo.store import table


class DossierRow(SQLModel, table=True):
    """What research found for an article in a week."""

    __tablename__ = "dossiers"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)  # of the article
    week: str = Field(primary_key=True)
    made_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


DOSSIERS: Final = table(DossierRow)
_DOSSIER: Final = TypeAdapter(Dossier)


class Dossiers:
    """One shop's dossiers; every method is one transaction and may be repeated."""

    def __init__(self, engine: Engine, shop: str) -> None:
        self._engine = engine
        self._shop = shop

    def keep(self, key: str, week: str, dossier: Dossier, at: datetime) -> None:
        """Store what was found."""
        record = _DOSSIER.dump_python(replace(dossier, pages=()), mode="json")
        record["pages"] = [page.hash for page in dossier.pages]
        row = {"shop": self._shop, "key": key, "week": week, "made_at": at, "record": record}
        with self._engine.begin() as connection:
            upsert(connection, DOSSIERS, [row])

    def get(self, key: str, week: str, page: Callable[[str], StoredPage | None]) -> Dossier | None:
        """What was found for an article in a week; None when nobody looked, or a page of it is gone. `page` finds a
        page by its hash.
        """
        c = DOSSIERS.c
        query = select(c.record).where(c.shop == self._shop, c.key == key, c.week == week)
        with self._engine.begin() as connection:
            record = connection.scalar(query)
        if record is None:
            return None
        pages = [page(each) for each in record["pages"]]
        there = tuple(each for each in pages if each is not None)
        if len(there) < len(pages):
            return None
        return replace(_DOSSIER.validate_python({**record, "pages": []}), pages=there)
