"""Take articles off the site and every place, or show the version before: by key, or the whole of a week.

acreage withdraw KEY --as "Your name" --why "recalled"
acreage withdraw KEY --as "Your name" --why "merged" --to https://blog.example/the-other/
acreage withdraw --week 2026-W48 --as "Your name" --why "wrong prices"
acreage withdraw --week 2026-W48 --rollback --as "Your name" --why "the version before was right"
"""

import argparse
from typing import TYPE_CHECKING

from flows.commands.options import add_shop, add_week
from flows.commands.publish import add_target, chosen_targets
from flows.errors import WrongUse
from flows.screen import say
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from content.publications import Placement

NOT_AS_WISHED = 1


def add_options(parser: argparse.ArgumentParser) -> None:
    """KEY..., `--week`, `--rollback`, `--to`, `--target`, `--as`, `--why`, `--shop`."""
    parser.add_argument("keys", nargs="*", metavar="KEY", help="articles to take off")
    add_week(parser, "name one, or keys")
    add_target(parser)
    parser.add_argument("--rollback", action="store_true", help="show the version before instead")
    parser.add_argument("--to", default="", metavar="URL", help="where its readers go from now on (301)")
    parser.add_argument("--as", dest="name", required=True, metavar="NAME", help="who decides")
    parser.add_argument("--why", required=True, metavar="TEXT", help="why")
    add_shop(parser)


def run(options: argparse.Namespace) -> int:
    """Withdraw or roll back; 1 when something does not answer as it should afterwards."""
    from flows.approval import find_article  # noqa: PLC0415  the database
    from flows.desk import opened  # noqa: PLC0415
    from flows.withdrawing import roll_back, withdraw  # noqa: PLC0415

    if not options.keys and not options.week:
        raise WrongUse("name the articles, or a week: --week 2026-W48.")
    if options.to and not options.to.startswith(("https://", "http://")):
        raise WrongUse(f"--to {options.to}: write the whole address, https://…")
    if not options.name.strip() or not options.why.strip():
        raise WrongUse('say who decides and why: --as "Your name" --why "…".')
    with opened(find_shop(options.shop), options.week) as desk:
        chosen = chosen_targets(desk, options.target)
        keys = [find_article(desk, key).key for key in options.keys]
        keys = keys or [article.key for article in desk.told.articles(week=desk.week)]
        if options.rollback:
            done = roll_back(desk, chosen, keys)
        else:
            done = withdraw(desk, chosen, keys, options.name.strip(), options.why.strip(), options.to)
        return _tell(done)


def _tell(done: "list[Placement]") -> int:
    for each in done:
        said = "; ".join(filter(None, [f"{each.target}: {each.stand}", each.url, each.note]))
        say(f"{each.article} {said}")
    if not done:
        say("On no other place: nothing was to be done there.")
    return NOT_AS_WISHED if any(each.note for each in done) else 0
