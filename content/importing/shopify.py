"""Shopify's product export. https://help.shopify.com/en/manual/products/import-export/using-csv

One line per variant, grouped by handle; title, vendor and option names stand on a product's first line only.
It has neither currency nor address: the shop's settings give both. `Type` is the merchant's own word for what a thing
is, `Product Category` a path in a taxonomy. `Variant Grams` is the weight that shipping is reckoned with, packaging
included: it is not what the product weighs, so it is left out.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from babel import Locale

from content.importing.dialect import Cells, Dialect, by_name, last_part, plain_text, table_from
from content.ledger.numbers import parse_number
from content.ledger.table import Table
from content.records import Finding, Proof, Severity

WEIGHT = "variant grams"
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
    "weight value (grams)": WEIGHT,
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
        made = table_from(table, products)
        return replace(made, findings=(*made.findings, *_taken(table)))


def _taken(table: Table) -> Iterator[Finding]:
    """What was taken for the category and what was left out: said once, when a shop is made."""
    rows = [{OLD_NAMES.get(name, name): cell for name, cell in raw.items()} for _, raw in by_name(table)]
    first = [row for row in rows if row.get("title")]
    typed = sum("type" in row for row in first)
    pathed = sum("type" not in row and "product category" in row for row in first)
    if any("product category" in row for row in first):
        yield _note(
            table.source,
            "import.category",
            f"the category is 'Type' of {typed} products"
            + (f", and the last part of 'Product Category' of {pathed} without one" if pathed else "")
            + "; to change it, edit the column category",
        )
    weighed = sum(bool(row.get(WEIGHT, "0").strip("0.")) for row in rows)
    if weighed:
        yield _note(
            table.source,
            "import.weight",
            f"'Variant Grams' of {weighed} rows is a weight for shipping, packaging included, and was left out; where "
            "you know what the product weighs, add a column 'weight [g]'",
        )


def _note(source: str, rule: str, cure: str) -> Finding:
    return Finding(rule, Severity.NOTE, (0, 0), "", Proof(source, None, ""), f"{source}: {cure}")


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
    yield "category", first.get("type") or last_part(first.get("product category", ""))
    yield from _prices(row.get("variant price", ""), row.get("variant compare at price", ""))
    yield "availability", _availability(row)
    yield "image", row.get("variant image") or first.get("image src", "")
    yield "description", plain_text(first.get("body (html)", ""))
    if site:
        yield "url", f"{site.rstrip('/')}/products/{handle}"
    if row.get("variant barcode"):
        yield "barcode", row["variant barcode"]
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
