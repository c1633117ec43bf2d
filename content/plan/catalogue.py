"""Topics out of the catalogue itself: attributes that tell the products of a line apart.

A shop that has heard little still knows something no single product page shows: how its products differ.
"""

from collections.abc import Iterator

from content.ledger.ledger import Ledger, digest
from content.plan.concepts import CHOOSE, Concept
from content.records import UNKNOWN, Text
from seo.records import Intent, Market

FEWEST_PRODUCTS = 3
FEWEST_ATTRIBUTES = 2
MOST_FOR_CHOOSING = 4


def differences(ledger: Ledger, category: str, market: Market) -> dict[str, tuple[str, ...]]:
    """Aspect -> attributes that differ between the products of a line and have a word in the language.

    The aspect `choose` holds those that tell most: stated for most products, with the most values.
    """
    families = [p.handle for p in ledger.families(category)]
    telling: dict[str, int] = {}
    for key in ledger.keys(families):
        values = [digest(ledger.fact(h, key, market).value) for h in families]
        known = [v for v in values if v != digest(UNKNOWN)]
        if len(known) >= FEWEST_PRODUCTS and len(set(known)) > 1 and sayable(ledger, families, key, market):
            telling[key] = len(known) * min(len(set(known)), 4)
    by_aspect: dict[str, list[str]] = {}
    for key in sorted(telling, key=lambda k: (-telling[k], k)):
        by_aspect.setdefault(ledger.lexicon.aspect(key), []).append(key)
    best = [keys[0] for keys in by_aspect.values()][:MOST_FOR_CHOOSING]
    return {**{a: tuple(keys) for a, keys in by_aspect.items()}, CHOOSE: tuple(best)}


def sayable(ledger: Ledger, handles: list[str], key: str, market: Market) -> bool:
    """True when the attribute and every stated choice of it have a word in the market's language."""
    from content.locales import value as spoken  # noqa: PLC0415  babel is slow to load and not always needed

    if ledger.lexicon.attribute(key, market.language) is None:
        return False
    values = [ledger.fact(h, key, market).value for h in handles]
    return all(
        v == UNKNOWN or (not isinstance(v, Text) and spoken(v, market.locale, ledger.lexicon) is not None)
        for v in values
    )


def concepts(ledger: Ledger, market: Market) -> Iterator[Concept]:
    """One concept for each product line and aspect that enough products and attributes carry."""
    for category in ledger.categories():
        if not category or ledger.lexicon.category(category, market.language) is None:
            continue
        if len(ledger.families(category)) < FEWEST_PRODUCTS:
            continue
        for aspect, keys in differences(ledger, category, market).items():
            if len(keys) < FEWEST_ATTRIBUTES or aspect in ("price", "features", "certificates"):
                continue
            concept = Concept(market.language, category, aspect)
            concept.attributes.update(dict.fromkeys(keys, 1))
            concept.intents[Intent.COMMERCIAL] = 1
            yield concept
