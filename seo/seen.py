"""What else the web showed, kept: places of results pages, and how often a subject was read month by month."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import JSON, Column, Engine, delete, select
from sqlmodel import Field, SQLModel

from seo.database import upsert
from seo.records import Interest, Result
from seo.shared_pages import FIRST_PAGE, address
from seo.store import table


class ResultRow(SQLModel, table=True):
    """One place of a results page, as last seen."""

    __tablename__ = "results"
    shop: str = Field(primary_key=True)
    source: str = Field(primary_key=True)
    locale: str = Field(primary_key=True)
    query: str = Field(primary_key=True)
    rank: int = Field(primary_key=True)
    url: str
    title: str
    snippet: str
    seen_on: date


class InterestRow(SQLModel, table=True):
    """The months of a subject, as last read."""

    __tablename__ = "interests"
    shop: str = Field(primary_key=True)
    source: str = Field(primary_key=True)
    language: str = Field(primary_key=True)
    title: str = Field(primary_key=True)
    seed: str
    months: list[Any] = Field(sa_column=Column(JSON, nullable=False))


RESULTS, INTERESTS = table(ResultRow), table(InterestRow)


class Seen:
    """One shop's view of the tables; every method is one transaction and may be repeated."""

    def __init__(self, engine: Engine, shop: str) -> None:
        self._engine = engine
        self._shop = shop

    def save(self, results: Iterable[Result], interest: Iterable[Interest]) -> None:
        """Keep results pages and seasons; a page seen again replaces the one before."""
        pages: dict[tuple[str, str, str], list[Result]] = {}
        for result in results:
            pages.setdefault((result.source, result.locale, result.query), []).append(result)
        with self._engine.begin() as connection:
            for (source, locale, query), places in pages.items():
                page = (
                    (RESULTS.c.source == source) & (RESULTS.c.locale == locale) & (RESULTS.c.query == query)
                )
                connection.execute(delete(RESULTS).where((RESULTS.c.shop == self._shop) & page))
                by_rank = {place.rank: place for place in places}
                upsert(connection, RESULTS, [self._result(place) for place in by_rank.values()])
            upsert(connection, INTERESTS, [self._interest(series) for series in interest])

    def _result(self, place: Result) -> dict[str, Any]:
        return {"shop": self._shop, **{name: getattr(place, name) for name in Result.__slots__}}

    def _interest(self, series: Interest) -> dict[str, Any]:
        months = [list(month) for month in series.months]
        named = {name: getattr(series, name) for name in ("source", "language", "title", "seed")}
        return {"shop": self._shop, **named, "months": months}

    def results(self, query: str, locale: str) -> list[Result]:
        """The results page last seen for a query in a market, of every source, by rank."""
        columns = [RESULTS.c[name] for name in Result.__slots__]
        found = select(*columns).where(
            RESULTS.c.shop == self._shop, RESULTS.c.query == query, RESULTS.c.locale == locale
        )
        with self._engine.begin() as connection:
            rows = connection.execute(found.order_by(RESULTS.c.source, RESULTS.c.rank)).mappings()
            return [Result(**row) for row in rows]

    def first_pages(self, language: str) -> dict[str, frozenset[str]]:
        """Searches of a language and the addresses of their first pages, of one market and one source: pages that two
        engines or two countries show are no measure of one another. The pair that knows most searches is taken."""
        mine = (RESULTS.c.shop == self._shop) & RESULTS.c.locale.like(f"{language}-%")
        columns = [RESULTS.c[name] for name in ("source", "locale", "query", "url")]
        known: dict[tuple[str, str], dict[str, set[str]]] = {}
        with self._engine.begin() as connection:
            for row in connection.execute(select(*columns).where(mine, RESULTS.c.rank <= FIRST_PAGE)):
                pages = known.setdefault((row.source, row.locale), {})
                pages.setdefault(row.query, set()).add(address(row.url))
        if not known:
            return {}
        best = min(known, key=lambda pair: (-len(known[pair]), pair))
        return {query: frozenset(urls) for query, urls in known[best].items()}

    def interest(self, language: str) -> list[Interest]:
        """The seasons known in a language, by title."""
        query = select(INTERESTS).where(INTERESTS.c.shop == self._shop, INTERESTS.c.language == language)
        with self._engine.begin() as connection:
            return [
                Interest(row.title, row.language, tuple((m, v) for m, v in row.months), row.source, row.seed)
                for row in connection.execute(query.order_by(INTERESTS.c.title, INTERESTS.c.source))
            ]
