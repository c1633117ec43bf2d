"""What changed in the ledger: since the stored one, or with another export of the products.

acreage facts diff                        since .acreage/ledger.json (acreage facts snapshot)
acreage facts diff --since FILE           since a file that `acreage facts --json` or `snapshot` wrote
acreage facts diff --against export.csv   what would change if this were the product list
"""

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.options import print_json, readable
from flows.screen import say, show_table

if TYPE_CHECKING:
    from content.ledger.differences import Change

LONGEST = 60  # letters of a text in the table


def add_options(parser: argparse.ArgumentParser) -> None:
    """With what to compare."""
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--since", type=Path, metavar="FILE", help="a ledger kept earlier")
    other.add_argument("--against", type=Path, metavar="EXPORT", help="another product list")


def run(options: argparse.Namespace) -> int:
    """Compare and tell."""
    found = _changes(options)
    if options.json:
        print_json({"changes": [{"reference": each.reference, **asdict(each)} for each in found]})
    elif found:
        header = ("fact", "market", "change", "before", "after", "where")
        show_table("Changes", header, [_row(each) for each in found])
    else:
        say("Nothing changed.")
    return 0


def _changes(options: argparse.Namespace) -> "tuple[Change, ...]":
    from content.ledger.export import SNAPSHOT, diff, read_snapshot  # noqa: PLC0415  babel
    from content.ledger.ledger import read_ledger  # noqa: PLC0415
    from content.shop import load_shop  # noqa: PLC0415
    from flows.shop_folder import find_shop  # noqa: PLC0415

    shop = load_shop(find_shop(options.shop, is_only_read=True))
    if options.against:
        other: Path = options.against if options.against.is_dir() else readable(options.against)
        return diff(read_ledger(shop), read_ledger(shop, other))
    return diff(read_snapshot(options.since or shop.folder / SNAPSHOT), read_ledger(shop))


def _row(change: "Change") -> tuple[str, ...]:
    before, after = (
        f"{text[:LONGEST]}…" if len(text) > LONGEST else text for text in (change.before, change.after)
    )
    return (change.reference, change.market, change.kind, before, after, change.is_at or change.was_at)
