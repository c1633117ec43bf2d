"""The product lists of a shop folder, whichever systems wrote them."""

from pathlib import Path

from content.errors import ShopError
from content.importing.dialects import read_products, with_our_names
from content.importing.json_ld_pages import PAGES, tables_of_pages
from content.ledger.table import Table
from content.refusals import Refused, kept
from content.shop import Shop

FILES = ("products.csv", "products.tsv", "products.xml")
FOLDER = "products"
"""Further lists and saved product pages: facts of the same SKUs from other places, or products of their own."""
LISTS = (".csv", ".tsv", ".xml")


def product_tables(shop: Shop, instead: Path | None = None, refused: Refused | None = None) -> list[Table]:
    """The product list and those beside it, under our columns; ShopError when there is none."""
    further: list[Table] = []
    for path in _beside(shop):
        with kept(refused):
            further += tables_at(path, shop, f"{FOLDER}/")
    first = instead or next((p for name in FILES if (p := shop.folder / name).is_file()), None)
    if first is None and further:
        return further
    with kept(refused):
        return [*tables_at(first or shop.folder / FILES[0], shop, ""), *further]
    return further


def tables_at(path: Path, shop: Shop, prefix: str) -> list[Table]:
    """The tables of one list, one saved page or a folder of pages."""
    if path.is_dir() or path.suffix.lower() in PAGES:
        found = tables_of_pages(path, shop.language, prefix)
        if not found:
            raise ShopError(
                f"{path.name} holds no product in JSON-LD: save product pages as they are on the web."
            )
        return found
    table = (
        with_our_names(read_products(path, shop.site, shop.language))
        if prefix
        else read_products(path, shop.site, shop.language)
    )
    return [Table(f"{prefix}{table.source}", table.header, table.rows, table.findings)]


def _beside(shop: Shop) -> list[Path]:
    folder = shop.folder / FOLDER
    return sorted(path for path in folder.glob("*") if path.suffix.lower() in (*LISTS, *PAGES))
