"""Say what is there, what is missing, what each missing thing would add, and how to get it."""

import argparse
from typing import TYPE_CHECKING

from flows.commands.options import add_json, add_shop, print_json
from flows.screen import say
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from flows.sign import Sign


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--shop`, `--json`."""
    add_shop(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print one line per thing; 0 as long as the shop can be read."""
    from flows.health import signs  # noqa: PLC0415  reads the whole shop

    found = signs(find_shop(options.shop, is_only_read=True))
    if options.json:
        print_json({"signs": [_as_json(sign) for sign in found]})
        return 0
    for sign in found:
        say(f"{'ok' if sign.is_there else '--'} {sign.name:15} {sign.says}")
    return 0


def _as_json(sign: "Sign") -> dict[str, object]:
    lists = {name: list(each) for name, each in sign.lists.items()}
    return {
        "name": sign.name,
        "there": sign.is_there,
        "says": sign.says,
        **({"lists": lists} if lists else {}),
    }
