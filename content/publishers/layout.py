"""Every file of the site as bytes, from what `site.py` tied together. The same site gives the same bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from markupsafe import Markup

from content import json_ld
from content.addresses import address, direction, home_path, root_of, way
from content.locales import day
from content.page import Alternate, FilledPage
from content.publishers.frame import contact_link, frame, outer_frame
from content.publishers.site import Entry, Site
from content.publishers.theme import filled, style
from content.publishers.words import ABOUT, Words, words_of
from content.records import Link
from content.shop import Shop
from seo.records import Market

ON_A_LEAF = 24
"""Articles on one page of a list: two or three columns come out even."""
IN_A_FEED = 20
IN_A_SITEMAP = 10_000
"""The format allows 50,000 and 50 MB; with alternates in eight markets 50,000 would be above 50 MB."""

File = tuple[str, bytes]


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


@dataclass(frozen=True, slots=True)
class Product:
    """A product with a page of its own, or the category the article leads to."""

    url: str
    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Located:
    """A line of the sitemap."""

    url: str
    changed_at: datetime | None  # None: not known, then the sitemap says nothing
    alternates: tuple[Alternate, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of the choice of markets, in one of its languages."""

    language: str
    direction: str
    text: str


def site_files(site: Site) -> dict[str, bytes]:
    """All files of the site by path."""
    files = dict(_outer(site))
    for market in site.markets:
        files.update(_home(site, market))
        files.update(_hub_lists(site, market))
        files.update([_about(site, market), _feed(site, market)])
    files.update(_article(site, entry) for entry in site.entries)
    files.update([style()])
    return files


def _article(site: Site, entry: Entry) -> File:
    page = entry.page
    words, market, path = words_of(page.language), page.market, page.path
    trail = _trail(site, market, words, [*_hub_step(site, entry), Link(page.url, page.title)])
    return f"{path}index.html", filled(
        "article.html",
        frame=frame(
            site, market, path, page.title, page.description, alternates=page.alternates, kind="article",
            image=page.image, json_ld=[page.json_ld, json_ld.script(json_ld.breadcrumbs(trail))],
        ),
        words=words, page=page, steps=_relative(trail, path, site.shop),
        published=_day(page.published_at, market), updated=_day(page.updated_at or page.published_at, market),
        products=_products(entry, words), approval=_approval(entry, words), related=_related(site, page),
    )  # fmt: skip


def _home(site: Site, market: Market) -> Iterator[File]:
    words, home = words_of(market.language), home_path(market)
    name, lead, url = words["guides"], words["guides_lead"], address(site.shop.site, home)
    topics = site.hubs_of(market)
    for leaf, path, entries in _leaves(home, f"{home}page/", site.of(market)):
        nodes = (
            json_ld.home(site.shop, url, f"{name} | {site.shop.name}", market.locale)
            if leaf.number == 1
            else []
        )
        yield f"{path}index.html", filled(
            "list.html",
            frame=frame(
                site, market, path, _numbered(name, leaf, words), lead, json_ld=[json_ld.script(node) for node in nodes],
                alternates=site.alternates() if leaf.number == 1 else (),
            ),
            words=words, name=name, lead=lead, leaf=leaf, steps=[], items=_items(entries, path),
            topics=[Link(way(path, hub.path), hub.name) for hub in topics],
        )  # fmt: skip


def _hub_lists(site: Site, market: Market) -> Iterator[File]:
    words = words_of(market.language)
    for hub in site.hubs_of(market):
        title = str(words.say("hub_title", category=Markup(hub.name)))
        trail = _trail(site, market, words, [Link(address(site.shop.site, hub.path), hub.name)])
        for leaf, path, entries in _leaves(hub.path, hub.path, hub.entries):
            listed = json_ld.item_list(title, [Link(entry.page.url, entry.page.title) for entry in entries])
            yield f"{path}index.html", filled(
                "list.html",
                frame=frame(
                    site, market, path, _numbered(title, leaf, words), f"{title}. {words['guides_lead']}",
                    alternates=site.alternates(hub=hub.key) if leaf.number == 1 else (),
                    json_ld=[json_ld.script(listed), json_ld.script(json_ld.breadcrumbs(trail))],
                ),
                words=words, name=hub.name, lead=words["guides_lead"], leaf=leaf, topics=[],
                steps=_relative(trail, path, site.shop), items=_items(entries, path),
            )  # fmt: skip


def _about(site: Site, market: Market) -> File:
    words, path, shop = words_of(market.language), f"{home_path(market)}about/", site.shop
    trail = _trail(site, market, words, [Link(address(shop.site, path), words["made"])])
    link = contact_link(shop.contact)
    contact = Markup('<a href="{}"><bdi>{}</bdi></a>').format(link, shop.contact) if link else shop.contact
    return f"{path}index.html", filled(
        "about.html",
        frame=frame(
            site, market, path, words["made"], str(words.about["lead"]), alternates=site.alternates("about/"),
            json_ld=[json_ld.script(json_ld.breadcrumbs(trail))],
        ),
        words=words, parts=ABOUT, steps=_relative(trail, path, shop), contact=contact,
    )  # fmt: skip


def _feed(site: Site, market: Market) -> File:
    words, shop, home = words_of(market.language), site.shop, home_path(market)
    entries = site.of(market)[:IN_A_FEED]
    return f"{home}feed.xml", filled(
        "feed.xml",
        id=_permanent(shop, market, ""), title=f"{words['guides']} | {shop.name}", subtitle=words["guides_lead"],
        locale=market.locale, shop=shop, updated=max(entry.changed_at for entry in entries),
        url=address(shop.site, f"{home}feed.xml"), home=address(shop.site, home),
        pages=[
            {"id": _permanent(shop, market, entry.article.key), "title": entry.page.title, "url": entry.page.url,
             "published_at": entry.page.published_at, "changed_at": entry.changed_at,
             "description": entry.page.description}
            for entry in entries
        ],
    )  # fmt: skip


def _permanent(shop: Shop, market: Market, key: str) -> str:
    """An id that no new slug or domain changes: nobody's feed reader shows an article twice."""
    return ":".join(part for part in ("urn:acreage", shop.id, market.locale.lower(), key) if part)


def _outer(site: Site) -> Iterator[File]:
    shop, base = site.shop, root_of(site.shop.site)
    words, markets = words_of(shop.language), site.markets
    lines = [
        Line(language, direction(language), words_of(language)["choose"])
        for language in dict.fromkeys(market.language for market in markets)
    ] or [_line(shop.language, "none_yet")]
    yield "index.html", filled(
        "root.html", frame=outer_frame(site, "", is_indexed=len(markets) > 1), words=words, title=shop.name,
        lines=lines, only=home_path(markets[0]) if len(markets) == 1 else "",
    )  # fmt: skip
    yield "404.html", filled(
        "root.html", frame=outer_frame(site, "404.html", is_indexed=False, base=base), words=words,
        title=words["missing_title"], lines=[_line(shop.language, "missing_text")], only="",
    )  # fmt: skip
    if shop.site:
        yield from _sitemaps(site)
    sitemap = f"\nSitemap: {address(shop.site, 'sitemap.xml')}\n" if shop.site else ""
    yield "robots.txt", f"User-agent: *\nAllow: /\n{sitemap}".encode()


def _line(language: str, key: str) -> Line:
    return Line(language, direction(language), words_of(language)[key])


def _sitemaps(site: Site) -> Iterator[File]:
    """One sitemap, or an index of several."""
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
        for leaf, path, _ in _leaves(home, f"{home}page/", site.of(market)):
            yield Located(address(base, path), newest, site.alternates() if leaf.number == 1 else ())
        yield Located(address(base, f"{home}about/"), None, site.alternates("about/"))
    for hub in site.hubs:
        newest = max(entry.changed_at for entry in hub.entries)
        for leaf, path, _ in _leaves(hub.path, hub.path, hub.entries):
            yield Located(
                address(base, path), newest, site.alternates(hub=hub.key) if leaf.number == 1 else ()
            )
    for entry in site.entries:
        yield Located(entry.page.url, entry.changed_at, entry.page.alternates)


def _leaves(first: str, more: str, entries: Sequence[Entry]) -> Iterator[tuple[Leaf, str, Sequence[Entry]]]:
    """A long list cut into pages: number, path, articles."""
    count = max(1, -(-len(entries) // ON_A_LEAF))
    paths = [first, *(f"{more}{number}/" for number in range(2, count + 1))]
    for number, path in enumerate(paths, 1):
        newer = way(path, paths[number - 2]) if number > 1 else ""
        older = way(path, paths[number]) if number < count else ""
        yield Leaf(number, count, newer, older), path, entries[(number - 1) * ON_A_LEAF : number * ON_A_LEAF]


def _numbered(name: str, leaf: Leaf, words: Words) -> str:
    """Titles differ from page to page of a list."""
    return name if leaf.number == 1 else f"{name} ({words.say('pages', page=leaf.number, pages=leaf.count)})"


def _items(entries: Sequence[Entry], path: str) -> list[Item]:
    return [
        Item(
            way(path, entry.page.path), entry.page.title, entry.page.description, entry.page.published_at,
            _day(entry.page.published_at, entry.page.market),
        )
        for entry in entries
    ]  # fmt: skip


def _related(site: Site, page: FilledPage) -> list[Item]:
    by_url = {entry.page.url: entry for entry in site.of(page.market)}
    return _items([by_url[link.url] for link in page.links if link.url in by_url], page.path)


def _products(entry: Entry, words: Words) -> list[Product]:
    """Cards for the products with a page of their own, and one for where the article leads."""
    cards = [Product(link.url, link.text, words["to_product"]) for link in entry.page.products]
    target = entry.article.assignment.target_url
    if target and target not in {card.url for card in cards}:
        name = entry.category_name
        cards.append(
            Product(target, name, words["to_category"]) if name else Product(target, "", words["to_shop"])
        )
    return cards


def _approval(entry: Entry, words: Words) -> Markup | str:
    """Who lets the page stand: a person, or the owner of the shop's rule."""
    kind, _, name = entry.article.approved_by.partition(":")
    known = {"person": "approved", "rule": "released"}
    return words.say(known[kind], name=Markup("<bdi>{}</bdi>").format(name)) if kind in known and name else ""


def _hub_step(site: Site, entry: Entry) -> list[Link]:
    hubs = [hub for hub in site.hubs_of(entry.page.market) if hub.key == entry.hub]
    return [Link(address(site.shop.site, hub.path), hub.name) for hub in hubs]


def _trail(site: Site, market: Market, words: Words, steps: Sequence[Link]) -> list[Link]:
    return [Link(address(site.shop.site, home_path(market)), words["guides"]), *steps]


def _relative(trail: Sequence[Link], path: str, shop: Shop) -> list[Link]:
    """The trail for readers: links that work wherever the folder lies."""
    start = len(address(shop.site, ""))
    return [Link(way(path, step.url[start:]), step.text) for step in trail]


def _day(moment: datetime, market: Market) -> str:
    return day(date(moment.year, moment.month, moment.day), market.locale)
