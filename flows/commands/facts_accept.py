"""Take the accepted rows of a filled table into facts_accepted.csv, under a person's name.

`yes` takes a fact; `replaces` takes it and puts it before what the ledger states otherwise. A `yes` on a row whose
note names another value makes a conflict: neither is used until one of them is corrected.
"""

import argparse
from pathlib import Path

from flows.commands.options import readable
from flows.errors import WrongUse
from flows.screen import say, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    """The filled file and the person."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the CSV that `facts propose --out` wrote")
    parser.add_argument("--as", dest="name", required=True, metavar="NAME", help="who accepts")


def run(options: argparse.Namespace) -> int:
    """Take in, and say what stands against each other now."""
    from content.ledger.accepted import FILE, with_accepted  # noqa: PLC0415  babel
    from content.ledger.ledger import read_ledger  # noqa: PLC0415
    from content.ledger.table import read_table  # noqa: PLC0415
    from content.proposing.proposal import accepted_of, refused  # noqa: PLC0415
    from content.shop import load_shop  # noqa: PLC0415
    from flows.iso_week import today  # noqa: PLC0415
    from flows.shop_folder import find_shop  # noqa: PLC0415

    name = " ".join(options.name.split())
    if not name:
        raise WrongUse('say who accepts: --as "Your name".')
    shop = load_shop(find_shop(options.shop))
    accepted = accepted_of(read_table(readable(options.file), shop.language), name, today(shop.time_zone))
    wrong = refused(accepted, read_ledger(shop))
    if wrong:
        raise WrongUse(f"{options.file.name}: {wrong[0]}")
    path = shop.folder / FILE
    text, new = with_accepted(path, accepted)
    path.write_text(text, encoding="utf-8")
    say(f"{path}: {new} facts taken in as {name}, {len(accepted) - new} were there.")
    for conflict in read_ledger(shop).conflicts:
        if FILE in conflict.cure:
            tell(f"{conflict.severity}: {conflict.cure}")
    return 0
