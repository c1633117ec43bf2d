"""One product of a page's JSON-LD as our columns."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from content.importing.dialect import plain_text

Node = Mapping[str, Any]  # Any: whatever JSON holds; every value is looked at before it is used

PLAIN = {
    "color": "colour",
    "material": "material",
    "size": "size",
    "pattern": "pattern",
    "model": "model",
    "mpn": "mpn",
    "countryOfOrigin": "country of origin",
    "countryOfAssembly": "country of assembly",
    "gtin": "gtin", "gtin8": "gtin", "gtin12": "gtin", "gtin13": "gtin", "gtin14": "gtin",
}  # fmt: skip
MEASURED = ("width", "height", "depth", "weight")
NAMES = ("sku", "mpn", "productID", "gtin13", "gtin", "gtin14", "gtin12", "gtin8")
"""What may stand for an article number, the best first."""
REGULAR = ("listprice", "strikethroughprice", "suggestedretailprice", "msrp", "srp")


def products_in(nodes: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
    """Every product that is sold as such, with its group (empty when it has none)."""
    by_id = {text: node for node in nodes if (text := _text(node.get("@id")))}
    groups = [
        node
        for node in nodes
        if _is(node, "ProductGroup") or (_is(node, "Product") and node.get("hasVariant"))
    ]
    seen: list[Node] = []
    for group in groups:
        for variant in _each(group.get("hasVariant")):
            full = by_id.get(_text(variant.get("@id")), variant)
            full = full if len(full) >= len(variant) else variant
            seen.append(full)
            yield full, group
    for node in nodes:
        if _is(node, "Product") and node not in groups and not any(node is each for each in seen):
            of = next(iter(_each(node.get("isVariantOf"))), {})
            yield node, by_id.get(_text(of.get("@id")), of)


def cells_of(product: Node, group: Node, stem: str, spoken: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Our cells of a product; what a variant leaves out its group says. `spoken`: a page in another language."""
    language, country = spoken
    both = {**group, **product}
    suffix = f"@{language}" if language else ""
    yield "sku", next((text for name in NAMES if (text := _text(product.get(name)))), stem)
    yield f"title{suffix}", _text(both.get("name"))
    if suffix:
        yield "title", ""
    if group:
        yield (
            "group",
            _text(group.get("productGroupID")) or _text(group.get("sku")) or _text(group.get("name")),
        )
    yield "brand", _text(both.get("brand")) or _text(both.get("manufacturer"))
    yield "image", _text(both.get("image"))
    yield f"description{suffix}", plain_text(_text(both.get("description")))
    yield f"url{suffix}", _text(both.get("url")) or _text(_first(_each(both.get("offers"))).get("url"))
    if not suffix:
        yield "category", _text(both.get("category"))
        yield from _attributes(both)
    yield from _offer(product.get("offers") or group.get("offers"), f"@{country}" if country else "")


def _attributes(both: Node) -> Iterator[tuple[str, str]]:
    for name, ours in PLAIN.items():
        said = [_text(each) for each in _list(both.get(name))]
        if any(said):
            yield ours, ", ".join(dict.fromkeys(filter(None, said)))
    for name in MEASURED:
        yield name, _quantity(both.get(name))
    for stated in (*_each(both.get("additionalProperty")), *_each(both.get("hasMeasurement"))):
        label = _text(stated.get("name")) or _text(stated.get("propertyID"))
        if label:
            yield label, _quantity(stated)


def _offer(offers: Any, country: str) -> Iterator[tuple[str, str]]:
    """The price when there is one: several offers that differ are no price."""
    each = [inner for offer in _each(offers) for inner in (_each(offer.get("offers")) or [offer])]
    found = [dict(_price(offer)) for offer in each]
    prices = {(one.get("price", ""), one.get("currency", "")) for one in found}
    stock = {one.get("availability", "") for one in found}
    if found and len(prices) == 1:
        currency = found[0].pop("currency", "")
        for name in ("price", "sale_price"):
            if found[0].get(name):
                yield f"{name}{country}", f"{found[0][name]} {currency}".strip()
        if found[0].get("price_until"):
            yield f"price_until{country}", found[0]["price_until"]
    if len(stock) == 1:
        yield f"availability{country}", stock.pop()
        if found[0].get("available_from"):
            yield f"available_from{country}", found[0]["available_from"]


def _price(offer: Node) -> Iterator[tuple[str, str]]:
    parts = _each(offer.get("priceSpecification"))
    regular = next((p for p in parts if _type(p.get("priceType")) in REGULAR), {})
    paid = next((p for p in parts if p is not regular and not p.get("priceType")), {})
    price = _text(offer.get("price")) or _text(paid.get("price"))
    low, high = _text(offer.get("lowPrice")), _text(offer.get("highPrice"))
    price = price or (low if low == high else "")
    before = _text(regular.get("price"))
    yield "price", before or price
    if before and before != price:
        yield "sale_price", price
    yield "currency", _text(offer.get("priceCurrency")) or _text(paid.get("priceCurrency"))
    yield "price_until", _text(offer.get("priceValidUntil"))
    yield "availability", _type(offer.get("availability"))
    yield "available_from", _text(offer.get("availabilityStarts"))


def _quantity(stated: Any) -> str:
    """`12 kg`, `3-5 days`, `yes`, or the bare text; a code nobody knows is kept as it is written."""
    if isinstance(stated, list):
        return ", ".join(filter(None, map(_quantity, stated)))
    if not isinstance(stated, Mapping):
        return _said(stated)
    low, high = _said(stated.get("minValue")), _said(stated.get("maxValue"))
    value = stated.get("value")
    amount = _quantity(value) if isinstance(value, Mapping | list) else _said(value)
    if not amount and low and high:
        amount = low if low == high else f"{low}-{high}"
    code = _text(stated.get("unitCode")).rpartition("/")[2]
    unit = unit_codes().get(code.upper(), code) if code else _text(stated.get("unitText"))
    return f"{amount} {unit}".strip() if amount else ""


@cache
def unit_codes() -> Mapping[str, str]:
    """UN/CEFACT Recommendation 20 codes of the units we know (https://unece.org/trade/uncefact/cl-recommendations)."""
    with Path(__file__).with_name("unit_codes.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["unit"] for row in csv.DictReader(file)}


def _said(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else _text(value)


def _text(value: Any) -> str:
    """Text of a value: a name of an object, the first of a list, the language-tagged text itself."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return next((text for each in value if (text := _text(each))), "")
    if isinstance(value, Mapping):
        return next(
            (t for name in ("@value", "name", "url", "contentUrl") if (t := _text(value.get(name)))), ""
        )
    return ""


def _type(value: Any) -> str:
    """`https://schema.org/InStock` -> `instock`."""
    return _text(value).rpartition("/")[2].rpartition(":")[2].casefold()


def _is(node: Node, name: str) -> bool:
    types = [_type(each) for each in _list(node.get("@type"))]
    return name.casefold() in types or (name == "Product" and "individualproduct" in types)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _each(value: Any) -> list[Node]:
    return [each for each in _list(value) if isinstance(each, Mapping)]


def _first(nodes: Sequence[Node]) -> Node:
    return nodes[0] if nodes else {}
