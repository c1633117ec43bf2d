"""Questions customers asked: a list kept by customer service, questions and answers under a product."""

from collections.abc import Iterator

from seo.records import SignalKind
from seo.signals.numbers import day, integer, month_first
from seo.signals.source import Sighting, Source
from seo.signals.tables import Table


class Questions(Source):
    """A column of questions. Names and addresses beside it were dropped when the file was read."""

    name = "questions"

    def recognises(self, table: Table) -> bool:
        return "question" in table.columns

    def read(self, table: Table) -> Iterator[Sighting]:
        swap = month_first(table.sample("date"))
        for row, cells in table.rows:
            text = table.cell(cells, "question")
            if text:
                yield Sighting(
                    text,
                    SignalKind.QUESTION,
                    row,
                    language=table.cell(cells, "lang"),
                    country=table.cell(cells, "country"),
                    sku=table.cell(cells, "sku"),
                    count=max(1, integer(table.cell(cells, "count")) or 1),
                    observed_on=day(table.cell(cells, "date"), is_month_first=swap),
                )
