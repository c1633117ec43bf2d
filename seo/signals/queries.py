"""Search phrases with or without a count: the shop's own site search, a keyword tool's list, a text file of
one a line.
"""

from collections.abc import Iterator

from seo.records import SignalKind
from seo.signals.numbers import day, integer, month_first
from seo.signals.source import Sighting, Source
from seo.signals.tables import Table


class Queries(Source):
    """A column of queries or of plain text."""

    name = "queries"

    def recognises(self, table: Table) -> bool:
        return bool({"query", "text"} & set(table.columns)) and "other" not in table.columns

    def read(self, table: Table) -> Iterator[Sighting]:
        role = "query" if "query" in table.columns else "text"
        swap = month_first(table.cell(cells, "date") for _, cells in table.rows)
        for row, cells in table.rows:
            text = table.cell(cells, role)
            if text:
                yield Sighting(
                    text,
                    SignalKind.QUERY,
                    row,
                    language=table.cell(cells, "lang"),
                    country=table.cell(cells, "country"),
                    sku=table.cell(cells, "sku"),
                    count=max(1, integer(table.cell(cells, "count")) or 1),
                    observed_on=day(table.cell(cells, "date"), is_month_first=swap),
                )


class PlainList(Source):
    """No header: one query a line, a count in the second column if there are two."""

    name = "list"

    def recognises(self, table: Table) -> bool:
        return not table.header and all(len(cells) <= 2 for _, cells in table.rows[:200])  # noqa: PLR2004 - text and count

    def read(self, table: Table) -> Iterator[Sighting]:
        for row, cells in table.rows:
            text, count = cells[0].strip(), integer(cells[1]) if len(cells) > 1 else None
            if text:
                yield Sighting(text, SignalKind.QUERY, row, count=max(1, count or 1))
