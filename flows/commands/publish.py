"""Put approved articles on the site and every configured place: all that wait, those of a week, or the ones named."""

import argparse
from typing import TYPE_CHECKING

from flows.commands.options import add_shop, add_week
from flows.errors import WrongUse
from flows.screen import say
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from content.shop import Target
    from flows.desk import Desk

NOT_AS_WISHED = 1


def add_options(parser: argparse.ArgumentParser) -> None:
    """KEY..., `--week`, `--target`, `--dry-run`, `--shop`."""
    parser.add_argument(
        "keys", nargs="*", metavar="KEY", help="articles to publish (default: every approved one)"
    )
    add_week(parser, "whatever the week")
    add_target(parser)
    parser.add_argument(
        "--dry-run", action="store_true", help="print what each place would get; send nothing"
    )
    add_shop(parser)


def add_target(parser: argparse.ArgumentParser) -> None:
    """`--target`."""
    parser.add_argument(
        "--target", default="", metavar="NAME", help="one [[publish]] of shop.toml (default: all)"
    )


def run(options: argparse.Namespace) -> int:
    """Build the site with them, then place them; what stands there already stays."""
    from flows.approval import find_article  # noqa: PLC0415  the database
    from flows.desk import opened  # noqa: PLC0415
    from flows.refreshing import settle, told  # noqa: PLC0415
    from flows.stages import preview, publish  # noqa: PLC0415

    with opened(find_shop(options.shop), options.week) as desk:
        chosen = chosen_targets(desk, options.target)
        keys = [find_article(desk, key).key for key in options.keys]
        week = desk.week if options.week else ""
        if options.dry_run:
            return rehearse(desk, chosen, week, keys)
        touched = settle(desk)  # no page is built from facts it was not checked against
        new = publish(desk, week=week, keys=keys)
        preview(desk)
        for line in told(touched, desk):
            say(line)
        say(f"{new} new on the site." if new else "Nothing new to publish: see acreage review list.")
        page = desk.shop.folder / "public" / "index.html"
        if page.exists():
            say(f"the site: {page}")
        return place(desk, chosen, week, keys)


def chosen_targets(desk: "Desk", name: str) -> "list[Target]":
    """The targets meant; WrongUse when there is none of that name."""
    from flows.publishing import targets  # noqa: PLC0415

    found = targets(desk, name)
    if name and not found:
        known = ", ".join(target.name for target in desk.shop.targets) or "none"
        raise WrongUse(f"--target {name}: no [[publish]] of that name in shop.toml (there: {known}).")
    return found


def place(desk: "Desk", chosen: "list[Target]", week: str, keys: list[str]) -> int:
    """Place on each target and say how it went; 1 when something does not stand as it should."""
    from content.publications import ON  # noqa: PLC0415
    from flows.closing import show_placed  # noqa: PLC0415
    from flows.publishing import publish_to  # noqa: PLC0415

    is_right = True
    for target in chosen:
        there = publish_to(desk, target, week, keys)
        asked = [
            each for each in there if (not week or each.week == week) and (not keys or each.article in keys)
        ]
        show_placed(asked)
        is_right = is_right and all(each.stand in ON or not each.note for each in asked)
    return 0 if is_right else NOT_AS_WISHED


def rehearse(desk: "Desk", chosen: "list[Target]", week: str, keys: list[str]) -> int:
    """What each place would get, read from it what is there, nothing written."""
    from flows.publishing import dispatched  # noqa: PLC0415

    for target in chosen:
        with dispatched(desk, target, is_rehearsal=True) as dispatch:
            for line in dispatch.place.check().lines:
                say(line)
            for key in dispatch.to_put(week, keys):
                say(dispatch.rehearsed(key))
    return 0
