"""Which sizes and colours of a product returns were counted of. A shop exports a row for each SKU that came back, and
those are seldom all: "288 suits sold" were sales of one size in one colour.
"""

from dataclasses import dataclass

from content.ledger.ledger import Ledger, digest
from content.ledger.units import units
from content.records import Choice, Evidence, Quantity, Span, Value
from seo.records import Market

SHORT = "short"


@dataclass(frozen=True, slots=True)
class Part:
    """The sizes and colours of a product that were counted, where it was not all of them."""

    variants: tuple[str, ...]
    keys: tuple[str, ...]  # the attributes that tell them apart


def part_of(subject: str, key: str, ledger: Ledger, market: Market) -> Part | None:
    """What part of a product such a fact counts; None where it is no count, or one of all of it."""
    counts = counts_of(subject, key, ledger)
    return part_counted(*counts, ledger, market) if counts else None


def part_counted(found: Evidence, handle: str, ledger: Ledger, market: Market) -> Part | None:
    """What part of a product returns were counted of; None where it was all of it."""
    variants = ledger.products[handle].variants
    counted = tuple(variant for variant in variants if variant in found.counted)
    is_whole = handle in found.counted or len(counted) == len(variants)
    return Part(counted, told_apart_by(handle, ledger, market)) if counted and not is_whole else None


def counts_of(subject: str, key: str, ledger: Ledger) -> tuple[Evidence, str] | None:
    """The table of returns and the product that a fact such as `evidence-returns-2026.luna_sold` counts; None for
    every other fact.
    """
    found = next((each for each in ledger.evidence if f"evidence-{each.id}" == subject), None)
    about = found.about if found is not None and found.kind == "returns" else ()
    fitting = [handle for handle in about if key.startswith(f"{handle.replace('-', '_')}_")]
    return (found, max(fitting, key=len)) if found is not None and fitting else None


def told_apart_by(handle: str, ledger: Ledger, market: Market) -> tuple[str, ...]:
    """The attributes that tell the sizes and colours of a product apart: choices first, then lengths, volumes and plain
    numbers (a shoe's size); never a weight, by which nobody calls a thing. Their short names, where each has one of its
    own. None where some are alike in all of them: "grey" would be said of more than was counted.
    """
    variants = ledger.products[handle].variants
    if are_named(handle, ledger, market.language):
        return (SHORT,)
    stated = {
        key: [ledger.fact(each, key, market).value for each in variants] for key in ledger.keys(variants)
    }
    names = [key for key, values in stated.items() if all(isinstance(v, Choice | Span) for v in values)]
    for is_size in (_is_size, _is_number):
        names += [key for key, values in stated.items() if all(is_size(v) for v in values)]
    found: list[str] = []
    seen = [""] * len(variants)
    for key in names:
        marks = [f"{before} {digest(value)}" for before, value in zip(seen, stated[key], strict=True)]
        if len(set(marks)) > len(set(seen)):
            found.append(key)
            seen = marks
    return tuple(found) if len(set(seen)) == len(variants) else ()


def are_named(handle: str, ledger: Ledger, language: str) -> bool:
    """Whether the variants of a product have short names of their own, `Belette M` and `Belette L`."""
    variants = ledger.products[handle].variants
    shorts = {ledger.short(each, language) for each in variants}
    skus = {ledger.products[each].sku for each in variants}  # what they are called that share a title
    return bool(variants) and len(shorts) == len(variants) and not shorts & skus


def _is_size(value: Value) -> bool:
    unit = units().get(value.unit) if isinstance(value, Quantity) else None
    return unit is not None and unit.dimension in ("length", "volume")


def _is_number(value: Value) -> bool:
    return isinstance(value, Quantity) and not value.unit
