"""Search phrases with or without a count: the shop's own site search, a keyword tool's list, a text file of
one a line.

Google Analytics 4 writes `(not set)` and a line of totals where it has no phrase.
https://support.google.com/analytics/answer/9216061
"""

from collections.abc import Iterator
from typing import Final

from seo.records import SignalKind
from seo.signals.headers import tidy
from seo.signals.numbers import day, integer, month_first
from seo.signals.source import Sighting, Source
from seo.signals.tables import Table
from seo.signals.totals import Totals

UNKNOWN: Final = frozenset({"(not set)", "(not provided)", "(other)", "(data not available)"})
_ANALYTICS: Final = frozenset({"event count", "active users", "total users", "search term", "sessions"})


class Queries(Source):
    """A column of queries or of plain text."""

    name = "queries"

    def recognises(self, table: Table) -> bool:
        return bool({"query", "text"} & set(table.columns)) and "other" not in table.columns

    def shape(self, table: Table) -> str:
        is_analytics = len({tidy(name) for name in table.header} & _ANALYTICS) > 1
        return "site search (Google Analytics)" if is_analytics else super().shape(table)

    def read(self, table: Table) -> Iterator[Sighting]:
        role = "query" if "query" in table.columns else "text"
        swap = month_first(table.sample("date"))
        cell, totals, unknown = table.cell, Totals(is_counting=True), 0
        for row, cells in table.rows:
            text = cell(cells, role)
            if text in UNKNOWN:
                unknown += 1
            elif text:
                totals.add(
                    text,
                    row,
                    None,
                    None,
                    country=cell(cells, "country"),
                    language=cell(cells, "lang"),
                    sku=cell(cells, "sku"),
                    count=max(1, integer(cell(cells, "count")) or 1),
                    day=day(cell(cells, "date"), is_month_first=swap),
                )
        if unknown:
            yield Sighting("", SignalKind.QUERY, 1, rows=unknown, left_out="without a phrase, like (not set)")
        yield from totals.sightings(SignalKind.QUERY)


class PlainList(Source):
    """No header: one query a line, a count in the second column if there are two."""

    name = "list"

    def recognises(self, table: Table) -> bool:
        return not table.header and all(len(cells) <= 2 for _, cells in table.rows.head[:200])  # noqa: PLR2004 - text and count

    def read(self, table: Table) -> Iterator[Sighting]:
        totals = Totals(is_counting=True)
        for row, cells in table.rows:
            text, count = cells[0].strip(), integer(cells[1]) if len(cells) > 1 else None
            if text:
                totals.add(text, row, None, None, count=max(1, count or 1))
        yield from totals.sightings(SignalKind.QUERY)
