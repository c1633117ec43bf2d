"""Every article of the shops in `tests/data/shops`, as a proofreader is given it."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.proofreading.sheet import Sheet, sheet
from content.records import Draft
from content.shop import load_shop
from seo.records import Market

FOLDER = Path(__file__).parents[2] / "data" / "shops"
SHOPS = tuple(sorted(path.parent.name for path in FOLDER.glob("*/shop.toml")))
ON = date(2026, 11, 25)
TURNED = {"yes": "no", "oui": "non", "ja": "nein", "sí": "no", "si": "no", "نعم": "لا", "はい": "いいえ"}
_BACK: Mapping[str, str] = {no: yes for yes, no in TURNED.items()}


@dataclass(frozen=True, slots=True)
class Page:
    """An article of a shop."""

    name: str
    reading: Reading
    sheet: Sheet


@cache
def pages(shop: str) -> tuple[Page, ...]:
    """All articles of a shop."""
    return tuple(pages_of(shop, read_ledger(load_shop(FOLDER / shop))))


def pages_of(shop: str, ledger: Ledger) -> Iterator[Page]:
    """All articles of a shop, before another ledger."""
    for path in sorted((FOLDER / shop / "articles").glob("*.md")):
        draft = parse_draft(path.read_text(encoding="utf-8"), path.name)
        reading = Reading(draft, ledger, _market(ledger, draft), ON)
        yield Page(f"{shop}/{path.stem}", reading, sheet(reading))


def _market(ledger: Ledger, draft: Draft) -> Market:
    here = [each for each in ledger.shop.markets if each.locale == draft.market]
    return (here or [each for each in ledger.shop.markets if each.language == draft.language])[0]


def spoiled(source: Path, target: Path) -> Ledger:
    """The shop with other numbers in every row and every yes and no turned round; names and words as they were."""
    for path in source.glob("*.*"):
        (target / path.name).write_bytes(path.read_bytes())
    with (source / "products.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    words = [_is_of_words(column) for column in rows[0]]
    changed = [
        [cell if is_word else _other(cell) for cell, is_word in zip(row, words, strict=True)]
        for row in rows[1:]
    ]
    with (target / "products.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([rows[0], *changed])
    return read_ledger(load_shop(target))


def _is_of_words(column: str) -> bool:
    """Whether a column is left as it is: names, and what `facts.toml` states a second time."""
    return column.partition("@")[0] in _NAMES or column.startswith("Guarantee")


_NAMES = {"sku", "group", "title", "category", "brand", "handle", "gtin", "url"}


def _other(cell: str) -> str:
    if re.fullmatch(r"\d+(?:[.,]\d+)?", cell):
        return re.sub(r"\d", lambda digit: str(int(digit.group()) % 9 + 1), cell)
    return TURNED.get(cell.lower(), _BACK.get(cell.lower(), cell))
