"""Which sizes and colours of a product returns were counted of. A shop exports a row for each SKU that came back, and
those are seldom all: "288 suits sold" were sales of one size in one colour.
"""

from content.ledger.ledger import Ledger
from content.records import Evidence

PREFIX = "evidence-"
SOLD = "_sold"


def part_counted(found: Evidence, handle: str, ledger: Ledger) -> tuple[str, ...]:
    """The sizes and colours of a product that returns were counted of; empty where all of it was."""
    variants = ledger.products[handle].variants
    counted = tuple(variant for variant in variants if variant in found.counted)
    return () if handle in found.counted or len(counted) == len(variants) else counted


def counts_of(subject: str, key: str, ledger: Ledger) -> tuple[Evidence, str] | None:
    """The table of returns and the product that a fact such as `evidence-returns-2026.luna_sold` counts; None for
    every other fact.
    """
    found = next((each for each in ledger.evidence if f"{PREFIX}{each.id}" == subject), None)
    about = found.about if found is not None and found.kind == "returns" else ()
    fitting = [handle for handle in about if key.startswith(f"{handle.replace('-', '_')}_")]
    return (found, max(fitting, key=len)) if found is not None and fitting else None
