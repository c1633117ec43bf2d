"""Show the next twelve weeks per market: what is planned, campaigns with their lead, freezes. Place topics in them.

acreage calendar                                              a table
acreage calendar --csv FILE | --ics FILE | --html FILE        for a spreadsheet, a calendar program, a browser
acreage calendar add "A topic of my own" --market de-DE --week 2026-W50 --as "Your name"
acreage calendar move TOPIC 2026-W51 --as "Your name"         not before, not after
acreage calendar lock TOPIC --as "Your name"                  stays in the week it stands in, whatever is heard
acreage calendar undo NUMBER --as "Your name"                 take it back; `acreage topics decisions` has the numbers

Campaigns and freezes stand in calendar.csv of the shop folder: date,market,kind,name,until.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.options import add_json, add_shop, add_week, positive, print_json
from flows.errors import WrongUse
from flows.screen import say, show_table
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from content.plan.calendar import Entry
    from flows.desk import Desk


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--shop`, `--week`, `--weeks`, `--market`, `--csv`, `--ics`, `--html`, `--json`; add, move, lock, undo."""
    add_shop(parser)
    add_week(parser)
    add_json(parser)
    parser.add_argument("--weeks", type=positive, default=12, metavar="N", help="how many (default: 12)")
    parser.add_argument("--market", default="", metavar="LOCALE", help="this market only")
    for name in ("csv", "ics", "html"):
        parser.add_argument(
            f"--{name}", type=Path, default=None, metavar="FILE", help=f"write it as {name.upper()}"
        )
    parser.set_defaults(action="")
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    add = actions.add_parser("add", help="a topic of your own")
    add.add_argument("text", metavar="TEXT")
    add.add_argument(
        "--week", dest="into", default="", metavar="WEEK", help="the week it is to be written in"
    )
    move = actions.add_parser("move", help="write it in this week, not another")
    move.add_argument("topic", metavar="TOPIC")
    move.add_argument("into", metavar="WEEK")
    lock = actions.add_parser("lock", help="leave it in its week")
    lock.add_argument("topic", metavar="TOPIC")
    lock.add_argument(
        "--week", dest="into", default="", metavar="WEEK", help="(default: the one it stands in)"
    )
    actions.add_parser("undo", help="take a decision back").add_argument("topic", metavar="NUMBER")
    for name, each in actions.choices.items():
        each.add_argument("--as", dest="name", required=True, metavar="NAME", help="who decides")
        each.add_argument("--shop", default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS)
        if name != "undo":
            each.add_argument("--market", default="", metavar="LOCALE", help="the market it is for")


def run(options: argparse.Namespace) -> int:
    """Print the calendar, or keep a decision."""
    from flows.desk import opened  # noqa: PLC0415  the database

    with opened(find_shop(options.shop), options.week if not options.action else "") as desk:
        if options.action:
            _decide(desk, options)
        else:
            _show(desk, options)
    return 0


def _decide(desk: "Desk", options: argparse.Namespace) -> None:
    from flows.deciding import decide, find_topic  # noqa: PLC0415

    if options.action == "undo":
        done = desk.decisions.undo(options.topic, " ".join(options.name.split()))
        say(f"{done.id} ({done.kind} by {done.by}) is taken back.")
        return
    if options.action == "add":
        added = decide(desk, "add", options.name, text=options.text, week=options.into, market=options.market)
        where = f" for {added.week}" if added.week else ""
        say(f"{added.id}: {added.text!r} added{where} by {added.by}. The next acreage week holds it.")
        return
    topic = find_topic(desk, options.topic, options.market)
    week = options.into or _stands_in(desk, topic.concept, topic.market.locale)
    placed = decide(desk, options.action, options.name, [topic], week=week)
    say(f"{placed.id}: {topic.topic.name!r} stands in {placed.week} by {placed.by}.")


def _stands_in(desk: "Desk", concept: str, locale: str) -> str:
    found = [e.week for e in entries_of(desk, 12) if e.concept == concept and e.market == locale]
    if not found:
        raise WrongUse(f"{concept} stands in none of the next twelve weeks: name one with --week.")
    return found[0]


def entries_of(desk: "Desk", weeks: int) -> "list[Entry]":
    """The calendar from this desk's week on."""
    from content.plan.calendar import calendar  # noqa: PLC0415  the plan and its encoder
    from content.plan.ceiling import places  # noqa: PLC0415
    from content.plan.plan import Weighing  # noqa: PLC0415
    from content.records import Action  # noqa: PLC0415
    from flows.stages import grounds  # noqa: PLC0415

    shop = desk.shop
    written = desk.told.articles()
    topics, pages, known = grounds(desk, written)
    weighing = Weighing(desk.ledger, pages, shop.markets, written, known)
    planned = desk.told.assignments(desk.week, Action.WRITE)
    limit = places(shop.articles, shop.review_minutes)
    return calendar(weighing, topics, desk.week, limit, written, planned, weeks)


def _show(desk: "Desk", options: argparse.Namespace) -> None:
    from content.plan.days import ahead  # noqa: PLC0415
    from flows.calendar_files import as_csv, as_html, as_ics  # noqa: PLC0415

    locales = [m.locale for m in desk.shop.markets]
    if options.market and options.market not in locales:
        raise WrongUse(f"--market {options.market!r}: this shop sells in {', '.join(locales)}.")
    country = options.market.split("-")[-1]
    entries = [
        e
        for e in entries_of(desk, options.weeks)
        if not options.market or e.market in ("", options.market, country)
    ]
    wanted = [options.market] if options.market else locales
    name = desk.shop.name
    if options.csv is not None:
        _write(options.csv, as_csv(entries), len(entries), encoding="utf-8-sig")
    if options.ics is not None:
        _write(options.ics, as_ics(entries, name), len(entries))
    if options.html is not None:
        _write(options.html, as_html(entries, name, ahead(desk.week, options.weeks), wanted), len(entries))
    if options.json:
        print_json({"weeks": ahead(desk.week, options.weeks), "entries": [_row(e) for e in entries]})
    elif not (options.csv or options.ics or options.html):
        _table(desk, entries, ahead(desk.week, options.weeks))


def _write(path: Path, text: str, count: int, encoding: str = "utf-8") -> None:
    path.write_text(text, encoding=encoding, newline="")
    say(f"{path}: {count} entries")


def _table(desk: "Desk", entries: "Sequence[Entry]", weeks: Sequence[str]) -> None:
    rows = [
        (
            e.week,
            e.on.isoformat(),
            e.market or "all",
            e.kind,
            e.name,
            "" if e.points is None else f"{e.points:.0f}",
            e.why + (f" ({e.by})" if e.by else ""),
        )
        for e in entries
    ]
    empty = [week for week in weeks if not any(e.week == week and e.kind == "planned" for e in entries)]
    is_heard = bool(desk.heard.latest_week())
    show_table(desk.shop.name, ("week", "date", "market", "kind", "topic", "points", "why now"), rows)
    if not is_heard:
        say(
            "No week has been run yet, so nothing here was heard: acreage week listens first, and acreage topics shows "
            "what acreage week --plan-only found."
        )
    elif empty:
        say(f"Nothing deserves a page in {', '.join(empty)}, as far as is known today.")


def _row(e: "Entry") -> dict[str, object]:
    return {
        "week": e.week,
        "date": e.on.isoformat(),
        "until": e.until.isoformat() if e.until else None,
        "market": e.market or None,
        "kind": e.kind,
        "name": e.name,
        "concept": e.concept,
        "points": e.points,
        "why": e.why,
        "by": e.by,
    }
