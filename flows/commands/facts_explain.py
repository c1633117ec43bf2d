"""Why a page says it: the facts behind a value, a reference, a product, or the sentences of an article.

acreage facts explain "4-6"                  every fact that holds this number (or these words)
acreage facts explain aldermoor.width        a fact in every market, with row, days and who accepted it
acreage facts explain --key 3f2a --sentence "4–6 working days"
acreage facts explain --url https://shop.example/de/…  --sentence "4–6"
"""

import argparse
from typing import TYPE_CHECKING

from content.records import Fact
from flows.commands.options import print_json
from flows.errors import WrongUse
from flows.screen import say

if TYPE_CHECKING:
    from content.explaining import Reason
    from content.records import Article
    from content.shop import Shop
    from flows.desk import Desk


def add_options(parser: argparse.ArgumentParser) -> None:
    """A value, a reference, or an article."""
    parser.add_argument("what", nargs="?", default="", metavar="VALUE", help="4-6, handle.key, SKU, words")
    parser.add_argument("--key", default="", metavar="ARTICLE", help="an article of the shop")
    parser.add_argument("--url", default="", metavar="URL", help="a page of the shop")
    parser.add_argument("--sentence", default="", metavar="TEXT", help="words of the sentence in question")


def run(options: argparse.Namespace) -> int:
    """Look up and tell."""
    if options.key or options.url:
        return _of_article(options)
    if not options.what.strip():
        raise WrongUse('say what to explain: acreage facts explain "4-6", handle.key, or --key ARTICLE.')
    from content.explaining import facts_behind  # noqa: PLC0415  babel
    from flows.commands.reading import open_ledger  # noqa: PLC0415

    ledger = open_ledger(options)
    facts = facts_behind(options.what, ledger)
    if options.json:
        print_json({"asked": options.what, "facts": [_json(fact, ledger.shop) for fact in facts]})
        return 0
    if not facts:
        say(f"{options.what!r}: no fact of this shop says so.")
    for fact in facts:
        say(_line(fact))
    return 0


def _of_article(options: argparse.Namespace) -> int:
    from content.explaining import explain  # noqa: PLC0415  babel
    from flows.desk import opened  # noqa: PLC0415  the database
    from flows.shop_folder import find_shop  # noqa: PLC0415

    with opened(find_shop(options.shop)) as desk:
        article = _article(desk, options.key, options.url)
        market = article.assignment.market
        reasons = explain(article.draft, options.sentence, desk.ledger, market, desk.today)
        if options.json:
            print_json(
                {
                    "key": article.key,
                    "market": market.locale,
                    "sentences": [_as_json(r, desk.shop) for r in reasons],
                }
            )
            return 0
        if not reasons:
            said = f" {options.sentence!r}" if options.sentence else ""
            say(f"{article.key}: no sentence{said} with a fact of the ledger in it.")
        for reason in reasons:
            say(reason.sentence)
            for reference, words, facts in reason.shown:
                say(f"  “{words}” is {{{{{reference}}}}}")
                for fact in facts:
                    say(f"    {_line(fact)}")
    return 0


def _article(desk: "Desk", key: str, url: str) -> "Article":
    from flows.approval import find_article  # noqa: PLC0415

    if key:
        return find_article(desk, key)
    found = [each for each in desk.told.articles() if each.url and each.url.rstrip("/") == url.rstrip("/")]
    if not found:
        raise WrongUse(f"{url}: no page of this shop has this address. See acreage review list --all.")
    return found[0]


def _line(fact: Fact) -> str:
    from content.explaining import value_of, where  # noqa: PLC0415

    place = where(fact)
    return (
        f"{fact.reference} = {value_of(fact)}  [{place}]"
        if fact.source
        else f"{fact.reference} is not stated"
    )


def _json(fact: Fact, shop: "Shop") -> object:
    from content.ledger.export import fact_as_json  # noqa: PLC0415

    return fact_as_json(fact, shop)


def _as_json(reason: "Reason", shop: "Shop") -> object:
    return {
        "sentence": reason.sentence,
        "references": [
            {"reference": reference, "words": words, "facts": [_json(fact, shop) for fact in facts]}
            for reference, words, facts in reason.shown
        ],
    }
