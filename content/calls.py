"""Model calls, kept: what was asked of whom, what it cost, what came back, and what became of it.

A row is written before a request is sent, and again when its answer is there: a row that stands at `sent` after its
process has died is a call that may have been paid without an answer. Costs are millionths of a US dollar; unknown is
NULL, never 0.
"""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Column, Connection, Engine, Row, case, func, select, update
from sqlmodel import Field, SQLModel

from content.errors import LimitReached, ModelDown
from content.models.limits import MILLION, Limits
from seo.database import Moment, lock, upsert
from seo.store import table


class CallState(StrEnum):
    """What became of a call."""

    SENT = "sent"  # on its way, or lost with its process
    KEPT = "kept"  # answered
    REJECTED = "rejected"  # answered, paid, and no good: never handed out again
    REFUSED = "refused"  # answered with a refusal
    FAILED = "failed"  # never answered


class CallRow(SQLModel, table=True):
    """One request and its answer."""

    __tablename__ = "calls"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    role: str  # writer, judge, proofreader, embedder
    article: str = Field(index=True)  # its key; empty: it belongs to none
    week: str = Field(index=True)
    base_url: str
    model: str
    name: str  # what was asked for: `outline`
    prompt: str
    sample: int
    attempt: int
    state: str
    fault: str  # why it was rejected, refused or failed
    text: str  # the answer
    tokens_in: int | None = None
    tokens_out: int | None = None
    cost: int | None = None
    most_tokens: int  # reserved before it was sent
    most_cost: int | None = None
    seconds: float
    sends: int  # how often it went out
    lost: int  # of these, without an answer: too late or cut off
    killed: int  # of these, on their way when the process was killed
    holder: str  # the process that sends
    sent_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    answered_at: datetime | None = Field(default=None, sa_column=Column(Moment, nullable=True))


CALLS: Final = table(CallRow)


@dataclass(frozen=True, slots=True)
class Purpose:
    """What a call is for."""

    role: str
    article: str = ""
    week: str = ""


@dataclass(frozen=True, slots=True)
class Call:
    """A call about to be sent: its identity, its purpose, and the most it can cost."""

    key: str
    purpose: Purpose
    base_url: str
    model: str
    name: str
    prompt: str
    sample: int
    attempt: int
    most_tokens: int
    most_cost: int | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What is known of a call that was made."""

    state: CallState
    text: str
    fault: str
    tokens_in: int | None
    tokens_out: int | None
    cost: int | None
    seconds: float


@dataclass(frozen=True, slots=True)
class Tally:
    """What calls came to. Unknown amounts are counted, not added."""

    calls: int = 0  # answered
    rejected: int = 0
    refused: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    uncounted: int = 0  # answered without saying how many tokens
    cost: int = 0  # millionths of a dollar, of those whose price is known
    unpriced: int = 0  # answered, price unknown
    seconds: float = 0.0
    lost: int = 0  # sent, too late or cut off: may have been paid
    killed: int = 0  # on their way when a run was killed: may have been paid twice


class Busy(ModelDown):
    """Another process is asking the very same: its answer will be there in a minute."""


class Calls:
    """One shop's calls; every method is one transaction."""

    def __init__(
        self, engine: Engine, shop: str, holder: str = "", is_gone: Callable[[str], bool] = lambda _: True
    ) -> None:
        """`holder` names this process, `is_gone` says of another one's name whether it has ended."""
        self._engine = engine
        self._shop = shop
        self._holder = holder
        self._is_gone = is_gone

    def known(self, key: str) -> Kept | None:
        """A call with an outcome; None when it was never made, or never answered."""
        with self._engine.begin() as connection:
            row = self._row(connection, key)
        if row is None or row.state in (CallState.SENT, CallState.FAILED):
            return None
        told = {each.name: getattr(row, each.name) for each in fields(Kept)}
        return Kept(**{**told, "state": CallState(row.state)})

    def begin(self, call: Call, limits: Limits, at: datetime) -> None:
        """Say that a call is about to be sent, and reserve the most it can cost. LimitReached: it must not be."""
        with self._engine.begin() as connection:
            lock(connection, CALLS)
            row = self._row(connection, call.key)
            was_sent = row is not None and row.state == CallState.SENT
            if row is not None and was_sent and row.holder != self._holder and not self._is_gone(row.holder):
                raise Busy(
                    f"{call.name}: another process is asking {call.model} the same: run again when it has ended."
                )
            past = (row.sends, row.lost, row.killed) if row is not None else (0, 0, 0)
            sends, lost, killed = past[0] + 1, past[1], past[2] + was_sent
            self._refuse_beyond(connection, call, limits)
            values = {name: getattr(call, name) for name in Call.__slots__ if name != "purpose"}
            purpose = {name: getattr(call.purpose, name) for name in Purpose.__slots__}
            fresh = {
                "state": str(CallState.SENT),
                "fault": "",
                "text": "",
                "seconds": 0.0,
                "holder": self._holder,
            }
            nothing = {
                "tokens_in": None,
                "tokens_out": None,
                "cost": None,
                "answered_at": None,
                "sent_at": at,
            }
            counted = {"sends": sends, "lost": lost, "killed": killed}
            upsert(
                connection, CALLS, [{"shop": self._shop, **values, **purpose, **fresh, **nothing, **counted}]
            )

    def failed(self, key: str, fault: str, *, is_lost: bool) -> None:
        """No answer came."""
        self._set(key, {"state": str(CallState.FAILED), "fault": fault, "lost": CALLS.c.lost + int(is_lost)})

    def settle(self, key: str, kept: Kept, at: datetime) -> None:
        """An answer came, good or not."""
        values = {each.name: getattr(kept, each.name) for each in fields(kept)}
        self._set(key, {**values, "state": str(kept.state), "answered_at": at})

    def reject(self, key: str, fault: str) -> None:
        """An answer is no good: it stays, and stays paid, and is never handed out again."""
        self._set(key, {"state": str(CallState.REJECTED), "fault": fault})

    def tally(self, week: str = "", article: str = "", role: str = "") -> Tally:
        """What the calls of a week, of an article, of a role came to; of all when nothing is named."""
        named = (("week", week), ("article", article), ("role", role))
        wanted = [CALLS.c[name] == value for name, value in named if value]
        c = CALLS.c
        answered = c.answered_at.is_not(None)
        stale = (c.state == CallState.SENT) & (c.holder != self._holder)
        query = select(
            _count(answered), _count(c.state == CallState.REJECTED), _count(c.state == CallState.REFUSED),
            _sum(c.tokens_in), _sum(c.tokens_out), _count(answered & c.tokens_in.is_(None)),
            _sum(c.cost), _count(answered & c.cost.is_(None)), _sum(c.seconds), _sum(c.lost),
            _sum(c.killed) + _count(stale),
        ).where(c.shop == self._shop, *wanted)  # fmt: skip
        with self._engine.begin() as connection:
            *counts, seconds, lost, killed = connection.execute(query).one()
        calls, rejected, refused, tokens_in, tokens_out, uncounted, cost, unpriced = map(int, counts)
        return Tally(
            calls,
            rejected,
            refused,
            tokens_in,
            tokens_out,
            uncounted,
            cost,
            unpriced,
            float(seconds),
            int(lost),
            int(killed),
        )

    def _refuse_beyond(self, connection: Connection, call: Call, limits: Limits) -> None:
        if limits.is_money and call.most_cost is None:
            raise LimitReached(
                f"nobody says what {call.model} costs, so the limit in dollars cannot be kept: set price_in and "
                f"price_out in [{call.purpose.role}] of shop.toml, or a limit in tokens."
            )
        scopes = (
            ("article", call.purpose.article, limits.article_cost, limits.article_tokens),
            ("week", call.purpose.week, limits.week_cost, limits.week_tokens),
        )
        for scope, value, cost, tokens in scopes:
            if value and (cost is not None or tokens is not None):
                spent_cost, spent_tokens = self._spent(connection, scope, value)
                if cost is not None and spent_cost + (call.most_cost or 0) > cost:
                    raise LimitReached(
                        f"the {scope}'s limit of {cost / MILLION:g} US dollars: {spent_cost / MILLION:.4f} are spent "
                        f"and {call.name} could cost {(call.most_cost or 0) / MILLION:.4f}. Raise {scope}_usd in "
                        "[models] of shop.toml."
                    )
                if tokens is not None and spent_tokens + call.most_tokens > tokens:
                    raise LimitReached(
                        f"the {scope}'s limit of {tokens:,} tokens: {spent_tokens:,} are used and {call.name} could "
                        f"take {call.most_tokens:,}. Raise {scope}_tokens in [models] of shop.toml."
                    )

    def _spent(self, connection: Connection, scope: str, value: str) -> tuple[int, int]:
        """What was paid, or may have been: unknown and unanswered sends count with the most they can cost."""
        c = CALLS.c
        unanswered = c.lost + c.killed + case((c.state == CallState.SENT, 1), else_=0)
        is_answered = c.answered_at.is_not(None)
        cost = case((is_answered, func.coalesce(c.cost, c.most_cost, 0)), else_=0)
        used = case((is_answered, func.coalesce(c.tokens_in + c.tokens_out, c.most_tokens)), else_=0)
        query = select(
            _sum(cost + unanswered * func.coalesce(c.most_cost, 0)), _sum(used + unanswered * c.most_tokens)
        ).where(c.shop == self._shop, c[scope] == value)
        spent = connection.execute(query).one()
        return int(spent[0]), int(spent[1])

    def _set(self, key: str, values: dict[str, Any]) -> None:  # Any: values and expressions
        mine = (CALLS.c.shop == self._shop) & (CALLS.c.key == key)
        with self._engine.begin() as connection:
            connection.execute(update(CALLS).where(mine).values(**values))

    def _row(self, connection: Connection, key: str) -> Row[Any] | None:
        return connection.execute(select(CALLS).where(CALLS.c.shop == self._shop, CALLS.c.key == key)).first()


def _sum(what: Any) -> Any:  # Any: SQL expressions
    return func.coalesce(func.sum(what), 0)


def _count(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
