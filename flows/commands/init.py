"""Make a shop folder: a small one that teaches, a copy of the demo, or one from untouched exports.

acreage init my-shop
acreage init my-shop --demo
acreage init my-shop --products export.csv --signals queries.csv --site URL --market de-DE
"""

import argparse
import sys
from pathlib import Path

from flows.commands.columns import add_columns, checked_columns, keep_columns
from flows.commands.options import readable
from flows.errors import WrongUse
from flows.screen import say
from flows.shop_folder import FILE, copy_demo
from seo.records import LANGUAGES


def add_options(parser: argparse.ArgumentParser) -> None:
    """DIR and where its contents come from."""
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--demo", action="store_true", help="a copy of the bundled demo shop")
    parser.add_argument(
        "--products",
        type=Path,
        metavar="FILE",
        help="Shopify, WooCommerce, Merchant or plain CSV; or saved product pages (.html, a folder of them)",
    )
    parser.add_argument("--signals", type=Path, nargs="+", action="extend", default=[], metavar="FILE",
                        help="what customers ask: queries, questions, reviews, Search Console")  # fmt: skip
    add_columns(parser)
    parser.add_argument(
        "--name", default="", help="the shop's, as it stands in titles (default: the folder's)"
    )
    parser.add_argument("--site", default="", metavar="URL", help="where the shop lives")
    parser.add_argument(
        "--market", nargs="+", action="extend", default=[], metavar="LOCALE", help="de-DE, repeatable"
    )
    parser.add_argument(
        "--currency", default="", metavar="CODE", help="of the prices, when the file does not say"
    )
    parser.add_argument(
        "--language", default="", metavar="LANG", help="of the products file (default: first market)"
    )


def run(options: argparse.Namespace) -> int:
    """Make the folder and say what to do next."""
    folder: Path = options.folder
    if (folder / FILE).exists():
        raise WrongUse(
            f"{folder}: has a {FILE} already. Name another folder, or: acreage week --shop {folder}"
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise WrongUse(f"{folder}: is there and not empty. Name a new folder.")
    if options.demo:
        copy_demo(folder)
    elif options.products:
        _from_exports(folder, options)
    else:
        _refuse_leftovers(options)
        from content.importing.shop_folder import write_starter  # noqa: PLC0415

        write_starter(folder)
    say(f"{folder}: made. Look at {folder / FILE}, then:")
    say(f"  acreage doctor --shop {folder}")
    say(f"  acreage week --shop {folder}")
    return 0


def _refuse_leftovers(options: argparse.Namespace) -> None:
    given = (options.signals, options.market, options.currency, options.site, options.columns, options.name)
    if any(given):
        raise WrongUse(
            "--signals, --columns, --name, --site, --market and --currency go with --products FILE."
        )


def _from_exports(folder: Path, options: argparse.Namespace) -> None:
    from content.importing.shop_folder import make_shop  # noqa: PLC0415

    products = options.products if options.products.is_dir() else readable(options.products)
    signals = [readable(path) for path in options.signals]
    markets = options.market or _ask_for_markets()
    language = options.language or markets[0].split("-")[0]
    if language not in LANGUAGES:
        raise WrongUse(f"--language {language}: one of {', '.join(LANGUAGES)} is needed.")
    site = options.site or _ask("Address of the shop (https://…, empty when there is none): ")
    currency = options.currency or _ask(
        "Currency of the prices (EUR, USD …; empty when the file says it, or the market): "
    )
    checked_columns(options.columns)
    findings = make_shop(
        folder, products, signals, site, markets, currency.upper(), language, options.name.strip()
    )
    keep_columns(folder, options.columns)
    for finding in findings:
        say(f"{finding.severity}: {finding.cure}")


def _ask_for_markets() -> list[str]:
    answer = _ask("Markets to write for, first the one of the products file (en-US de-DE …): ").replace(
        ",", " "
    )
    if not answer.split():
        raise WrongUse("--market is missing: name at least one, like --market en-US --market de-DE.")
    return answer.split()


def _ask(question: str) -> str:
    """Ask on a terminal; empty where nobody can answer."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return ""
    return input(question).strip()
