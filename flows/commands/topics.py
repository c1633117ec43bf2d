"""Show the topics of a week and what became of each; merge, split, rename, pin or ban them.

acreage topics                                     the last plan, best first, or what --plan-only showed
acreage topics --html map.html                     a picture of it, with a sentence for each topic
acreage topics merge ID ID... --as "Your name"     the first takes in the others, from now on
acreage topics split ID "New name" --members "a question" "a search" --as "Your name"
acreage topics rename ID "New name" --as "Your name"
acreage topics pin ID --as "Your name"             written before all others, if the shop can answer it
acreage topics ban ID --as "Your name" --why "off brand"
acreage topics decisions                           what people have decided; `undo NUMBER --as NAME` takes one back
acreage topics recluster --as "Your name"          this week's topics from scratch, not grown out of last week's
acreage topics missing --csv FILE                  facts that topics wait for, to fill in ...
acreage topics fill FILE --as "Your name"          ... and to read back as accepted facts

A topic is named by its id (or how it begins), its name or its concept; --market de-DE when several languages share one.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from flows.commands.options import add_json, add_shop, add_week, print_json
from flows.errors import WrongUse
from flows.screen import say, show_table
from flows.shop_folder import find_shop

if TYPE_CHECKING:
    from content.records import Assignment
    from flows.desk import Desk

EDITS = ("merge", "split", "rename", "pin", "ban")


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--shop`, `--week`, `--json`, `--html`, and one subcommand for each decision."""
    add_shop(parser)
    add_week(parser, "the last planned")
    add_json(parser)
    parser.add_argument("--html", type=Path, default=None, metavar="FILE", help="write the map as a page")
    parser.add_argument("--full", action="store_true", help="a whole sentence for each topic")
    parser.set_defaults(edit="")
    edits = parser.add_subparsers(dest="edit", metavar="ACTION")
    merge = edits.add_parser("merge", help="make one topic of several")
    merge.add_argument("topics", nargs="+", metavar="TOPIC")
    split = edits.add_parser("split", help="take some questions out into a topic of their own")
    rename = edits.add_parser("rename", help="give a topic another name")
    for each in (split, rename):
        each.add_argument("topic", metavar="TOPIC")
        each.add_argument("text", metavar="NAME")
    split.add_argument("--members", nargs="+", default=[], metavar="TEXT", help="what goes, word for word")
    for name, what in (("pin", "write it before all others"), ("ban", "never write it")):
        edits.add_parser(name, help=what).add_argument("topic", metavar="TOPIC")
    edits.choices["ban"].add_argument("--why", default="", metavar="TEXT", help="why not")
    edits.add_parser("undo", help="take a decision back").add_argument("topic", metavar="NUMBER")
    edits.add_parser("recluster", help="find this week's topics from scratch")
    edits.add_parser("decisions", help="what people have decided")
    missing = edits.add_parser("missing", help="facts that topics wait for")
    missing.add_argument("--csv", type=Path, default=None, metavar="FILE", help="write them to fill in")
    edits.add_parser("fill", help="take a filled list in").add_argument("file", type=Path, metavar="FILE")
    for name, each in edits.choices.items():
        each.add_argument("--shop", default=argparse.SUPPRESS, metavar="DIR", help=argparse.SUPPRESS)
        if name in ("decisions", "missing"):
            continue
        each.add_argument("--as", dest="name", required=True, metavar="NAME", help="who decides")
        if name in EDITS:
            each.add_argument("--market", default="", metavar="LOCALE", help="where several share the name")


def run(options: argparse.Namespace) -> int:
    """Print the plan, or keep a decision."""
    from flows.desk import opened  # noqa: PLC0415  the database

    folder = find_shop(options.shop)
    if options.edit == "fill":
        return _fill(options, folder)
    with opened(folder, options.week) as desk:
        if options.edit == "decisions":
            _decisions(desk)
        elif options.edit == "missing":
            _missing(desk, options.csv)
        elif options.edit:
            _decide(desk, options)
        else:
            _show(desk, options)
    return 0


def _decide(desk: "Desk", options: argparse.Namespace) -> None:
    from flows.deciding import decide, find_topic  # noqa: PLC0415

    if options.edit == "undo":
        done = desk.decisions.undo(options.topic, " ".join(options.name.split()))
        say(f"{done.id} ({done.kind} by {done.by}) is taken back. Next: acreage week")
        return
    wanted = [options.topic] if "topic" in options else getattr(options, "topics", [])
    found = [find_topic(desk, each, options.market) for each in wanted]
    week = desk.week if options.edit == "recluster" else ""
    decision = decide(
        desk,
        options.edit,
        options.name,
        found,
        text=getattr(options, "text", ""),
        members=getattr(options, "members", ()),
        why=getattr(options, "why", ""),
        week=week,
    )
    if options.edit == "recluster":
        say(f"{decision.id}: acreage week --week {week} finds its topics from scratch, by {decision.by}.")
        return
    names = " + ".join(each.topic.name for each in found)
    say(f"{decision.id}: {decision.kind} {names} by {decision.by}. The next acreage week holds it.")


def _decisions(desk: "Desk") -> None:
    rows = [
        (
            each.id,
            each.kind,
            "; ".join(t.name for t in each.topics),
            " ".join(part for part in (each.text, each.week, each.market) if part),
            each.by,
            f"{each.at:%Y-%m-%d}",
            each.why or (f"undone by {each.undone_by}" if each.undone_by else ""),
        )
        for each in desk.decisions.all()
    ]
    if not rows:
        say("Nobody has decided anything yet.")
        return
    show_table("Decisions", ("number", "what", "topic", "to", "by", "on", "why"), rows)


def _missing(desk: "Desk", path: Path | None) -> None:
    from content.plan.missing import as_csv, gaps  # noqa: PLC0415
    from flows.deciding import planned_topics  # noqa: PLC0415

    _, assignments = planned_topics(desk)
    found = gaps(assignments)
    text = as_csv(found, desk.ledger)
    if path is not None:
        path.write_text(text, encoding="utf-8-sig", newline="")
        say(f'{path}: {len(found)} facts. Fill in `value`, then: acreage topics fill {path} --as "Your name"')
        return
    products = desk.ledger.products
    rows = [
        (
            products[gap.missing.subject].title if gap.missing.subject in products else gap.missing.subject,
            gap.missing.label,
            gap.missing.needed_for,
            str(gap.topics),
        )
        for gap in found
    ]
    show_table("Missing product data", ("product", "fact", "would answer", "topics"), rows)


def _fill(options: argparse.Namespace, folder: Path) -> int:
    from content.ledger.accepted import FILE, with_accepted  # noqa: PLC0415
    from content.ledger.ledger import read_ledger  # noqa: PLC0415
    from content.ledger.table import read_table  # noqa: PLC0415
    from content.plan.missing import filled  # noqa: PLC0415
    from content.proposing.proposal import refused  # noqa: PLC0415
    from content.shop import load_shop  # noqa: PLC0415
    from flows.commands.options import readable  # noqa: PLC0415
    from flows.iso_week import today  # noqa: PLC0415

    name = " ".join(options.name.split())
    if not name:
        raise WrongUse('say who accepts: --as "Your name".')
    shop = load_shop(folder)
    accepted = filled(read_table(readable(options.file), shop.language), name, today(shop.time_zone))
    wrong = refused(accepted, read_ledger(shop))
    if wrong:
        raise WrongUse(f"{options.file.name}: {wrong[0]}")
    path = folder / FILE
    text, new = with_accepted(path, accepted)
    path.write_text(text, encoding="utf-8")
    say(f"{path}: {new} facts taken in as {name}, {len(accepted) - new} were there. Next: acreage week")
    return 0


def _show(desk: "Desk", options: argparse.Namespace) -> None:
    from content.plan.sentence import sentence  # noqa: PLC0415
    from flows.deciding import planned_topics  # noqa: PLC0415

    week, assignments = planned_topics(desk, desk.week if options.week else "")
    if options.html is not None:
        from flows.topic_map import topic_map  # noqa: PLC0415

        options.html.write_text(topic_map(desk.shop.name, week, assignments), encoding="utf-8")
        say(f"{options.html}: {len(assignments)} topics of {week}")
        return
    if options.json:
        print_json({"week": week, "topics": [_row(each) for each in assignments]})
        return
    if options.full:
        for each in assignments:
            say(f"{each.action} {each.market.locale} {sentence(each)}")
        return
    header = ("id", "action", "market", "topic", "concept", "pillar", "points", "why")
    cells = [
        (
            each.topic.id[:8],
            str(each.action),
            each.market.locale,
            each.topic.name,
            each.concept,
            each.pillar + (" (hub)" if each.is_hub else ""),
            f"{each.opportunity.points:.0f}",
            each.why,
        )
        for each in assignments
    ]
    show_table(f"{week}", header, cells)


def _row(each: "Assignment") -> dict[str, object]:
    """A topic for other programs; what nobody knows is null."""
    from content.plan.sentence import explained, sentence  # noqa: PLC0415

    found = each.opportunity
    is_weighed = bool(found.reasons)
    return {
        "id": each.topic.id,
        "action": str(each.action),
        "market": each.market.locale,
        "language": each.market.language,
        "name": each.topic.name,
        "concept": each.concept,
        "intent": str(each.topic.intent),
        "intent_confidence": each.topic.intent_confidence,
        "intent_by": each.topic.intent_by,
        "demand": each.topic.demand,
        "points": found.points,
        "factors": {
            name: getattr(found, name) if is_weighed else None
            for name in ("demand", "gap", "fit", "ease", "season", "answerable")
        },
        "volume": found.volume,
        "volume_source": found.volume_source or None,
        "earns_clicks": found.earns,
        "support": {
            "heard": each.support.heard,
            "sources": each.support.sources,
            "since": each.support.since.isoformat() if each.support.since else None,
        },
        "keywords": len(each.topic.keywords),
        "questions": len(each.topic.questions),
        "members": sorted({k.phrase for k in each.topic.keywords} | {q.text for q in each.topic.questions}),
        "why": each.why,
        "covered_by": each.covered_by,
        "collides": list(each.collides),
        "open_share": each.open_share,
        "sentence": sentence(each),
        "explained": explained(each) if is_weighed else "",
        "pillar": each.pillar,
        "hub": each.is_hub,
        "target": each.target_url,
        "links": [
            {"kind": link.kind, "url": link.url, "concept": link.concept, "anchor": link.anchor}
            for link in each.links
        ],
        "links_from": list(each.links_from),
        "variants": [{"locale": v.locale, "differs": list(v.differs)} for v in each.variants],
        "translations": list(each.translations),
        "missing": [
            {"product": m.subject, "fact": m.label, "needed_for": m.needed_for} for m in each.missing
        ],
        "by": each.by,
    }
