"""Tickets and inquiries: a help desk's export, the shop's mail, the form of its contact page.

Zendesk's and Gorgias' column names are known, others are named in shop.toml.
https://support.zendesk.com/hc/en-us/articles/4408886165402
"""

from collections.abc import Iterator
from typing import Final

from seo.records import SignalKind
from seo.signals.numbers import day, month_first
from seo.signals.source import Sighting, Source
from seo.signals.tables import Table
from seo.signals.threads import own_words

_BODIES: Final = ("message", "description", "body", "replies")


class Tickets(Source):
    """A subject or a message, the mail under it cut to the customer's own words. Names and addresses beside it
    were dropped when the file was read.
    """

    name = "tickets"

    def recognises(self, table: Table) -> bool:
        columns = set(table.columns)
        return (
            bool({"subject", "message", "replies"} & columns)
            and not {"question", "rating", "query"} & columns
        )

    def read(self, table: Table) -> Iterator[Sighting]:
        swap = month_first(table.sample("date"))
        for row, cells in table.rows:
            text = self._text(table, cells)
            if text:
                yield Sighting(
                    text,
                    SignalKind.QUESTION,
                    row,
                    language=table.cell(cells, "lang"),
                    country=table.cell(cells, "country"),
                    sku=table.cell(cells, "sku"),
                    observed_on=day(table.cell(cells, "date"), is_month_first=swap),
                )

    def _text(self, table: Table, cells: tuple[str, ...]) -> str:
        """Subject and bodies, none twice: an export's description is its first comment."""
        parts: list[str] = []
        for role in ("subject", *_BODIES):
            cell = table.cell(cells, role)
            own = cell if role == "subject" else own_words(cell)
            if own and not any(own in part for part in parts):
                parts = [*(part for part in parts if part not in own), own]
        return "\n".join(parts)
