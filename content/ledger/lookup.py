"""Finding products by what people write: SKUs however spaced, models, groups, handles; neutral names."""

from collections.abc import Collection, Mapping

from content.ledger.handles import GROUP
from content.ledger.naming import model, neutral_name
from content.lexicon.keys import plain
from content.lexicon.lexicon import Lexicon
from content.records import Product


def squashed(written: str) -> str:
    """A SKU without spaces, signs and case: `HD7546/20` and `hd 7546 20` are one."""
    return plain(written).replace(" ", "")


def by_writing(products: Collection[Product], pins: Mapping[str, str]) -> dict[str, str]:
    """Squashed handle, SKU, group or model -> family. What could mean two families means none."""
    family_of = {product.handle: product.family or product.handle for product in products}
    named = [(product.handle, product.handle) for product in products]
    named += [(product.sku, product.handle) for product in products]
    named += [(name.removeprefix(GROUP), handle) for name, handle in pins.items()]
    found: dict[str, str] = {}
    for written, handle in named:
        found.setdefault(squashed(written), family_of[handle])
    models: dict[str, set[str]] = {}
    for product in products:
        short = squashed(model(product.sku) or model(product.title))
        models.setdefault(short, set()).add(family_of[product.handle])
    for short, families in models.items():
        if short and len(families) == 1:
            found.setdefault(short, min(families))
    return found


def neutral_names(products: Collection[Product], lexicon: Lexicon) -> dict[str, str]:
    """Handle -> brand and model; where two families would share a name, brand and SKU."""
    names = {
        product.handle: neutral_name(product.title, product.brand, product.sku, lexicon)
        for product in products
    }
    owners: dict[str, set[str]] = {}
    for product in products:
        owners.setdefault(names[product.handle].casefold(), set()).add(product.family or product.handle)
    return {
        product.handle: names[product.handle]
        if len(owners[names[product.handle].casefold()]) == 1
        else f"{product.brand} {' '.join(product.sku.split())}".strip()
        for product in products
    }
