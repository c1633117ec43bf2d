"""The product table into facts: one row, one product; every fact keeps its row and column."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from content.ledger.columns import Column, Columns, category_place, columns_of
from content.ledger.table import Row, Table
from content.ledger.values import read_money, words_of
from content.lexicon.lexicon import Lexicon
from content.records import UNKNOWN, Fact, Finding, Proof, Severity, Text, Value
from content.shop import Shop

Facts = dict[str, dict[str, list[Fact]]]  # subject -> key -> one fact for each market
IN_STOCK = words_of(
    "in stock|in_stock|instock|available|limited availability|onlineonly|yes|true|auf lager|lieferbar"
    "|verfügbar|en stock|disponible|disponibles|在庫あり|متوفر|متاح"
)
OUT_OF_STOCK = words_of(
    "out of stock|out_of_stock|outofstock|sold out|soldout|unavailable|discontinued|no|false|nicht lieferbar"
    "|ausverkauft|nicht auf lager|agotado|no disponible|rupture de stock|épuisé|indisponible|在庫なし"
    "|在庫切れ|売り切れ|غير متوفر|نفد"
)


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
    facts: tuple[Fact, ...]  # subject still empty


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every item in row order, the attribute columns, and what was wrong."""

    items: tuple[Item, ...]
    columns: Columns
    findings: tuple[Finding, ...]


def read_catalogue(table: Table, shop: Shop, lexicon: Lexicon) -> Catalogue:
    """Read a product table. One SKU in two rows that disagree: both rows are named, the value is unknown."""
    columns = columns_of(table, lexicon)
    findings = list(table.findings)
    by_sku: dict[str, list[Item]] = defaultdict(list)
    for row in table.rows:
        sku = row.cells[columns.known["sku"]] if "sku" in columns.known else ""
        if sku:
            by_sku[sku].append(_item(table.source, row, sku, columns, shop, findings))
        else:
            findings.append(_no_sku(table.source, row))
    items = tuple(_one(table.source, same, findings) for same in by_sku.values())
    return Catalogue(items, columns, tuple(findings))


def _item(source: str, row: Row, sku: str, columns: Columns, shop: Shop, findings: list[Finding]) -> Item:
    def cell(name: str) -> str:
        return row.cells[columns.known[name]] if name in columns.known else ""

    place = category_place(columns)
    facts = [
        *_marketed(source, row, columns, shop, findings),
        *_attributes(source, row, columns, shop, findings),
    ]
    return Item(
        sku=sku,
        group=cell("group"),
        title=" ".join(cell("title").split()),
        brand=cell("brand"),
        category=_last_part(row.cells[place]) if place is not None else "",
        image=cell("image"),
        row=row.line,
        facts=tuple(facts),
    )


def _last_part(category: str) -> str:
    """`Home > Kitchen > Kettles` -> `Kettles`; a bare taxonomy number says nothing."""
    parts = [part.strip() for part in category.replace("»", ">").split(">") if part.strip()]
    return "" if not parts or parts[-1].isdigit() else parts[-1]


# --- facts of a row ---------------------------------------------------------------------------------------


def _attributes(
    source: str, row: Row, columns: Columns, shop: Shop, findings: list[Finding]
) -> Iterator[Fact]:
    by_language: dict[str, list[tuple[str, str, Column]]] = defaultdict(list)
    for column in columns.attributes:
        text = row.cells[column.place]
        if not text:
            continue
        if column.header.language and not column.header.country:
            by_language[column.key].append((column.header.language, text, column))
            continue
        value = (
            _money(source, row, column, columns, shop, findings)
            if column.is_money
            else column.reader.read(text)
        )
        yield _fact(source, row, column, value)
    for texts in by_language.values():
        yield _fact(source, row, texts[0][2], Text(tuple((language, text) for language, text, _ in texts)))


def _marketed(source: str, row: Row, columns: Columns, shop: Shop, findings: list[Finding]) -> Iterator[Fact]:
    """Title, address, price and the like: a text by language, or one fact for each country."""
    texts: dict[str, list[tuple[str, str, Column]]] = defaultdict(list)
    for column in columns.marketed:
        cell, country = row.cells[column.place], column.header.country
        if not cell:
            continue
        if column.key == "price":
            yield _fact(source, row, column, _money(source, row, column, columns, shop, findings))
        elif column.key == "availability":
            yield _fact(source, row, column, _availability(cell))
        elif country:
            language = column.header.language or _language_of(shop, country)
            yield _fact(source, row, column, Text(((language, cell),)))
        else:
            language = column.header.language or ("" if column.key == "url" else shop.language)
            texts[column.key].append((language, " ".join(cell.split()), column))
    for found in texts.values():
        yield _fact(source, row, found[0][2], Text(tuple((language, text) for language, text, _ in found)))


def _language_of(shop: Shop, country: str) -> str:
    return next((market.language for market in shop.markets if market.country == country), shop.language)


def _availability(cell: str) -> Value:
    word = cell.casefold().strip()
    if word.lstrip("-").isdigit():
        return int(word) > 0
    return True if word in IN_STOCK else False if word in OUT_OF_STOCK else UNKNOWN


def _money(
    source: str, row: Row, column: Column, columns: Columns, shop: Shop, findings: list[Finding]
) -> Value:
    cell = row.cells[column.place]
    value = read_money(cell, _expected(row, column, columns, shop), column.reader.sign)
    if value is not None:
        return value
    if column.key != "price":
        return column.reader.read(cell)
    findings.append(_unreadable(source, row, column, cell))
    return UNKNOWN


def _expected(row: Row, column: Column, columns: Columns, shop: Shop) -> str:
    """The currency of a price that names none: the header's, the country's, the row's, the shop's."""
    if column.header.currency:
        return column.header.currency
    of_country = [m.currency for m in shop.markets if m.country == column.header.country]
    of_row = row.cells[columns.known["currency"]].upper() if "currency" in columns.known else ""
    return (of_country or [of_row])[0] or shop.default_currency


def _fact(source: str, row: Row, column: Column, value: Value) -> Fact:
    return Fact("", column.key, value, source, row.line, column.header.raw, column.header.country or None)


# --- one SKU in several rows ------------------------------------------------------------------------------


def _one(source: str, same: Sequence[Item], findings: list[Finding]) -> Item:
    """One item out of the rows of a SKU: what they agree on, and unknown where they do not."""
    if len(same) == 1:
        return same[0]
    stated: dict[tuple[str, str | None], list[Fact]] = defaultdict(list)
    for item in same:
        for fact in item.facts:
            stated[fact.key, fact.market].append(fact)
    facts = []
    for found in stated.values():
        apart = next((fact for fact in found[1:] if fact.value != found[0].value), None)
        if apart is None:
            facts.append(found[0])
            continue
        findings.append(_conflict(source, same[0].sku, found[0], apart))
        facts.append(replace(found[0], value=UNKNOWN))
    return replace(
        same[0],
        facts=tuple(facts),
        group=_first(item.group for item in same),
        title=_first(item.title for item in same),
        brand=_first(item.brand for item in same),
        category=_first(item.category for item in same),
        image=_first(item.image for item in same),
    )


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")


# --- findings ---------------------------------------------------------------------------------------------


def _conflict(source: str, sku: str, first: Fact, second: Fact) -> Finding:
    return Finding(
        rule="ledger.conflict",
        severity=Severity.WARN,
        span=(0, 0),
        quote=f"{sku}: {first.column}",
        evidence=Proof(source, first.row, f"rows {first.row} and {second.row}"),
        cure=f"{source}: {sku!r} stands in rows {first.row} and {second.row} with different values for "
        f"{first.column!r}; neither is used, keep one",
    )


def _unreadable(source: str, row: Row, column: Column, cell: str) -> Finding:
    return Finding(
        rule="ledger.price",
        severity=Severity.WARN,
        span=(0, 0),
        quote=cell,
        evidence=Proof(source, row.line, cell),
        cure=f"{source}, row {row.line}: {cell!r} in {column.header.raw!r} is no price: "
        "write it like 49.90 EUR",
    )


def _no_sku(source: str, row: Row) -> Finding:
    return Finding(
        rule="ledger.row",
        severity=Severity.WARN,
        span=(0, 0),
        quote=" ".join(cell for cell in row.cells if cell)[:80],
        evidence=Proof(source, row.line, ""),
        cure=f"{source}, row {row.line}: the sku is blank, so the row was left out; give it one",
    )
