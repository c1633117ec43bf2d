"""Search Console's bulk export: a row per day, query, country and device, as BigQuery gives it out (CSV or JSON lines).

Positions are sums that count from 0; rare queries have no text. https://support.google.com/webmasters/answer/12917991
"""

from collections.abc import Iterator
from typing import Final

from seo.records import SignalKind
from seo.signals.numbers import Counts, day
from seo.signals.source import Sighting, Source
from seo.signals.tables import Table
from seo.signals.totals import Totals

ANONYMOUS: Final = "anonymised by Google: how often is known, not what was asked"
_TRUE: Final = frozenset({"true", "t", "1", "yes"})


class BulkExport(Source):
    """A query column beside sums of positions or the mark of an anonymised query."""

    name = "search console bulk export"

    def recognises(self, table: Table) -> bool:
        columns = set(table.columns)
        return {"query", "impressions"} <= columns and bool({"position sum", "anonymised"} & columns)

    def read(self, table: Table) -> Iterator[Sighting]:
        totals, counts, hidden, first = Totals(is_counting=False), Counts(), 0, 0
        roles = ("query", "impressions", "clicks", "position sum", "anonymised", "country", "date")
        for row, (query, shown, clicks, sums, mark, country, on) in table.picked(*roles):
            text = query.strip()
            if not text or mark.lower() in _TRUE:
                hidden, first = hidden + 1, first or row
                continue
            seen = counts[shown]
            position = counts[sums]
            weight = seen if seen and position is not None else 0
            # a sum that counts from 0: one more for each impression
            position_sum = weight + position if weight and position is not None else 0
            totals.add(text, row, counts[clicks], seen, position_sum, weight, country, day=day(on))
        if hidden:
            yield Sighting("", SignalKind.QUERY, first, rows=hidden, left_out=ANONYMOUS)
        yield from totals.sightings(SignalKind.QUERY)
