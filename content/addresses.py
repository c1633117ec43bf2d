"""Where a page stands: its path inside the site, its full address, and the way from one page to another."""

import posixpath
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from content.records import Article
from content.slugs import numbered
from seo.records import Market

RESERVED = frozenset({"topics", "about", "page", "assets", "feed"})
"""Folders the site itself uses inside a market; an article of that name is numbered."""

RIGHT_TO_LEFT = frozenset({"ar"})


def direction(language: str) -> str:
    """`rtl` or `ltr`, for `<html dir>`."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def home_path(market: Market) -> str:
    """The folder of a market: `en-gb/`. Markets that share a language stay apart."""
    return f"{market.locale.lower()}/"


def article_path(article: Article) -> str:
    """`de-de/wie-gross/`, an address without a file name."""
    return f"{home_path(article.assignment.market)}{article.slug}/"


def address(site: str, path: str) -> str:
    """The full URL of a path; without a known site the address starts at the root, `/de-de/…`."""
    return f"{site.rstrip('/')}/{path}"


def root_of(site: str) -> str:
    """The site's own folder on its host, `/` or `/guides/`: for a page shown at any depth (404)."""
    return f"{urlsplit(site).path.rstrip('/')}/"


def way(start: str, goal: str) -> str:
    """The relative link from one path to another, so that the site works under any prefix."""
    here = posixpath.dirname(start) or "."
    found = posixpath.relpath(goal or ".", here)
    return f"{found}/" if not goal or goal.endswith("/") else found


def with_own_slugs(articles: Sequence[Article]) -> list[Article]:
    """The same articles, no two of a market at one address: the one published first keeps the plain slug."""
    taken: dict[str, set[str]] = {}
    result = []
    for article in sorted(articles, key=_age):
        used = taken.setdefault(article.assignment.market.locale, set(RESERVED))
        slug = numbered(article.slug, used)
        used.add(slug)
        result.append(replace(article, slug=slug))
    return result


def _age(article: Article) -> tuple[bool, float, str]:
    since = article.published_at.timestamp() if article.published_at else 0.0
    return (article.published_at is None, since, article.key)
