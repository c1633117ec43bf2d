"""Print the ledger as read: every fact about products, shop and evidence, and where it stands."""

import argparse
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

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
    facts = [fact for subject in subjects for fact in ledger.facts(subject)]
    if options.json:
        print_json(_as_json(ledger, subjects, facts))
        return 0
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


def _as_json(ledger: "Ledger", subjects: list[str], facts: Iterable[Fact]) -> dict[str, Any]:
    products = [ledger.products[subject] for subject in subjects if subject in ledger.products]
    return {
        "shop": {
            "id": ledger.shop.id,
            "name": ledger.shop.name,
            "markets": [m.locale for m in ledger.shop.markets],
        },
        "products": [
            {
                "handle": p.handle,
                "sku": p.sku,
                "title": p.title,
                "brand": p.brand,
                "category": p.category,
                "family": p.family,
                "variants": list(p.variants),
                "row": p.row,
            }
            for p in products
        ],
        "facts": [_fact_as_json(fact) for fact in facts],
        "conflicts": [
            {"rule": f.rule, "severity": str(f.severity), "quote": f.quote, "cure": f.cure}
            for f in ledger.conflicts
        ],
    }


def _fact_as_json(fact: Fact) -> dict[str, Any]:
    from content.ledger.ledger import digest  # noqa: PLC0415

    return {
        "subject": fact.subject,
        "key": fact.key,
        "reference": fact.reference,
        "kind": "boolean" if isinstance(fact.value, bool) else type(fact.value).__name__.lower(),
        "value": digest(fact.value),
        "market": fact.market,
        "source": fact.source,
        "row": fact.row,
        "column": fact.column,
        "valid_from": fact.valid_from.isoformat() if fact.valid_from else None,
        "valid_until": fact.valid_until.isoformat() if fact.valid_until else None,
    }
