"""Where people say what they want. One file per shape; a new one is a class and a line in `SOURCES`."""

from typing import Final

from seo.signals.bulk import BulkExport
from seo.signals.queries import PlainList, Queries
from seo.signals.questions import Questions
from seo.signals.reviews import Reviews
from seo.signals.search_console import SearchConsole
from seo.signals.source import Source
from seo.signals.tickets import Tickets

SOURCES: Final[dict[str, type[Source]]] = {
    BulkExport.name: BulkExport,
    SearchConsole.name: SearchConsole,
    Questions.name: Questions,
    Tickets.name: Tickets,
    Reviews.name: Reviews,
    Queries.name: Queries,
    PlainList.name: PlainList,
}
"""Asked in this order: the first that recognises a table reads it."""
