"""What a reader of another system's product list must do."""

import html
import re
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Protocol

from content.ledger.table import Row, Table


class Dialect(Protocol):
    """A system that exports products. Knows its columns; opens no file."""

    name: str
    """As a person knows it: `Shopify`."""

    @abstractmethod
    def recognise(self, header: Sequence[str]) -> bool:
        """Whether a table with this header came from there."""

    @abstractmethod
    def convert(self, table: Table, site: str, /) -> Table:
        """The same products under our own columns; every row keeps its line in the export."""


Cells = Mapping[str, str]


def by_name(table: Table) -> list[tuple[int, dict[str, str]]]:
    """Rows as name -> cell, names lower-cased, empty cells left out; of two columns of one name the first."""
    names = [name.strip().lower() for name in table.header]
    return [
        (row.line, {name: cell for name, cell in reversed([*zip(names, row.cells, strict=True)]) if cell})
        for row in table.rows
    ]


def table_from(source: Table, products: Sequence[tuple[int, Cells]]) -> Table:
    """A table of ours out of products as name -> cell; columns in the order in which they first appear.

    `Color` and `color` are one column: an option and a field of the same name say the same thing.
    """
    written: dict[str, str] = {"sku": "sku", "title": "title"}
    for _, cells in products:
        for name in cells:
            written.setdefault(name.lower(), name)
    rows = []
    for line, cells in products:
        stated = {name.lower(): cell for name, cell in reversed([*cells.items()]) if cell}
        rows.append(Row(line, tuple(stated.get(name, "") for name in written)))
    return Table(source.source, tuple(written.values()), tuple(rows), source.findings)


def last_part(path: str) -> str:
    """What a product is out of a taxonomy's path: `Home > Kitchen > Kettles` -> `Kettles`."""
    return path.rpartition(">")[2].strip()


def plain_text(markup: str) -> str:
    """A description without its HTML."""
    text = re.sub(r"(?is)<(script|style)\b.*?</\1>", " ", markup)
    text = re.sub(r"(?i)</(p|li|div|h\d|tr)>|<br\s*/?>", " ", text)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", text)).split())
