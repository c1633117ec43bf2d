"""When scheduled articles go out: in a market's working hours, spread evenly over the next seven days."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

FILE = Path(__file__).with_name("hours.toml")
DAYS = 7
STEP = timedelta(minutes=30)
SOON = timedelta(minutes=15)
"""Places publish at once what is due within a minute: nothing is scheduled nearer than this."""


@dataclass(frozen=True, slots=True)
class Hours:
    """A market's working hours."""

    zone: str  # empty: the shop's own
    first: int
    last: int
    off: tuple[int, ...]  # ISO weekdays


@cache
def hours_of(country: str) -> Hours:
    """The hours of a country (`DE`)."""
    table: Mapping[str, Mapping[str, object]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
    row = {**table["other"], **table.get(country, {})}
    off = row["off"]
    assert isinstance(off, list)
    return Hours(str(row.get("zone", "")), int(str(row["first"])), int(str(row["last"])), tuple(off))


def spread(count: int, country: str, shop_zone: str, now: datetime) -> list[datetime]:
    """So many moments in the market's working hours of the next seven days, evenly apart, in UTC."""
    if not count:
        return []
    free = _free(hours_of(country), shop_zone, now)
    return [free[min(len(free) - 1, place * len(free) // count)] for place in range(count)]


def _free(hours: Hours, shop_zone: str, now: datetime) -> list[datetime]:
    zone = ZoneInfo(hours.zone or shop_zone)
    at = (now + SOON).astimezone(zone)
    at = at.replace(minute=0 if at.minute == 0 else 30, second=0, microsecond=0)
    at = at if at >= now + SOON else at + STEP
    moments = []
    while at < now + timedelta(days=DAYS):
        if hours.first <= at.hour < hours.last and at.isoweekday() not in hours.off:
            moments.append(at.astimezone(UTC))
        at = (at.astimezone(UTC) + STEP).astimezone(zone)  # through UTC: an hour may be missing in spring
    return moments
