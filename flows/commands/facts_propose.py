"""Facts that product descriptions and policy pages state and the ledger does not, with the exact quote.

So are sentences in which they say what a product is not for, or on what an order, a return or a warranty depends.

Policy pages are the text, Markdown and HTML files in the shop's folder `policies/`, and those named with --page.
Nothing enters the ledger: write yes into the first column of the file, then `acreage facts accept FILE --as NAME`.
"""

import argparse
from dataclasses import asdict
from pathlib import Path

from flows.commands.options import print_json, readable
from flows.screen import say, show_table, tell


def add_options(parser: argparse.ArgumentParser) -> None:
    """Where to write and what else to read."""
    parser.add_argument("--out", type=Path, metavar="FILE", help="the CSV a person fills in (else a table)")
    parser.add_argument(
        "--page", type=Path, nargs="+", action="extend", default=[], metavar="FILE", help="a policy page"
    )


def run(options: argparse.Namespace) -> int:
    """Find, and write or show."""
    from content.ledger.unknown_units import is_of_units  # noqa: PLC0415
    from content.proposing.descriptions import from_descriptions  # noqa: PLC0415  babel and lxml
    from content.proposing.house_rules import house_rules  # noqa: PLC0415
    from content.proposing.limits import limits  # noqa: PLC0415
    from content.proposing.policies import from_policies  # noqa: PLC0415
    from content.proposing.proposal import HEADER, as_csv  # noqa: PLC0415
    from flows.commands.reading import open_ledger  # noqa: PLC0415

    pages = [readable(page) for page in options.page]
    ledger = open_ledger(options)
    for note in filter(is_of_units, ledger.conflicts):
        tell(f"note: {note.quote}: {note.cure}")
    rules, told = house_rules(ledger, pages), from_descriptions(ledger)
    found = [*from_policies(ledger, pages), *rules, *told, *limits(ledger)]
    if options.out:
        options.out.write_text(as_csv(found), encoding="utf-8")
        tell(f"{options.out}: {len(found)} proposals. Write yes into `accept` where one is right, then:")
        tell(f'  acreage facts accept {options.out} --shop {ledger.shop.folder} --as "Your name"')
    elif options.json:
        print_json({"proposals": [asdict(each) for each in found]})
    elif found:
        rows = [tuple(str(cell) for cell in asdict(each).values()) for each in found]
        show_table("Proposals", HEADER[1:], rows)
    else:
        say("Nothing to propose: the texts state nothing that the ledger does not hold.")
    return 0
