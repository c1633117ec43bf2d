"""Options that several commands share, and what they stand for."""

import argparse
import json
from pathlib import Path
from typing import Any

from flows.errors import WrongUse
from flows.screen import say
from seo.records import LANGUAGES


def add_shop(parser: argparse.ArgumentParser) -> None:
    """`--shop DIR`."""
    parser.add_argument(
        "--shop", default="", metavar="DIR", help="shop folder (else the nearest shop.toml upwards)"
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """`--json`."""
    parser.add_argument("--json", action="store_true", help="print JSON for other programs")


def add_language(parser: argparse.ArgumentParser) -> None:
    """`--lang`."""
    parser.add_argument(
        "--lang", default="", choices=["", *LANGUAGES], metavar="LANG", help=" ".join(LANGUAGES)
    )


def add_market(parser: argparse.ArgumentParser) -> None:
    """`--market`."""
    parser.add_argument("--market", default="", metavar="LOCALE", help="the market it is written for, de-DE")


def add_against(parser: argparse.ArgumentParser) -> None:
    """`--against DIR_OR_FILE...`."""
    parser.add_argument(
        "--against",
        nargs="+",
        action="extend",
        default=[],
        type=Path,
        metavar="DIR_OR_FILE",
        help="sources (with a header: url, title, fetched_on) and your own articles it must not repeat",
    )


def add_waivers(parser: argparse.ArgumentParser) -> None:
    """`--waivers`."""
    parser.add_argument(
        "--waivers",
        type=Path,
        default=None,
        metavar="FILE.toml",
        help="findings a person lets stand, with who and why",
    )


def add_proofread(parser: argparse.ArgumentParser) -> None:
    """`--proofread`."""
    parser.add_argument(
        "--proofread", action="store_true", help="ask the shop's admitted proofreader as well"
    )


def add_week(parser: argparse.ArgumentParser, default: str = "this week") -> None:
    """`--week`."""
    parser.add_argument("--week", default="", metavar="2026-W48", help=f"ISO week (default: {default})")


def positive(text: str) -> int:
    """A whole number from 1 on."""
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 1 on")
    return number


def readable(path: Path) -> Path:
    """The path of a file that is there; WrongUse says which is not."""
    if path.is_dir():
        raise WrongUse(f"{path}: is a folder, name a file.")
    if not path.exists():
        raise WrongUse(f"{path}: no such file.")
    return path


def read_text(path: Path) -> str:
    """A UTF-8 text file; WrongUse names the file and the cure."""
    try:
        return readable(path).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongUse(f"{path}: not UTF-8 (byte {error.start}): save it as UTF-8.") from None


def print_json(value: Any) -> None:  # Any: whatever JSON holds
    """One JSON document, readable in every script."""
    say(json.dumps(value, ensure_ascii=False, indent=2))
