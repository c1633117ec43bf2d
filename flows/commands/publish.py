"""Put approved articles on the site: all that wait, those of a week, or the ones named."""

import argparse

from flows.commands.options import add_shop, add_week
from flows.screen import say
from flows.shop_folder import find_shop


def add_options(parser: argparse.ArgumentParser) -> None:
    """KEY..., `--week`, `--shop`."""
    parser.add_argument(
        "keys", nargs="*", metavar="KEY", help="articles to publish (default: every approved one)"
    )
    add_week(parser, "whatever the week")
    add_shop(parser)


def run(options: argparse.Namespace) -> int:
    """Build the site with them; what stands there already stays."""
    from flows.approval import find_article  # noqa: PLC0415  the database
    from flows.desk import opened  # noqa: PLC0415
    from flows.refreshing import settle, told  # noqa: PLC0415
    from flows.stages import preview, publish  # noqa: PLC0415

    with opened(find_shop(options.shop), options.week) as desk:
        keys = [find_article(desk, key).key for key in options.keys]
        touched = settle(desk)  # no page is built from facts it was not checked against
        new = publish(desk, week=desk.week if options.week else "", keys=keys)
        preview(desk)
        for line in told(touched, desk):
            say(line)
        say(f"{new} new on the site." if new else "Nothing new to publish: see acreage review list.")
        page = desk.shop.folder / "public" / "index.html"
        if page.exists():
            say(f"the site: {page}")
    return 0
