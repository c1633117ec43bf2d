"""Search Console's bulk export: a row per day, query, country and device, as BigQuery gives it out (CSV or JSON lines).

Positions are sums that count from 0; rare queries have no text. https://support.google.com/webmasters/answer/12917991
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from seo.records import SignalKind
from seo.signals.numbers import day, integer
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
        place = table.columns.get
        roles = ("query", "impressions", "clicks", "position sum", "anonymised", "country", "date")
        query, shown, clicks, sums, mark, country, days = (place(role, _NOWHERE) for role in roles)
        width = len(table.header)
        days_of: dict[str, date | None] = {"": None}
        totals, counts, hidden, first = Totals(is_counting=False), _Counts(), 0, 0
        add = totals.add
        for row, given in table.rows:
            cells = (
                (*given, "")
                if len(given) == width
                else (*given[:width], *("",) * (width - len(given) + 1), "")
            )
            text = cells[query].strip()
            if not text or cells[mark].lower() in _TRUE:
                hidden, first = hidden + 1, first or row
                continue
            if cells[days] not in days_of:
                days_of[cells[days]] = day(cells[days])
            seen = counts[cells[shown]]
            position = counts[cells[sums]]
            weight = seen if seen and position is not None else 0
            # a sum that counts from 0: one more for each impression
            position_sum = weight + position if weight and position is not None else 0
            add(
                text,
                row,
                counts[cells[clicks]],
                seen,
                position_sum,
                weight,
                cells[country],
                day=days_of[cells[days]],
            )
        if hidden:
            yield Sighting("", SignalKind.QUERY, first, rows=hidden, left_out=ANONYMOUS)
        yield from totals.sightings(SignalKind.QUERY)


_NOWHERE: Final = -1  # the empty cell that every row has at its end here


class _Counts(dict[str, int | None]):
    """Counts by their cell: few differ, and looking one up takes a twentieth of reading it."""

    def __missing__(self, cell: str) -> int | None:
        value = integer(cell)
        if len(self) < _REMEMBERED:
            self[cell] = value
        return value


_REMEMBERED: Final = 50_000
