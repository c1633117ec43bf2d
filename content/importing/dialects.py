"""The systems whose product lists are read untouched, and how a file finds its reader."""

from pathlib import Path

from content.errors import ShopError
from content.importing.dialect import Dialect
from content.importing.google_merchant import GoogleMerchant, table_of_feed
from content.importing.json_ld_pages import PAGES, one_table, tables_of_pages
from content.importing.plain import Plain
from content.importing.shopify import Shopify
from content.importing.woocommerce import WooCommerce
from content.ledger.table import Table, decode, read_table

DIALECTS: tuple[Dialect, ...] = (Shopify(), WooCommerce(), GoogleMerchant())
"""Tried in this order; a table none of them knows is taken as ours."""


def read_products(path: Path, site: str, language: str = "en") -> Table:
    """A product list of any known system, or saved product pages, as a table of ours."""
    if is_saved_pages(path):
        tables = tables_of_pages(path, language)
        if not any(table.rows for table in tables):
            why = f" ({tables[0].findings[0].cure})" if tables else ""
            raise ShopError(
                f"{path.name} holds no product in JSON-LD{why}: name saved product pages or a product list."
            )
        return one_table(tables, path.name)
    if path.suffix.lower() == ".xml":
        table = table_of_feed(decode(path.read_bytes(), language), path.name)
    else:
        table = read_table(path, language)
    dialect = dialect_of(table)
    return dialect.convert(table, site) if dialect else table


def is_saved_pages(path: Path) -> bool:
    """Whether it is a saved product page or a folder of them, which have no columns that somebody named."""
    return path.is_dir() or path.suffix.lower() in PAGES


def dialect_of(table: Table) -> Dialect | None:
    """The system a table came from; None when it is our own form."""
    return next((dialect for dialect in DIALECTS if dialect.recognise(table.header)), None)


def with_our_names(table: Table) -> Table:
    """A plain table with `sku` and `title` named so; unchanged when they cannot be told."""
    plain = Plain()
    return plain.convert(table, "") if plain.recognise(table.header) else table
