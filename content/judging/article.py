"""An article as a judge reads it: as readers see it, without orders to the judge, beside the ledger's rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from babel.numbers import get_currency_precision

from content.checks.knowledge import knowledge
from content.checks.orders import blanked, without_orders
from content.checks.reading import Reading
from content.errors import DraftError, LedgerGap
from content.figures.resolving import resolved
from content.figures.showing import Showing
from content.figures.written import linked_concepts
from content.ledger.ledger import Ledger, digest
from content.records import Draft, Fact, Many, Money, Quantity, Span, Text, Unknown, Value
from content.rendering import render
from seo.records import Market

MOST_ROWS: Final = 90  # about 1,500 tokens
_UNITS: Final = {"wd": "working days", "d": "days", "h": "hours", "a": "years"}
_NOT_SAID: Final = {"url", "image", "description", "title", "name", "short"}


@dataclass(frozen=True, slots=True)
class Article:
    """What a judge is given."""

    language: str
    text: str  # `# title`, then the body in Markdown, values filled in
    asked: tuple[str, ...]  # keyword and questions
    rows: tuple[str, ...]  # `r3 | Fjell wool blanket | width | 130 cm`


def article(draft: Draft, ledger: Ledger, market: Market, on: date | None = None) -> Article:
    """A draft made ready for a judge; a reference without a value shows as `…`."""
    clean = without_orders(draft)
    reading = Reading(clean, ledger, market, on)
    names = knowledge(reading).names
    handles = {mention.handle for block in reading.blocks for mention in names.mentions(block.text)}
    page = ledger.resolve(draft.sku) if draft.sku else None
    handles |= {page} if page else set()
    asked = [text for each in (draft.keyword, *draft.questions) if (text := _asked(each))]
    return Article(
        market.language,
        _rendered(f"# {clean.title}\n\n{_seen(clean, ledger, market, on)}", ledger, market, on),
        tuple(asked or [clean.title.strip()]),
        rows(ledger, market, sorted(handles)),
    )


def _asked(text: str) -> str:
    """What a customer typed, without what it says to a judge."""
    return " ".join(blanked(text).split())


def _seen(draft: Draft, ledger: Ledger, market: Market, on: date | None) -> str:
    """The body as a place without pictures shows it: a chart as its table, a link to an article as its words."""
    links = dict.fromkeys(linked_concepts(draft.body), "#")
    return resolved(draft, ledger, market, on, Showing(links)).text


def rows(ledger: Ledger, market: Market, handles: list[str]) -> tuple[str, ...]:
    """What the ledger says about some products and about the shop in one market, a line each."""
    found = [*_product_rows(ledger, market, handles), *_shop_rows(ledger, market)]
    return tuple(f"r{number} | {row}" for number, row in enumerate(found[:MOST_ROWS], 1))


def _product_rows(ledger: Ledger, market: Market, handles: list[str]) -> Iterator[str]:
    for handle in handles:
        name = ledger.name(handle, market.language)
        for part in (handle, *ledger.products[handle].variants):
            label = name if part == handle else f"{name} {ledger.products[part].sku}"
            for key in dict.fromkeys((*ledger.keys([part]), "price")):
                value = ledger.fact(part, key, market).value
                if key not in _NOT_SAID and not isinstance(value, Unknown):
                    yield f"{label} | {key.replace('_', ' ')} | {shown(value, market.language)}"


def _shop_rows(ledger: Ledger, market: Market) -> Iterator[str]:
    for fact in ledger.facts("shop"):
        if fact.market in (None, market.country) and not isinstance(fact.value, Unknown):
            yield f"shop | {_key(fact)} | {shown(fact.value, market.language)}"


def _key(fact: Fact) -> str:
    return fact.key.replace("_", " ")


def shown(value: Value, language: str) -> str:
    """A value in plain letters."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Money():
            digits = get_currency_precision(value.currency)
            return f"{value.minor / 10**digits:.{digits}f} {value.currency}"
        case Text():
            return value.get(language) or next((text for _, text in value.by_language), "")
        case Many():
            return " / ".join(shown(side, language) for side in value.values)
        case Quantity() | Span():
            text = digest(value)
            return text.removesuffix(value.unit) + _UNITS.get(value.unit, value.unit)
    return digest(value)


def _rendered(text: str, ledger: Ledger, market: Market, on: date | None) -> str:
    try:
        return render(text, ledger, market, "markdown", on)
    except (LedgerGap, DraftError):
        return text
