"""What a week ends with: the table of its articles, what was left and why, which product data are missing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar, Literal

from content.errors import ContentError
from content.ledger.ledger import Ledger
from content.models.limits import MILLION
from content.plan.became import told as told_became
from content.plan.ceiling import places
from content.plan.missing import Gap, as_csv, gaps
from content.plan.picking import FULL
from content.publications import ON, Placement
from content.records import Action, Article, Assignment, State
from content.rendering import render
from flows.bootstrap import calls_of
from flows.desk import Desk
from flows.screen import say, show_table
from seo.records import Market, SourceReport

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


def write_missing(desk: Desk, found: Sequence[Gap]) -> Path:
    """The whole list as a CSV to fill in, for whoever keeps the catalogue."""
    path = desk.state / MISSING_FILE
    text = as_csv(found, desk.ledger)
    path.write_text(text, encoding="utf-8-sig", newline="")  # with a BOM: spreadsheets need it for Arabic
    return path


def show(desk: Desk) -> None:
    """The end of `acreage week` on the screen."""
    assignments = desk.told.assignments(desk.week)
    table = lines(desk)
    say()
    show_table(f"{desk.shop.name}, {desk.week}", Line.HEADER, [each.cells() for each in table])
    counted = Counter(each.state for each in table)
    say(f"{paid(desk)} " + (", ".join(f"{counted[s]} {s}" for s in sorted(counted)) or "Nothing to write."))
    show_placed(desk.placed.placements(week=desk.week))
    _show_ceiling(desk, assignments)
    _show_reports(desk)
    _show_left(assignments)
    _show_missing(desk, assignments)
    _show_places(desk)


def paid(desk: Desk) -> str:
    """What the week's model calls came to, in a sentence or a few; what is not known is said to be so."""
    told = calls_of(desk.shop, desk.engine).tally(desk.week)
    if not (told.calls or told.lost or told.killed):
        return "tokens 0, cost 0."
    cost = f"cost {told.cost / MILLION:.4f} US dollars"
    if told.unpriced:
        known = "a cost nobody states a price for" if told.unpriced == told.calls else f"{cost} and more"
        cost = f"{known} ({told.unpriced} of {told.calls} calls have no known price)"
    parts = [f"model calls {told.calls}, tokens {told.tokens_in:,} in and {told.tokens_out:,} out, {cost}."]
    if told.uncounted:
        parts.append(f"{told.uncounted} of them did not say how many tokens they took.")
    if told.rejected or told.refused:
        parts.append(f"{told.rejected} answers were no good, {told.refused} were refusals.")
    if told.lost:
        parts.append(f"{told.lost} came too late or were cut off: they may have been paid.")
    if told.killed:
        parts.append(f"{told.killed} on their way when a run was killed: they may have been paid twice.")
    return " ".join(parts)


HEARD: tuple[str, ...] = ("source", "taken for", "rows", "kept", "left out and why", "state")


def heard(reports: Sequence[SourceReport]) -> list[tuple[str, ...]]:
    """What each file and service brought, as rows of a table: what failed first, so that nobody overlooks it."""
    ordered = sorted(reports, key=lambda report: (_STATES.index(report.state), report.source))
    return [
        (
            report.source,
            report.shape or "-",
            f"{report.read:,}",
            f"{report.kept:,}",
            _left_out(report),
            report.state,
        )
        for report in ordered
    ]


_STATES = ("blocked", "degraded", "empty", "ok")


def _left_out(report: SourceReport) -> str:
    """Repeats, personal data, what was dropped or went wrong, and when it is asked again."""
    parts = [report.note.removeprefix(report.source).lstrip(" :,")]  # the name stands in the first column
    if report.folded:
        parts.insert(0, f"{report.folded:,} repeats added up")
    if report.redacted:
        parts.append(f"personal data taken out of {report.redacted:,}")
    if report.retry_after is not None:
        parts.append(f"not asked again before {report.retry_after:%Y-%m-%d %H:%M} UTC")
    if report.cost:
        parts.append(f"cost {report.cost:.2f} USD")
    return "; ".join(part for part in parts if part)


def show_placed(placements: Sequence[Placement]) -> None:
    """How much stands how on each place, and each thing that is not as it should be, once."""
    for target in sorted({each.target for each in placements}):
        of_target = [each for each in placements if each.target == target]
        stands = Counter(str(each.stand) for each in of_target)
        say(f"{target}: " + ", ".join(f"{stands[stand]} {stand}" for stand in sorted(stands)))
        for why, count in Counter(each.note for each in of_target if each.note).items():
            say(f"  {count} × {why}")


def _show_reports(desk: Desk) -> None:
    reports = desk.heard.reports(desk.week)
    if reports:
        say()
        say("What was heard:")
        show_table("", HEARD, heard(reports))


def _show_ceiling(desk: Desk, assignments: Sequence[Assignment]) -> None:
    """Fewer than there was room for is an answer, and said as one; not beside topics that only found no place."""
    count = sum(each.action is Action.WRITE for each in assignments)
    planned = desk.told.planned_from(desk.week)
    limit = places(planned[1], desk.shop.review_minutes) if planned else 0
    if planned and limit < planned[1] and count >= limit:
        minutes = f"{desk.shop.review_minutes} minutes of review hold {limit} articles"
        say(f"{minutes}, not {planned[1]}: review_minutes in shop.toml.")
    elif not count:
        say("Nothing deserves a page this week.")
    elif count < limit and all(each.why != FULL for each in assignments):
        say(f"Only {count} topic{'s deserve' if count != 1 else ' deserves'} a page this week.")


def _show_left(assignments: Sequence[Assignment]) -> None:
    left = [each for each in assignments if each.action is not Action.WRITE]
    if became := told_became(assignments):
        say()
        say(f"What became of {became}.")
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
    found = gaps(assignments)
    path = write_missing(desk, found)
    if not found:
        return
    say()
    say(f"Missing product data, {len(found)} facts ({path}):")
    for missing in (gap.missing for gap in found[:SHOWN]):
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
