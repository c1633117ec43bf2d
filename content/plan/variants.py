"""One article for all markets of a language, and what is not the same in each: facts, units, law, money."""

from collections.abc import Iterable, Iterator, Sequence

from content.ledger.ledger import Ledger, digest
from content.records import Assignment, Quantity, Span, Value, Variant, sides_of
from seo.records import Market

IMPERIAL = frozenset({"US", "LR", "MM"})  # where people measure in inches, pounds and degrees Fahrenheit
MEASURED = frozenset({"mm", "cm", "m", "g", "kg", "l", "ml", "Cel", "°C", "g/m2"})
LAW = frozenset({"returns", "durability", "safety", "certificates", "delivery"})
"""Aspects on which what must be said depends on the country: consumer law, warranty, product safety, customs."""


def variants(each: Assignment, markets: Sequence[Market], ledger: Ledger) -> tuple[Variant, ...]:
    """The other markets that the article serves, and in what it differs there."""
    others = [m for m in markets if m.language == each.market.language and m != each.market]
    return tuple(Variant(m.locale, tuple(_differences(each, m, ledger))) for m in others)


def _differences(each: Assignment, other: Market, ledger: Ledger) -> Iterator[str]:
    subjects = each.handles or ("shop",)
    apart = [k for k in each.attributes if _differ(subjects, k, each.market, other, ledger)]
    if apart:
        yield f"facts: {', '.join(_label(k, other, ledger) for k in apart)}"
    values = (ledger.fact(s, k, other).value for s in subjects for k in each.attributes)
    is_measured = any(_units(values))
    if is_measured and (other.country in IMPERIAL) != (each.market.country in IMPERIAL):
        yield "units"
    if each.market.currency != other.currency and _differ(subjects, "price", each.market, other, ledger):
        yield f"prices in {other.currency}"
    if each.aspect in LAW:
        yield f"law of {other.country}"


def _differ(subjects: Sequence[str], key: str, one: Market, other: Market, ledger: Ledger) -> bool:
    pairs = ((ledger.fact(s, key, one).value, ledger.fact(s, key, other).value) for s in subjects)
    return any(digest(a) != digest(b) for a, b in pairs)


def _label(key: str, market: Market, ledger: Ledger) -> str:
    return ledger.lexicon.attribute(key, market.language) or key


def _units(values: Iterable[Value]) -> Iterator[bool]:
    for value in values:
        parts = sides_of(value)
        yield any(isinstance(part, Quantity | Span) and part.unit in MEASURED for part in parts)
