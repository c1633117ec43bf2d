"""An article as every place gets it: its page filled from the ledger, said once, before any dialect."""

import html
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from content.figures.showing import Readable, Showing
from content.ledger.ledger import Ledger
from content.page import FilledPage, build_page, market_alternates
from content.publishers.place import ADDRESS, Image, Payload, Term
from content.publishers.site import SERVICE, hub_name
from content.publishers.words import words_of
from content.records import Article
from content.rendering import render
from content.shop import Shop, Target
from content.slugs import ascii_words, numbered
from content.written_form import written_forms

OWN_PICTURE = re.compile(r'<img\b[^>]*\bsrc="([^"]+)"[^>]*>')
ALT = re.compile(r'\balt="([^"]*)"')

NO_LINKS: Mapping[str, Readable] = {}
Find = Callable[[str, str], Image | None]
"""A picture by its address (or path in the shop's folder) and alt text; None when it cannot be had."""


def payload_of(
    article: Article, ledger: Ledger, target: Target, key: str, *, on: date, slug: str = "",
    alternates: Sequence[tuple[str, str]] = (), find: Find | None = None, links: Mapping[str, Readable] = NO_LINKS,
    takes_files: bool = True,
) -> Payload:  # fmt: skip
    """Everything the article says, its figures filled in for its market on this day.

    `links` are the addresses of other articles on this target, by concept. A chart goes out as a table: WordPress,
    Ghost and Shopify refuse SVG.

    LedgerGap when a fact is missing, DraftError when a reference is malformed: nothing half-filled goes out.
    """
    showing = Showing(
        links, takes=lambda source: takes_files and find is not None and find(source, "") is not None
    )
    page = build_page(article, ledger, on=on, showing=showing)
    draft, market = article.draft, article.assignment.market
    forms = written_forms(draft)
    return Payload(
        key=key,
        article=article.key,
        locale=market.locale,
        slug=slug or article.slug,
        title=page.title,
        html=f"{page.body}\n{_around(page, article, ledger)}",
        markdown=render(page.markdown, ledger, market, "markdown", on, forms),
        excerpt=page.description,
        description=page.description,
        json_ld=page.json_ld.replace(json.dumps(page.url), json.dumps(ADDRESS)),
        categories=_categories(article, ledger, target),
        tags=_tags(article, ledger, target),
        images=tuple(_pictures(page, article, ledger, find)) if find else (),
        alternates=tuple(alternates),
        products=tuple((link.url, link.text) for link in page.products),
        published_at=page.published_at,
        updated_at=page.updated_at,
        concept=article.assignment.concept,
    )


def _around(page: FilledPage, article: Article, ledger: Ledger) -> str:
    """The products the page is about, and who made it: what the shop's own site says around a text, too."""
    words = words_of(page.language)
    parts = []
    if page.products:
        links = "".join(
            f'<li><a href="{html.escape(link.url)}">{html.escape(link.text)}</a></li>'
            for link in page.products
        )
        parts.append(f"<h2>{html.escape(words['products'])}</h2>\n<ul>{links}</ul>")
    said = [html.escape(words.made_by(article.draft.written_by))]
    if ledger.shop.editor:
        said.append(str(words.say("editor", editor=ledger.shop.editor)))
    by, _, name = article.approved_by.partition(":")
    if name:
        said.append(str(words.say("released" if by == "rule" else "approved", name=name)))
    return "\n".join([*parts, f"<p><small>{' · '.join(said)}</small></p>"])


def _ending(article: Article, target: Target) -> str:
    """Where several languages share a place, each has its own terms."""
    languages = {locale.split("-")[0] for locale in target.markets}
    return f"-{article.assignment.market.language}" if len(languages) > 1 else ""


def _categories(article: Article, ledger: Ledger, target: Target) -> tuple[Term, ...]:
    key = article.assignment.category or SERVICE
    name = hub_name(key, article.assignment.market, ledger)
    return (Term("category", f"{key}{_ending(article, target)}", name),) if name else ()


def _tags(article: Article, ledger: Ledger, target: Target) -> tuple[Term, ...]:
    language = article.assignment.market.language
    found = [(handle, ledger.name(handle, language)) for handle in article.assignment.handles]
    return tuple(Term("tag", f"{handle}{_ending(article, target)}", name) for handle, name in found if name)


def _pictures(page: FilledPage, article: Article, ledger: Ledger, find: Find) -> Iterable[Image]:
    """The page's picture (the first product's), then those of its text."""
    seen: set[str] = set()
    for handle in article.assignment.handles:
        product = ledger.products.get(handle)
        if product and product.image:
            image = find(product.image, ledger.name(handle, page.language))
            if image is not None:
                seen.add(image.name)
                yield image
            break
    for tag in OWN_PICTURE.finditer(page.body):
        source, alt = html.unescape(tag.group(1)), ALT.search(tag.group(0))
        image = find(source, html.unescape(alt.group(1)) if alt else "")
        if image is not None and source not in seen:
            seen.add(source)
            yield replace(image, source=source)


def own_slugs(articles: Sequence[Article]) -> Mapping[str, str]:
    """No two articles of a target at one slug: the one published first keeps its own, others name their locale."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for article in sorted(articles, key=_age):
        slug = article.slug
        if slug in taken:
            slug = "-".join([slug, *ascii_words(article.assignment.market.locale, "en")])
        found[article.key] = numbered(slug, taken)
        taken.add(found[article.key])
    return found


def _age(article: Article) -> tuple[bool, float, str]:
    since = article.published_at.timestamp() if article.published_at else 0.0
    return (article.published_at is None, since, article.key)


def alternates_of(urls: Mapping[str, str], shop: Shop) -> tuple[tuple[str, str], ...]:
    """hreflang for the members of one concept on one target, by locale; one page alone needs none."""
    if len(urls) < 2:  # noqa: PLR2004
        return ()
    return tuple((each.hreflang, each.url) for each in market_alternates(dict(urls), shop))
