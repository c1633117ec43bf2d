"""The product table into facts: one row, one product; every fact keeps its row and column."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from content.ledger.accepted import Accepted
from content.ledger.columns import Columns, category_place, columns_of, together
from content.ledger.confirmed import AcceptedReader
from content.ledger.conflicts import settled
from content.ledger.item import Item
from content.ledger.per_model import is_per_model, said_once, spread
from content.ledger.plausibility import with_honest_units
from content.ledger.rows import RowReader
from content.ledger.stated import Stated
from content.ledger.table import Row, Table
from content.ledger.unknown_units import unknown_units
from content.lexicon.lexicon import Lexicon
from content.records import Finding, Proof, Severity
from content.refusals import Refused, kept
from content.shop import Shop

MAIN = "products.csv"


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every item in row order, the attribute columns, and what was wrong."""

    source: str  # file name
    items: tuple[Item, ...]
    columns: Columns
    findings: tuple[Finding, ...]


def read_catalogue(
    tables: Sequence[Table],
    shop: Shop,
    lexicon: Lexicon,
    accepted: Sequence[Accepted] = (),
    refused: Refused | None = None,
) -> Catalogue:
    """Read the product table, further lists beside it (one row a variant or a model), and what a person accepted.

    One SKU in several rows that disagree: both places are named, the value is unknown.
    """
    findings: list[Finding] = []
    by_sku: dict[str, list[Item]] = defaultdict(list)
    found: list[Columns] = []
    models = [table.source for table in tables[1:] if is_per_model(table)]
    for place, table in enumerate(sorted(tables, key=lambda each: each.source in models)):
        with kept(refused):
            if table.source in models:
                table = spread(table, by_sku, findings)  # noqa: PLW2901  one row a variant from here on
            columns, doubts = with_honest_units(table, columns_of(table, lexicon))
            findings += [*table.findings, *doubts, *unknown_units(table, columns)]
            reader = RowReader(table.source, columns, shop, findings, is_further=place > 0)
            _read_rows(table, reader, by_sku)
            found.append(columns)
    if not found:  # every list was refused
        return Catalogue(MAIN, (), Columns({}, (), ()), tuple(findings))
    columns = together(found)
    known = AcceptedReader(columns, shop, lexicon, findings)
    for sku, item in known.items(accepted, by_sku):
        by_sku[sku].append(item)
    source = tables[0].source
    items = tuple(_one(source, same, findings) for same in by_sku.values())
    return Catalogue(source, items, columns, tuple(said_once(findings, models)))


def _read_rows(table: Table, reader: RowReader, by_sku: dict[str, list[Item]]) -> None:
    place = reader.columns.known.get("sku", -1)
    for row in table.rows:
        sku = row.cells[place] if place >= 0 else ""
        if sku:
            by_sku[sku].append(_item(row, sku, reader))
        else:
            reader.findings.append(_no_sku(table.source, row))


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
        facts += settled(found, same[0].sku, source, findings) if len(found) > 1 else found
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


def _no_sku(source: str, row: Row) -> Finding:
    return Finding(
        rule="ledger.row",
        severity=Severity.WARN,
        span=(0, 0),
        quote=" ".join(cell for cell in row.cells if cell)[:80],
        evidence=Proof(source, row.line, ""),
        cure=f"{source}, row {row.line}: the sku is blank, so the row was left out; give it one",
    )
