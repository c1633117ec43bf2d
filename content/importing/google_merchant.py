"""A Google Merchant feed as TSV, CSV or XML. https://support.google.com/merchants/answer/7052112

Names come with underscores or blanks; a price names its currency; variants share `item_group_id`. A sale has its
ISO interval in `sale_price_effective_date`; after `expiration_date` the offer is no longer there.
"""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from content.errors import ShopError
from content.importing.dialect import Cells, Dialect, by_name, plain_text, table_from
from content.ledger.table import Row, Table

OURS = {
    "id": "sku",
    "title": "title",
    "item group id": "group",
    "link": "url",
    "image link": "image",
    "brand": "brand",
    "price": "price",
    "availability": "availability",
    "sale price": "sale_price",
    "expiration date": "available_until",
}
SHOPPERS = {
    "color": "color",
    "size": "size",
    "material": "material",
    "pattern": "pattern",
    "gender": "gender",
    "age group": "age group",
    "multipack": "multipack",
    "energy efficiency class": "energy efficiency class",
    "product length": "length",
    "product width": "width",
    "product height": "height",
    "product weight": "weight",
    "gtin": "gtin",
    "mpn": "mpn",
}
"""What a shopper may ask about; the rest of a feed (labels, shipping, advertising) is for Google alone."""
DETAIL = "product detail"
COMING = ("preorder", "backorder")
"""Only these have an availability date; on others Google passes over it."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_NAMESPACE = re.compile(r"^\{[^}]*\}")


class GoogleMerchant(Dialect):
    """Google Merchant Center."""

    name = "Google Merchant"

    def recognise(self, header: Sequence[str]) -> bool:
        """An id, a link and a picture link, and no sku."""
        names = {_name(name) for name in header}
        return {"id", "title", "link"} <= names and bool({"image link", "availability"} & names)

    def convert(self, table: Table, _site: str, /) -> Table:
        """The feed's products; details become attributes of their own."""
        rows = [(line, {_name(name): cell for name, cell in row.items()}) for line, row in by_name(table)]
        return table_from(table, [(line, dict(_product(row))) for line, row in rows])


def table_of_feed(text: str, source: str) -> Table:
    """An XML feed (RSS or Atom) as a table; the row is the number of the entry."""
    try:
        root = fromstring(_DECLARATION.sub("", text).encode())  # decoded already: what it declares is past
    except (ParseError, DefusedXmlException) as error:
        raise ShopError(f"{source} is not a readable XML feed: {error}.") from error
    entries = [node for node in root.iter() if _tag(node) in ("item", "entry")]
    found = [_entry(node) for node in entries]
    header = tuple(dict.fromkeys(name for entry in found for name in entry))
    rows = tuple(
        Row(number, tuple(entry.get(name, "") for name in header))
        for number, entry in enumerate(found, start=1)
    )
    return Table(source, header, rows)


def _product(row: Cells) -> Iterator[tuple[str, str]]:
    for name, ours in (OURS | SHOPPERS).items():
        if name in row:
            yield ours, row[name]
    first, _, last = row.get("sale price effective date", "").partition("/")
    if "sale price" in row:
        yield "sale_from", first.strip()
        yield "sale_until", last.strip()
    if _name(row.get("availability", "")) in COMING:
        yield "available_from", row.get("availability date", "")
    yield "category", row.get("product type", "").split(",")[0] or row.get("google product category", "")
    yield "description", plain_text(row.get("description", ""))
    for detail in re.split(r",(?=[^:,]*:[^:,]+:)", row.get(DETAIL, "")):
        parts = [part.strip() for part in detail.split(":", 2)]
        if len(parts) == 3 and parts[1]:  # noqa: PLR2004  section:name:value
            yield parts[1], parts[2]


def _entry(node: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for child in node:
        name = _name(_tag(child))
        if name == DETAIL:
            parts = {_name(_tag(part)): (part.text or "").strip() for part in child}
            text = ":".join(
                parts.get(key, "") for key in ("section name", "attribute name", "attribute value")
            )
            found[DETAIL] = ",".join(filter(None, [found.get(DETAIL, ""), text]))
        elif name not in found:
            found[name] = (child.text or child.get("href") or "").strip()
    return found


def _tag(node: Element) -> str:
    return _NAMESPACE.sub("", node.tag)


def _name(written: str) -> str:
    """`g:image_link`, `image_link` and `Image Link` are one."""
    return re.sub(r"[_\s]+", " ", written.strip().lower().removeprefix("g:"))
