"""Where people say what they want. One file per shape; a new one is a class and a line in `SOURCES`."""

from typing import Final

from seo.signals.queries import PlainList, Queries
from seo.signals.questions import Questions
from seo.signals.reviews import Reviews
from seo.signals.search_console import SearchConsole
from seo.signals.source import Source

SOURCES: Final[dict[str, type[Source]]] = {
    SearchConsole.name: SearchConsole,
    Questions.name: Questions,
    Reviews.name: Reviews,
    Queries.name: Queries,
    PlainList.name: PlainList,
}
"""Asked in this order: the first that recognises a table reads it."""
