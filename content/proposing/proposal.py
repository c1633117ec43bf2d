"""A proposed fact, and the table in which a person accepts it.

    accept,sku,attribute,value,market,quote,source,row,note

Write `yes` into `accept` to take a fact; `replaces` when the note names another value and this one is right; leave the
cell blank, or write `no`, to leave it out. The value may be corrected before it is accepted.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import date
from decimal import Decimal

from content.errors import ShopError
from content.ledger.accepted import Accepted
from content.ledger.handles import GROUP
from content.ledger.ledger import Ledger
from content.ledger.table import Table
from content.ledger.values import precision
from content.records import Choice, Many, Money, Quantity, Span, Value

SHOP = "shop"
HEADER = ("accept", "sku", "attribute", "value", "market", "quote", "source", "row", "note")
YES, REPLACES, NO = (
    ("yes", "y", "x", "ja", "oui", "sí", "si", "نعم", "はい"),
    ("replaces", "replace"),
    ("", "no", "n", "nein"),
)
_NAMED = {
    "d": "days",
    "wd": "working days",
    "wk": "weeks",
    "mo": "months",
    "a": "years",
    "h": "hours",
    "min": "minutes",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """A fact as a text states it. `sku` is an article number, a group or `shop`."""

    sku: str
    attribute: str  # the key it would get
    value: str  # as a cell of the catalogue would hold it
    market: str  # a country, empty for everywhere
    quote: str
    source: str
    row: int
    note: str = ""  # what the ledger says otherwise


def as_csv(proposals: Iterable[Proposal]) -> str:
    """The table with an empty first column."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(("", *astuple(each)) for each in proposals)
    return text.getvalue()


def accepted_of(table: Table, by: str, on: date) -> list[Accepted]:
    """The facts a person has accepted in a filled table; ShopError for a word nobody can read as yes or no."""
    missing = next(
        (name for name in ("accept", "sku", "attribute", "value") if name not in table.header), None
    )
    if missing:
        raise ShopError(
            f"{table.source} has no column {missing!r}: fill in the file that `acreage facts propose` wrote."
        )
    found = []
    for row in table.rows:
        cells = dict(zip(table.header, row.cells, strict=True))
        word = cells.pop("accept").casefold()
        if word in NO:
            continue
        if word not in YES + REPLACES:
            raise ShopError(
                f"{table.source}, row {row.line}: {word!r} in 'accept': write yes, replaces, or leave it blank."
            )
        if not all(cells[name] for name in ("sku", "attribute", "value")):
            raise ShopError(
                f"{table.source}, row {row.line}: sku, attribute and value must be filled in to accept it."
            )
        given = [cells.get(name, "") for name in HEADER[1:]]
        sku, attribute, value, market, quote, source, place, note = given
        replaces = "yes" if word in REPLACES else ""
        found.append(
            Accepted(
                sku, attribute, value, market, quote, source, place, note, replaces, by=by, on=on.isoformat()
            )
        )
    return found


def refused(accepted: Sequence[Accepted], ledger: Ledger) -> list[str]:
    """Why rows cannot be taken: a product nobody has, an address the shop does not sell to, a day or value unread."""
    known = {product.sku for product in ledger.products.values()} | {SHOP}
    known |= {name.removeprefix(GROUP) for name in ledger.pins if name.startswith(GROUP)}
    wrong = []
    for row in accepted:
        if row.sku not in known:
            wrong.append(f"no product has the sku or group {row.sku!r}: correct it, or clear its `accept`.")
        elif row.market and not re.fullmatch("[A-Z]{2}", row.market):
            wrong.append(
                f"{row.sku}: {row.market!r} in 'market' is no country: write two capitals like DE, or nothing."
            )
    return wrong


def written(value: Value) -> str:
    """A value as a person writes it into a cell: `1500 W`, `3-5 working days`, `4.90 EUR`, `yes`."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Quantity():
            return f"{_plain(value.amount)} {_unit(value.unit, value.amount)}".rstrip()
        case Span():
            return f"{_plain(value.low)}-{_plain(value.high)} {_unit(value.unit, value.high)}".rstrip()
        case Money():
            return f"{Decimal(value.minor).scaleb(-precision(value.currency))} {value.currency}"
        case Choice():
            return value.text
        case Many():
            return _listed(value.values)
    return ""


def _listed(sides: Sequence[Value]) -> str:
    return "; ".join(written(side) for side in sides)


def _unit(unit: str, amount: Decimal) -> str:
    """`wd` as people write it: 1 working day, 3 working days."""
    word = _NAMED.get(unit, unit)
    return word.removesuffix("s") if amount == 1 and unit in _NAMED else word


def _plain(amount: Decimal) -> str:
    return format(amount.normalize(), "f")
