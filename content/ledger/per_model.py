"""A further list with one row a model: what it states holds for every variant of that product.

It has no SKU; it names the product by its group or handle, or by its title where it has neither.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from content.ledger.column_names import first_named, form, names_of
from content.ledger.handles import base
from content.ledger.headers import parse_header
from content.ledger.item import Item
from content.ledger.table import Row, Table
from content.ledger.titles import common_title
from content.lexicon.keys import plain
from content.records import Finding, Proof, Severity

Products = Mapping[str, Sequence[Item]]  # by SKU
GROUPS = "group|handle|url handle|product handle"
MODELS = "product group|model|style|modell|artikelgruppe|modèle|modelo|الموديل|モデル|型番"
"""What names a product in a list without SKU; in others a model is an attribute, a product group a category."""
TITLES = "artikel|article|artículo|modellname|model name|المنتج|商品"
"""Further names of a product's title, which would be too little to name it in a list with a SKU."""


def is_per_model(table: Table) -> bool:
    """Whether a list has no SKU and names products all the same."""
    has_sku = _place(table, "sku", *names_of("sku")) is not None
    return not has_sku and (_group(table) is not None or _title(table) is not None)


def spread(table: Table, products: Products, findings: list[Finding]) -> Table:
    """The list with one row for each variant; a row of no product of the shop is left out and named."""
    group, title = _group(table), _title(table)
    named = next(place for place in (group, title) if place is not None)
    known = _by_name(products)
    rows: list[Row] = []
    for row in table.rows:
        name = row.cells[named]
        skus = known.get(plain(name), ())
        rows += [Row(row.line, (sku, "", *row.cells)) for sku in skus]
        if not skus:
            findings.append(_nobody(table, row, named))
    header = ["" if place == group else raw for place, raw in enumerate(table.header)]
    if title is not None and not parse_header(header[title]).language:
        header[title] = "title"
    return replace(table, header=("sku", "" if "title" in header else "title", *header), rows=tuple(rows))


def said_once(findings: Sequence[Finding], sources: Sequence[str]) -> Iterator[Finding]:
    """Findings, those of one cell of such a list and many variants as one that counts them."""
    cells = [_cell(finding, sources) for finding in findings]
    counted = Counter(filter(None, cells))
    seen: set[str] = set()
    for finding, cell in zip(findings, cells, strict=True):
        if cell in seen:
            continue
        more = counted[cell] - 1 if cell else 0
        yield (
            replace(finding, cure=f"{finding.cure}; so with {more} more of its variants") if more else finding
        )
        if cell:
            seen.add(cell)


def _cell(finding: Finding, sources: Sequence[str]) -> str:
    """The second place of a conflict where it stands in one of these lists; empty for any other finding."""
    second = finding.evidence.value.partition(" / ")[2]
    return second if any(second.startswith(f"{source}, row ") for source in sources) else ""


def _by_name(products: Products) -> Mapping[str, tuple[str, ...]]:
    """What a row may call a product -> the SKUs of its variants; a name of two products is none."""
    families: dict[str, list[Item]] = defaultdict(list)
    for sku, items in products.items():
        families[next((f"group:{item.group}" for item in items if item.group), sku)].append(items[0])
    owners: dict[str, set[str]] = defaultdict(set)
    for family, items in families.items():
        titles = [item.title for item in items if item.title]
        groups = {item.group for item in items if item.group}
        names = {
            *groups,
            *map(base, groups),
            *titles,
            *([common_title(titles)] if titles else []),
            items[0].sku,
        }
        for name in names:
            owners[plain(name)].add(family)
    return {
        name: tuple(item.sku for item in families[next(iter(found))])
        for name, found in owners.items()
        if len(found) == 1
    }


def _group(table: Table) -> int | None:
    return _place(table, *GROUPS.split("|"), *names_of("group"), *map(form, MODELS.split("|")))


def _title(table: Table) -> int | None:
    return _place(table, "title", *names_of("title"), *map(form, TITLES.split("|")))


def _place(table: Table, *names: str) -> int | None:
    """The first column with one of these names, the earlier name before the later."""
    headers = [parse_header(raw) for raw in table.header]
    labels = ["" if header.language or header.country else header.label for header in headers]
    return first_named(labels, names)


def _nobody(table: Table, row: Row, named: int) -> Finding:
    name, column = row.cells[named], table.header[named]
    what = f"{name!r} in {column!r} is no product of yours, or two" if name else f"{column!r} is blank"
    return Finding(
        rule="ledger.row",
        severity=Severity.WARN,
        span=(0, 0),
        quote=name,
        evidence=Proof(table.source, row.line, column),
        cure=f"{table.source}, row {row.line}: {what}, so the row was left out; "
        "write the group of a product, or its title",
    )
