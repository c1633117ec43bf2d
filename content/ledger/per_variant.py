"""What `facts.toml` states of sizes and colours of one family: 24 months for the large, 12 for the small."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from content.ledger.joining import join
from content.records import Fact, Product

_Of = tuple[str, str, str | None, date | None, date | None]  # family, key, market and days


def per_variant(facts: Iterable[Fact], products: Mapping[str, Product]) -> Iterator[Fact]:
    """Facts on variants as the ledger keeps them. Where all that are named have the same, it is their family's: people
    name a family by one of its sizes. Where they differ each has its own, and the family has all of them once none is
    left out."""
    found: dict[_Of, list[Fact]] = defaultdict(list)
    for fact in facts:
        family = products[fact.subject].family if fact.subject in products else ""
        if family:
            found[family, fact.key, fact.market, fact.valid_from, fact.valid_until].append(fact)
        else:
            yield fact
    for (family, key, *_), same in found.items():
        if len({fact.value for fact in same}) == 1:
            yield replace(same[0], subject=family)
            continue
        yield from same
        if {fact.subject for fact in same} >= set(products[family].variants):
            yield replace(same[0], subject=family, value=join([fact.value for fact in same], key))
