"""Say what is there, what is missing, what each missing thing would add, and how to get it."""

import argparse
from typing import TYPE_CHECKING

from flows.commands.options import add_json, add_shop, print_json
from flows.screen import one_line, say, show_table, tell
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from flows.sign import Sign

UNREADABLE = 2


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--shop`, `--json`."""
    add_shop(parser)
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print one line per thing, and what each file of signals was taken for; 2 when a file cannot be read."""
    from flows.closing import HEARD, heard  # noqa: PLC0415
    from flows.health import examine  # noqa: PLC0415  reads the whole shop

    found = examine(find_shop(options.shop, is_only_read=True))
    if options.json:
        files = [dict(zip(HEARD, row, strict=True)) for row in heard(found.heard)]
        print_json(
            {"errors": found.refused, "signs": [_as_json(sign) for sign in found.signs], "heard": files}
        )
        return UNREADABLE if found.refused else 0
    for wrong in found.refused:
        tell(f"acreage doctor: {one_line(wrong)}")
    for sign in found.signs:
        say(f"{'ok' if sign.is_there else '--'} {sign.name:15} {sign.says}")
    if any(report.read for report in found.heard):
        say()
        show_table("What signals/ was taken for", HEARD, heard(found.heard))
    return UNREADABLE if found.refused else 0


def _as_json(sign: "Sign") -> dict[str, object]:
    lists = {name: list(each) for name, each in sign.lists.items()}
    return {
        "name": sign.name,
        "there": sign.is_there,
        "says": sign.says,
        **({"lists": lists} if lists else {}),
    }
