"""Reviews as shop systems export them: title, body, rating, day, product. https://judge.me/help is one of
them.
"""

from collections.abc import Iterator

from seo.records import SignalKind
from seo.signals.numbers import day, decimal, decimal_mark, integer, month_first
from seo.signals.source import Sighting, Source
from seo.signals.tables import Table


class Reviews(Source):
    """A text column beside a rating, or a column that can only hold reviews. One sighting per review, title
    in front.
    """

    name = "reviews"

    def recognises(self, table: Table) -> bool:
        columns = set(table.columns)
        return "body" in columns or ("rating" in columns and bool({"title", "text"} & columns))

    def read(self, table: Table) -> Iterator[Sighting]:
        mark = decimal_mark(table.sample("rating"))
        swap = month_first(table.sample("date"))
        for row, cells in table.rows:
            parts = (table.cell(cells, role) for role in ("title", "body", "text"))
            text = "\n".join(part for part in parts if part)
            if text:
                yield Sighting(
                    text,
                    SignalKind.REVIEW,
                    row,
                    language=table.cell(cells, "lang"),
                    country=table.cell(cells, "country"),
                    sku=table.cell(cells, "sku"),
                    count=max(1, integer(table.cell(cells, "count")) or 1),
                    rating=decimal(table.cell(cells, "rating").split("/")[0], mark),
                    observed_on=day(table.cell(cells, "date"), is_month_first=swap),
                )
