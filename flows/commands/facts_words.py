"""What columns, product lines and choices are called in every language: yours, ours, made of known words, or none.

acreage facts words                          a table: ° stands behind words we made (`gloves included`), — for none
acreage facts words --lang fr
acreage facts words --out words_to_read.csv  rows as in words.csv, for somebody who speaks the language
"""

import argparse
import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.options import print_json
from flows.errors import WrongUse
from flows.screen import say, show_table

if TYPE_CHECKING:
    from flows.health_of_words import Called

MADE, NONE = "°", "—"
HEADER = ("source", "lang", "text", "confirmed_by")


def add_options(parser: argparse.ArgumentParser) -> None:
    """One language, and a file."""
    parser.add_argument("--lang", default="", metavar="LANG", help="one language alone")
    parser.add_argument(
        "--out", type=Path, metavar="FILE", help="write rows for words.csv, to be read and corrected"
    )


def run(options: argparse.Namespace) -> int:
    """Show or write them."""
    from flows.commands.reading import open_ledger  # noqa: PLC0415  babel
    from flows.health_of_words import called  # noqa: PLC0415

    ledger = open_ledger(options)
    spoken = sorted({market.language for market in ledger.shop.markets} - {ledger.shop.language})
    if options.lang and options.lang not in spoken:
        raise WrongUse(
            f"--lang {options.lang!r}: the shop's other languages are {', '.join(spoken) or 'none'}."
        )
    languages = [options.lang] if options.lang else spoken
    rows = list(called(ledger, languages))
    if options.json:
        print_json(
            [
                {"kind": each.kind, "source": each.source, "words": each.words, "made": each.made}
                for each in rows
            ]
        )
    elif options.out:
        _write(options.out, rows)
        say(
            f"{options.out}: read them, correct the text, leave out what is right, and add the rest to words.csv."
        )
    else:
        cells = [
            (each.kind, each.source, *(_cell(each, language) for language in languages)) for each in rows
        ]
        show_table(ledger.shop.name, ("kind", "in your list", *languages), cells)
        say(f"{MADE} made of known words: have it read. {NONE} no word: it is not written in that language.")
    return 0


def _cell(each: "Called", language: str) -> str:
    word = each.words[language]
    return f"{word}{MADE if language in each.made else ''}" if word else NONE


def _write(path: Path, rows: Sequence["Called"]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(_lines(rows))


def _lines(rows: Sequence["Called"]) -> Iterator[tuple[str, str, str, str]]:
    """A row for each word, and an empty one where there is none."""
    for each in rows:
        for language, word in each.words.items():
            yield each.source, language, word or "", ""
