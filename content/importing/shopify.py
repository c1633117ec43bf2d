"""Shopify's product export. https://help.shopify.com/en/manual/products/import-export/using-csv

One line per variant, grouped by handle; title, vendor and option names stand on a product's first line only.
It has neither currency nor address: the shop's settings give both.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from babel import Locale

from content.importing.dialect import Cells, Dialect, by_name, plain_text, table_from
from content.ledger.numbers import parse_number
from content.ledger.table import Table

OLD_NAMES: Mapping[str, str] = {
    "url handle": "handle",
    "sku": "variant sku",
    "price": "variant price",
    "compare-at price": "variant compare at price",
    "compare at price": "variant compare at price",
    "barcode": "variant barcode",
    "description": "body (html)",
    "inventory quantity": "variant inventory qty",
    "continue selling when out of stock": "variant inventory policy",
    "weight value (grams)": "variant grams",
    "product image url": "image src",
    "variant image url": "variant image",
    "product category": "product category",
    "published on online store": "published",
}
"""The export of 2025 renamed its columns."""
CARRIED = ("title", "vendor", "body (html)", "product category", "type", "status", "published", "image src")
OPTIONS = (1, 2, 3)
_FIELD = re.compile(r"(.+?)\s*\(product\.metafields\.[^)]+\)")
_ELSEWHERE = re.compile(r"price / (.+)")


class Shopify(Dialect):
    """Shopify, old and new column names."""

    name = "Shopify"

    def recognise(self, header: Sequence[str]) -> bool:
        """A handle, an option and a variant price."""
        names = {OLD_NAMES.get(name.strip().lower(), name.strip().lower()) for name in header}
        return {"handle", "option1 name", "variant price"} <= names

    def convert(self, table: Table, site: str, /) -> Table:
        """Variants as rows of their product; drafts, archived products and picture lines left out."""
        products = []
        first: dict[str, str] = {}
        for line, raw in by_name(table):
            row = {OLD_NAMES.get(name, name): cell for name, cell in raw.items()}
            if row.get("handle", first.get("handle")) != first.get("handle") or row.get("title"):
                first = dict(row)
            if _is_variant(row) and _is_sold(first):
                products.append((line, dict(_product(row, first, site))))
        return table_from(table, products)


def _is_variant(row: Cells) -> bool:
    return bool(row.get("variant price") or row.get("variant sku") or row.get("option1 value"))


def _prices(price: str, before: str, country: str = "") -> Iterator[tuple[str, str]]:
    """A higher "compare at" price is the regular one, and the price beside it a sale without days."""
    paid, regular = parse_number(price, "."), parse_number(before, ".")
    is_sale = paid is not None and regular is not None and regular > paid
    yield f"price{country}", before if is_sale else price
    if is_sale:
        yield f"sale_price{country}", price


def _is_sold(first: Cells) -> bool:
    return (
        first.get("status", "active").lower() == "active"
        and first.get("published", "true").lower() != "false"
    )


def _product(row: Cells, first: Cells, site: str) -> Iterator[tuple[str, str]]:
    handle, options = first["handle"], _options(row, first)
    yield "sku", row.get("variant sku") or "-".join([handle, *options.values()])
    yield "title", first.get("title", handle)
    yield "group", handle
    yield "brand", first.get("vendor", "")
    yield "category", first.get("product category") or first.get("type", "")
    yield from _prices(row.get("variant price", ""), row.get("variant compare at price", ""))
    yield "availability", _availability(row)
    yield "image", row.get("variant image") or first.get("image src", "")
    yield "description", plain_text(first.get("body (html)", ""))
    if site:
        yield "url", f"{site.rstrip('/')}/products/{handle}"
    if row.get("variant barcode"):
        yield "barcode", row["variant barcode"]
    if row.get("variant grams", "0").strip("0."):
        yield "weight [g]", row["variant grams"]
    yield from options.items()
    yield from _fields(row, first)


def _options(row: Cells, first: Cells) -> dict[str, str]:
    """`Size` -> `140 x 260 cm`; the one option of a product without options is no option."""
    found = {}
    for number in OPTIONS:
        name = first.get(f"option{number} name", "")
        value = row.get(f"option{number} value", "")
        if name and value and value != "Default Title":
            found[name] = value
    return found


def _fields(row: Cells, first: Cells) -> Iterator[tuple[str, str]]:
    """Metafields as attributes, and prices of other countries (`Price / Germany` -> `price@DE`)."""
    for name, cell in {**first, **row}.items():
        field = _FIELD.fullmatch(name)
        if field:
            yield field[1], plain_text(cell)
        elsewhere = _ELSEWHERE.fullmatch(name)
        country = _country(elsewhere[1]) if elsewhere else ""
        if country:
            before = row.get(f"compare at {name}", "") or row.get(f"compare-at {name}", "")
            yield from _prices(cell, before, f"@{country}")


def _availability(row: Cells) -> str:
    """In stock when counted so, or sold without counting; nothing when the export does not say."""
    if row.get("variant inventory policy", "").lower() in ("continue", "true"):
        return "in_stock"
    return row.get("variant inventory qty", "").split(".")[0]


def _country(name: str) -> str:
    territories = Locale("en").territories
    return next((code for code, known in territories.items() if known.lower() == name and len(code) == 2), "")  # noqa: PLR2004
