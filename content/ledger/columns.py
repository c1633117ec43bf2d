"""Which column of a product table is what: known ones, attributes with their keys, and how cells are read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from content.errors import ShopError
from content.ledger.column_names import MARKETED, NEEDED, first_named, headers_of, names_of
from content.ledger.headers import Header
from content.ledger.numbers import DecimalSign, decimal_sign, fold, usual_sign
from content.ledger.qualified import undivided
from content.ledger.table import Table
from content.ledger.units import dimension
from content.ledger.values import ColumnReader, all_booleans, has_currency, words_of
from content.lexicon.goods import is_of_some_goods
from content.lexicon.keys import key_of, plain
from content.lexicon.lexicon import Lexicon
from content.strict_toml import nearest

CATEGORY = ("category", "product_type", "google_product_category")
CODES = words_of(
    "gtin|ean|upc|isbn|mpn|barcode|asin|model|model number|modell|modèle|modelo|item number|article number"
    "|part number|hs code|gtin13|identifier|jan|型番"
)
SIZES = frozenset({"size", *(f"{country}_size" for country in ("eu", "uk", "us", "jp"))})
"""Keys of what clothes and shoes come in."""
USUAL_UNITS = {"voltage": "V", "frequency": "Hz"}
"""Attributes that exist in one unit only; the header often leaves it out."""
RESERVED_KEYS = frozenset(
    {"name", "short", "title", "url", "sku", "description", "image", "brand", "group", "category"}
)
LONGEST_NUMBER = 60  # longer cells are prose, whatever they begin with
_NUMBERISH = re.compile(r"\D{0,4}[-+]?\d[\d.,'’ \u00a0\u202f]*\D{0,14}")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: where it stands, its header, the key of its facts, how its cells are read."""

    place: int
    header: Header
    key: str
    reader: ColumnReader
    is_money: bool = False
    is_code: bool = False
    is_bare: bool = False  # numbers of a measure whose unit nobody wrote: true, but they say nothing


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a product table by role. A role without a column has None or nothing."""

    known: dict[str, int]
    marketed: tuple[Column, ...]  # title, url, price, …: by language or country
    attributes: tuple[Column, ...]

    def asked(self) -> tuple[str, ...]:
        """Keys a shopper may ask of, in column order: attributes and price; no codes, no bare numbers."""
        prices = [column for column in self.marketed if column.key == "price"]
        asked = [
            *prices,
            *(column for column in self.attributes if not column.is_code and not column.is_bare),
        ]
        return tuple(dict.fromkeys(column.key for column in sorted(asked, key=lambda column: column.place)))

    def told(self) -> frozenset[str]:
        """The known columns that are there for some language or country: `title`, `short`, `price`."""
        return frozenset(column.key for column in self.marketed)

    def header(self, key: str, country: str) -> str:
        """The header of a key, that of the country if there is one; the key when no column has it."""
        found = [column.header for column in (*self.marketed, *self.attributes) if column.key == key]
        here = [header.raw for header in found if header.country == country]
        return next(iter([*here, *(header.raw for header in found)]), key)


def columns_of(table: Table, lexicon: Lexicon) -> Columns:
    """Roles, keys and readers for a table's columns; ShopError when `sku` or `title` is missing."""
    headers = headers_of(table.header)
    known: dict[str, int] = {}
    for place, header in enumerate(headers):
        if header.known and not header.language and not header.country:
            known.setdefault(header.known, place)
    _demand(table, headers)
    sign = _sign_of_file(table, lexicon.language)
    keys = _keys(table, headers, lexicon)
    attributes, marketed = [], []
    for place, header in enumerate(headers):
        if header.known in MARKETED:
            marketed.append(_column(table, place, header, header.known, sign, lexicon))
        elif not header.known and header.label:
            attributes.append(_column(table, place, header, keys[place], sign, lexicon))
    return Columns(known, tuple(marketed), tuple(attributes))


def together(found: Sequence[Columns]) -> Columns:
    """The columns of several tables as one list: those of the first table stand in front."""
    if len(found) == 1:
        return found[0]
    marketed = tuple(column for columns in found for column in columns.marketed)
    last = max((column.place for column in (*found[0].marketed, *found[0].attributes)), default=0)
    more = [
        replace(column, place=column.place + last) for columns in found[1:] for column in columns.attributes
    ]
    return Columns(found[0].known, marketed, (*found[0].attributes, *more))


def category_place(columns: Columns) -> int | None:
    """The column that names the category; None when titles must tell."""
    return next((columns.known[name] for name in CATEGORY if name in columns.known), None)


def _demand(table: Table, headers: Sequence[Header]) -> None:
    """`sku` and `title` must be there; the message names the column that looks like it."""
    for name in NEEDED:
        if any(header.known == name for header in headers):
            continue
        labels = [header.label for header in headers]
        place = first_named(labels, names_of(name))
        alias = headers[place].raw if place is not None else ""
        close = nearest(name, [plain(label) for label in labels if label]) if not alias else ""
        cure = f"rename {alias!r} to {name!r}" if alias else f"add one{close}"
        found = ", ".join(table.header[:8])
        raise ShopError(f"{table.source} has no column {name!r} (found: {found}): {cure}.")


def _column(
    table: Table, place: int, header: Header, key: str, sign: DecimalSign, lexicon: Lexicon
) -> Column:
    cells = {row.cells[place] for row in table.rows}
    kind = lexicon.kind(key)
    numeric = [
        text for cell in cells if len(cell) <= LONGEST_NUMBER and _NUMBERISH.fullmatch(text := fold(cell))
    ]
    is_code = plain(header.label) in CODES
    is_money = (
        bool(header.currency) or kind == "money" or key in ("price", "sale_price") or _are_prices(cells)
    )
    reader = ColumnReader(
        language=header.language or lexicon.language,
        sign=decimal_sign(numeric, sign),
        unit=header.unit or USUAL_UNITS.get(key, ""),
        kind="text" if header.language and not header.known else kind,
        letters=kind == "boolean" or all_booleans(cells),
        codes=is_code,
        undivided=undivided(cells, lexicon),
    )
    reader.sizes = any("/" in cell for cell in cells) and _holds_sizes(table, place, key, reader.unit)
    return Column(place, header, key, reader, is_money, is_code)


def _holds_sizes(table: Table, place: int, key: str, unit: str) -> bool:
    """Named a size, or bare numbers and lengths in which the variants of a group differ."""
    if key in SIZES:
        return True
    headers = [header.known for header in headers_of(table.header)]
    if "group" not in headers or (unit and dimension(unit) != "length"):
        return False
    group = headers.index("group")
    first: dict[str, str] = {}
    pairs = ((row.cells[group], row.cells[place]) for row in table.rows)
    return any(name and cell and first.setdefault(name, cell) != cell for name, cell in pairs)


def _are_prices(cells: set[str]) -> bool:
    stated = [cell for cell in cells if cell]
    return bool(stated) and all(has_currency(cell) for cell in stated)


def _sign_of_file(table: Table, language: str) -> DecimalSign:
    cells = {fold(cell) for row in table.rows[:2000] for cell in row.cells if len(cell) <= 20}  # noqa: PLR2004
    return decimal_sign((cell for cell in cells if _NUMBERISH.fullmatch(cell)), usual_sign(language))


def _keys(table: Table, headers: Sequence[Header], lexicon: Lexicon) -> dict[int, str]:
    """A key for each attribute column. Two columns that mean one lexicon key: the better name keeps it."""
    keys: dict[int, str] = {}
    owners: dict[str, str] = {}  # key -> label that owns it
    places = [place for place, header in enumerate(headers) if header.label and not header.known]
    for place in sorted(places, key=lambda place: (lexicon.rank("attribute", headers[place].label), place)):
        label = plain(headers[place].label)
        found = lexicon.find("attribute", label)
        if found and _is_namesake(found, {row.cells[place] for row in table.rows}, lexicon):
            found = None
        wanted = found if found and owners.get(found, label) == label else _own_key(label)
        keys[place] = _free(wanted, label, owners)
        owners.setdefault(keys[place], label)
    return keys


def _is_namesake(key: str, cells: set[str], lexicon: Lexicon) -> bool:
    """Whether a column only has the name of an attribute: yes or no is no bulb base, so 口金 is a knife's bolster."""
    return is_of_some_goods(key) and lexicon.kind(key) in ("choice", "quantity") and all_booleans(cells)


def _own_key(label: str) -> str:
    key = key_of("attribute", label)
    return f"{key}_" if key in RESERVED_KEYS else key


def _free(wanted: str, label: str, owners: dict[str, str]) -> str:
    """The key, numbered when another label has it; the same label in two languages shares one."""
    stem = wanted or "attribute"
    number, key = 1, stem
    while owners.get(key, label) != label:
        number += 1
        key = f"{stem}_{number}"
    return key
