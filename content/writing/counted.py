"""How a page says of which sizes and colours returns were counted: "Kieselstein suit (98–104, blueberry)"."""

from content.ledger.counted import part_counted
from content.ledger.ledger import Ledger, digest
from content.ledger.units import units
from content.locales import listed
from content.plan.catalogue import sayable
from content.records import Choice, Evidence, Quantity, Span, Value
from content.writing.phrases import phrase_book
from seo.records import Market

MOST_NAMED = 2  # sizes and colours, and things that tell them apart: more are no name any longer


def counted_of(found: Evidence, handle: str, ledger: Ledger, market: Market) -> str:
    """The sizes and colours counted as references, or that not all were; empty where all of the product was."""
    part = part_counted(found, handle, ledger)
    if not part:
        return ""
    keys = told_apart_by(handle, ledger, market)
    if not keys or max(len(keys), len(part)) > MOST_NAMED:
        return str(phrase_book(market.language)["word"]["part_counted"])
    comma = str(phrase_book(market.language)["word"]["comma"])
    return listed([comma.join(f"{{{{{each}.{key}}}}}" for key in keys) for each in part], market.locale)


def told_apart_by(handle: str, ledger: Ledger, market: Market) -> tuple[str, ...]:
    """What tells the sizes and colours of a product apart and has words in the market: choices first, then measures;
    never a weight, by which nobody calls a thing.
    """
    variants = ledger.products[handle].variants
    stated = {
        key: [ledger.fact(each, key, market).value for each in variants] for key in ledger.keys(variants)
    }
    names = [key for key, values in stated.items() if all(isinstance(v, Choice | Span) for v in values)]
    names += [key for key, values in stated.items() if all(_is_length(v) for v in values)]
    found: list[str] = []
    seen = [""] * len(variants)
    for key in names:
        marks = [f"{before} {digest(value)}" for before, value in zip(seen, stated[key], strict=True)]
        if len(set(marks)) > len(set(seen)) and sayable(ledger, list(variants), key, market):
            found.append(key)
            seen = marks
    return tuple(found)


def _is_length(value: Value) -> bool:
    unit = units().get(value.unit) if isinstance(value, Quantity) else None
    return unit is not None and unit.dimension == "length"
