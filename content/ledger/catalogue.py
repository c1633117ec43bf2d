"""The product table into facts: one row, one product; every fact keeps its row and column."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from content.ledger.columns import Columns, category_place, columns_of
from content.ledger.plausibility import with_honest_units
from content.ledger.rows import RowReader, Stated
from content.ledger.table import Row, Table
from content.lexicon.lexicon import Lexicon
from content.records import UNKNOWN, Finding, Proof, Severity
from content.shop import Shop


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
    facts: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every item in row order, the attribute columns, and what was wrong."""

    source: str  # file name
    items: tuple[Item, ...]
    columns: Columns
    findings: tuple[Finding, ...]


def read_catalogue(table: Table, shop: Shop, lexicon: Lexicon) -> Catalogue:
    """Read a product table. One SKU in two rows that disagree: both rows are named, the value is unknown."""
    columns = columns_of(table, lexicon)
    columns, doubts = with_honest_units(table, columns)
    findings = [*table.findings, *doubts]
    reader = RowReader(table.source, columns, shop, findings)
    by_sku: dict[str, list[Item]] = defaultdict(list)
    for row in table.rows:
        sku = row.cells[columns.known["sku"]] if "sku" in columns.known else ""
        if sku:
            by_sku[sku].append(_item(row, sku, reader))
        else:
            findings.append(_no_sku(table.source, row))
    items = tuple(_one(table.source, same, findings) for same in by_sku.values())
    return Catalogue(table.source, items, columns, tuple(findings))


def _item(row: Row, sku: str, reader: RowReader) -> Item:
    columns = reader.columns

    def cell(name: str) -> str:
        return row.cells[columns.known[name]] if name in columns.known else ""

    place = category_place(columns)
    return Item(
        sku=sku,
        group=cell("group"),
        title=" ".join(cell("title").split()),
        brand=cell("brand"),
        category=_last_part(row.cells[place]) if place is not None else "",
        image=cell("image"),
        row=row.line,
        facts=reader.facts(row),
    )


def _last_part(category: str) -> str:
    """`Home > Kitchen > Kettles` -> `Kettles`; a bare taxonomy number says nothing."""
    parts = [part.strip() for part in category.replace("»", ">").split(">") if part.strip()]
    return "" if not parts or parts[-1].isdigit() else parts[-1]


# --- one SKU in several rows ------------------------------------------------------------------------------


def _one(source: str, same: Sequence[Item], findings: list[Finding]) -> Item:
    """One item out of the rows of a SKU: what they agree on, and unknown where they do not."""
    if len(same) == 1:
        return same[0]
    stated: dict[tuple[str, str | None], list[Stated]] = defaultdict(list)
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
        facts.append(found[0]._replace(value=UNKNOWN))
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


def _conflict(source: str, sku: str, first: Stated, second: Stated) -> Finding:
    return Finding(
        rule="ledger.conflict",
        severity=Severity.WARN,
        span=(0, 0),
        quote=f"{sku}: {first.column}",
        evidence=Proof(source, first.row, f"rows {first.row} and {second.row}"),
        cure=f"{source}: {sku!r} stands in rows {first.row} and {second.row} with different values for "
        f"{first.column!r}; neither is used, keep one",
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
