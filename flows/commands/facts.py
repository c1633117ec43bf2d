"""The ledger as read: every fact about products, shop and evidence, and where it stands.

acreage facts                         every fact with its row
acreage facts propose --out found.csv facts that descriptions and policy pages state, for a person to accept
acreage facts accept found.csv --as "Your name"
acreage facts snapshot                keep the ledger as it is now
acreage facts diff                    what changed since
acreage facts explain "4-6"           why a page says it
acreage facts words                   what your columns and choices are called in every language
"""

import argparse
from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from content.records import Evidence, Fact, Text
from flows.commands.options import add_json, add_shop, print_json
from flows.errors import WrongUse
from flows.screen import say, show_table

if TYPE_CHECKING:
    from content.ledger.ledger import Ledger
    from content.shop import Shop

ACTIONS = {
    "propose": "flows.commands.facts_propose",
    "accept": "flows.commands.facts_accept",
    "snapshot": "flows.commands.facts_snapshot",
    "diff": "flows.commands.facts_diff",
    "explain": "flows.commands.facts_explain",
    "words": "flows.commands.facts_words",
}
"""Action -> module, as the table of commands."""
EVIDENCE = "evidence"
EVIDENCE_HEADER = ("id", "kind", "aspect", "about", "by", "on", "where", "text")


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--shop`, `--json`, one product alone, and the actions."""
    add_shop(parser)
    add_json(parser)
    parser.add_argument(
        "--about",
        default="",
        metavar="HANDLE",
        help="one product (handle or SKU), `shop`, `evidence`, or one piece of it, `evidence-ID`",
    )
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    for name, module_name in ACTIONS.items():
        module = import_module(module_name)
        first = (module.__doc__ or "").splitlines()[0]
        action = actions.add_parser(name, help=first, description=module.__doc__)
        module.add_options(action)
        hidden = argparse.SUPPRESS  # both may stand before the action or behind it
        action.add_argument("--shop", default=hidden, metavar="DIR", help="shop folder")
        action.add_argument("--json", default=hidden, action="store_true", help="print JSON")


def run(options: argparse.Namespace) -> int:
    """Do the action; without one print facts, then conflicts."""
    if options.action:
        return int(import_module(ACTIONS[options.action]).run(options))
    from content.ledger.gathering import gathered  # noqa: PLC0415
    from content.ledger.unknown_units import is_of_units  # noqa: PLC0415
    from flows.commands.reading import open_ledger  # noqa: PLC0415  babel: 0.1 s that --help does without

    ledger = open_ledger(options)
    subjects = _subjects(ledger, options.about)
    if options.json:
        from content.ledger.export import as_json  # noqa: PLC0415

        print_json(as_json(ledger, subjects))
        return 0
    facts = [fact for subject in subjects for fact in ledger.facts(subject)]
    if options.about == EVIDENCE:
        show_table(EVIDENCE, EVIDENCE_HEADER, [_told_of(each, ledger) for each in ledger.evidence])
        say()
    header = ("subject", "key", "value", "market", "where")
    rows = [row for fact in facts for row in _rows(fact, ledger.shop, is_full=bool(options.about))]
    show_table(ledger.shop.name, header, rows)
    for conflict in gathered(ledger):
        if options.about and is_of_units(conflict):
            continue  # of the whole table
        say(f"{conflict.severity}: {conflict.quote}: {conflict.cure}")
    return 0


def _subjects(ledger: "Ledger", about: str) -> list[str]:
    evidence = [f"evidence-{each.id}" for each in ledger.evidence]
    if not about:
        return ["shop", *ledger.products, *evidence]
    if about == EVIDENCE:
        return evidence
    subject = about if about in ledger.products else ledger.resolve(about) or about
    if subject not in ("shop", *ledger.products, *evidence):
        here = ", ".join(evidence) or "none here"
        raise WrongUse(
            f"--about {about!r}: name a SKU or handle, shop, evidence, or one piece of it ({here})."
        )
    return [subject]


def _told_of(each: Evidence, ledger: "Ledger") -> tuple[str, ...]:
    from content.ledger.worded import worded  # noqa: PLC0415

    about = ", ".join(each.about) or "the whole shop"
    text = worded(each.text, ledger.shop.language)
    return (each.id, each.kind, each.aspect, about, each.by, each.on.isoformat(), each.source, text)


def _rows(fact: Fact, shop: "Shop", *, is_full: bool) -> Iterator[tuple[str, ...]]:
    """A fact as a row of the table; a text in full view as one for each language it is written in."""
    from content.ledger.worded import language_of, worded  # noqa: PLC0415

    row = f":{fact.row}" if fact.row is not None else ""
    place = (fact.market or "", f"{fact.source}{row} {fact.column}".strip())
    own = language_of(fact, shop)
    texts = dict(fact.value.by_language) if isinstance(fact.value, Text) else {}
    if len(set(texts.values())) <= 1:
        yield (fact.subject, fact.key, worded(fact.value, own), *place)
    elif is_full:
        for language in texts:
            yield (fact.subject, f"{fact.key} ({language})", worded(fact.value, language), *place)
    else:
        others = ", ".join(language for language in texts if language != own)
        also = f" (also {others})" if own in texts else ""
        yield (fact.subject, fact.key, worded(fact.value, own) + also, *place)
