"""JSON-LD that stands in the text: it parses, and says nothing the page does not show.

https://developers.google.com/search/docs/appearance/structured-data/sd-policies (content must be visible)
"""

import json
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

from content.checks.extract import extract
from content.checks.head import day
from content.checks.reading import Reading
from content.checks.view import fold
from content.records import Finding
from seo.language import stems

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

_SCRIPT: Final = re.compile(
    r"<script\b[^>]*application/ld\+json[^>]*>(?P<script>.*?)(?:</script\s*>|\Z)"
    r"|^```(?:json|json-ld|jsonld)[ \t]*\n(?P<fence>[^`]*?@context.*?)^```",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_RATED: Final = ("aggregateRating", "review", "reviews", "reviewRating")
_DAYS: Final = ("datePublished", "dateModified", "uploadDate", "priceValidUntil")
_IN_TITLE: Final = 0.5  # of the stems of a name or headline must be words of the page


def json_ld(reading: Reading) -> Iterator[Finding]:
    """`structure.json-ld` when a machine cannot read it, `structure.data` when the page does not show it."""
    if "ld+json" not in reading.draft.body and "@context" not in reading.draft.body:
        return
    for match in _SCRIPT.finditer(reading.draft.body):
        name = "script" if match["script"] is not None else "fence"
        start, end = match.span(name)
        try:
            data: Json = json.loads(match[name])
        except ValueError as error:
            reason = getattr(error, "msg", "it is no JSON")
            cure = f"The JSON-LD does not parse ({reason}): correct it."
            yield reading.body_finding("structure.json-ld", start, end, cure)
            continue
        except RecursionError:
            yield reading.body_finding("structure.json-ld", start, end, "The JSON-LD is nested too deep.")
            continue
        rule_and_cure = next(_wrong(reading, data), None)
        if rule_and_cure:
            yield reading.body_finding(rule_and_cure[0], start, end, rule_and_cure[1])


def _wrong(reading: Reading, data: Json) -> Iterator[tuple[str, str]]:
    tops = data if isinstance(data, list) else [data]
    for top in tops:
        if not isinstance(top, dict) or "@context" not in top:
            yield "structure.json-ld", 'The JSON-LD has no "@context": write "https://schema.org".'
            return
        if "@type" not in top and "@graph" not in top:
            yield "structure.json-ld", 'The JSON-LD has no "@type": say what it describes.'
            return
    shown = "\n".join(block.text for block in reading.blocks)
    for node in _nodes(data):
        yield from _dates(reading, node)
        yield from _ratings(node, shown)
        yield from _names(reading, node, shown)
        yield from _offers(reading, node, shown)


def _nodes(data: Json) -> Iterator[Mapping[str, Json]]:
    waiting: list[Json] = [data]
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict):
            yield item
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item


def _dates(reading: Reading, node: Mapping[str, Json]) -> Iterator[tuple[str, str]]:
    days = {name: (str(node[name]), day(str(node[name]))) for name in _DAYS if node.get(name)}
    for name, (text, found) in days.items():
        if found is None:
            yield "structure.json-ld", f"{name} {text!r} is no day: write 2026-01-31."
    told = day(reading.draft.head.date)
    published = days.get("datePublished", ("", None))[1]
    if told and published and told != published:
        yield "structure.data", f"datePublished is {published}, the page says {told}: make them one."
    changed = days.get("dateModified", ("", None))[1]
    if published and changed and changed < published:
        yield "structure.data", f"dateModified ({changed}) lies before datePublished ({published})."


def _ratings(node: Mapping[str, Json], shown: str) -> Iterator[tuple[str, str]]:
    kind = node.get("@type")
    value = node.get("ratingValue")
    if value is not None and not re.search(
        rf"(?<![\d.,]){re.escape(str(value))}(?!\d)", shown.replace(",", ".")
    ):
        yield (
            "structure.data",
            f"A rating of {value} stands in the JSON-LD and nowhere on the page: take it out.",
        )
    elif kind in {"AggregateRating", "Review"} and value is None:
        yield "structure.data", f"A {kind} stands in the JSON-LD and not on the page: take it out."
    for name in _RATED:
        if name in node and not isinstance(node[name], dict | list):
            yield "structure.data", f"{name} stands in the JSON-LD and not on the page: take it out."


_NAMED: Final = {"Product", "ProductGroup", "Article", "BlogPosting", "NewsArticle", "Review"}


def _names(reading: Reading, node: Mapping[str, Json], shown: str) -> Iterator[tuple[str, str]]:
    if node.get("@type") not in _NAMED:
        return
    language = reading.market.language
    on_page = set(stems(shown, language))
    for key in ("headline", "name"):
        text = node.get(key)
        wanted = set(stems(fold(text), language)) if isinstance(text, str) else set()
        if wanted and len(wanted & on_page) / len(wanted) < _IN_TITLE:
            yield "structure.data", f"{key} {text!r} is not what the page is called: make them one."


def _offers(reading: Reading, node: Mapping[str, Json], shown: str) -> Iterator[tuple[str, str]]:
    market = reading.market
    price = next((node[key] for key in ("price", "lowPrice") if node.get(key) not in (None, "")), None)
    if price is not None:
        try:
            value = Decimal(str(price))
        except InvalidOperation:
            yield "structure.json-ld", f"price {price!r} is no number: write 49.90 without a sign."
            return
        currency = str(node.get("priceCurrency") or market.currency).upper()
        prices = [a for a in extract(shown, market.locale, market.currency) if a.dimension == "money"]
        if not any(value in amount.values and amount.unit == currency for amount in prices):
            yield "structure.data", f"The price {price} {currency} stands in the JSON-LD and not on the page."
    state = str(node.get("availability") or "").rsplit("/", 1)[-1].lower()
    handle = reading.ledger.resolve(reading.draft.sku) if reading.draft.sku else None
    in_stock = reading.ledger.in_stock(handle, market) if handle else None
    if state and in_stock is not None and (state in {"instock", "limitedavailability"}) != in_stock:
        yield (
            "structure.data",
            f"availability is {state}, the ledger says in stock: {'yes' if in_stock else 'no'}.",
        )
