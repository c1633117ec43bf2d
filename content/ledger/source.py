"""The product table of a shop, whichever system wrote it."""

from pathlib import Path

from content.ledger.table import Table, read_table
from content.shop import Shop


def product_table(path: Path, shop: Shop) -> Table:
    """The table as ours; exports of other systems are recognised by their columns."""
    return read_table(path, shop.language)
