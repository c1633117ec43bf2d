"""What people said about passages of a draft, kept with their names: which words, what about them, in which version."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Engine, select
from sqlmodel import Field, SQLModel

from seo.database import Moment, upsert
from seo.store import table


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark on the section its quote stands in."""

    key: str  # of the article
    version: int  # of the draft it was made on
    heading: str  # of the section; empty for the opening
    quote: str
    note: str
    by: str
    at: datetime
    answered_in: int | None = None  # the version whose section was written anew for it; None: none yet

    @property
    def id(self) -> str:
        """Short, and the same for the same remark."""
        about = "\0".join([self.key, str(self.version), self.quote, self.note, self.by])
        return hashlib.sha256(about.encode()).hexdigest()[:12]


COMMENT = TypeAdapter(Comment)


class CommentRow(SQLModel, table=True):
    """A remark a person made on a draft."""

    __tablename__ = "comments"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)  # of the article
    id: str = Field(primary_key=True)
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


COMMENTS = table(CommentRow)


class Comments:
    """One shop's view of the table; every method is one transaction and may be repeated."""

    def __init__(self, engine: Engine, shop: str) -> None:
        self._engine = engine
        self._shop = shop

    def keep(self, comment: Comment) -> None:
        """Keep a remark; the same one again takes the place of the first."""
        row = {
            "shop": self._shop,
            "key": comment.key,
            "id": comment.id,
            "at": comment.at,
            "record": COMMENT.dump_python(comment, mode="json"),
        }
        with self._engine.begin() as connection:
            upsert(connection, COMMENTS, [row])

    def of(self, key: str) -> list[Comment]:
        """The remarks on an article, oldest first."""
        mine = (COMMENTS.c.shop == self._shop) & (COMMENTS.c.key == key)
        query = select(COMMENTS.c.record).where(mine).order_by(COMMENTS.c.at, COMMENTS.c.id)
        with self._engine.begin() as connection:
            return [COMMENT.validate_python(record) for record in connection.scalars(query)]
