"""How a page says of which sizes and colours returns were counted: "Kieselstein suit (98–104, blueberry)"."""

from collections.abc import Sequence

from content.ledger.counted import SHORT, part_counted
from content.ledger.ledger import Ledger
from content.locales import listed
from content.marks import mark
from content.plan.catalogue import sayable
from content.records import Evidence
from content.writing.phrases import phrase_book
from seo.records import Market

MOST_NAMED = 2  # sizes and colours, and things that tell them apart: more are no name any longer


def counted_of(found: Evidence, handle: str, ledger: Ledger, market: Market) -> str:
    """The sizes and colours counted as references, or that not all were; empty where all of the product was."""
    part = part_counted(found, handle, ledger, market)
    if part is None:
        return ""
    words = phrase_book(market.language)["word"]
    variants = list(ledger.products[handle].variants)
    is_sayable = all(key == SHORT or sayable(ledger, variants, key, market) for key in part.keys)
    if not part.keys or not is_sayable or max(len(part.keys), len(part.variants)) > MOST_NAMED:
        return str(words["part_counted"])
    return by_what(part.variants, part.keys, market)


def by_what(variants: Sequence[str], keys: Sequence[str], market: Market) -> str:
    """Versions of a product by what sets them apart, as references: `98–104, blueberry and 110–116, blueberry`."""
    comma = mark("comma", market.language)
    said = [comma.join(f"{{{{{each}.{key}}}}}" for key in keys) for each in variants]
    return listed(list(dict.fromkeys(said)), market.locale)
