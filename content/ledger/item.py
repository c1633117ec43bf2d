"""A product before it has a handle."""

from dataclasses import dataclass

from content.ledger.stated import Stated


@dataclass(frozen=True, slots=True)
class Item:
    """A product as its row (or its rows, when one SKU stands twice) states it."""

    sku: str
    group: str
    title: str
    brand: str
    category: str  # as written
    image: str
    row: int
    facts: tuple[Stated, ...]
