"""What stands on the site and what leads where, before any layout: hubs, alternates, what to read next."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property

from content.addresses import address, home_path, with_own_slugs
from content.errors import DraftError, LedgerGap
from content.ledger.ledger import Ledger
from content.page import Alternate, FilledPage, alternate_links, build_page, market_alternates
from content.publishers.shelf import Shelf
from content.publishers.words import sentence, words_of
from content.records import Article, Link, State
from content.shop import Shop
from seo.records import Market

SHOWN = frozenset({State.APPROVED, State.PUBLISHED, State.LIVE, State.REFRESHED})
SERVICE = "service"
"""Hub of the articles about the shop itself (delivery, returns), which have no category."""
READ_NEXT = 3
CLOSE = 100
"""Of a category only so many of the newest are weighed; else each page would weigh all others."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An article on the site, with the page it fills."""

    article: Article
    page: FilledPage
    category_name: str = ""  # in the page's language; empty without a category or a word

    @property
    def changed_at(self) -> datetime:
        """When its text last changed."""
        return self.page.updated_at or self.page.published_at

    @property
    def modified_at(self) -> datetime:
        """When its text or a figure in it last changed: what the sitemap says."""
        refreshed_at = self.article.refreshed_at
        zone = self.changed_at.tzinfo
        return max(self.changed_at, refreshed_at.astimezone(zone)) if refreshed_at else self.changed_at

    @property
    def hub(self) -> str:
        """Key of the hub it belongs to."""
        return self.article.assignment.category or SERVICE


@dataclass(frozen=True, slots=True)
class Hub:
    """All articles on one category in one market, newest first."""

    key: str
    name: str
    market: Market
    entries: tuple[Entry, ...]

    @property
    def path(self) -> str:
        """`de-de/topics/curtains/`."""
        return f"{home_path(self.market)}topics/{self.key}/"


@dataclass(frozen=True)  # no slots: what every page asks for is worked out once
class Site:
    """Everything a build shows. Markets without an article have no pages; what cannot be filled is a gap."""

    shop: Shop
    entries: tuple[Entry, ...]  # newest first
    hubs: tuple[Hub, ...]
    gaps: tuple[tuple[Article, str], ...]  # the article and what is missing, in words

    @cached_property
    def markets(self) -> tuple[Market, ...]:
        """Markets with at least one article, in the shop's order."""
        return tuple(market for market in self.shop.markets if market.locale in self.by_market)

    @cached_property
    def by_market(self) -> Mapping[str, tuple[Entry, ...]]:
        """The articles by locale, newest first."""
        grouped: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            grouped[entry.page.market.locale].append(entry)
        return {locale: tuple(entries) for locale, entries in grouped.items()}

    @cached_property
    def by_url(self) -> Mapping[str, Entry]:
        """The articles by address."""
        return {entry.page.url: entry for entry in self.entries}

    def of(self, market: Market) -> tuple[Entry, ...]:
        """The articles of a market, newest first."""
        return self.by_market[market.locale]

    def hubs_of(self, market: Market) -> tuple[Hub, ...]:
        """The hubs of a market, by name."""
        return tuple(hub for hub in self.hubs if hub.market.locale == market.locale)

    def alternates(self, folder: str = "", hub: str = "") -> tuple[Alternate, ...]:
        """A home, fixed page or hub in all markets that have it; for others the choice of markets."""
        if not self.markets:
            return ()
        paths = {market.locale: home_path(market) + folder for market in self.markets}
        if hub:
            paths = {each.market.locale: each.path for each in self.hubs if each.key == hub}
        found = market_alternates(
            {locale: address(self.shop.site, path) for locale, path in paths.items()}, self.shop
        )
        is_home = not folder and not hub
        return (*found[:-1], Alternate("x-default", address(self.shop.site, ""))) if is_home else found


def assemble_site(articles: Sequence[Article], ledger: Ledger, on: date) -> Site:
    """Fill every article that may be shown and tie the pages together.

    An article with a gap in its facts is left out and named; the others are not held up by it, and no page
    links to it.
    """
    filled, gaps = _fill(with_own_slugs([each for each in articles if each.state in SHOWN]), ledger, on)
    entries = _tied(sorted(filled, key=_newest_first), ledger.shop)
    return Site(ledger.shop, entries, _hubs(entries, ledger), tuple(gaps))


def _fill(
    articles: Sequence[Article], ledger: Ledger, on: date
) -> tuple[list[Entry], list[tuple[Article, str]]]:
    filled, gaps = [], []
    locales = {market.locale for market in ledger.shop.markets}
    known = Shelf(articles)
    for article in articles:
        locale = article.assignment.market.locale
        if locale not in locales:
            gaps.append(
                (article, f"{locale} is not a market in shop.toml: add it there, or withdraw the article.")
            )
            continue
        try:
            page = build_page(article, ledger, on=on, showing=known.showing(article))
            filled.append(Entry(article, page, _category_name(article, ledger)))
        except (LedgerGap, DraftError) as error:
            gaps.append((article, str(error)))
    missing = known.without({each.key for each, _ in gaps})
    return [_led_elsewhere(entry, known, missing, ledger, on) for entry in filled], gaps


def _led_elsewhere(entry: Entry, before: Shelf, after: Shelf, ledger: Ledger, on: date) -> Entry:
    """The page filled again when an article it leads to cannot be shown after all."""
    showing = after.showing(entry.article)
    if before.showing(entry.article).links == showing.links:
        return entry
    return replace(entry, page=build_page(entry.article, ledger, on=on, showing=showing))


def _category_name(article: Article, ledger: Ledger) -> str:
    category = article.assignment.category
    return hub_name(category, article.assignment.market, ledger) if category else ""


def _newest_first(entry: Entry) -> tuple[float, str]:
    return (-entry.page.published_at.timestamp(), entry.article.key)


def _tied(entries: Sequence[Entry], shop: Shop) -> tuple[Entry, ...]:
    """The pages with their translations and what to read next."""
    by_concept, by_market = defaultdict(list), defaultdict(list)
    for entry in entries:
        by_concept[entry.article.assignment.concept or entry.article.key].append(entry.article)
        by_market[entry.page.market.locale].append(entry)
    return tuple(
        replace(
            entry,
            page=replace(
                entry.page,
                alternates=alternate_links(
                    [entry.article, *by_concept[entry.article.assignment.concept or entry.article.key]], shop
                ),
                links=read_next(entry, by_market[entry.page.market.locale]),
            ),
        )
        for entry in entries
    )


def read_next(entry: Entry, others: Sequence[Entry]) -> tuple[Link, ...]:
    """Other pages of the market: same products, same category, same question, then the newest.

    Three with those the text itself leads to, and none of those again: what an article says on its own question
    leads further than a list, and goes along to every place it is published on.
    """
    own = entry.article.assignment
    named = set(entry.page.concepts)

    def nearness(other: Entry) -> int:
        its = other.article.assignment
        shared = len(set(own.handles) & set(its.handles))
        return -(2 * min(shared, 2) + 3 * (own.category == its.category) + (own.aspect == its.aspect))

    near = [other for other in others if other.hub == entry.hub][:CLOSE]
    candidates = {other.article.key: other for other in (*near, *others[: READ_NEXT + 1])}
    candidates.pop(entry.article.key, None)
    fresh = [each for each in candidates.values() if each.article.assignment.concept not in named]
    chosen = sorted(fresh, key=nearness)[: max(0, READ_NEXT - len(named))]
    return tuple(Link(other.page.url, other.page.title) for other in chosen)


def _hubs(entries: Sequence[Entry], ledger: Ledger) -> tuple[Hub, ...]:
    grouped: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        grouped[entry.page.market.locale, entry.hub].append(entry)
    hubs = [
        Hub(key, name, found[0].page.market, tuple(found))
        for (_, key), found in grouped.items()
        if (name := hub_name(key, found[0].page.market, ledger))
    ]
    return tuple(sorted(hubs, key=lambda hub: (hub.market.locale, hub.name, hub.key)))


def hub_name(key: str, market: Market, ledger: Ledger) -> str:
    """A category's name in the market's language; empty when it has no word there, then there is no hub."""
    if key == SERVICE:
        return words_of(market.language)["service"]
    name = ledger.lexicon.category(key, market.language)
    if name is None and market.language == ledger.shop.language:
        name = key.replace("-", " ")
    return sentence(name or "")
