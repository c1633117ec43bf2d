"""What every page of the site has around it: head, language switch, way home, footer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from content.addresses import address, direction, home_path, way
from content.locales import digits
from content.page import Alternate
from content.publishers.site import Hub, Site
from content.publishers.theme import style
from content.publishers.words import market_name, words_of
from content.records import Link
from content.shop import Shop
from seo.records import Market

HUBS_IN_HEAD = 5
"""More would wrap on a laptop; the home page lists all of them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A line of the language switch."""

    name: str
    locale: str
    direction: str
    url: str
    is_here: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The outside of one page; links are relative to it."""

    shop: Shop
    locale: str
    direction: str
    digits: str  # in which lists are numbered, `arab` where figures are
    name: str
    title: str
    description: str
    url: str
    kind: str  # Open Graph type
    is_indexed: bool
    alternates: tuple[Alternate, ...]
    languages: tuple[Choice, ...]
    hubs: tuple[Link, ...]
    home: str
    made: str
    feed: str
    style: str
    contact: str
    image: str
    json_ld: tuple[str, ...]


def frame(
    site: Site, market: Market, path: str, name: str, description: str, *,
    alternates: Sequence[Alternate] = (), json_ld: Sequence[str] = (), kind: str = "website", image: str = "",
) -> Frame:  # fmt: skip
    """The frame of a page of a market."""
    shop, home = site.shop, home_path(market)
    return Frame(
        shop=shop,
        locale=market.locale,
        direction=direction(market.language),
        digits=digits(market.locale),
        name=name,
        title=name if shop.name in name else f"{name} | {shop.name}",
        description=description,
        url=address(shop.site, path),
        kind=kind,
        is_indexed=True,
        alternates=tuple(alternates),
        languages=languages(site, path, market, alternates),
        hubs=tuple(Link(way(path, hub.path), hub.name) for hub in _prominent(site, market)),
        home=way(path, home),
        made=way(path, f"{home}about/"),
        feed=way(path, f"{home}feed.xml"),
        style=way(path, style()[0]),
        contact=contact_link(shop.contact),
        image=image,
        json_ld=tuple(json_ld),
    )


def outer_frame(site: Site, path: str, *, is_indexed: bool, base: str = "") -> Frame:
    """The frame of a page that belongs to no market: the choice of markets, and the page that does not exist.

    `base` makes its links start at the root of the host, for a page that is shown at any depth.
    """
    shop = site.shop
    words = words_of(shop.language)
    choices = languages(site, path, None, (), base)
    return Frame(
        shop=shop,
        locale=shop.language,
        direction=direction(shop.language),
        digits=digits(shop.language),
        name=shop.name,
        title=f"{shop.name}: {words['guides']}",
        description=words["guides_lead"],
        url=address(shop.site, path),
        kind="website",
        is_indexed=is_indexed,
        alternates=site.alternates() if is_indexed else (),
        languages=choices,
        hubs=(),
        home=base or way(path, ""),
        made="",
        feed="",
        style=f"{base}{style()[0]}",
        contact=contact_link(shop.contact),
        image="",
        json_ld=(),
    )


def languages(
    site: Site, path: str, here: Market | None, alternates: Sequence[Alternate], base: str = ""
) -> tuple[Choice, ...]:
    """The markets by their own names: this very page there when it exists, else the market's home."""
    same_page = _paths(site.shop, alternates)
    tongues = [market.language for market in site.markets]
    return tuple(
        Choice(
            name=market_name(market, is_alone=tongues.count(market.language) == 1),
            locale=market.locale,
            direction=direction(market.language),
            url=f"{base}{home_path(market)}"
            if base
            else way(path, same_page.get(market.locale, home_path(market))),
            is_here=here is not None and market.locale == here.locale,
        )
        for market in site.markets
    )


def contact_link(contact: str) -> str:
    """An address a browser can open: a mailbox, a page or a telephone; empty for anything else."""
    if contact.startswith(("https://", "http://")):
        return contact
    if "@" in contact and " " not in contact:
        return f"mailto:{contact}"
    return ""


def _paths(shop: Shop, alternates: Sequence[Alternate]) -> Mapping[str, str]:
    start = len(address(shop.site, ""))
    return {alternate.hreflang: alternate.url[start:] for alternate in alternates}


def _prominent(site: Site, market: Market) -> tuple[Hub, ...]:
    """The fullest hubs of a market."""
    return tuple(sorted(site.hubs_of(market), key=lambda hub: -len(hub.entries))[:HUBS_IN_HEAD])
