"""Queries with clicks, impressions and positions: Search Console's export in any of its languages, rows of its
API, Bing's export as well.

https://support.google.com/webmasters/answer/7576553
https://www.bing.com/webmasters/help/search-performance-3f4b3a3c
"""

from collections.abc import Iterator
from typing import Final

from seo.records import SignalKind
from seo.signals.headers import tidy
from seo.signals.numbers import Counts, day, decimal, decimal_mark, month_first
from seo.signals.source import Sighting, Source
from seo.signals.tables import Table
from seo.signals.totals import Totals


class SearchConsole(Source):
    """A query column beside clicks or impressions. Pages, devices and days have other first columns and are
    left alone.
    """

    name = "search console"

    def recognises(self, table: Table) -> bool:
        return "query" in table.columns and bool({"clicks", "impressions"} & set(table.columns))

    def shape(self, table: Table) -> str:
        names = {tidy(name) for name in table.header}
        return "bing webmaster" if names & _BING else super().shape(table)

    def read(self, table: Table) -> Iterator[Sighting]:
        mark = decimal_mark(table.sample("ctr", "position"))
        swap = month_first(table.sample("date"))
        totals, counts = Totals(is_counting=False), Counts()
        roles = ("query", "clicks", "impressions", "position", "country", "lang", "date")
        for row, (query, clicks, shown, place, country, language, on) in table.picked(*roles):
            if text := query.strip():
                impressions = counts[shown]
                position = decimal(place, mark)
                weight = 0 if position is None else max(1, impressions or 1)
                totals.add(
                    text,
                    row,
                    counts[clicks],
                    impressions,
                    (position or 0.0) * weight,
                    weight,
                    country.strip(),
                    language=language.strip(),
                    day=day(on, is_month_first=swap),
                )
        yield from totals.sightings(SignalKind.QUERY)


_BING: Final = {"avg position", "avg impression position", "avg click position", "appeared in search"}
