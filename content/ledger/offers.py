"""What a reader pays and can order on a day: prices with sales, availability with dates.

A row states a regular price, perhaps a sale price and its first and last day. They become `price` facts side by
side in time (before, during, after the sale), `regular_price` beside them, and `sale_price` while the sale runs.
A sale without dates holds as long as it stands in the list. A sale price of a country belongs to the price of
that country, else to the general one in the same currency; a general sale price belongs to the general price.
A sale that begins or ends at an hour counts on the whole of that day.
`available_from` makes a product unavailable before that day and available from it; out of stock with such a day is
unknown from then on, for the row may have been forgotten. After `available_until` it is unavailable.
What contradicts itself (a sale dearer than the price, an end before its beginning, a day nobody can read) is not
used: the regular price stands, and the finding says why.
"""

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Literal

from content.ledger.columns import Column
from content.ledger.days import first_day, last_day
from content.ledger.stated import Stated
from content.ledger.table import Row
from content.ledger.values import NO, YES
from content.records import UNKNOWN, Money, Value
from seo.records import LANGUAGES

ROLES = ("price", "sale_price", "sale_from", "sale_until", "price_until")
DAY = timedelta(days=1)
_TABLE = Path(__file__).with_name("stock_words.csv")
Told = Callable[[Row, str, str], None]
"""Takes a row, the quoted cell and the cure: what could not be used, said to a person."""
Amount = Callable[[Row, Column], Value]


@dataclass(frozen=True, slots=True)
class Offers:
    """Reads the price and availability columns of a table."""

    columns: dict[tuple[str, str], Column]  # (role, country) -> column
    zone: str
    money: Amount
    told: Told
    is_dated: bool = False  # whether any column speaks of a sale or its days

    def __post_init__(self) -> None:
        """Most lists know no sale: their prices are read the short way."""
        object.__setattr__(self, "is_dated", any(role in ROLES[1:] for role, _ in self.columns))

    def prices(self, row: Row) -> Iterator[Stated]:
        """The price facts of a row, country by country."""
        for (role, country), column in self.columns.items():
            if role == "price" and not self.is_dated:
                if row.cells[column.place]:
                    yield _stated(row, column, "price", self.money(row, column), country)
            elif role == "price" or (role == "sale_price" and ("price", country) not in self.columns):
                yield from self._price(row, country)

    def availability(self, row: Row) -> Iterator[Stated]:
        """Whether it can be ordered, from when and until when."""
        for (role, country), column in self.columns.items():
            if role == "availability" and row.cells[column.place]:
                value = availability(row.cells[column.place])
                yield from self._available(row, country, column, value)
            elif role == "available_from" and ("availability", country) not in self.columns:
                yield from self._available(row, country, column, True)

    # --- prices ---------------------------------------------------------------------------------------------

    def _price(self, row: Row, country: str) -> Iterator[Stated]:
        column, regular = self._regular(row, country)
        sale, sale_column = self._sale(row, country, regular, column)
        ends = self._day(row, "price_until", country, last_day)
        if sale is None or sale_column is None:
            if column is not None and (("price", country) in self.columns):
                yield _stated(row, column, "price", regular, country, None, ends)
            return
        first = self._day(row, "sale_from", country, first_day)
        last = self._day(row, "sale_until", country, last_day)
        if column is not None:
            yield _stated(row, column, "regular_price", regular, country)
        yield _stated(row, sale_column, "sale_price", sale, country, first, last)
        if column is not None and first is not None:
            yield from _until(_stated(row, column, "price", regular, country, None, first - DAY), ends)
        yield from _until(_stated(row, sale_column, "price", sale, country, first, last), ends)
        if column is not None and last is not None:
            yield from _until(_stated(row, column, "price", regular, country, last + DAY), ends)

    def _regular(self, row: Row, country: str) -> tuple[Column | None, Value]:
        """The price of a country, else the general one; no column when neither is filled in."""
        for place in dict.fromkeys((country, "")):
            column = self.columns.get(("price", place))
            if column is not None and row.cells[column.place]:
                return column, self.money(row, column)
        return None, UNKNOWN

    def _sale(
        self, row: Row, country: str, regular: Value, column: Column | None
    ) -> tuple[Money | None, Column | None]:
        """The sale price when there is one that can be used."""
        sale_column = self.columns.get(("sale_price", country))
        if sale_column is None or not row.cells[sale_column.place]:
            return None, None
        sale = self.money(row, sale_column)
        if not isinstance(sale, Money) or sale == regular or sale.minor == 0:
            return None, None
        wrong = self._doubt(row, country, sale, regular if column is not None else None)
        if wrong:
            self.told(
                row, row.cells[sale_column.place], f"{wrong}, so the sale price is not used; correct the row"
            )
            return None, None
        return sale, sale_column

    def _doubt(self, row: Row, country: str, sale: Money, regular: Value | None) -> str:
        """What speaks against a sale price; empty when nothing does."""
        if isinstance(regular, Money) and regular.currency != sale.currency:
            return f"the sale price is in {sale.currency}, the price in {regular.currency}"
        if isinstance(regular, Money) and sale.minor > regular.minor:
            return "the sale price is higher than the price"
        for role in ("sale_from", "sale_until"):
            cell = self._cell(row, role, country)
            if cell and first_day(cell, self.zone) is None:
                return f"{cell!r} is not a day anyone reads the same way (write 2026-11-22)"
        first = self._day(row, "sale_from", country, first_day)
        last = self._day(row, "sale_until", country, last_day)
        return "the sale ends before it begins" if first and last and last < first else ""

    # --- availability ---------------------------------------------------------------------------------------

    def _available(
        self, row: Row, country: str, column: Column, value: bool | Literal["coming"] | None
    ) -> Iterator[Stated]:
        first = self._day(row, "available_from", country, first_day)
        last = self._day(row, "available_until", country, last_day)
        now: Value = value if isinstance(value, bool) else UNKNOWN
        if first is not None:
            dated = self._of("available_from", country) or column
            yield _stated(row, dated, "available_from", first, country)
            yield _stated(row, column, "availability", False, country, None, first - DAY)
            now = UNKNOWN if value is False else True
        if last is None:
            yield _stated(row, column, "availability", now, country, first)
            return
        yield _stated(row, column, "availability", now, country, first, last)
        yield _stated(row, column, "availability", False, country, last + DAY)

    def _of(self, role: str, country: str) -> Column | None:
        return self.columns.get((role, country)) or self.columns.get((role, ""))

    def _cell(self, row: Row, role: str, country: str) -> str:
        column = self._of(role, country)
        return row.cells[column.place] if column else ""

    def _day(self, row: Row, role: str, country: str, read: Callable[[str, str], date | None]) -> date | None:
        cell = self._cell(row, role, country)
        return read(cell, self.zone) if cell else None


def availability(cell: str) -> bool | Literal["coming"] | None:
    """Yes, no, only later, or None for words nobody knows; a count is yes above 0."""
    word = cell.casefold().strip().removeprefix("https://schema.org/").removeprefix("http://schema.org/")
    if word.lstrip("-").isdigit():
        return int(word) > 0
    if word in _words("coming"):
        return "coming"
    return True if word in YES | _words("in") else False if word in NO | _words("out") else None


@cache
def _words(state: str) -> frozenset[str]:
    """Words of a stock column, in every language: `in`, `out`, or `coming`: can be ordered, but nothing lies there.

    What is coming is true from the day it is promised for, and unknown without one.
    """
    with _TABLE.open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["state"] == state)
    return frozenset(word for language in LANGUAGES for word in row[language].split("|"))


def _stated(
    row: Row,
    column: Column,
    key: str,
    value: Value,
    country: str,
    first: date | None = None,
    last: date | None = None,
) -> Stated:
    return Stated(key, value, row.line, column.header.raw, country or None, first, last)


def _until(stated: Stated, ends: date | None) -> Iterator[Stated]:
    """The statement cut off at the day the whole price ends."""
    if ends is None:
        yield stated
    elif stated.valid_from is None or stated.valid_from <= ends:
        last = ends if stated.valid_until is None else min(ends, stated.valid_until)
        yield stated._replace(valid_until=last)
