"""What the site has already: pages.csv, a sitemap file, pages a search engine shows, and what we have published."""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal, cast
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import parse as parse_xml

from content.csv_lines import csv_lines
from content.errors import ShopError
from content.records import Article, State
from content.refusals import Refused, kept
from seo.records import LANGUAGES, Found, Page, Signal

KINDS = ("product", "category", "article", "other")
Kind = Literal["product", "category", "article", "other"]

# Paths of the usual shop systems: Shopify, WooCommerce, Shopware, Magento.
GUESSES: tuple[tuple[str, str], ...] = (
    (r"/(products?|produkte?|produits?|productos?|shop|item)/", "product"),
    (r"/(collections?|categor(y|ies|ie|ia|ias)|kategorien?|product-category)/", "category"),
    (r"/(blogs?|journal|magazin|magazine|guides?|ratgeber|news|articles?|conseils)/", "article"),
)
ON_SITE = (State.APPROVED, State.PUBLISHED, State.LIVE, State.REFRESHED)
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"


def read_pages(folder: Path, default_language: str, refused: Refused | None = None) -> list[Page]:
    """The inventory of the site's files, sorted by URL. None there: an empty list, and `doctor` says so.

    A file or row that cannot be read is a ShopError; with a list `refused` it is left out and named there.
    """
    pages = {page.url: page for page in _sitemaps(folder, default_language, refused)}
    pages |= {page.url: page for page in _pages_csv(folder / "pages.csv", default_language, refused)}
    return _originals(pages)


def whole_inventory(
    pages: Sequence[Page], signals: Iterable[Signal], articles: Iterable[Article], site: str, language: str
) -> list[Page]:
    """The site's pages with the searches that show them, pages only a search engine knows, and ours."""
    known = {page.url: page for page in (*pages, *published(articles))}
    shown: dict[str, list[Found]] = defaultdict(list)
    host = urlsplit(site).hostname
    for signal in signals:
        if signal.url and (signal.url in known or (host and urlsplit(signal.url).hostname == host)):
            shown[signal.url].append(Found(signal.text, signal.impressions, signal.clicks, signal.position))
    for url in sorted(shown):
        page = known.get(url) or _guess(url, language)
        known[url] = replace(page, found_with=tuple(shown[url]))
    return [known[url] for url in sorted(known)]


def published(articles: Iterable[Article]) -> Iterator[Page]:
    """Our own articles that stand on the site, with the questions they were written for."""
    for article in articles:
        if article.state in ON_SITE:
            topic, draft = article.assignment.topic, article.draft
            asked = dict.fromkeys([*(q.text for q in topic.questions), *draft.questions])
            where = article.url or article.slug
            market = article.assignment.market
            yield Page(
                where,
                draft.title or topic.name,
                "article",
                market.language,
                ours=True,
                questions=tuple(asked),
            )


def _originals(pages: dict[str, Page]) -> list[Page]:
    """Copies that name another page as their original are that page: they stand once."""
    kept: dict[str, Page] = {}
    for url in sorted(pages):
        page = pages[url]
        original = page.canonical or url
        if original == url or (original not in pages and original not in kept):
            kept[original] = replace(page, url=original)
    return [kept[url] for url in sorted(kept)]


def _pages_csv(path: Path, default_language: str, refused: Refused | None) -> Iterator[Page]:
    if not path.exists():
        return
    with kept(refused):
        reader = csv.DictReader(line for line in csv_lines(path) if not line.startswith("#"))
        if "url" not in (reader.fieldnames or []):
            raise ShopError(f"{path.name}: no column 'url'. Begin it with the line: url,title,kind,language")
        for number, row in enumerate(reader, start=2):
            page = None
            with kept(refused):
                page = _page(row, f"{path.name}, line {number}", default_language)
            if page is not None:
                yield page


def _page(row: dict[str, str | None], where: str, default_language: str) -> Page | None:
    """A row of pages.csv; None for one without an address."""
    given = {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
    kind = given.get("kind") or "other"
    if kind not in KINDS:
        raise ShopError(f"{where}: kind {kind!r} is none of {', '.join(KINDS)}")
    if not given["url"]:
        return None
    locale = given.get("language") or default_language
    return Page(
        given["url"],
        given.get("title", ""),
        cast("Kind", kind),
        locale.split("-")[0],
        heading=given.get("heading", ""),
        market=(given.get("market") or locale.partition("-")[2]).split("-")[-1].upper(),
        canonical=given.get("canonical", ""),
    )


def _sitemaps(folder: Path, default_language: str, refused: Refused | None) -> Iterator[Page]:
    for path in sorted(folder.glob("sitemap*.xml")):
        with kept(refused):
            yield from _sitemap(path, default_language)


def _sitemap(path: Path, default_language: str) -> Iterator[Page]:
    try:
        root = parse_xml(path)
    except (ParseError, DefusedXmlException) as error:
        raise ShopError(f"{path.name}: not a sitemap ({error}). Save it again from the site.") from error
    tree = cast("Element", root.getroot())
    spoken = _alternates(tree)
    for node in tree.iter(f"{SITEMAP}loc"):
        url = (node.text or "").strip()
        if url:
            locale = spoken.get(url, "")
            page = _guess(url, locale.split("-")[0] or default_language, is_told=bool(locale))
            yield replace(page, market=locale.partition("-")[2].upper())


def _alternates(tree: Element) -> dict[str, str]:
    """Address -> language tag, where a sitemap says which translation a page is (hreflang)."""
    links = (link for link in tree.iter(ALTERNATE) if link.get("rel") == "alternate")
    named = {link.get("href", ""): link.get("hreflang", "") for link in links}
    return {url: tag for url, tag in named.items() if tag.split("-")[0] in LANGUAGES}


def _guess(url: str, default_language: str, *, is_told: bool = False) -> Page:
    """Kind, language and title of a page nobody described, from its address."""
    path = unquote(urlsplit(url).path)
    found = (kind for pattern, kind in GUESSES if re.search(pattern, path.lower() + "/"))
    first = path.strip("/").split("/")[0].lower().split("-")[0]
    title = re.sub(r"[-_]+", " ", path.rstrip("/").rsplit("/", 1)[-1])
    return Page(
        url,
        title,
        cast("Kind", next(found, "other")),
        first if first in LANGUAGES and not is_told else default_language,
    )
