"""Queries with clicks, impressions and positions: Search Console's export in any of its languages, Bing's as
well.

https://support.google.com/webmasters/answer/7576553
"""

from collections.abc import Iterator

from seo.records import SignalKind
from seo.signals.numbers import decimal, decimal_mark, integer
from seo.signals.source import Sighting, Source
from seo.signals.tables import Table


class SearchConsole(Source):
    """A query column beside clicks or impressions. Pages, devices and days have other first columns and are
    left alone.
    """

    name = "search console"

    def recognises(self, table: Table) -> bool:
        return "query" in table.columns and bool({"clicks", "impressions"} & set(table.columns))

    def read(self, table: Table) -> Iterator[Sighting]:
        mark = decimal_mark(
            table.cell(cells, role) for _, cells in table.rows for role in ("ctr", "position")
        )
        for row, cells in table.rows:
            text = table.cell(cells, "query")
            if text:
                yield Sighting(
                    text,
                    SignalKind.QUERY,
                    row,
                    language=table.cell(cells, "lang"),
                    country=table.cell(cells, "country"),
                    clicks=integer(table.cell(cells, "clicks")),
                    impressions=integer(table.cell(cells, "impressions")),
                    position=decimal(table.cell(cells, "position"), mark),
                )
