"""What people want, kept: signals, source reports and topics of a shop, in rows and out as records."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Connection, Engine, Table, and_, delete, func, or_, select
from sqlmodel import Field, SQLModel

from seo.database import upsert
from seo.records import Signal, SourceReport, Topic

STAND_WEEKS: Final = 8
"""How long the last good signals of a source stand in for it; older ones are history, not demand."""

SIGNAL = TypeAdapter(Signal)
REPORT = TypeAdapter(SourceReport)
TOPIC = TypeAdapter(Topic)


class SignalRow(SQLModel, table=True):
    """A signal as last heard, and the week it was last heard in."""

    __tablename__ = "signals"
    shop: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    week: str = Field(index=True)
    language: str
    kind: str
    source: str
    first_seen: date | None = None
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class SourceReportRow(SQLModel, table=True):
    """What a source brought in a week."""

    __tablename__ = "source_reports"
    shop: str = Field(primary_key=True)
    week: str = Field(primary_key=True)
    source: str = Field(primary_key=True)
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class TopicRow(SQLModel, table=True):
    """A topic as it stood in a week."""

    __tablename__ = "topics"
    shop: str = Field(primary_key=True)
    week: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    language: str
    name: str
    demand: float
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


def table(row: type[SQLModel]) -> Table:
    """The plain table behind a row class."""
    found: Table = SQLModel.metadata.tables[str(row.__tablename__)]
    return found


SIGNALS, REPORTS, TOPICS = table(SignalRow), table(SourceReportRow), table(TopicRow)


class Store:
    """One shop's view of the tables; every method is one transaction and may be repeated."""

    def __init__(self, engine: Engine, shop: str) -> None:
        self._engine = engine
        self._shop = shop

    def save_heard(self, week: str, signals: Sequence[Signal], reports: Sequence[SourceReport]) -> None:
        """Keep what was heard in a week; the week's earlier reports are replaced.

        A signal keeps the day it was first heard on: the Monday of its first week.
        """
        of_week = (REPORTS.c.shop == self._shop) & (REPORTS.c.week == week)
        with self._engine.begin() as connection:
            since = self._first_seen(connection)
            rows = [self._signal(week, signal, since.get(signal.id)) for signal in signals]
            upsert(connection, SIGNALS, rows)
            connection.execute(delete(REPORTS).where(of_week))
            upsert(connection, REPORTS, [self._report(week, report) for report in reports])

    def _first_seen(self, connection: Connection) -> dict[str, date]:
        query = select(SIGNALS.c.id, SIGNALS.c.first_seen).where(
            SIGNALS.c.shop == self._shop, SIGNALS.c.first_seen.is_not(None)
        )
        return {row.id: row.first_seen for row in connection.execute(query)}

    def _signal(self, week: str, signal: Signal, since: date | None) -> dict[str, Any]:
        first = min(day for day in (since, signal.first_seen, monday(week)) if day)
        known = {
            "id": signal.id,
            "language": signal.language,
            "kind": str(signal.kind),
            "source": signal.source,
            "first_seen": first,
        }
        record = SIGNAL.dump_python(replace(signal, first_seen=first), mode="json")
        return {"shop": self._shop, "week": week, **known, "record": record}

    def _report(self, week: str, report: SourceReport) -> dict[str, Any]:
        record = REPORT.dump_python(report, mode="json")
        return {"shop": self._shop, "week": week, "source": report.source, "record": record}

    def signals(self, week: str) -> list[Signal]:
        """The signals last heard in a week, by id; and those that stand in for a source that failed in it."""
        standing = [
            and_(SIGNALS.c.source == each.source, SIGNALS.c.week == each.stands_from)
            for each in self.reports(week)
            if each.stands_from
        ]
        query = select(SIGNALS.c.record).where(
            SIGNALS.c.shop == self._shop, or_(SIGNALS.c.week == week, *standing)
        )
        with self._engine.begin() as connection:
            return [
                SIGNAL.validate_python(record) for record in connection.scalars(query.order_by(SIGNALS.c.id))
            ]

    def last_good(self, source: str, week: str) -> tuple[str, int]:
        """The latest week before this one, of the last eight, in which a source was heard, and how many signals."""
        earliest = iso_week(monday(week).toordinal() - 7 * STAND_WEEKS)
        query = (
            select(SIGNALS.c.week, func.count())
            .where(SIGNALS.c.shop == self._shop, SIGNALS.c.source == source)
            .where(SIGNALS.c.week < week, SIGNALS.c.week >= earliest)
            .group_by(SIGNALS.c.week)
            .order_by(SIGNALS.c.week.desc())
        )
        with self._engine.begin() as connection:
            found = connection.execute(query).first()
        return (found[0], found[1]) if found else ("", 0)

    def reports(self, week: str) -> list[SourceReport]:
        """What each source brought in a week."""
        query = select(REPORTS.c.record).where(REPORTS.c.shop == self._shop, REPORTS.c.week == week)
        with self._engine.begin() as connection:
            return [
                REPORT.validate_python(record)
                for record in connection.scalars(query.order_by(REPORTS.c.source))
            ]

    def latest_reports(self) -> list[SourceReport]:
        """What each source brought in the last week that was heard; empty when there was none."""
        with self._engine.begin() as connection:
            week = connection.scalar(select(func.max(REPORTS.c.week)).where(REPORTS.c.shop == self._shop))
        return self.reports(week) if week else []

    def save_topics(self, week: str, topics: Sequence[Topic]) -> None:
        """Keep a week's topics in their order, instead of those it had."""
        rows = [
            {
                "shop": self._shop,
                "week": week,
                "id": topic.id,
                "position": position,
                "language": topic.language,
                "name": topic.name,
                "demand": topic.demand,
                "record": TOPIC.dump_python(topic, mode="json"),
            }
            for position, topic in enumerate(topics)
        ]
        with self._engine.begin() as connection:
            connection.execute(delete(TOPICS).where(TOPICS.c.shop == self._shop, TOPICS.c.week == week))
            upsert(connection, TOPICS, rows)

    def topics(self, week: str) -> list[Topic]:
        """A week's topics, in their order."""
        query = select(TOPICS.c.record).where(TOPICS.c.shop == self._shop, TOPICS.c.week == week)
        with self._engine.begin() as connection:
            return [
                TOPIC.validate_python(record)
                for record in connection.scalars(query.order_by(TOPICS.c.position))
            ]

    def topics_before(self, week: str) -> list[Topic]:
        """The topics of the last week before this one that has any."""
        query = select(func.max(TOPICS.c.week)).where(TOPICS.c.shop == self._shop, TOPICS.c.week < week)
        with self._engine.begin() as connection:
            last = connection.scalar(query)
        return self.topics(last) if last else []

    def latest_week(self) -> str:
        """The last week with topics; empty when there is none."""
        with self._engine.begin() as connection:
            latest = connection.scalar(select(func.max(TOPICS.c.week)).where(TOPICS.c.shop == self._shop))
        return latest or ""


def monday(week: str) -> date:
    """The first day of an ISO week, `2026-W48`."""
    year, number = week.split("-W")
    return date.fromisocalendar(int(year), int(number), 1)


def iso_week(ordinal: int) -> str:
    """The ISO week of a proleptic ordinal day."""
    year, number, _ = date.fromordinal(ordinal).isocalendar()
    return f"{year}-W{number:02d}"
