"""Lists of articles: the lines of a list, and long lists cut into pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from content.addresses import way
from content.locales import day
from content.publishers.site import Entry
from content.publishers.words import Words
from seo.records import Market

ON_A_LEAF = 24
"""Articles on one page of a list: two or three columns come out even."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a list."""

    url: str
    title: str
    description: str
    published_at: datetime
    day: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """Which page of a long list this is."""

    number: int
    count: int
    newer: str
    older: str


def leaves(first: str, more: str, entries: Sequence[Entry]) -> Iterator[tuple[Leaf, str, Sequence[Entry]]]:
    """A long list cut into pages: number, path, articles."""
    count = max(1, -(-len(entries) // ON_A_LEAF))
    paths = [first, *(f"{more}{number}/" for number in range(2, count + 1))]
    for number, path in enumerate(paths, 1):
        newer = way(path, paths[number - 2]) if number > 1 else ""
        older = way(path, paths[number]) if number < count else ""
        yield Leaf(number, count, newer, older), path, entries[(number - 1) * ON_A_LEAF : number * ON_A_LEAF]


def numbered(name: str, leaf: Leaf, words: Words) -> str:
    """Titles differ from page to page of a list."""
    return name if leaf.number == 1 else f"{name} ({words.say('pages', page=leaf.number, pages=leaf.count)})"


def items(entries: Sequence[Entry], path: str) -> list[Item]:
    """The lines of a list on the page at this path."""
    return [
        Item(
            way(path, entry.page.path), entry.page.title, entry.page.description, entry.page.published_at,
            day_of(entry.page.published_at, entry.page.market),
        )
        for entry in entries
    ]  # fmt: skip


def day_of(moment: datetime, market: Market) -> str:
    """A date as the market writes it."""
    return day(date(moment.year, moment.month, moment.day), market.locale)
