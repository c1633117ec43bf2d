"""Sizes of shoes and clothes from country to country: the bundled table, and the shop's `sizes.csv` over it.

    table,EU,UK,US women,US men,JP cm
    shoes,38,5,7,,24.5

`{{convert(handle.eu_size, UK)}}` looks the row up; `{{convert(handle.uk_size, EU kids-shoes)}}` names the table where
two would answer differently. A row of the shop takes the place of the bundled row of the same table and first size;
a table may also be called like a category key or a handle, and then goes before the general ones for those products.
Nothing is reckoned: a size that no row states has no other size, and the reference is held.

The bundled rows are conventions, no measurements of anybody's goods. Shoes follow the definitions behind
ISO 9407 (Mondopoint, the foot in mm) and ISO/TS 19407: an EU size is 2/3 cm of last (Paris point), a UK size 1/3 inch
(adults: 3 x inches - 25, children: - 12), the foot is about 12 mm shorter than the last; all to the nearest half.
The US has no standard: men UK + 1, women UK + 2, children UK + 1, as most charts print. Clothes follow the usual
equivalents of national letters-free sizes; EN 13402 itself gives body measures instead of such numbers.
A shop whose makers differ writes its own rows.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from content.errors import ShopError
from content.ledger.numbers import fold
from content.ledger.table import Table, read_table
from content.records import Choice, Many, Quantity, Value

FILE = "sizes.csv"
SHARED = frozenset({"UK", "US"})
"""Children and adults, women and men have the same numbers here: without a table nobody knows whose it is."""
GENERAL = ("shoes", "kids-shoes", "womens-clothing", "mens-jackets")
_KEY = re.compile(r"(eu|de|fr|it|uk|us|jp)_size(?:_(women|men|kids))?")
_UNIT = re.compile(r"(.*) (cm|mm|in)")
_LABEL = re.compile(r"(?:EU|DE|FR|IT|UK|US|JP)\s+")


@dataclass(frozen=True, slots=True)
class Sizes:
    """Rows by table; a row holds sizes by system (`EU` -> `38`, `JP` -> `24 cm`)."""

    rows: Mapping[str, Sequence[Mapping[str, str]]]

    def asked(self, written: str) -> tuple[str, str] | None:
        """System and table of an argument (`UK`, `US women shoes`); None when it is neither."""
        words = written.split()
        for end in range(len(words), 0, -1):
            system = next((s for s in self.systems if s.casefold() == " ".join(words[:end]).casefold()), None)
            rest = "-".join(words[end:])
            if system and (not rest or rest in self.rows):
                return system, rest
        return None

    @property
    def systems(self) -> tuple[str, ...]:
        """Every system there is a column for."""
        return tuple(dict.fromkeys(s for rows in self.rows.values() for row in rows for s in row))

    def convert(self, value: Value, key: str, written: str, tables: Sequence[str] = ()) -> Value | None:
        """The size in another system; None when no row states it, or tables that could be meant disagree.

        `tables`: handle and category of the product, whose own tables go before the general ones.
        """
        asked, have = self.asked(written), _KEY.fullmatch(key)
        if asked is None or have is None:
            return None
        if isinstance(value, Many):
            sides = [self.convert(side, key, written, tables) for side in value.values]
            known = [side for side in sides if isinstance(side, Choice | Quantity)]
            return Many(tuple(dict.fromkeys(known))) if len(known) == len(sides) else None
        size, system = _written(value), f"{have[1].upper()} {have[2] or ''}".strip()
        own = [table for table in tables if table in self.rows]
        general = [] if system in SHARED else [GENERAL]
        for names in [[asked[1]]] if asked[1] else [*([name] for name in own), *general]:
            found = self._in(names, system, size, asked[0])
            if found:
                return _value(found.pop()) if len(found) == 1 else None
        return None

    def _in(self, names: Sequence[str], have: str, size: str, wanted: str) -> set[str]:
        rows = [row for name in names for row in self.rows.get(name, ())]
        return {row[wanted] for row in rows if row.get(have, "").split(" ")[0] == size and row.get(wanted)}


def load_sizes(folder: Path) -> Sizes:
    """The bundled rows with the shop's own laid over them."""
    path = folder / FILE
    bundled = _bundled()
    if not path.is_file():
        return bundled
    own = _read(read_table(path))
    rows = {name: list(of) for name, of in bundled.rows.items()}
    for name, replacing in own.rows.items():
        first = {next(iter(row.items())) for row in replacing if row}
        kept = [row for row in rows.get(name, []) if not first & set(row.items())]
        rows[name] = [*replacing, *kept]
    return Sizes(rows)


@cache
def _bundled() -> Sizes:
    return _read(read_table(Path(__file__).with_name(FILE)))


def _read(table: Table) -> Sizes:
    if "table" not in table.header:
        raise ShopError(
            f"{FILE} has no column 'table': it needs table and systems, like table,EU,UK,US women,JP cm."
        )
    rows: dict[str, list[Mapping[str, str]]] = {}
    for row in table.rows:
        cells = dict(zip(table.header, row.cells, strict=True))
        name = cells.pop("table")
        rows.setdefault(name, []).append(dict(_size(h, cell, row.line) for h, cell in cells.items() if cell))
    return Sizes(rows)


def _size(header: str, cell: str, line: int) -> tuple[str, str]:
    """The system a column stands for, and the size with the column's unit."""
    if not re.fullmatch(r"\d+(?:\.\d+)?", cell):
        raise ShopError(f"{FILE}, row {line}: {cell!r} under {header!r} is no size: write 38 or 6.5.")
    named = _UNIT.fullmatch(header)
    return (named[1], f"{_plain(cell)} {named[2]}") if named else (header, _plain(cell))


def _value(size: str) -> Value:
    number, _, unit = size.partition(" ")
    return Quantity(Decimal(number), unit) if unit else Choice(size)


def _written(value: Value) -> str:
    """`38`, `EU 38`, 24.0 cm: the bare number."""
    if isinstance(value, Quantity):
        return _plain(str(value.amount))
    return _plain(_LABEL.sub("", fold(value.text)).replace(",", ".")) if isinstance(value, Choice) else ""


def _plain(size: str) -> str:
    return re.sub(r"\.0+$", "", size)
