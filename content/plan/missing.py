"""Missing product data: the facts that topics wait for, as a table to fill in and to read back.

    sku,attribute,value,market,product,column,would answer,topics

Fill in `value` (`yes`, `140 cm`, `polyester`); a row left blank stays unknown. What is read back becomes a fact that a
named person has accepted, like any other in facts_accepted.csv.
"""

import csv
import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from content.errors import ShopError
from content.ledger.accepted import Accepted
from content.ledger.handles import GROUP
from content.ledger.ledger import Ledger
from content.ledger.table import Table
from content.records import Assignment, Missing

HEADER = ("sku", "attribute", "value", "market", "product", "column", "would answer", "topics")
NEEDED = HEADER[:3]


@dataclass(frozen=True, slots=True)
class Gap:
    """A missing fact and how many topics wait for it."""

    missing: Missing
    topics: int


def gaps(assignments: Sequence[Assignment]) -> list[Gap]:
    """Each missing fact once, the most wanted first."""
    first: dict[tuple[str, str], Missing] = {}
    wanted: Counter[tuple[str, str]] = Counter()
    for missing in (each for assignment in assignments for each in assignment.missing):
        first.setdefault((missing.subject, missing.key), missing)
        wanted[missing.subject, missing.key] += 1
    return [Gap(first[key], wanted[key]) for key in sorted(first, key=lambda key: (-wanted[key], key))]


def as_csv(found: Sequence[Gap], ledger: Ledger) -> str:
    """The table with an empty column `value`."""
    groups = {
        handle: name.removeprefix(GROUP) for name, handle in ledger.pins.items() if name.startswith(GROUP)
    }
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(HEADER)
    for gap in found:
        missing = gap.missing
        product = ledger.products.get(missing.subject)
        sku = groups.get(missing.subject) or (product.sku if product else missing.subject)
        title = product.title if product else missing.subject
        named = map(_cell, (sku, missing.key, "", "", title, missing.label, missing.needed_for))
        rows.writerow((*named, gap.topics))
    return text.getvalue()


def filled(table: Table, by: str, on: date) -> list[Accepted]:
    """The facts a person has filled in; ShopError when the table is another one."""
    lacking = next((name for name in NEEDED if name not in table.header), None)
    if lacking:
        raise ShopError(
            f"{table.source} has no column {lacking!r}: fill in the file that `acreage topics missing --csv` wrote."
        )
    found = []
    for row in table.rows:
        cells = dict(zip(table.header, row.cells, strict=True))
        if not cells["value"].strip():
            continue
        if not cells["sku"].strip() or not cells["attribute"].strip():
            raise ShopError(f"{table.source}, row {row.line}: sku and attribute must stand beside the value.")
        needed = cells.get("would answer", "").lstrip("'")
        found.append(
            Accepted(
                cells["sku"].removeprefix("'"),
                cells["attribute"],
                cells["value"],
                cells.get("market", ""),
                note=f"would answer: {needed}" if needed else "",
                by=by,
                on=on.isoformat(),
            )
        )
    return found


def _cell(text: str) -> str:
    """Text that a spreadsheet does not take for a formula: it may come from a stranger's question."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
