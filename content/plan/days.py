"""Days that matter to a market: campaigns with their lead, and freezes in which nothing goes out.

    date,market,kind,name,until
    2026-11-27,de-DE,campaign,Black Friday Verdunkelungsvorhänge,
    2026-12-21,,freeze,Christmas,2027-01-03

`market` is a locale or a country; blank is every market. `until` may be left out: one day.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Literal, cast

from content.csv_lines import csv_lines
from content.errors import ShopError
from seo.records import Market

FILE = "calendar.csv"
KINDS = ("campaign", "freeze")
COLUMNS = ("date", "market", "kind", "name")
FIRST_LEAD, LAST_LEAD = 8, 3  # weeks before a campaign in which a page for it is worth writing
LIFT = 1.3  # of a topic's season while a campaign for it can still be met


@dataclass(frozen=True, slots=True)
class Day:
    """A campaign or a freeze, in one market or all."""

    on: date
    until: date
    market: str  # a locale, a country, or empty for all
    kind: Literal["campaign", "freeze"]
    name: str

    def is_for(self, market: Market) -> bool:
        """Whether it is about this market."""
        return self.market in ("", market.locale, market.country)


def read_days(folder: Path, markets: Sequence[Market]) -> list[Day]:
    """The shop's calendar by date; an empty list when it has none. ShopError names the line and the cure."""
    path = folder / FILE
    if not path.is_file():
        return []
    reader = csv.DictReader(csv_lines(path))
    missing = [name for name in COLUMNS if name not in (reader.fieldnames or [])]
    if missing:
        raise ShopError(f"{FILE}: no column {missing[0]!r}. Begin it with the line: {','.join(COLUMNS)}")
    rows = [(number, row) for number, row in enumerate(reader, start=2) if any(row.values())]
    return sorted(
        (_day(row, number, markets) for number, row in rows), key=lambda d: (d.on, d.market, d.name)
    )


def _day(row: dict[str, str | None], number: int, markets: Sequence[Market]) -> Day:
    given = {name: (value or "").strip() for name, value in row.items() if isinstance(value, str | None)}
    where = f"{FILE}, line {number}"
    kind = given["kind"].lower()
    if kind not in KINDS:
        raise ShopError(f"{where}: kind {given['kind']!r} is none of {', '.join(KINDS)}")
    known = {"", *(m.locale for m in markets), *(m.country for m in markets)}
    if given["market"] not in known:
        here = ", ".join(m.locale for m in markets)
        raise ShopError(f"{where}: market {given['market']!r} is none of this shop's ({here}); blank is all")
    on = _date(given["date"], where)
    until = _date(given["until"], where) if given.get("until") else on
    if until < on:
        raise ShopError(f"{where}: until {until} lies before {on}")
    return Day(on, until, given["market"], cast("Literal['campaign', 'freeze']", kind), given["name"])


def _date(text: str, where: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ShopError(f"{where}: {text!r} is no date: write 2026-11-27") from None


def week_start(week: str) -> date:
    """The Monday of an ISO week."""
    year, number = week.split("-W")
    return date.fromisocalendar(int(year), int(number), 1)


def frozen(days: Sequence[Day], market: Market, week: str) -> Day | None:
    """The freeze that a market's week falls into: it covers at least half of the working days."""
    monday = week_start(week)
    for day in days:
        if day.kind == "freeze" and day.is_for(market):
            work = [monday + timedelta(days=n) for n in range(5)]
            if 2 * sum(day.on <= each <= day.until for each in work) >= len(work):
                return day
    return None


def campaigns(days: Sequence[Day], market: Market, week: str) -> list[tuple[Day, int]]:
    """Campaigns a page of this week can still meet, with the weeks that are left until each."""
    monday = week_start(week)
    found = [
        (day, (day.on - monday).days // 7) for day in days if day.kind == "campaign" and day.is_for(market)
    ]
    return [(day, left) for day, left in found if LAST_LEAD <= left <= FIRST_LEAD]


def ahead(week: str, count: int) -> list[str]:
    """An ISO week and those after it."""
    first = week_start(week)
    days = [first + timedelta(weeks=n) for n in range(count)]
    return [f"{d.isocalendar().year}-W{d.isocalendar().week:02d}" for d in days]
