"""What people want, kept: signals, source reports and topics of a shop, in rows and out as records."""

from collections.abc import Sequence
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Engine, Table, delete, func, select
from sqlmodel import Field, SQLModel

from seo.database import upsert
from seo.records import Signal, SourceReport, Topic

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
        """Keep what was heard in a week; the week's earlier reports are replaced."""
        of_week = (REPORTS.c.shop == self._shop) & (REPORTS.c.week == week)
        with self._engine.begin() as connection:
            upsert(connection, SIGNALS, [self._signal(week, signal) for signal in signals])
            connection.execute(delete(REPORTS).where(of_week))
            upsert(connection, REPORTS, [self._report(week, report) for report in reports])

    def _signal(self, week: str, signal: Signal) -> dict[str, Any]:
        known = {
            "id": signal.id,
            "language": signal.language,
            "kind": str(signal.kind),
            "source": signal.source,
        }
        return {"shop": self._shop, "week": week, **known, "record": SIGNAL.dump_python(signal, mode="json")}

    def _report(self, week: str, report: SourceReport) -> dict[str, Any]:
        record = REPORT.dump_python(report, mode="json")
        return {"shop": self._shop, "week": week, "source": report.source, "record": record}

    def signals(self, week: str) -> list[Signal]:
        """The signals last heard in a week, by id."""
        query = select(SIGNALS.c.record).where(SIGNALS.c.shop == self._shop, SIGNALS.c.week == week)
        with self._engine.begin() as connection:
            return [
                SIGNAL.validate_python(record) for record in connection.scalars(query.order_by(SIGNALS.c.id))
            ]

    def reports(self, week: str) -> list[SourceReport]:
        """What each source brought in a week."""
        query = select(REPORTS.c.record).where(REPORTS.c.shop == self._shop, REPORTS.c.week == week)
        with self._engine.begin() as connection:
            return [
                REPORT.validate_python(record)
                for record in connection.scalars(query.order_by(REPORTS.c.source))
            ]

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

    def latest_week(self) -> str:
        """The last week with topics; empty when there is none."""
        with self._engine.begin() as connection:
            latest = connection.scalar(select(func.max(TOPICS.c.week)).where(TOPICS.c.shop == self._shop))
        return latest or ""
