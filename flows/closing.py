"""What a week ends with: the table of its articles, what was left and why, which product data are missing."""

import csv
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Literal

from content.errors import ContentError
from content.ledger.ledger import Ledger
from content.publications import ON, Placement
from content.records import Action, Article, Assignment, Missing, State
from content.rendering import render
from flows.desk import Desk
from flows.screen import say, show_table
from seo.records import Market

MISSING_FILE = "missing-data.csv"
SHOWN = 12  # lines of a list on the screen; the files hold all
DONE = (State.PUBLISHED, State.LIVE)
WAITING = (State.AWAITING, State.APPROVED)


@dataclass(frozen=True, slots=True)
class Line:
    """One article of the closing table."""

    HEADER: ClassVar[tuple[str, ...]] = ("title", "market", "points", "state", "url or reason")
    title: str
    market: str
    points: str
    state: str
    where: str

    def cells(self) -> tuple[str, ...]:
        """In the order of the header."""
        return (self.title, self.market, self.points, self.state, self.where)


def week_articles(desk: Desk) -> list[Article]:
    """The week's articles in the order of the plan."""
    found = (desk.told.article(key) for key in desk.told.keys_to_write(desk.week))
    return [article for article in found if article is not None]


def lines(desk: Desk) -> list[Line]:
    """The closing table of a week; where a shop has places of its own, how the article stands on each."""
    there: dict[str, list[Placement]] = {}
    for each in desk.placed.placements() if desk.shop.targets else ():
        there.setdefault(each.article, []).append(each)
    found = ((article, line(article, desk.ledger)) for article in week_articles(desk))
    return [
        replace(each, where=" · ".join([each.where, *map(standing, there.get(article.key, ()))]))
        for article, each in found
    ]


def standing(placement: Placement) -> str:
    """How an article stands on a place, with everything that is not as it should be."""
    said = [
        f"{placement.target}: {placement.stand}",
        placement.url if placement.stand in ON else "",
        placement.note,
    ]
    if placement.dropped:
        said.append(f"not kept there: {', '.join(placement.dropped)}")
    if placement.alarms:
        said.append(f"an edit took out {', '.join(placement.alarms)}: its figure is no longer kept true")
    return "; ".join(filter(None, said))


def line(article: Article, ledger: Ledger) -> Line:
    """An article as one line."""
    points = f"{article.score.points:.0f}" if article.score else "-"
    where = article.url if article.state in DONE else article.reason
    market = article.assignment.market
    return Line(title_of(article, ledger), market.locale, points, str(article.state), where)


def title_of(article: Article, ledger: Ledger) -> str:
    """The title as a reader sees it; the topic while there is none."""
    title = article.draft.title or article.assignment.topic.name
    return rendered(title, ledger, article.assignment.market)


def rendered(text: str, ledger: Ledger, market: Market, form: Literal["plain", "markdown"] = "plain") -> str:
    """A text with its references filled in, or as it is written when one has no fact."""
    try:
        return render(text, ledger, market, form)
    except ContentError:
        return text


def missing_data(assignments: Sequence[Assignment]) -> list[tuple[Missing, int]]:
    """Which fact is missing for which product, with how many topics wait for it; the most wanted first."""
    first: dict[tuple[str, str], Missing] = {}
    wanted: Counter[tuple[str, str]] = Counter()
    for missing in (each for assignment in assignments for each in assignment.missing):
        first.setdefault((missing.subject, missing.key), missing)
        wanted[missing.subject, missing.key] += 1
    return [(first[key], wanted[key]) for key in sorted(first, key=lambda key: (-wanted[key], key))]


def write_missing(desk: Desk, found: Sequence[tuple[Missing, int]]) -> Path:
    """The whole list as a CSV for whoever keeps the catalogue."""
    path = desk.state / MISSING_FILE
    with path.open(
        "w", encoding="utf-8-sig", newline=""
    ) as file:  # with a BOM: spreadsheets need it for Arabic
        rows = csv.writer(file)
        rows.writerow(("product", "sku", "column", "would answer", "topics"))
        for missing, topics in found:
            product = desk.ledger.products.get(missing.subject)
            named = (product.title, product.sku) if product else (missing.subject, "")
            rows.writerow((*map(_cell, named), _cell(missing.label), _cell(missing.needed_for), topics))
    return path


def _cell(text: str) -> str:
    """Text that a spreadsheet does not take for a formula: it may come from a stranger's question."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def show(desk: Desk) -> None:
    """The end of `acreage week` on the screen."""
    assignments = desk.told.assignments(desk.week)
    table = lines(desk)
    say()
    show_table(f"{desk.shop.name}, {desk.week}", Line.HEADER, [each.cells() for each in table])
    counted = Counter(each.state for each in table)
    say(
        "tokens 0, cost 0. "
        + (", ".join(f"{counted[s]} {s}" for s in sorted(counted)) or "Nothing to write.")
    )
    show_placed(desk.placed.placements(week=desk.week))
    _show_reports(desk)
    _show_left(assignments)
    _show_missing(desk, assignments)
    _show_places(desk)


def show_placed(placements: Sequence[Placement]) -> None:
    """How much stands how on each place, and each thing that is not as it should be, once."""
    for target in sorted({each.target for each in placements}):
        of_target = [each for each in placements if each.target == target]
        stands = Counter(str(each.stand) for each in of_target)
        say(f"{target}: " + ", ".join(f"{stands[stand]} {stand}" for stand in sorted(stands)))
        for why, count in Counter(each.note for each in of_target if each.note).items():
            say(f"  {count} × {why}")


def _show_reports(desk: Desk) -> None:
    poor = [report for report in desk.heard.reports(desk.week) if report.state != "ok"]
    for report in poor:
        say(f"Signals: {report.source} ({report.state}): {report.note}")


def _show_left(assignments: Sequence[Assignment]) -> None:
    left = [each for each in assignments if each.action is not Action.WRITE]
    if not left:
        return
    reasons = Counter((str(each.action), each.why) for each in left)
    say()
    say(f"Not written, {len(left)} topics:")
    for (action, why), count in sorted(reasons.items(), key=lambda item: (-item[1], item[0]))[:SHOWN]:
        names = [each.topic.name for each in left if (str(each.action), each.why) == (action, why)]
        say(f"  {action:5} {count:3} × {why} ({'; '.join(names[:3])})")
    if len(reasons) > SHOWN:
        say(f"  and {len(reasons) - SHOWN} more reasons: acreage topics")


def _show_missing(desk: Desk, assignments: Sequence[Assignment]) -> None:
    found = missing_data(assignments)
    path = write_missing(desk, found)
    if not found:
        return
    say()
    say(f"Missing product data, {len(found)} facts ({path}):")
    for missing, _ in found[:SHOWN]:
        product = desk.ledger.products.get(missing.subject)
        say(f"  {missing.label} of {product.title if product else missing.subject}: {missing.needed_for}")


def _show_places(desk: Desk) -> None:
    say()
    for name, what in (("preview", "every draft, its score and its facts"), ("public", "the site")):
        page = desk.shop.folder / name / "index.html"
        if page.exists():
            say(f"{what}: {page}")
    if any(article.state is State.AWAITING for article in week_articles(desk)):
        say('waiting for a person: acreage review list, then acreage review approve KEY --as "Your name"')
