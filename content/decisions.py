"""What people decided about topics and weeks, with their names, kept: edits of the map, places in the calendar.

Nothing is ever taken out: a decision that is undone stays, with who undid it.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Literal

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Engine, select, update
from sqlmodel import Field, SQLModel

from content.errors import ContentError
from seo.database import Moment, upsert
from seo.store import table

Kind = Literal["merge", "split", "rename", "pin", "ban", "recluster", "add", "move", "lock"]
CALENDAR: tuple[Kind, ...] = ("add", "move", "lock")


@dataclass(frozen=True, slots=True)
class Named:
    """A topic as it stood when somebody decided about it: found again by its concept, else by its members."""

    id: str
    language: str
    name: str
    concept: str = ""  # empty: no page of the shop can be about it
    members: tuple[str, ...] = ()  # keys of its keywords and questions


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing a person decided."""

    kind: Kind
    by: str
    at: datetime
    topics: tuple[Named, ...] = ()  # merge: the first takes the others in
    text: str = ""  # rename and split: the name; add: the topic in the person's words
    members: tuple[str, ...] = ()  # split: the phrases that go
    why: str = ""
    week: str = ""  # add, move, lock: the ISO week; recluster: from which on
    market: str = ""  # add: a locale
    undone_by: str = ""

    @property
    def id(self) -> str:
        """Short, and the same for the same decision."""
        about = "\0".join(
            [self.kind, *(t.id for t in self.topics), self.text, self.market, self.at.isoformat()]
        )
        return hashlib.sha256(about.encode()).hexdigest()[:8]


DECISION = TypeAdapter(Decision)


class DecisionRow(SQLModel, table=True):
    """What somebody decided about a topic or a week."""

    __tablename__ = "decisions"
    shop: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    kind: str
    by: str
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
    undone_by: str
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


DECISIONS = table(DecisionRow)


class Decisions:
    """One shop's view of the table; every method is one transaction and may be repeated."""

    def __init__(self, engine: Engine, shop: str) -> None:
        self._engine = engine
        self._shop = shop

    def save(self, decision: Decision) -> None:
        """Keep a decision."""
        if not decision.by.strip():
            raise ContentError('a decision needs a person: say who decides, --as "Your name"')
        row = {
            "shop": self._shop,
            "id": decision.id,
            "kind": decision.kind,
            "by": decision.by,
            "at": decision.at,
            "undone_by": decision.undone_by,
            "record": DECISION.dump_python(decision, mode="json"),
        }
        with self._engine.begin() as connection:
            upsert(connection, DECISIONS, [row])

    def all(self) -> list[Decision]:
        """Everything ever decided, oldest first."""
        query = select(DECISIONS.c.record, DECISIONS.c.undone_by).where(DECISIONS.c.shop == self._shop)
        with self._engine.begin() as connection:
            rows = connection.execute(query.order_by(DECISIONS.c.at, DECISIONS.c.id)).all()
        return [replace(DECISION.validate_python(row.record), undone_by=row.undone_by) for row in rows]

    def standing(self) -> list[Decision]:
        """What holds, oldest first."""
        return [each for each in self.all() if not each.undone_by]

    def undo(self, id: str, by: str) -> Decision:
        """Take a decision back, under a name; ContentError when there is none of that number."""
        found = [each for each in self.standing() if each.id.startswith(id)] if id else []
        if len(found) != 1:
            said = f"{len(found)} decisions begin with" if found else "no decision that holds begins with"
            raise ContentError(f"{said} {id!r}: `acreage topics decisions` lists them")
        mine = (DECISIONS.c.shop == self._shop) & (DECISIONS.c.id == found[0].id)
        with self._engine.begin() as connection:
            connection.execute(update(DECISIONS).where(mine).values(undone_by=by))
        return found[0]


def digest_of(decisions: Sequence[Decision]) -> str:
    """Empty for none; else different whenever what holds is different: such a week is planned anew."""
    names = sorted(each.id for each in decisions)
    return hashlib.sha256(" ".join(names).encode()).hexdigest()[:8] if names else ""
