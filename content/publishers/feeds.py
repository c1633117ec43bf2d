"""What programs read: the Atom feed of a market, the sitemap with its alternates, robots.txt.

https://www.rfc-editor.org/rfc/rfc4287 · https://www.sitemaps.org/protocol.html
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from content.addresses import address, home_path
from content.page import Alternate
from content.publishers.lists import leaves
from content.publishers.site import Entry, Site
from content.publishers.theme import File, filled
from content.publishers.words import words_of
from content.shop import Shop
from seo.records import Market

IN_A_FEED = 20
IN_A_SITEMAP = 10_000
"""The format allows 50,000 and 50 MB; with alternates in eight markets 50,000 would be above 50 MB."""


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article in the feed."""

    id: str
    title: str
    url: str
    description: str
    published_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Located:
    """A line of the sitemap."""

    url: str
    changed_at: datetime | None  # None: not known, then the sitemap says nothing
    alternates: tuple[Alternate, ...]


def feed(site: Site, market: Market) -> File:
    """The newest articles of a market."""
    words, shop, home = words_of(market.language), site.shop, home_path(market)
    entries = site.of(market)[:IN_A_FEED]
    return f"{home}feed.xml", filled(
        "feed.xml",
        id=_permanent(shop, market, ""), title=f"{words['guides']} | {shop.name}",
        subtitle=words["guides_lead"],
        locale=market.locale, shop=shop, updated=max(entry.changed_at for entry in entries),
        url=address(shop.site, f"{home}feed.xml"), home=address(shop.site, home),
        pages=[_in_feed(entry, shop, market) for entry in entries],
    )  # fmt: skip


def _in_feed(entry: Entry, shop: Shop, market: Market) -> FeedEntry:
    page = entry.page
    own = _permanent(shop, market, entry.article.key)
    return FeedEntry(own, page.title, page.url, page.description, page.published_at, entry.changed_at)


def _permanent(shop: Shop, market: Market, key: str) -> str:
    """An id that no new slug or domain changes: nobody's feed reader shows an article twice."""
    return ":".join(part for part in ("urn:acreage", shop.id, market.locale.lower(), key) if part)


def robots(site: Site) -> File:
    """Everybody may read everything; the sitemap is named when the site's address is known."""
    sitemap = f"\nSitemap: {address(site.shop.site, 'sitemap.xml')}\n" if site.shop.site else ""
    return "robots.txt", f"User-agent: *\nAllow: /\n{sitemap}".encode()


def sitemaps(site: Site) -> Iterator[File]:
    """One sitemap, or an index of several; none without a known address, which every line needs."""
    if not site.shop.site:
        return
    entries = list(_located(site))
    parts = [entries[start : start + IN_A_SITEMAP] for start in range(0, len(entries), IN_A_SITEMAP)] or [[]]
    if len(parts) == 1:
        yield "sitemap.xml", filled("sitemap.xml", entries=parts[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, filled("sitemap.xml", entries=part)
    yield "sitemap.xml", filled("sitemap_index.xml", urls=[address(site.shop.site, name) for name in names])


def _located(site: Site) -> Iterator[Located]:
    """Every page that may be indexed under its own address; a date only where the page has one of its own."""
    base = site.shop.site
    if len(site.markets) > 1:
        yield Located(address(base, ""), None, site.alternates())
    for market in site.markets:
        home = home_path(market)
        newest = max(entry.changed_at for entry in site.of(market))
        for leaf, path, _ in leaves(home, f"{home}page/", site.of(market)):
            yield Located(address(base, path), newest, site.alternates() if leaf.number == 1 else ())
        yield Located(address(base, f"{home}about/"), None, site.alternates("about/"))
    for hub in site.hubs:
        newest = max(entry.changed_at for entry in hub.entries)
        same = site.alternates(hub=hub.key)
        for leaf, path, _ in leaves(hub.path, hub.path, hub.entries):
            yield Located(address(base, path), newest, same if leaf.number == 1 else ())
    for entry in site.entries:
        yield Located(entry.page.url, entry.modified_at, entry.page.alternates)
