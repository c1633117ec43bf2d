"""What endpoints have shown they can do, kept: each is tried out once, not once a run."""

from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Engine, select
from sqlmodel import Field, SQLModel

from content.models.model import Told
from seo.database import upsert
from seo.store import table


class EndpointRow(SQLModel, table=True):
    """A model at an address and the form it is asked in."""

    __tablename__ = "endpoints"
    shop: str = Field(primary_key=True)
    base_url: str = Field(primary_key=True)
    model: str = Field(primary_key=True)
    told: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


ENDPOINTS: Final = table(EndpointRow)
_TOLD: Final = TypeAdapter(Told)


class Learnt:
    """One model's row."""

    def __init__(self, engine: Engine, shop: str, base_url: str, model: str) -> None:
        self._engine = engine
        self._mine = {"shop": shop, "base_url": base_url, "model": model}

    def told(self) -> Told:
        """What it has shown; the strictest form when it was never asked."""
        c = ENDPOINTS.c
        query = select(c.told).where(*(c[name] == value for name, value in self._mine.items()))
        with self._engine.begin() as connection:
            found = connection.scalar(query)
        return Told() if found is None else _TOLD.validate_python(found)

    def keep(self, told: Told) -> None:
        """It has shown something else."""
        row = {
            **self._mine,
            "told": {**_TOLD.dump_python(told, mode="json"), "left_out": sorted(told.left_out)},
        }
        with self._engine.begin() as connection:
            upsert(connection, ENDPOINTS, [row])
