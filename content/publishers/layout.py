"""Every file of the site as bytes, from what `site.py` tied together. The same site gives the same bytes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from content import json_ld
from content.addresses import address, direction, home_path, root_of, way
from content.marks import mark
from content.page import FilledPage
from content.publishers.feeds import feed, robots, sitemaps
from content.publishers.frame import contact_link, frame, outer_frame
from content.publishers.lists import Item, day_of, items, leaves, numbered
from content.publishers.shelf import ASSETS
from content.publishers.site import Entry, Site
from content.publishers.theme import File, filled, style
from content.publishers.words import ABOUT, Words, words_of
from content.records import Link
from content.shop import Shop
from seo.records import Market


@dataclass(frozen=True, slots=True)
class Product:
    """A product with a page of its own, or the category the article leads to."""

    url: str
    name: str
    label: str


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
        files.update([_about(site, market), feed(site, market)])
    for entry in site.entries:
        files.update([_article(site, entry)])
        files.update((f"{ASSETS}{name}", data) for name, data in entry.page.files)
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
        made_by=words.made_by(entry.article.draft.written_by),
        published=day_of(page.published_at, market),
        updated=day_of(page.updated_at or page.published_at, market),
        products=_products(entry, words), approval=_approval(entry, words), related=_related(site, page),
    )  # fmt: skip


def _home(site: Site, market: Market) -> Iterator[File]:
    words, home = words_of(market.language), home_path(market)
    name, lead, url = words["guides"], words["guides_lead"], address(site.shop.site, home)
    whole, topics = f"{name} | {site.shop.name}", site.hubs_of(market)
    for leaf, path, entries in leaves(home, f"{home}page/", site.of(market)):
        nodes = json_ld.home(site.shop, url, whole, market.locale) if leaf.number == 1 else []
        yield f"{path}index.html", filled(
            "list.html",
            frame=frame(
                site, market, path, numbered(name, leaf, words), lead,
                json_ld=[json_ld.script(node) for node in nodes],
                alternates=site.alternates() if leaf.number == 1 else (),
            ),
            words=words, name=name, lead=lead, leaf=leaf, steps=[], items=items(entries, path),
            topics=[Link(way(path, hub.path), hub.name) for hub in topics],
        )  # fmt: skip


def _hub_lists(site: Site, market: Market) -> Iterator[File]:
    words = words_of(market.language)
    for hub in site.hubs_of(market):
        title = str(words.say("hub_title", category=Markup(hub.name)))
        lead = mark("stop", market.language).join((title, words["guides_lead"]))
        trail = _trail(site, market, words, [Link(address(site.shop.site, hub.path), hub.name)])
        for leaf, path, entries in leaves(hub.path, hub.path, hub.entries):
            listed = json_ld.item_list(title, [Link(entry.page.url, entry.page.title) for entry in entries])
            yield f"{path}index.html", filled(
                "list.html",
                frame=frame(
                    site, market, path, numbered(title, leaf, words), lead,
                    alternates=site.alternates(hub=hub.key) if leaf.number == 1 else (),
                    json_ld=[json_ld.script(listed), json_ld.script(json_ld.breadcrumbs(trail))],
                ),
                words=words, name=hub.name, lead=words["guides_lead"], leaf=leaf, topics=[],
                steps=_relative(trail, path, site.shop), items=items(entries, path),
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
    yield from sitemaps(site)
    yield robots(site)


def _line(language: str, key: str) -> Line:
    return Line(language, direction(language), words_of(language)[key])


def _related(site: Site, page: FilledPage) -> list[Item]:
    return items([site.by_url[link.url] for link in page.links if link.url in site.by_url], page.path)


def _products(entry: Entry, words: Words) -> list[Product]:
    """Cards for the products with a page of their own, and one for where the article leads."""
    cards = [Product(link.url, link.text, words["to_product"]) for link in entry.page.products]
    target = entry.article.assignment.target_url
    is_said = f'href="{target}"' in entry.page.body and bool(cards)  # the text leads there; products lead on
    if target and not is_said and target not in {card.url for card in cards}:
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
