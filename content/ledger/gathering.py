"""Contradictions as a person wants to hear of them: one of a product and attribute, however many variants have it."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from content.ledger.conflicts import CONFLICT
from content.records import Finding, Product

if TYPE_CHECKING:
    from content.ledger.ledger import Ledger


def gathered(ledger: "Ledger") -> tuple[Finding, ...]:
    """The ledger's findings in their order; those of one product's variants on one column and its sources are one,
    with their number and the first as an example."""
    groups: dict[Hashable, list[Finding]] = defaultdict(list)
    skus = {product.sku: product for product in ledger.products.values() if product.family}
    for place, finding in enumerate(ledger.conflicts):
        groups[_of_one_cause(finding, skus) or place].append(finding)
    return tuple(same[0] if len(same) == 1 else _one(same, skus, ledger) for same in groups.values())


def _of_one_cause(finding: Finding, skus: dict[str, Product]) -> Hashable:
    """Family, column and the files that disagree; None for what is not about a variant."""
    sku, _, column = finding.quote.partition(": ")
    if finding.rule != CONFLICT or sku not in skus:
        return None
    sources = tuple(place.partition(",")[0] for place in finding.evidence.value.split(" / "))
    is_in_rows = len(sources) == 1  # "rows 3 and 4" of one file
    return skus[sku].family, column, finding.evidence.source, "" if is_in_rows else sources


def _one(same: Sequence[Finding], skus: dict[str, Product], ledger: "Ledger") -> Finding:
    first = same[0]
    sku, _, column = first.quote.partition(": ")
    family = ledger.products[skus[sku].family]
    variants = len({finding.quote for finding in same})
    quote = f"{family.handle}: {column}"
    return replace(
        first,
        quote=quote,
        cure=f"{variants} of its {len(family.variants)} variants, for example {first.cure}",
    )
