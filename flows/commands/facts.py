"""Print the ledger as read: every fact about products, shop and evidence, and where it stands."""

import argparse
from typing import TYPE_CHECKING

from content.records import Fact
from flows.commands.options import add_json, add_shop, print_json
from flows.screen import say, show_table

if TYPE_CHECKING:
    from content.ledger.ledger import Ledger


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--shop`, `--json`, and one product alone."""
    add_shop(parser)
    add_json(parser)
    parser.add_argument(
        "--about", default="", metavar="HANDLE", help="one product (handle or SKU), `shop`, or evidence"
    )


def run(options: argparse.Namespace) -> int:
    """Print facts, then conflicts."""
    from flows.commands.reading import open_ledger  # noqa: PLC0415  babel: 0.1 s that --help does without

    ledger = open_ledger(options)
    subjects = _subjects(ledger, options.about)
    if options.json:
        from content.ledger.export import as_json  # noqa: PLC0415

        print_json(as_json(ledger, subjects))
        return 0
    facts = [fact for subject in subjects for fact in ledger.facts(subject)]
    header = ("subject", "key", "value", "market", "where")
    show_table(ledger.shop.name, header, [_row(fact) for fact in facts])
    for conflict in ledger.conflicts:
        say(f"{conflict.severity}: {conflict.quote}: {conflict.cure}")
    return 0


def _subjects(ledger: "Ledger", about: str) -> list[str]:
    if about:
        return [ledger.resolve(about) or about]
    return ["shop", *ledger.products, *(f"evidence-{each.id}" for each in ledger.evidence)]


def _row(fact: Fact) -> tuple[str, ...]:
    from content.ledger.ledger import digest  # noqa: PLC0415

    row = f":{fact.row}" if fact.row is not None else ""
    return (
        fact.subject,
        fact.key,
        digest(fact.value),
        fact.market or "",
        f"{fact.source}{row} {fact.column}".strip(),
    )
