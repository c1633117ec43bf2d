"""What a page says to machines (schema.org, JSON-LD). Only what the page shows: no product, review or rating.

https://developers.google.com/search/docs/appearance/structured-data/article
"""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

from content.records import Link
from content.shop import Shop

Node = Mapping[str, object]
CONTEXT = "https://schema.org"
HARMLESS = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
)
"""So that no text, whatever it holds, ends the script element it stands in."""


def script(node: Node) -> str:
    """A node as one line of JSON that is safe inside `<script>`."""
    return json.dumps(node, ensure_ascii=False, separators=(",", ":")).translate(HARMLESS)


def organization(shop: Shop, home: str) -> Node:
    """The shop, as publisher and author: a text assembled by software has no human author."""
    return {"@type": "Organization", "name": shop.name, "url": shop.site or home}


def article(
    shop: Shop, home: str, url: str, title: str, description: str, locale: str, image: str,
    published_at: datetime, updated_at: datetime, reviewed_at: datetime | None = None,
) -> Node:  # fmt: skip
    """One article; dates carry their time zone, the responsible editor is named as editor, not as author.

    `dateModified` is the text's, as readers see it. Figures that were filled in anew are the page's
    `lastReviewed` (https://schema.org/lastReviewed): a new price makes no new article.
    """
    maker = organization(shop, home)
    page: dict[str, object] = {"@type": "WebPage", "@id": url}
    if reviewed_at:
        page["lastReviewed"] = reviewed_at.date().isoformat()
    node: dict[str, object] = {
        "@context": CONTEXT,
        "@type": "BlogPosting",
        "headline": title,
        "description": description,
        "inLanguage": locale,
        "url": url,
        "mainEntityOfPage": page,
        "datePublished": published_at.isoformat(timespec="seconds"),
        "dateModified": updated_at.isoformat(timespec="seconds"),
        "author": maker,
        "publisher": maker,
    }
    if shop.editor:
        node["editor"] = {"@type": "Person", "name": shop.editor}
    if image:
        node["image"] = [image]
    return node


def breadcrumbs(trail: Sequence[Link]) -> Node:
    """The way from the market's home to this page."""
    return {
        "@context": CONTEXT,
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": step.text, "item": step.url}
            for position, step in enumerate(trail, 1)
        ],
    }


def home(shop: Shop, url: str, name: str, locale: str) -> list[Node]:
    """A market's home: who runs it and what it is."""
    return [
        {"@context": CONTEXT, **organization(shop, url)},
        {"@context": CONTEXT, "@type": "WebSite", "name": name, "url": url, "inLanguage": locale,
         "publisher": organization(shop, url)},
    ]  # fmt: skip


def item_list(name: str, items: Sequence[Link]) -> Node:
    """The articles of a hub, in the order shown."""
    return {
        "@context": CONTEXT,
        "@type": "ItemList",
        "name": name,
        "numberOfItems": len(items),
        "itemListElement": [
            {"@type": "ListItem", "position": position, "url": item.url, "name": item.text}
            for position, item in enumerate(items, 1)
        ],
    }
