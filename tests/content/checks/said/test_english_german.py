"""Sentences about shops the words were not made for, in English and German: honest ones pass, lies are blocked.

`en.toml` and `de.toml` hold the sentences, `english_german_shops.toml` what is true. `python
tests/content/checks/said/test_english_german.py` prints the shares and what was missed; the floors may rise and
never sink. Before anything was tuned 3 of 33 lies of the first half were blocked in either language; of the
second half, met for the first time, 33 of 43 in English and 36 of 43 in German, with one honest sentence of
64 wronged.
"""

import csv
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Severity
from content.shop import load_shop

HERE = Path(__file__).parent
LOCALES = {"en": "en-GB", "de": "de-DE"}
HALVES = ("first", "second")
FLOORS = {("en", "first"): 0.96, ("en", "second"): 0.95, ("de", "first"): 0.96, ("de", "second"): 0.95}
FEWEST = 30  # sentences of a kind in a half


@cache
def data(name: str) -> dict[str, Any]:  # Any: TOML
    return tomllib.loads((HERE / f"{name}.toml").read_text("utf-8"))


@cache
def ledger(shop: str) -> Ledger:
    """The shop written as a folder, the way a seller's lies on the disk, and read again."""
    rows: dict[str, Any] = dict(data("english_german_shops")[shop])  # Any: TOML
    words = rows.pop("words")
    columns = sorted(
        {column for row in rows.values() for kind in ("yes", "no", "open") for column in row[kind]}
    )
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "shop.toml").write_text(SHOP, encoding="utf-8")
        with (here / "products.csv").open("w", encoding="utf-8", newline="") as file:
            sheet = csv.writer(file)
            sheet.writerow(["sku", "title", "title@de", "category", "availability", *columns])
            for handle, row in rows.items():
                cells = [_cell(row, column) for column in columns]
                sheet.writerow([f"X-{handle}", row["en"], row["de"], row["category"], "in_stock", *cells])
        with (here / "words.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("source", "lang", "text"), *words])
        return read_ledger(load_shop(here))


SHOP = """name = "Invented"
site = "https://invented.example"
language = "en"
time_zone = "Europe/Berlin"
contact = "hello@invented.example"
editor = "Nobody"
articles = 1
[[markets]]
locale = "en-GB"
currency = "GBP"
[[markets]]
locale = "de-DE"
currency = "EUR"
"""


def _cell(row: dict[str, Any], column: str) -> str:  # Any: TOML
    return "yes" if column in row["yes"] else "no" if column in row["no"] else ""


def sentences(language: str, half: str, kind: str) -> Iterator[tuple[str, str]]:
    for shop, halves in data(language).items():
        for sentence in halves.get(half, {}).get(kind, ()):
            yield shop, sentence


def blocks(shop: str, sentence: str, language: str) -> list[str]:
    known = ledger(shop)
    market = next(m for m in known.shop.markets if m.locale == LOCALES[language])
    front = f"---\ntitle: Invented\nlang: {language}\nmarket: {market.locale}\n---\n"
    found = check(parse_draft(front + sentence, "page.md"), known, market)
    return [f.rule for f in found if f.severity == Severity.BLOCK and f.rule.startswith("capability.")]


def missed(language: str, half: str) -> list[str]:
    return [text for shop, text in sentences(language, half, "false") if not blocks(shop, text, language)]


def wronged(language: str, half: str) -> list[str]:
    return [text for shop, text in sentences(language, half, "true") if blocks(shop, text, language)]


@pytest.mark.parametrize("half", (*HALVES, "third"))
@pytest.mark.parametrize("language", LOCALES)
def test_honest_sentences_are_not_blocked(language: str, half: str) -> None:
    assert wronged(language, half) == []


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", LOCALES)
def test_lies_are_blocked(language: str, half: str) -> None:
    lies = list(sentences(language, half, "false"))
    assert len(lies) >= FEWEST
    assert 1 - len(missed(language, half)) / len(lies) >= FLOORS[language, half], missed(language, half)


if __name__ == "__main__":
    for tongue in LOCALES:
        for part in (*HALVES, "third"):
            lies, honest = (list(sentences(tongue, part, kind)) for kind in ("false", "true"))
            lost, hurt = missed(tongue, part), wronged(tongue, part)
            share = f"caught {len(lies) - len(lost)}/{len(lies)}, wronged {len(hurt)}/{len(honest)}"
            lines = [f"  missed  {text}" for text in lost] + [f"  wronged {text}" for text in hurt]
            sys.stdout.write("\n".join([f"{tongue} {part}: {share}", *lines, ""]))
