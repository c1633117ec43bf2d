"""The product table of a shop folder, whichever system wrote it."""

from content.importing.dialects import read_products
from content.ledger.table import Table
from content.shop import Shop

FILES = ("products.csv", "products.tsv", "products.xml")


def product_table(shop: Shop) -> Table:
    """The table under our columns; ShopError when none of the files is there."""
    found = next((name for name in FILES if (shop.folder / name).is_file()), FILES[0])
    return read_products(shop.folder / found, shop.site, shop.language)
