"""Where an article may lead: the brief's links, and the pages of products whose own words bind it.

What a description says may not be stated, so a reader whose question turns on it has to be sent to the product's page.
"""

from collections.abc import Iterator
from typing import Final

from content.described import described, naming
from content.records import PlannedLink
from content.writing.model.task import Task

MOST_PRODUCTS: Final = 4  # pages offered beside the brief's: more would be a catalogue


def offered(task: Task) -> tuple[PlannedLink, ...]:
    """Every link on offer, none twice."""
    brief = task.brief
    planned = (*((brief.target,) if brief.target else ()), *brief.links_out)
    known = {link.url for link in planned}
    more = [link for link in _pages(task) if link.url not in known]
    return (*planned, *more[:MOST_PRODUCTS])


def address(link: PlannedLink) -> str:
    """Where an offered link leads: the shop's page, or an article by its concept until it has an address."""
    return link.url or (f"article:{link.concept}" if link.concept else "")


def _pages(task: Task) -> Iterator[PlannedLink]:
    """The page of each product of the article that has something to say for itself."""
    handles = task.assignment.handles
    for handle in (*handles, *naming(task.ledger, handles)):
        url = task.ledger.url(handle, task.market)
        if url and described(task.ledger, [handle], task.market, task.on):
            yield PlannedLink(url, task.ledger.name(handle, task.market.language), "product")
