"""Topics out of the catalogue itself: attributes that tell the products of a line apart.

A shop that has heard little still knows something no single product page shows: how its products differ.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from content.ledger.ledger import Ledger, digest
from content.ledger.units import units
from content.plan.concepts import CHOOSE, Concept
from content.records import UNKNOWN, Many, Quantity, Text, Value
from seo.records import Intent, Market

FEWEST_PRODUCTS = 3
SECONDARY = ("features", "price", "material", "certificates", CHOOSE)  # told apart by these last
PACKAGING = re.compile(r"packag|quantity_per|pallet|shipping")  # the box, not what is in it
LONGEST_TEXT = 60  # characters of a text that still fits a table's cell
COUNTED = re.compile(r"number|count|cups|slices|pieces|pack|panels|pairs|size|speeds|layers|seats")
FEW_COUNTED = 10
# The most a shop sends as one piece, in base units of the ledger: 300 kg, 30 m, 500 l.
MOST_SOLD = {"mass": Decimal(300_000), "length": Decimal(30_000), "volume": Decimal(500_000)}
FEWEST_ATTRIBUTES = 2
MOST_FOR_CHOOSING = 4


def differences(
    ledger: Ledger, category: str, market: Market, fewest: int = FEWEST_PRODUCTS
) -> dict[str, tuple[str, ...]]:
    """Aspect -> attributes that differ between the products of a line and have a word in the language.

    The aspect `choose` holds those that tell most: stated for most products, with the most values.
    """
    families = [p.handle for p in ledger.families(category)]
    telling: dict[str, int] = {}
    for key in ledger.keys(families):
        values = [ledger.fact(h, key, market).value for h in families]
        known = [digest(v).casefold() for v in values if v != UNKNOWN]
        if len(known) >= fewest and len(set(known)) > 1 and sayable(ledger, families, key, market):
            weight = 1 if ledger.lexicon.aspect(key) in SECONDARY or _is_listed(values) else 2
            telling[key] = len(known) * min(len(set(known)), 4) * weight
    by_aspect: dict[str, list[str]] = {}
    for key in sorted(telling, key=lambda k: (-telling[k], k)):
        by_aspect.setdefault(ledger.lexicon.aspect(key), []).append(key)
    best = [keys[0] for keys in by_aspect.values()][:MOST_FOR_CHOOSING]
    return {**{a: tuple(keys) for a, keys in by_aspect.items()}, CHOOSE: tuple(best)}


def _is_listed(values: list[Value]) -> bool:
    """Many sizes side by side tell less at a glance than one figure each."""
    return any(isinstance(value, Many) for value in values)


def sayable(ledger: Ledger, handles: list[str], key: str, market: Market) -> bool:
    """True when the attribute and every stated choice of it have a word in the market's language."""
    from content.locales import value as spoken  # noqa: PLC0415  babel is slow to load and not always needed

    if PACKAGING.match(key) or ledger.lexicon.attribute(key, market.language) is None:
        return False
    values = [ledger.fact(h, key, market).value for h in handles]
    if not all(is_plausible(v, key) for v in values):
        return False
    return all(
        v == UNKNOWN or (not _is_long(v, market) and spoken(v, market.locale, ledger.lexicon) is not None)
        for v in values
    )


def _is_long(value: Value, market: Market) -> bool:
    return isinstance(value, Text) and len(value.get(market.language) or "") > LONGEST_TEXT


def is_plausible(value: Value, key: str = "") -> bool:
    """False for a number that a shopper would stumble over: 2,000 kg for a blender, a bare 1250.

    A number without a unit is a count where its name says so, or a small whole one; else its unit was lost.
    """
    if isinstance(value, Many):
        return all(is_plausible(one, key) for one in value.values)
    if not isinstance(value, Quantity):
        return True
    if not value.unit:
        return bool(COUNTED.search(key)) or value.amount in range(FEW_COUNTED)
    unit = units().get(value.unit)
    limit = MOST_SOLD.get(unit.dimension) if unit else None
    return limit is None or unit is None or value.amount * unit.size <= limit


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
            concept = Concept(market.language, category, aspect, is_in_catalogue=True)
            concept.attributes.update(dict.fromkeys(keys, 1))
            concept.intents[Intent.COMMERCIAL] = 1
            yield concept
