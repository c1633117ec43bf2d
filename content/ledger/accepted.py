"""`facts_accepted.csv`: facts found in the shop's own texts that a named person has confirmed, one a row.

    sku,attribute,value,market,quote,source,row,note,replaces,valid_from,valid_until,by,on

`sku` is an article number, a group, or `shop`. A row without a person and a day is refused: nothing enters
unconfirmed. `replaces` = yes: the person has decided that this goes before what other sources say.
"""

import csv
import io
from collections.abc import Sequence
from dataclasses import astuple, dataclass, fields
from datetime import date
from pathlib import Path

from content.errors import ShopError
from content.ledger.table import Table, read_table
from content.shop import Shop

FILE = "facts_accepted.csv"
YES = "yes"
NEEDED = ("sku", "attribute", "value", "by", "on")


@dataclass(frozen=True, slots=True)
class Accepted:
    """A fact as it was accepted, all of it as text; `line` is its line in the file."""

    sku: str
    attribute: str
    value: str
    market: str = ""  # a country
    quote: str = ""
    source: str = ""  # where the quote stands
    row: str = ""
    note: str = ""
    replaces: str = ""
    valid_from: str = ""
    valid_until: str = ""
    by: str = ""
    on: str = ""
    line: int = 0

    @property
    def signed(self) -> str:
        """Who accepted it and when."""
        return f"{self.by}, {self.on}"


HEADER = tuple(field.name for field in fields(Accepted))[:-1]


def read_accepted(shop: Shop) -> tuple[Accepted, ...]:
    """Every accepted fact in the order of the file; none when the shop has no such file."""
    path = shop.folder / FILE
    if not path.is_file():
        return ()
    table = read_table(path, shop.language)
    missing = next((name for name in NEEDED if name not in table.header), None)
    if missing:
        raise ShopError(f"{FILE} has no column {missing!r}: it needs {', '.join(NEEDED)}.")
    if table.findings:
        raise ShopError(table.findings[0].cure)
    return tuple(_rows(table))


def with_accepted(path: Path, fresh: Sequence[Accepted]) -> tuple[str, int]:
    """The text of the file with fresh facts at its end, those it holds already left out; and how many are new.

    Columns of the shop's own are kept.
    """
    header, held = _held(path)
    known = {_same(row) for row in held}
    given = [dict(zip(HEADER, astuple(one)[:-1], strict=True)) for one in fresh]
    new = [row for row in given if _same(row) not in known]
    text = io.StringIO()
    writer = csv.DictWriter(text, tuple(dict.fromkeys((*header, *HEADER))), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows([*held, *new])
    return text.getvalue(), len(new)


def _held(path: Path) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    if not path.is_file():
        return (), []
    table = read_table(path)
    if table.findings:
        raise ShopError(table.findings[0].cure)
    return table.header, [dict(zip(table.header, row.cells, strict=True)) for row in table.rows]


def _same(row: dict[str, str]) -> tuple[str, ...]:
    """What makes two accepted rows one fact."""
    return tuple(
        (row.get(name) or "").strip() for name in ("sku", "attribute", "value", "market", "replaces")
    )


def _rows(table: Table) -> Sequence[Accepted]:
    found = []
    for row in table.rows:
        cells = {name: cell for name, cell in zip(table.header, row.cells, strict=True) if name in HEADER}
        for name in NEEDED:
            if not cells[name]:
                raise ShopError(
                    f"{FILE}, row {row.line}: {name!r} is blank; a fact needs {', '.join(NEEDED)}, or take it out."
                )
        for name in ("on", "valid_from", "valid_until"):
            _demand_day(cells.get(name, ""), name, row.line)
        found.append(Accepted(**cells, line=row.line))
    return found


def _demand_day(text: str, name: str, line: int) -> None:
    try:
        date.fromisoformat(text or "2026-01-01")
    except ValueError as error:
        raise ShopError(f"{FILE}, row {line}: {name!r} is {text!r}; write a day like 2026-11-22.") from error
