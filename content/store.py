"""What we tell them, kept: plans, assignments, articles with every draft, publications, leases. (Model calls:
`content/calls.py`.)

The state of record: what stands here is done, and is not done again. Every method is one transaction.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import JSON, Column, Connection, Engine, Row, Select, delete, select, update
from sqlmodel import Field, SQLModel

from content.records import (
    Action,
    Article,
    Assignment,
    Draft,
    Finding,
    Publication,
    Score,
    State,
    Waiver,
)
from seo.database import Moment, lock, upsert
from seo.store import table

ASSIGNMENT = TypeAdapter(Assignment)
DRAFT = TypeAdapter(Draft)
FINDINGS = TypeAdapter(tuple[Finding, ...])
SCORE = TypeAdapter(Score | None)
PUBLICATION = TypeAdapter(Publication)
WAIVER = TypeAdapter(Waiver)


class PlanRow(SQLModel, table=True):
    """That a week was planned, for how many articles, and from which input files."""

    __tablename__ = "plans"
    shop: str = Field(primary_key=True)
    week: str = Field(primary_key=True)
    articles: int
    inputs: str  # digest of the shop's files


class AssignmentRow(SQLModel, table=True):
    """A topic chosen, linked, held or skipped in a week."""

    __tablename__ = "assignments"
    shop: str = Field(primary_key=True)
    week: str = Field(primary_key=True)
    id: str = Field(primary_key=True)
    position: int
    locale: str
    language: str
    action: str
    concept: str
    key: str = Field(index=True)  # of the article it becomes
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class ArticleRow(SQLModel, table=True):
    """Where an article stands; its texts are in `drafts`."""

    __tablename__ = "articles"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    week: str = Field(index=True)
    locale: str
    language: str
    ordinal: int
    slug: str
    state: str = Field(index=True)
    reason: str
    approved_by: str
    version: int  # of the draft that counts
    inputs: str  # digest of the shop's files it was written from; empty = try again
    url: str
    published_at: datetime | None = Field(default=None, sa_column=Column(Moment, nullable=True))
    updated_at: datetime | None = Field(default=None, sa_column=Column(Moment, nullable=True))
    refreshed_at: datetime | None = Field(default=None, sa_column=Column(Moment, nullable=True))
    assignment: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    findings: list[Any] = Field(sa_column=Column(JSON, nullable=False))
    score: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON, nullable=True))


class DraftRow(SQLModel, table=True):
    """Every version of a text, a person's edits among them. Nothing is ever taken out."""

    __tablename__ = "drafts"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    version: int = Field(primary_key=True)
    written_by: str
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class PublicationRow(SQLModel, table=True):
    """What a target holds of an article; `approved` = meant to go out, not yet confirmed to be there."""

    __tablename__ = "publications"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)
    target: str = Field(primary_key=True)
    state: str
    fingerprint: str
    url: str
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class WaiverRow(SQLModel, table=True):
    """A finding of an article that a person lets stand. Kept whatever becomes of the text."""

    __tablename__ = "waivers"
    shop: str = Field(primary_key=True)
    key: str = Field(primary_key=True)  # of the article
    id: str = Field(primary_key=True)  # of rule, words and sentence
    at: datetime = Field(sa_column=Column(Moment, nullable=False))
    record: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))


class LeaseRow(SQLModel, table=True):
    """Who is at work on a week (or on the site) of a shop."""

    __tablename__ = "leases"
    shop: str = Field(primary_key=True)
    scope: str = Field(primary_key=True)  # `2026-W48` or `site`
    host: str
    pid: int
    started: str  # when that process began: a number given out again is another process
    seen_at: datetime = Field(sa_column=Column(Moment, nullable=False))


PLANS, ASSIGNMENTS, ARTICLES = table(PlanRow), table(AssignmentRow), table(ArticleRow)
DRAFTS, PUBLICATIONS, LEASES = table(DraftRow), table(PublicationRow), table(LeaseRow)
WAIVERS = table(WaiverRow)


@dataclass(frozen=True, slots=True)
class Holder:
    """A process that is at work: its machine, its number, when it began, when it was last heard of."""

    host: str
    pid: int
    started: str
    seen_at: datetime


def article_key(shop: str, concept: str, locale: str) -> str:
    """The permanent key of an article: one per shop, concept and locale, whatever week it is written in."""
    return hashlib.sha256(f"{shop}\n{concept}\n{locale}".encode()).hexdigest()[:16]


class Store:
    """One shop's view of the tables."""

    def __init__(self, engine: Engine, shop: str) -> None:
        self._engine = engine
        self._shop = shop

    # --- plans ---------------------------------------------------------------------------------------------

    def planned_from(self, week: str) -> tuple[str, int] | None:
        """The digest of the files a week was planned from, and for how many articles; None = no plan."""
        query = select(PLANS.c.inputs, PLANS.c.articles).where(
            PLANS.c.shop == self._shop, PLANS.c.week == week
        )
        with self._engine.begin() as connection:
            row = connection.execute(query).first()
        return None if row is None else (row.inputs, row.articles)

    def save_plan(self, week: str, inputs: str, articles: int, assignments: Sequence[Assignment]) -> None:
        """Store a week's plan instead of the one it had."""
        rows = [self._assignment(week, position, each) for position, each in enumerate(assignments)]
        plan = {"shop": self._shop, "week": week, "inputs": inputs, "articles": articles}
        of_week = (ASSIGNMENTS.c.shop == self._shop) & (ASSIGNMENTS.c.week == week)
        with self._engine.begin() as connection:
            connection.execute(delete(ASSIGNMENTS).where(of_week))
            upsert(connection, ASSIGNMENTS, rows)
            upsert(connection, PLANS, [plan])

    def _assignment(self, week: str, position: int, assignment: Assignment) -> dict[str, Any]:
        locale = assignment.market.locale
        return {
            "shop": self._shop,
            "week": week,
            "id": assignment.id,
            "position": position,
            "locale": locale,
            "language": assignment.market.language,
            "action": str(assignment.action),
            "concept": assignment.concept,
            "key": article_key(self._shop, assignment.concept, locale),
            "record": ASSIGNMENT.dump_python(assignment, mode="json"),
        }

    def assignments(self, week: str, action: Action | None = None) -> list[Assignment]:
        """A week's assignments in the order of the plan."""
        query = select(ASSIGNMENTS.c.record).where(
            ASSIGNMENTS.c.shop == self._shop, ASSIGNMENTS.c.week == week
        )
        if action is not None:
            query = query.where(ASSIGNMENTS.c.action == str(action))
        with self._engine.begin() as connection:
            records = connection.scalars(query.order_by(ASSIGNMENTS.c.position)).all()
        return [ASSIGNMENT.validate_python(record) for record in records]

    def latest_plan(self) -> str:
        """The last week that was planned; empty when there is none."""
        query = select(PLANS.c.week).where(PLANS.c.shop == self._shop).order_by(PLANS.c.week.desc())
        with self._engine.begin() as connection:
            return connection.scalar(query.limit(1)) or ""

    def keys_to_write(self, week: str) -> list[str]:
        """Keys of the week's articles, in the order of the plan."""
        chosen = (ASSIGNMENTS.c.shop == self._shop) & (ASSIGNMENTS.c.week == week)
        query = select(ASSIGNMENTS.c.key).where(chosen, ASSIGNMENTS.c.action == str(Action.WRITE))
        with self._engine.begin() as connection:
            return list(connection.scalars(query.order_by(ASSIGNMENTS.c.position)))

    def assignment(self, week: str, key: str) -> Assignment:
        """The week's assignment that becomes the article with this key."""
        chosen = (ASSIGNMENTS.c.shop == self._shop) & (ASSIGNMENTS.c.week == week)
        query = select(ASSIGNMENTS.c.record).where(chosen, ASSIGNMENTS.c.key == key)
        is_written = ASSIGNMENTS.c.action == str(Action.WRITE)
        with self._engine.begin() as connection:
            return ASSIGNMENT.validate_python(connection.scalars(query.where(is_written)).one())

    # --- articles ------------------------------------------------------------------------------------------

    def save_article(self, article: Article, week: str, inputs: str) -> None:
        """Store where an article stands, and its draft under its version."""
        draft = article.draft
        text = {
            "shop": self._shop,
            "key": article.key,
            "version": draft.version,
            "written_by": draft.written_by,
            "record": DRAFT.dump_python(draft, mode="json"),
        }
        with self._engine.begin() as connection:
            upsert(connection, DRAFTS, [text])
            upsert(connection, ARTICLES, [self._article(article, week, inputs)])

    def _article(self, article: Article, week: str, inputs: str) -> dict[str, Any]:
        market = article.assignment.market
        return {
            "shop": self._shop,
            "key": article.key,
            "week": week,
            "locale": market.locale,
            "language": market.language,
            "ordinal": article.assignment.ordinal,
            "slug": article.slug,
            "state": str(article.state),
            "reason": article.reason,
            "approved_by": article.approved_by,
            "version": article.draft.version,
            "inputs": inputs,
            "url": article.url,
            "published_at": article.published_at,
            "updated_at": article.updated_at,
            "refreshed_at": article.refreshed_at,
            "assignment": ASSIGNMENT.dump_python(article.assignment, mode="json"),
            "findings": FINDINGS.dump_python(article.findings, mode="json"),
            "score": SCORE.dump_python(article.score, mode="json"),
        }

    def _select_articles(self) -> Select[Any]:  # Any: the columns of two tables
        joined = ARTICLES.join(
            DRAFTS,
            (DRAFTS.c.shop == ARTICLES.c.shop)
            & (DRAFTS.c.key == ARTICLES.c.key)
            & (DRAFTS.c.version == ARTICLES.c.version),
        )
        query = select(ARTICLES, DRAFTS.c.record.label("draft")).select_from(joined)
        return query.where(ARTICLES.c.shop == self._shop)

    def article(self, key: str) -> Article | None:
        """The article with this key; None when it was never begun."""
        with self._engine.begin() as connection:
            row = connection.execute(self._select_articles().where(ARTICLES.c.key == key)).first()
        return None if row is None else _article_of(row)

    def articles(self, week: str = "", language: str = "") -> list[Article]:
        """All articles, or those of a week or language, by language and ordinal."""
        query = self._select_articles()
        if week:
            query = query.where(ARTICLES.c.week == week)
        if language:
            query = query.where(ARTICLES.c.language == language)
        ordered = query.order_by(ARTICLES.c.language, ARTICLES.c.ordinal, ARTICLES.c.key)
        with self._engine.begin() as connection:
            return [_article_of(row) for row in connection.execute(ordered)]

    def week_of(self, key: str) -> str:
        """The ISO week an article belongs to; empty when it was never begun."""
        query = select(ARTICLES.c.week).where(ARTICLES.c.shop == self._shop, ARTICLES.c.key == key)
        with self._engine.begin() as connection:
            return connection.scalar(query) or ""

    def outdated(self, inputs: str) -> frozenset[str]:
        """Keys of held or stale articles worth another try: the files changed, or the failure was passing."""
        stopped = ARTICLES.c.state.in_([str(State.HELD), str(State.STALE)])
        query = select(ARTICLES.c.key).where(
            ARTICLES.c.shop == self._shop, stopped, ARTICLES.c.inputs != inputs
        )
        with self._engine.begin() as connection:
            return frozenset(connection.scalars(query))

    def passing(self) -> frozenset[str]:
        """Keys of held articles whose failure was passing: the next run tries them again."""
        query = select(ARTICLES.c.key).where(
            ARTICLES.c.shop == self._shop, ARTICLES.c.state == str(State.HELD), ARTICLES.c.inputs == ""
        )
        with self._engine.begin() as connection:
            return frozenset(connection.scalars(query))

    def set_state(
        self, key: str, state: State, reason: str = "", approved_by: str = "", was: Sequence[State] = ()
    ) -> bool:
        """Move an article on, if it still stands where the caller saw it; False when somebody was faster."""
        change = update(ARTICLES).where(ARTICLES.c.shop == self._shop, ARTICLES.c.key == key)
        if was:
            change = change.where(ARTICLES.c.state.in_([str(each) for each in was]))
        values = {"state": str(state), "reason": reason, "approved_by": approved_by}
        with self._engine.begin() as connection:
            return connection.execute(change.values(**values)).rowcount == 1

    def renew(self, article: Article, was: State, inputs: str) -> bool:
        """Store what a refresh made of an article, if it still stands where it stood; its text is untouched."""
        one = (ARTICLES.c.shop == self._shop) & (ARTICLES.c.key == article.key)
        values = {
            "state": str(article.state),
            "reason": article.reason,
            "approved_by": article.approved_by,
            "inputs": inputs,
            "refreshed_at": article.refreshed_at,
            "findings": FINDINGS.dump_python(article.findings, mode="json"),
            "score": SCORE.dump_python(article.score, mode="json"),
        }
        change = update(ARTICLES).where(one, ARTICLES.c.state == str(was)).values(**values)
        with self._engine.begin() as connection:
            return connection.execute(change).rowcount == 1

    # --- waivers -------------------------------------------------------------------------------------------

    def waive(self, waivers: Sequence[Waiver]) -> None:
        """Keep what a person lets stand; the same words waived again take the later reason."""
        rows = [
            {
                "shop": self._shop,
                "key": each.key,
                "id": hashlib.sha256(f"{each.rule}\0{each.quote}\0{each.passage}".encode()).hexdigest()[:16],
                "at": each.at,
                "record": WAIVER.dump_python(each, mode="json"),
            }
            for each in waivers
        ]
        with self._engine.begin() as connection:
            upsert(connection, WAIVERS, rows)

    def waivers(self, key: str = "") -> list[Waiver]:
        """What people let stand, in one article or all, oldest first."""
        query = select(WAIVERS.c.record).where(WAIVERS.c.shop == self._shop)
        if key:
            query = query.where(WAIVERS.c.key == key)
        ordered = query.order_by(WAIVERS.c.at, WAIVERS.c.key, WAIVERS.c.id)
        with self._engine.begin() as connection:
            return [WAIVER.validate_python(record) for record in connection.scalars(ordered)]

    # --- publications --------------------------------------------------------------------------------------

    def intend(self, articles: Sequence[Article], target: str, at: datetime) -> list[Article]:
        """First phase: say what is about to go out, with its day. An article keeps the day it first had."""
        dated = [replace(article, published_at=article.published_at or at) for article in articles]
        known = {publication.key for publication in self.publications() if publication.target == target}
        new = [Publication(a.key, target, "", "", State.APPROVED) for a in dated if a.key not in known]
        with self._engine.begin() as connection:
            for article in dated:
                one = (ARTICLES.c.shop == self._shop) & (ARTICLES.c.key == article.key)
                connection.execute(update(ARTICLES).where(one).values(published_at=article.published_at))
            self._save_publications(connection, new)
        return dated

    def confirm(self, publications: Sequence[Publication]) -> None:
        """Second phase: the target holds these pages now; what it could not place is held, with the gap."""
        with self._engine.begin() as connection:
            self._save_publications(connection, publications)
            for each in publications:
                one = (ARTICLES.c.shop == self._shop) & (ARTICLES.c.key == each.key)
                values = {"state": str(each.state), "url": each.url, "reason": "; ".join(each.dropped)}
                if each.state is State.HELD:
                    values["approved_by"] = ""
                connection.execute(update(ARTICLES).where(one).values(**values))

    def take_off(self, publications: Sequence[Publication]) -> None:
        """The target shows these pages no more; what their articles are stays as it was."""
        gone = [replace(each, state=State.WITHDRAWN) for each in publications]
        with self._engine.begin() as connection:
            self._save_publications(connection, gone)

    def _save_publications(self, connection: Connection, publications: Sequence[Publication]) -> None:
        rows = [
            {
                "shop": self._shop,
                "key": each.key,
                "target": each.target,
                "state": str(each.state),
                "fingerprint": each.fingerprint,
                "url": each.url,
                "record": PUBLICATION.dump_python(each, mode="json"),
            }
            for each in publications
        ]
        upsert(connection, PUBLICATIONS, rows)

    def publications(self) -> list[Publication]:
        """What the targets hold, by key and target."""
        query = select(PUBLICATIONS.c.record).where(PUBLICATIONS.c.shop == self._shop)
        ordered = query.order_by(PUBLICATIONS.c.key, PUBLICATIONS.c.target)
        with self._engine.begin() as connection:
            return [PUBLICATION.validate_python(record) for record in connection.scalars(ordered)]

    # --- leases --------------------------------------------------------------------------------------------

    def claim(self, scope: str, me: Holder, is_gone: Callable[[Holder], bool]) -> Holder | None:
        """Take the work on a scope, or tell who has it. Who is gone loses it; asking again renews it."""
        query = select(LEASES).where(LEASES.c.shop == self._shop, LEASES.c.scope == scope)
        with self._engine.begin() as connection:
            lock(connection, LEASES)
            row = connection.execute(query).first()
            holder = None if row is None else Holder(row.host, row.pid, row.started, row.seen_at)
            if holder is not None and not _same(holder, me) and not is_gone(holder):
                return holder
            mine = {"host": me.host, "pid": me.pid, "started": me.started, "seen_at": me.seen_at}
            upsert(connection, LEASES, [{"shop": self._shop, "scope": scope, **mine}])
        return None

    def release(self, scope: str, me: Holder) -> None:
        """Give the work back; another's lease is left alone."""
        mine = (LEASES.c.host == me.host) & (LEASES.c.pid == me.pid) & (LEASES.c.started == me.started)
        with self._engine.begin() as connection:
            of_scope = (LEASES.c.shop == self._shop) & (LEASES.c.scope == scope)
            connection.execute(delete(LEASES).where(of_scope & mine))


def _same(one: Holder, other: Holder) -> bool:
    return (one.host, one.pid, one.started) == (other.host, other.pid, other.started)


def _article_of(row: Row[Any]) -> Article:  # Any: the columns of two tables
    return Article(
        key=row.key,
        slug=row.slug,
        assignment=ASSIGNMENT.validate_python(row.assignment),
        draft=DRAFT.validate_python(row.draft),
        findings=FINDINGS.validate_python(row.findings),
        score=SCORE.validate_python(row.score),
        state=State(row.state),
        reason=row.reason,
        approved_by=row.approved_by,
        published_at=row.published_at,
        updated_at=row.updated_at,
        refreshed_at=row.refreshed_at,
        url=row.url,
    )
