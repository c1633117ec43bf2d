"""Read what waits for a person, and decide.

acreage review list
acreage review show KEY [--brief]
acreage review export KEY [--brief | --html] [--out FILE.md]
acreage review import FILE.md --as "Your name"
acreage review comment KEY --quote "words of the text" --note "what is to change" --as "Your name"
acreage review approve KEY --as "Your name"
acreage review reject KEY --as "Your name" --reason "too thin"
acreage review waive KEY RULE --quote "eco-friendly" --as "Your name" --why "the certificate is on its way"
acreage review waivers
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from content.records import Article, Severity, State
from flows.commands.options import add_json, add_shop, print_json
from flows.commands.review_files import bring_back, comment, hand_out
from flows.screen import say, show_table
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from flows.desk import Desk


def add_options(parser: argparse.ArgumentParser) -> None:
    """One subcommand each."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="articles that wait or are held")
    listing.add_argument("--all", action="store_true", help="the published and rejected ones too")
    add_json(listing)
    showing = actions.add_parser("show", help="one article with its score and findings, or its brief")
    showing.add_argument("--brief", action="store_true", help="what it is to do, not what is written")
    exporting = actions.add_parser(
        "export", help="a draft or a brief as Markdown, to be changed in any editor"
    )
    forms = exporting.add_mutually_exclusive_group()
    forms.add_argument("--brief", action="store_true", help="the brief, though a draft is there")
    forms.add_argument(
        "--html", action="store_true", help="the draft as a page to paste into a shared document"
    )
    exporting.add_argument("--out", type=Path, default=None, metavar="FILE", help="(default: the screen)")
    importing = actions.add_parser("import", help="read back what a person changed")
    importing.add_argument("file", type=Path, metavar="FILE", help="as exported, then changed")
    importing.add_argument("--as", dest="name", required=True, metavar="NAME", help="who changed it")
    commenting = actions.add_parser("comment", help="say what is to change in one section")
    commenting.add_argument("--quote", required=True, metavar="TEXT", help="words of the section")
    commenting.add_argument("--note", required=True, metavar="TEXT", help="what is to change")
    commenting.add_argument("--as", dest="name", required=True, metavar="NAME", help="who says so")
    approving = actions.add_parser("approve", help="let an article go out")
    rejecting = actions.add_parser("reject", help="keep an article back for good")
    for action in (showing, exporting, commenting, approving, rejecting):
        action.add_argument("key", metavar="KEY", help="the key or how it begins")
    for action in (approving, rejecting):
        action.add_argument("--as", dest="name", required=True, metavar="NAME", help="who decides")
    rejecting.add_argument("--reason", default="", metavar="TEXT", help="why")
    waiving = actions.add_parser("waive", help="let a finding stand, with your name and reason")
    waiving.add_argument("key", metavar="KEY", help="the key or how it begins")
    waiving.add_argument("rule", metavar="RULE", help="the finding's rule, claim.green")
    waiving.add_argument("--quote", required=True, metavar="TEXT", help="the words the finding quotes")
    waiving.add_argument("--as", dest="name", required=True, metavar="NAME", help="who decides")
    waiving.add_argument("--why", required=True, metavar="TEXT", help="why it may stand")
    waivers = actions.add_parser("waivers", help="what people let stand, and why")
    add_json(waivers)
    for action in (
        listing, showing, exporting, importing, commenting, approving, rejecting, waiving, waivers,
    ):  # fmt: skip
        add_shop(action)


def run(options: argparse.Namespace) -> int:
    """Do the action."""
    from flows.approval import approve, reject  # noqa: PLC0415  the database
    from flows.desk import opened  # noqa: PLC0415

    if options.action in ("waive", "import", "comment"):
        return {"waive": _waive, "import": bring_back, "comment": comment}[options.action](options)
    with opened(find_shop(options.shop)) as desk:
        if options.action == "list":
            _list(desk, options)
        elif options.action == "show":
            _show(desk, options.key, is_brief=options.brief)
        elif options.action == "export":
            hand_out(desk, options)
        elif options.action == "waivers":
            _waivers(desk, options)
        elif options.action == "approve":
            article = approve(desk, options.key, options.name)
            say(f"{article.key} approved by {options.name}. Next: acreage publish")
        else:
            article = reject(desk, options.key, options.name, options.reason)
            say(f"{article.key} rejected by {options.name}.")
    return 0


def _waive(options: argparse.Namespace) -> int:
    from flows.approval import find_article, waive  # noqa: PLC0415
    from flows.desk import opened  # noqa: PLC0415

    folder = find_shop(options.shop)
    with opened(folder) as desk:
        week = desk.told.week_of(find_article(desk, options.key).key)
    with opened(folder, week) as desk:
        article = waive(desk, options.key, options.rule, options.quote, options.name, options.why)
        blocking = sum(finding.severity is Severity.BLOCK for finding in article.findings)
        say(
            f"{article.key}: {options.rule} waived by {options.name}. Now {article.state}, {blocking} findings block."
        )
    return 0


def _waivers(desk: "Desk", options: argparse.Namespace) -> None:
    rows = [
        {
            "key": each.key, "rule": each.rule, "quote": each.quote, "sentence": each.passage,
            "by": each.by, "why": each.why, "at": each.at.isoformat(timespec="minutes"),
        }
        for each in desk.told.waivers()
    ]  # fmt: skip
    if options.json:
        print_json({"waivers": rows})
    elif rows:
        show_table("Waivers", list(rows[0]), [list(row.values()) for row in rows])
    else:
        say("Nothing was waived.")


def _list(desk: "Desk", options: argparse.Namespace) -> None:
    from flows.closing import title_of  # noqa: PLC0415

    shown = (State.AWAITING, State.STALE, State.HELD, State.APPROVED, State.CHECKED, State.DRAFTED)
    articles = [article for article in desk.told.articles() if options.all or article.state in shown]
    rows = [
        {
            "key": article.key,
            "state": str(article.state),
            "points": article.score.points if article.score else None,
            "market": article.assignment.market.locale,
            "title": title_of(article, desk.ledger),
            "reason": article.reason or article.approved_by or article.url,
        }
        for article in articles
    ]
    if options.json:
        print_json({"articles": rows})
    elif rows:
        show_table(
            "Review", list(rows[0]), [["" if v is None else str(v) for v in row.values()] for row in rows]
        )
    else:
        say("Nothing waits.")


def _show(desk: "Desk", key: str, *, is_brief: bool) -> None:
    from content.freshness import said_now  # noqa: PLC0415
    from flows.approval import find_article  # noqa: PLC0415
    from flows.brief_files import brief_page, is_only_briefed  # noqa: PLC0415
    from flows.closing import rendered, title_of  # noqa: PLC0415
    from flows.review_files import comments_of  # noqa: PLC0415

    if is_brief or is_only_briefed(desk, key):
        say(brief_page(desk, key).rstrip("\n"))
        if not is_brief:
            _show_waiting(desk, key)
        return
    article = find_article(desk, key)
    market = article.assignment.market
    say(f"# {title_of(article, desk.ledger)}")
    say()
    say(rendered(article.draft.body, desk.ledger, market, "markdown"))
    say()
    say(f"{article.key} · {market.locale} · {article.state} {article.approved_by}".rstrip())
    facts = (
        ("why", article.assignment.why), ("note", article.draft.note), ("reason", article.reason),
        ("page", article.url),
    )  # fmt: skip
    for label, text in facts:
        if text:
            say(f"{label}: {text}")
    for each in desk.refreshes.of(article.key):
        moved = "; ".join(f"{c.what} {said_now(c.then)!r} -> {said_now(c.now)!r}" for c in each.changes)
        kept = f" ({each.approved_by})" if each.approved_by else ""
        say(f"refreshed {each.at:%Y-%m-%d}: {each.was} -> {each.now}, {each.reason}{kept}: {moved}")
    _show_score(article)
    for said in comments_of(desk, article.key):
        answer = f", answered in version {said.answered_in}" if said.answered_in else ""
        say(f"comment by {said.by} on {said.quote!r} (version {said.version}{answer}): {said.note}")


def _show_waiting(desk: "Desk", key: str) -> None:
    """Where an article without a text stands."""
    for article in desk.told.articles():
        if article.key.startswith(key.lower()):
            say()
            say(f"{article.key} · {article.assignment.market.locale} · {article.state}")
            say(f"reason: {article.reason}")


def _show_score(article: Article) -> None:
    if article.score is not None:
        parts = ", ".join(
            f"{name} {'-' if p is None else f'{p:.0f}'}" for name, p in article.score.dimensions
        )
        say(f"points: {article.score.points:.0f} ({parts})")
        for why, factor in article.score.whole:
            say(f"as a whole x {factor:.2f}: {why}")
    for finding in article.findings:
        by = f" (waived by {finding.waived.by}: {finding.waived.why})" if finding.waived else ""
        say(f"{finding.severity} {finding.rule}: {' '.join(finding.quote.split())!r}: {finding.cure}{by}")
