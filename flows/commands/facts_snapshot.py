"""Keep the ledger as it is now, to compare a later one with."""

import argparse
import json
from pathlib import Path

from flows.screen import say


def add_options(parser: argparse.ArgumentParser) -> None:
    """Where to keep it."""
    parser.add_argument("--out", type=Path, metavar="FILE", help="default: .acreage/ledger.json in the shop")


def run(options: argparse.Namespace) -> int:
    """Write the file."""
    from content.ledger.export import SNAPSHOT, snapshot  # noqa: PLC0415  babel
    from content.ledger.ledger import read_ledger  # noqa: PLC0415
    from content.shop import load_shop  # noqa: PLC0415
    from flows.shop_folder import find_shop  # noqa: PLC0415

    shop = load_shop(find_shop(options.shop))
    held = snapshot(read_ledger(shop))
    path: Path = options.out or shop.folder / SNAPSHOT
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(held, ensure_ascii=False), encoding="utf-8")
    facts = held["facts"]
    say(f"{path}: {len(facts) if isinstance(facts, list) else 0} facts kept.")
    return 0
