"""WooCommerce's product export (English column names).

https://woocommerce.com/document/product-csv-importer-exporter/
A variable product stands on a line of its own, its variations below it; `Parent` holds its SKU or `id:123`.
The export holds neither currency nor address.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from content.importing.dialect import Cells, Dialect, by_name, plain_text, table_from
from content.ledger.table import Table

DAY = len("2026-11-22")
MEASURED = re.compile(r"(weight|length|width|height) \(([^)]+)\)")


class WooCommerce(Dialect):
    """WooCommerce."""

    name = "WooCommerce"

    def recognise(self, header: Sequence[str]) -> bool:
        """An ID, a type, a regular price, a name."""
        names = {name.strip().lower() for name in header}
        return {"id", "type", "name", "regular price"} <= names

    def convert(self, table: Table, _site: str, /) -> Table:
        """Simple products and variations; a variable product gives what its variations leave blank."""
        rows = by_name(table)
        parents = {name: row for _, row in rows for name in _names(row)}
        children = Counter(row["parent"] for _, row in rows if "parent" in row)
        products = []
        for line, row in rows:
            parent = parents.get(row.get("parent", ""), {})
            is_parent = any(children[name] for name in _names(row))
            if not is_parent and _is_sold(row) and (not parent or _is_sold(parent)):
                products.append((line, dict(_product(row, parent))))
        return table_from(table, products)


def _names(row: Cells) -> list[str]:
    """What `Parent` may call a product."""
    return [name for name in (row.get("sku", ""), f"id:{row.get('id', '')}") if name]


def _is_sold(row: Cells) -> bool:
    return row.get("published", "1") == "1" and "grouped" not in row.get("type", "")


def _product(row: Cells, parent: Cells) -> Iterator[tuple[str, str]]:
    own, shared = _attributes(row), _attributes(parent)
    stem = (parent or row).get("sku") or f"id-{(parent or row).get('id', '')}"
    is_own_sku = row.get("sku") not in (None, parent.get("sku"))
    yield "sku", row["sku"] if is_own_sku else "-".join([stem, *own.values()]) if parent else stem
    yield "title", (parent or row).get("name", "")
    if parent:
        yield "group", stem
    both = {**parent, **row}
    yield "brand", both.get("brands", "") or both.get("brand", "")
    yield "category", parent.get("categories", row.get("categories", "")).split(",")[0].strip()
    yield from _prices(row)
    yield (
        "availability",
        {"1": "in_stock", "0": "out_of_stock", "backorder": "in_stock"}.get(row.get("in stock?", ""), ""),
    )
    yield "image", both.get("images", "").split(",")[0].strip()
    yield "description", plain_text(both.get("description") or both.get("short description", ""))
    if "external url" in row:
        yield "url", row["external url"]
    for name, cell in both.items():
        measured = MEASURED.fullmatch(name)
        if measured:
            yield f"{measured[1]} [{measured[2]}]", cell
    yield from {**shared, **own}.items()


def _prices(row: Cells) -> Iterator[tuple[str, str]]:
    """Regular and sale price with the sale's days; its hours are the shop's own midnight to midnight."""
    yield "price", row.get("regular price") or row.get("sale price", "")
    if "regular price" in row and "sale price" in row:
        yield "sale_price", row["sale price"]
        yield "sale_from", row.get("date sale price starts", "")[:DAY]
        yield "sale_until", row.get("date sale price ends", "")[:DAY]


def _attributes(row: Cells) -> dict[str, str]:
    found = {}
    for name, cell in row.items():
        number = re.fullmatch(r"attribute (\d+) name", name)
        if number and f"attribute {number[1]} value(s)" in row:
            found[cell] = row[f"attribute {number[1]} value(s)"].replace("\\,", ",")
    return found
