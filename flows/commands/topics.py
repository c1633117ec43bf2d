"""Print the topics of a week and what became of each."""

import argparse

from flows.commands.options import add_json, add_shop, add_week, print_json
from flows.errors import WrongUse
from flows.screen import show_table
from flows.shop_folder import find_shop


def add_options(parser: argparse.ArgumentParser) -> None:
    """`--shop`, `--week`, `--json`."""
    add_shop(parser)
    add_week(parser, "the last planned")
    add_json(parser)


def run(options: argparse.Namespace) -> int:
    """Print assignments in the order of the plan, with the reason of each."""
    from flows.desk import opened  # noqa: PLC0415  the database

    with opened(find_shop(options.shop), options.week) as desk:
        week = desk.week if options.week else desk.heard.latest_week()
        assignments = desk.told.assignments(week)
        if not assignments:
            raise WrongUse(f"{desk.shop.name} has no plan{f' for {week}' if week else ''}: run acreage week.")
        rows = [
            {
                "action": str(each.action),
                "market": each.market.locale,
                "name": each.topic.name,
                "concept": each.concept,
                "intent": str(each.topic.intent),
                "demand": each.topic.demand,
                "points": each.opportunity.points,
                "keywords": len(each.topic.keywords),
                "questions": len(each.topic.questions),
                "why": each.why,
                "covered_by": each.covered_by,
            }
            for each in assignments
        ]
    if options.json:
        print_json({"week": week, "topics": rows})
        return 0
    header = ("action", "market", "topic", "concept", "points", "why")
    cells = [
        (r["action"], r["market"], r["name"], r["concept"], f"{r['points']:.0f}", r["why"]) for r in rows
    ]
    show_table(f"{week}", header, [tuple(map(str, row)) for row in cells])
    return 0
