"""Do the week's work: hear, plan, write, check, score, approve or hold, publish.

Run it again in the same week: nothing is written, paid or published twice. Kill it anywhere and run it
again: it goes on where it was. Exit code 0: every article reached a state; 1: none is published or waiting;
3: run it again.
"""

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.columns import add_columns, keep_columns
from flows.commands.options import add_shop, add_week, positive
from flows.errors import NotFinished, WrongUse
from flows.screen import one_line, say, show_table, tell
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from content.records import Assignment
    from content.shop import Shop

NONE_GOES_OUT = 1


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--shop`, `--week`, `--articles`, `--columns`, `--plan-only`."""
    add_shop(parser)
    add_week(parser)
    parser.add_argument(
        "--articles", type=positive, default=0, metavar="N", help="at most (default: shop.toml)"
    )
    add_columns(parser)
    parser.add_argument(
        "--plan-only",
        action="store_true",
        help="print what would be written and leave a brief for each; pay nothing",
    )


def run(options: argparse.Namespace) -> int:
    """One week, in this process."""
    folder = find_shop(options.shop)
    keep_columns(folder, options.columns)
    if options.plan_only:
        return plan_only(folder, options.week, options.articles)
    from content.shop import load_shop  # noqa: PLC0415  --help does without
    from content.voice.voice import voices  # noqa: PLC0415
    from flows.iso_week import parse_week  # noqa: PLC0415

    shop = load_shop(folder)
    voices(shop)  # a slip in voice/ or words.csv is said at once, not after the server has started
    week = parse_week(options.week, shop.time_zone)
    tell(f"{shop.name}, week {week}")
    work(folder, week, options.articles or shop.articles)
    return close(folder, week)


def work(folder: Path, week: str, articles: int) -> None:
    """Run the flow to its end; what stops it as a whole is said in one line."""
    from flows.local_server import server_for  # noqa: PLC0415

    with server_for(folder) as server:
        from flows.progress import watched  # noqa: PLC0415
        from flows.week import week as week_flow  # noqa: PLC0415  Prefect: 1-4 s, while its server starts beside it

        if server is not None:
            server.wait()
        try:
            with watched():
                asyncio.run(week_flow(str(folder), week, articles))
        except Exception as error:
            raise explained(error) from error


def explained(error: Exception) -> Exception:
    """The user's own matters as they are; anything else as a week that can be run again."""
    from content.errors import ContentError, PublishRefused  # noqa: PLC0415
    from seo.errors import SeoError  # noqa: PLC0415

    if isinstance(error, PublishRefused):
        return NotFinished(f"{one_line(error)} Every article is kept: run it again.")
    if isinstance(error, ContentError | SeoError | WrongUse | NotFinished):
        return error
    return NotFinished(
        f"stopped: {type(error).__name__}: {one_line(error)}. Run it again: it goes on where it was."
    )


def close(folder: Path, week: str) -> int:
    """Print how the week ended."""
    from flows.closing import DONE, WAITING, show, week_articles  # noqa: PLC0415
    from flows.desk import opened  # noqa: PLC0415

    with opened(folder, week) as desk:
        show(desk)
        states = {article.state for article in week_articles(desk)}
    return 0 if states & {*DONE, *WAITING} else NONE_GOES_OUT


def plan_only(folder: Path, week: str, articles: int) -> int:
    """Print assignments, what they would cost and the minutes of review; no week is planned by it: the briefs are
    stored, and what was shown, for `acreage topics`."""
    from content.plan.became import told as told_became  # noqa: PLC0415
    from content.plan.ceiling import MINUTES_EACH, places  # noqa: PLC0415
    from content.plan.left_out import told  # noqa: PLC0415
    from content.records import Action  # noqa: PLC0415
    from flows.plan_only import preview_plan  # noqa: PLC0415
    from flows.previewed import keep_preview  # noqa: PLC0415

    shop, week, planned = preview_plan(folder, week, articles)
    keep_preview(folder, week, planned)
    chosen = [each for each in planned if each.action is Action.WRITE]
    _show_plan(f"{shop.name}, {week}: would write {len(chosen)}", folder, week, chosen)
    if len(chosen) < places(articles or shop.articles, shop.review_minutes):
        say(
            f"Only {len(chosen)} deserve a page this week."
            if chosen
            else "Nothing deserves a page this week."
        )
    left = [each for each in planned if each.action is not Action.WRITE]
    for action in (Action.REFRESH, Action.CONSOLIDATE, Action.LINK, Action.HOLD):
        of_kind = [each for each in left if each.action is action]
        if of_kind:
            say(f"{action} {len(of_kind)}: " + "; ".join(f"{a.topic.name} ({a.why})" for a in of_kind[:5]))
    skipped = [each for each in left if each.action is Action.SKIP]
    if skipped:
        say(f"{Action.SKIP} {len(skipped)}, the most wanted first:")
        for line in told(skipped):
            say(f"  {line}")
    if became := told_became(planned):
        say(f"What became of {became}.")
    say(
        "All of them: acreage topics, with why now and what each may earn: --full; missing data: acreage topics missing"
    )
    _say_listening(shop)
    say(f"{_cost(shop, len(chosen))} Review about {MINUTES_EACH * len(chosen)} minutes.")
    return 0


def _cost(shop: "Shop", articles: int) -> str:
    """What the shop's models would use for so many articles; without a model nothing is paid."""
    from content.models.estimate import EACH, told  # noqa: PLC0415
    from flows.bootstrap import role_of  # noqa: PLC0415

    roles = {name: role for name in EACH if (role := role_of(shop, name)) is not None}
    return told(articles, roles, shop.models.limits)


def _show_plan(title: str, folder: Path, week: str, chosen: "list[Assignment]") -> None:
    """The pages it would write, each with a brief that is stored to be read and changed before anything is written."""
    if not chosen:
        return
    from flows.briefing import lay_down_plan  # noqa: PLC0415
    from flows.desk import opened  # noqa: PLC0415

    with opened(folder, week) as desk:
        laid = lay_down_plan(desk, chosen)
    rows = [
        (f"{a.opportunity.points:.0f}", a.market.locale, a.topic.name, a.concept, a.why,
         b.key if b else "no facts yet")
        for a, b in laid
    ]  # fmt: skip
    show_table(title, ("points", "market", "topic", "about", "why", "brief"), rows)
    say(
        "What each is to say: acreage review show KEY --brief; to change it: acreage review export KEY --brief"
    )


def _say_listening(shop: "Shop") -> None:
    """Who would be asked, and what that may cost before it is paid."""
    from content.ledger.ledger import read_ledger  # noqa: PLC0415
    from flows.iso_week import today  # noqa: PLC0415
    from flows.listening import asks_of, ceiling  # noqa: PLC0415
    from seo.signals.collect import collect  # noqa: PLC0415

    own, _ = collect(shop.folder / "signals", shop.markets, shop.listening.columns)
    asks, unready = asks_of(shop, read_ledger(shop), own, today(shop.time_zone))
    if asks:
        say(f"Would ask {', '.join(asks)}: not asked for this plan.")
    for name, price in ceiling(asks).items():
        most = "a price nobody publishes in dollars" if price is None else f"at most {price:g} US dollars"
        say(f"  {name}: {most}")
    for report in unready:
        say(f"  {report.source}: {report.note}")
