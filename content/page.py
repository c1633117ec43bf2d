"""An article filled with the ledger's values: everything a page says, before any layout."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from zoneinfo import ZoneInfo

from markupsafe import Markup

from content import json_ld
from content.addresses import address, article_path, direction, home_path
from content.figures.resolving import resolved
from content.figures.showing import Showing
from content.ledger.ledger import Ledger
from content.markup import Entry, Show, body_html, heading, plain_text
from content.records import Article, Draft, Link
from content.rendering import render
from content.shop import Shop
from content.written_form import written_forms
from seo.records import Market

NOTHING = Showing()
"""A place that takes no file and where no other article can be read."""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page for another market, or for readers of none (`x-default`)."""

    hreflang: str
    url: str


@dataclass(frozen=True, slots=True)
class FilledPage:
    """One article as its readers see it. `body` and `heading` are safe HTML, the rest is text."""

    key: str
    market: Market
    path: str
    url: str
    title: str
    heading: Markup
    description: str
    body: Markup
    contents: tuple[Entry, ...]
    published_at: datetime
    updated_at: datetime | None  # None: never changed since
    alternates: tuple[Alternate, ...]
    products: tuple[Link, ...]
    links: tuple[Link, ...]
    image: str  # absolute URL, or empty
    json_ld: str
    markdown: str = ""  # the body with references, its links, pictures and charts resolved
    files: tuple[tuple[str, bytes], ...] = ()  # name in the place's folder of files, bytes
    concepts: tuple[str, ...] = ()  # of the articles its text leads to

    @property
    def language(self) -> str:
        """BCP 47 primary subtag."""
        return self.market.language

    @property
    def direction(self) -> str:
        """`rtl` for Arabic."""
        return direction(self.language)

    @property
    def fingerprint(self) -> str:
        """A hash of all the page says: equal pages need no second publishing."""
        said = [
            self.url, self.heading, self.description, self.body, self.json_ld,
            *(f"{alternate.hreflang} {alternate.url}" for alternate in self.alternates),
            *(f"{link.url} {link.text}" for link in (*self.products, *self.links)),
        ]  # fmt: skip
        return sha256("\0".join(said).encode()).hexdigest()


class LedgerShow(Show):
    """References as their values in one market on one day."""

    def __init__(self, ledger: Ledger, market: Market, on: date, draft: Draft) -> None:
        self.ledger, self.market, self.on, self.forms = ledger, market, on, written_forms(draft)

    def markup(self, source: str, *, is_in_link: bool = False) -> str:  # noqa: ARG002 - the same in a link
        """`<data data-acreage="h.width" value="137 cm">137 cm</data>`."""
        return render(source, self.ledger, self.market, "html", self.on, self.forms)

    def plain(self, source: str) -> str:
        """`137 cm`."""
        return render(source, self.ledger, self.market, "plain", self.on, self.forms)


def build_page(
    article: Article,
    ledger: Ledger,
    alternates: Sequence[Article] = (),
    links: Sequence[Link] = (),
    *,
    on: date,
    showing: Showing = NOTHING,
) -> FilledPage:
    """Fill an article: Markdown to safe HTML, every reference to its value, dates, links and JSON-LD.

    What the draft points to (articles, pictures, charts) becomes what the place can show, or leaves no trace.

    A reference without a value raises LedgerGap, a malformed one DraftError: no brace ever reaches a page.
    `alternates` are the same concept in other markets (itself may be among them), `links` what to read next.
    """
    market, shop, draft = article.assignment.market, ledger.shop, article.draft
    show = LedgerShow(ledger, market, on, draft)
    title = plain_text(draft.title, show)
    description = plain_text(draft.description, show)
    found = resolved(draft, ledger, market, on, showing)
    body, contents = body_html(found.text, market.language, shop.site, show, found.sources)
    url = address(shop.site, article_path(article))
    published_at = local(article.published_at, shop, on)
    updated_at = local(article.updated_at, shop, on) if article.updated_at else None
    image = _image(article, ledger)
    home = address(shop.site, home_path(market))
    reviewed_at = local(article.refreshed_at, shop, on) if article.refreshed_at else None
    node = json_ld.article(
        shop, home, url, title, description, market.locale, image, published_at, updated_at or published_at,
        reviewed_at,
    )  # fmt: skip
    return FilledPage(
        key=article.key,
        market=market,
        path=article_path(article),
        url=url,
        title=title,
        heading=heading(draft.title, show),
        description=description,
        body=body,
        contents=contents,
        published_at=published_at,
        updated_at=updated_at if updated_at and updated_at.date() > published_at.date() else None,
        alternates=alternate_links([article, *alternates], shop),
        products=_products(article, ledger),
        links=tuple(links),
        image=image,
        json_ld=json_ld.script(node),
        markdown=found.text,
        files=tuple(found.files.items()),
        concepts=found.concepts,
    )


def alternate_links(articles: Sequence[Article], shop: Shop) -> tuple[Alternate, ...]:
    """One line per market in the shop's order, then `x-default`: the same set on every member."""
    by_locale: dict[str, str] = {}
    for article in articles:
        by_locale.setdefault(article.assignment.market.locale, address(shop.site, article_path(article)))
    return market_alternates(by_locale, shop)


def market_alternates(by_locale: dict[str, str], shop: Shop) -> tuple[Alternate, ...]:
    """Pages of equal content by locale; readers of no market get the catalogue's language, else the first."""
    order = [market.locale for market in shop.markets]
    known = sorted(
        by_locale, key=lambda locale: (order.index(locale) if locale in order else len(order), locale)
    )
    own = [locale for locale in known if locale.split("-")[0] == shop.language]
    default = by_locale[(own or known)[0]]
    return (*(Alternate(locale, by_locale[locale]) for locale in known), Alternate("x-default", default))


def local(moment: datetime | None, shop: Shop, on: date) -> datetime:
    """A moment in the shop's time zone; a page that is only now being published has this day's midnight."""
    zone = ZoneInfo(shop.time_zone)
    return moment.astimezone(zone) if moment else datetime.combine(on, time(0), zone)


def _products(article: Article, ledger: Ledger) -> tuple[Link, ...]:
    """The products the page is about that have a page of their own in this market."""
    market = article.assignment.market
    return tuple(
        Link(url, ledger.name(handle, market.language), "product")
        for handle in article.assignment.handles
        if (url := ledger.url(handle, market))
    )


def _image(article: Article, ledger: Ledger) -> str:
    """A picture of the first product, for link previews elsewhere; the page itself loads none."""
    pictures = [
        ledger.products[handle].image for handle in article.assignment.handles if handle in ledger.products
    ]
    return next((picture for picture in pictures if picture.startswith(("https://", "http://"))), "")
