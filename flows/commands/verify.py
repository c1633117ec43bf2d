"""Look how every page stands on its place: read there and at its public address. Exit code 1 when one does not.

acreage verify
acreage verify --week 2026-W48
acreage verify --pull KEY --as "Your name"     takes a person's edits there back as a new version of the draft
"""

import argparse
from typing import TYPE_CHECKING

from flows.commands.options import add_json, add_shop, add_week, print_json
from flows.commands.publish import add_target, chosen_targets
from flows.errors import NotFinished, WrongUse
from flows.screen import one_line, say, show_table
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from content.publications import Placement
    from content.shop import Target
    from flows.desk import Desk

HEADER = ("target", "article", "market", "stands", "address", "note")
NOT_AS_WISHED = 1


def add_options(parser: argparse.ArgumentParser) -> None:
    """KEY..., `--week`, `--target`, `--pull`, `--as`, `--json`, `--shop`."""
    parser.add_argument("keys", nargs="*", metavar="KEY", help="articles to look at (default: all)")
    add_week(parser, "whatever the week")
    add_target(parser)
    parser.add_argument("--pull", default="", metavar="KEY", help="take the edits made there into the draft")
    parser.add_argument(
        "--as", dest="name", default="", metavar="NAME", help="who pulls, and stands behind the words"
    )
    add_json(parser)
    add_shop(parser)


def run(options: argparse.Namespace) -> int:
    """Poll, or pull."""
    from flows.desk import opened  # noqa: PLC0415  the database

    if options.pull:
        return _pull(options)
    with opened(find_shop(options.shop), options.week) as desk:
        chosen = chosen_targets(desk, options.target)
        seen = [each for target in chosen for each in _look(desk, target, options)]
        if options.json:
            print_json({"placements": [_as_json(each) for each in seen]})
        else:
            _show(seen)
    return NOT_AS_WISHED if any(is_wrong(each) for each in seen) else 0


def _look(desk: "Desk", target: "Target", options: argparse.Namespace) -> "list[Placement]":
    from content.errors import PublishDown  # noqa: PLC0415
    from flows.approval import find_article  # noqa: PLC0415
    from flows.publishing import verify_on  # noqa: PLC0415

    keys = [find_article(desk, key).key for key in options.keys]
    try:
        return verify_on(desk, target, desk.week if options.week else "", keys)
    except PublishDown as error:
        raise NotFinished(f"{one_line(error)} Nothing was changed: run it again.") from error


def is_wrong(placement: "Placement") -> bool:
    """Whether a person should look: it is neither live nor where it was meant to wait."""
    from content.publications import Stand  # noqa: PLC0415

    waits = (Stand.LIVE, Stand.DRAFT, Stand.PENDING, Stand.SCHEDULED, Stand.OFF, Stand.WITHDRAWN)
    return (
        placement.stand not in waits
        or bool(placement.alarms)
        or bool(placement.note and not placement.edited)
    )


def _show(seen: "list[Placement]") -> None:
    if not seen:
        say("Nothing stands on another place yet: [[publish]] in shop.toml, then acreage publish.")
        return
    rows = [
        (e.target, e.article, e.locale, str(e.stand), e.url, "; ".join(filter(None, [
            e.note, f"not kept: {', '.join(e.dropped)}" if e.dropped else "",
            f"an edit took out {', '.join(e.alarms)}" if e.alarms else "",
        ]))) for e in seen
    ]  # fmt: skip
    show_table("on other places", HEADER, rows)
    for each in seen:
        if each.diff:
            say(f"\n{each.article} on {each.target}: {each.note}\n{each.diff}")


def _as_json(placement: "Placement") -> dict[str, object]:
    return {
        "target": placement.target, "article": placement.article, "locale": placement.locale,
        "week": placement.week, "stand": str(placement.stand), "url": placement.url, "note": placement.note,
        "dropped": list(placement.dropped), "edited": list(placement.edited), "alarms": list(placement.alarms),
        "diff": placement.diff, "due_at": placement.due_at.isoformat() if placement.due_at else None,
    }  # fmt: skip


def _pull(options: argparse.Namespace) -> int:
    from flows.desk import opened  # noqa: PLC0415
    from flows.pulling import pull  # noqa: PLC0415

    if not options.name.strip():
        raise WrongUse('say who pulls: --as "Your name".')
    with opened(find_shop(options.shop)) as desk:
        for line in pull(desk, options.pull, options.target, options.name.strip()):
            say(one_line(line))
    return 0
