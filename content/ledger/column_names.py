"""What the columns with a meaning of their own are called by shops and by the exports of their systems.

The names stand in `column_names.csv`, six languages in the order in which they are tried: of two columns that may both
be the price, the one named further up is. Units, nets of tax and makers are left out: they mean something else.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from content.ledger.headers import DATED, Header, parse_header
from content.lexicon.keys import plain
from seo.language import fold

_TABLE = Path(__file__).with_suffix(".csv")
NEEDED = ("sku", "title")
"""Columns that must be there under our name: a list that lacks it is renamed on import, or told how."""
MARKETED = ("title", "short", "url", "price", "availability", "description", *sorted(DATED))
"""Known columns that may stand once per language or country."""


def names_of(column: str) -> tuple[str, ...]:
    """Other names of a known column, as `form` writes them, the likelier first."""
    return _names()[column]


def form(label: str) -> str:
    """How names are compared: as words of ours are, and with one spelling of Arabic letters (`أسم المنتج`)."""
    return plain(fold(label))


@cache
def headers_of(raw: tuple[str, ...]) -> tuple[Header, ...]:
    """The headers of a table; one that means a known column goes by its name (`القسم` is `category`), `raw` stays."""
    headers = [parse_header(each) for each in raw]
    meant = dict(_meant(headers))
    return tuple(
        replace(header, label=meant[place]) if place in meant else header
        for place, header in enumerate(headers)
    )


def first_named(labels: Sequence[str], names: Iterable[str]) -> int | None:
    """Where the first of some names stands, the earlier name before the earlier place; None when none does."""
    forms = [form(label) for label in labels]
    return next((forms.index(name) for name in names if name in forms), None)


def _meant(headers: Sequence[Header]) -> Iterator[tuple[int, str]]:
    """Places of headers that are a known column under another name. Who has our own name for it means that one."""
    for column, names in _names().items():
        for where in dict.fromkeys((header.language, header.country) for header in headers):
            if not _may_stand(column, where):
                continue
            there = [
                place for place, header in enumerate(headers) if (header.language, header.country) == where
            ]
            if any(headers[place].known == column for place in there):
                continue
            found = first_named([headers[place].label for place in there], names)
            if found is not None:
                yield there[found], column


def _may_stand(column: str, where: tuple[str, str]) -> bool:
    """Whether a column of ours may have this language and country; the two needed ones are not guessed at."""
    return column in MARKETED if any(where) else column not in NEEDED


@cache
def _names() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["column"], {}).update(dict.fromkeys(map(form, row["names"].split("|"))))
    return {column: tuple(names) for column, names in found.items()}
