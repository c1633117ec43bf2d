"""What the site has already: pages.csv, or a sitemap file dropped into the shop folder."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, cast
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import parse as parse_xml

from content.errors import ShopError
from seo.records import LANGUAGES, Page

KINDS = ("product", "category", "article", "other")

# Paths of the usual shop systems: Shopify, WooCommerce, Shopware, Magento.
GUESSES: tuple[tuple[str, str], ...] = (
    (r"/(products?|produkte?|produits?|productos?|shop|item)/", "product"),
    (r"/(collections?|categor(y|ies|ie|ia|ias)|kategorien?|product-category)/", "category"),
    (r"/(blogs?|journal|magazin|magazine|guides?|ratgeber|news|articles?|conseils)/", "article"),
)


def read_pages(folder: Path, default_language: str) -> list[Page]:
    """The inventory of the site, sorted by URL. None there: an empty list, and `doctor` says so."""
    pages = {page.url: page for page in _sitemaps(folder, default_language)}
    pages |= {page.url: page for page in _pages_csv(folder / "pages.csv", default_language)}
    return [pages[url] for url in sorted(pages)]


def _pages_csv(path: Path, default_language: str) -> Iterator[Page]:
    if not path.exists():
        return
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(line for line in file if not line.startswith("#"))
        if "url" not in (reader.fieldnames or []):
            raise ShopError(f"{path.name}: no column 'url'. Begin it with the line: url,title,kind,language")
        for number, row in enumerate(reader, start=2):
            kind = (row.get("kind") or "other").strip()
            if kind not in KINDS:
                raise ShopError(f"{path.name}, line {number}: kind {kind!r} is none of {', '.join(KINDS)}")
            url = (row["url"] or "").strip()
            if url:
                yield Page(
                    url,
                    (row.get("title") or "").strip(),
                    cast("Literal['product', 'category', 'article', 'other']", kind),
                    (row.get("language") or default_language).strip().split("-")[0],
                )


def _sitemaps(folder: Path, default_language: str) -> Iterator[Page]:
    for path in sorted(folder.glob("sitemap*.xml")):
        try:
            root = parse_xml(path)
        except (ParseError, DefusedXmlException) as error:
            raise ShopError(f"{path.name}: not a sitemap ({error}). Save it again from the site.") from error
        for node in root.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc"):
            if node.text:
                yield _guess(node.text.strip(), default_language)


def _guess(url: str, default_language: str) -> Page:
    """Kind, language and title of a page nobody described, from its address."""
    path = unquote(urlsplit(url).path)
    found = (kind for pattern, kind in GUESSES if re.search(pattern, path.lower() + "/"))
    first = path.strip("/").split("/")[0].lower().split("-")[0]
    title = re.sub(r"[-_]+", " ", path.rstrip("/").rsplit("/", 1)[-1])
    return Page(
        url,
        title,
        cast("Literal['product', 'category', 'article', 'other']", next(found, "other")),
        first if first in LANGUAGES else default_language,
    )
