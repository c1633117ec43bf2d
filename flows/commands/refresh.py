"""Hold the published pages against the catalogue as it is now: figures are filled in anew, the rest is judged.

A page whose figures changed is built again and keeps its approval. A page that says something that is not so
any more comes off the site, with the reason; correct the fact and it returns, or run the week and it is
written anew. Pages that show nothing of what changed are not touched.
"""

import argparse
from datetime import date

from flows.commands.options import add_json, add_shop, print_json
from flows.errors import WrongUse
from flows.screen import say
from flows.shop_folder import find_shop


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--dry-run`, `--on`, `--json`, `--shop`."""
    parser.add_argument("--dry-run", action="store_true", help="say what would become of which page")
    parser.add_argument("--on", default="", metavar="DATE", help="the day, 2026-11-30 (default: today)")
    add_json(parser)
    add_shop(parser)


def run(options: argparse.Namespace) -> int:
    """Judge, then build. Every page reaches a state with its reason: exit code 0."""
    from flows.closing import show_placed  # noqa: PLC0415
    from flows.desk import opened  # noqa: PLC0415  the database
    from flows.publishing import publish_to  # noqa: PLC0415
    from flows.refreshing import as_json, settle, told  # noqa: PLC0415
    from flows.stages import preview, publish  # noqa: PLC0415

    with opened(find_shop(options.shop), day=_day(options.on)) as desk:
        touched = settle(desk, is_rehearsal=options.dry_run)
        if not options.dry_run:
            publish(desk, is_rebuild=True)
            preview(desk)
            placed = [
                each for target in desk.shop.targets for each in publish_to(desk, target, has_new=False)
            ]
        if options.json:
            pages = list(as_json(touched))
            print_json({"on": desk.today.isoformat(), "is_rehearsal": options.dry_run, "pages": pages})
            return 0
        for line in told(touched, desk):
            say(line)
        if not options.dry_run:
            show_placed(placed)
        if not touched:
            say("Every page says what the catalogue says. Nothing was touched.")
    return 0


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise WrongUse(f"--on {text}: not a day. Write it like 2026-11-30.") from None
