"""Twelve weeks ahead: what would be written when, which campaigns it must meet, and when nothing goes out.

A forecast from what is known today: each week picks as it would on its Monday, with that week's season, and leaves the
rest to the next. What a person has placed stays where it is; weeks with nothing to write stay empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from content.plan.days import FIRST_LEAD, Day, ahead, week_start
from content.plan.plan import Weighing
from content.records import Action, Article, Assignment
from seo.records import Topic

WEEKS = 12
Kind = Literal["planned", "waits", "campaign", "lead", "freeze"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the calendar."""

    week: str
    on: date
    market: str  # a locale; empty for all
    kind: Kind
    name: str
    concept: str = ""
    points: float | None = None
    why: str = ""
    by: str = ""
    until: date | None = None


def calendar(
    weighing: Weighing,
    topics: Sequence[Topic],
    week: str,
    limit: int,
    written: Sequence[Article] = (),
    planned: Sequence[Assignment] = (),
    weeks: int = WEEKS,
) -> list[Entry]:
    """Entries by week and market. `planned` is what this week's plan holds already, when it was made."""
    names = ahead(week, weeks)
    candidates, _ = weighing.candidates(topics, week)
    begun = {(a.market.language, a.concept) for a in planned}
    left = [c for c in candidates if c.action is Action.WRITE and (c.market.language, c.concept) not in begun]
    entries = [_planned(each, week) for each in planned]
    for name in names[1:] if planned else names:
        seasoned = [weighing.seasoned(each, name) for each in left]
        chosen = [a for a in weighing.week(seasoned, name, limit, written) if a.action is Action.WRITE]
        entries += [_planned(each, name) for each in chosen]
        taken = {each.id for each in chosen}
        left = [each for each in left if each.id not in taken]
    entries += _waiting(weighing, candidates, names)
    entries += [entry for day in weighing.known.days for entry in _day(day, names)]
    order: tuple[Kind, ...] = ("freeze", "campaign", "lead", "planned", "waits")
    return sorted(entries, key=lambda e: (e.week, e.market, order.index(e.kind), -(e.points or 0), e.name))


def _planned(each: Assignment, week: str) -> Entry:
    return Entry(
        week,
        week_start(week),
        each.market.locale,
        "planned",
        each.topic.name,
        each.concept,
        each.opportunity.points,
        each.now or each.why,
        each.by,
    )


def _waiting(weighing: Weighing, candidates: Sequence[Assignment], names: Sequence[str]) -> list[Entry]:
    """What a person placed in a week, and why it cannot be written there."""
    found = []
    placed = weighing.placed()
    for each in candidates:
        place = placed.get((each.market.language, each.concept))
        if place and place.week in names and each.action is not Action.WRITE:
            entry = replace(_planned(each, place.week), kind="waits", why=each.why, by=place.by)
            found.append(entry)
    return found


def _day(day: Day, names: Sequence[str]) -> list[Entry]:
    """A campaign with the week in which writing for it begins, or each week of a freeze."""
    if day.kind == "freeze":
        weeks = [
            n for n in names if week_start(n) <= day.until and week_start(n) + timedelta(days=6) >= day.on
        ]
        return [
            Entry(n, max(day.on, week_start(n)), day.market, "freeze", day.name, until=day.until)
            for n in weeks
        ]
    starts = day.on - timedelta(weeks=FIRST_LEAD)
    both = [
        Entry(_week_of(day.on), day.on, day.market, "campaign", day.name, until=day.until),
        Entry(
            _week_of(starts), starts, day.market, "lead", f"write for {day.name}", why=f"it begins {day.on}"
        ),
    ]
    return [entry for entry in both if entry.week in names]


def _week_of(day: date) -> str:
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"
