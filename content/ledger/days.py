"""Days as shops write them: `2026-11-22`, `22.11.2026`, `2026年11月22日`, with or without an hour and its zone.

`03/04/2026` is two days, so it is none: a sale a month early would be a false price.
"""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from content.ledger.numbers import fold

_YEAR_FIRST = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_SLASHES = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTHS = 12


def first_day(text: str, zone: str) -> date | None:
    """The day on which something begins in the shop's time zone; None when the text is not one day."""
    found = _moment(text, zone)
    return found[0] if found else None


def last_day(text: str, zone: str) -> date | None:
    """The last day of something: what ends at midnight ended the day before."""
    found = _moment(text, zone)
    if found is None:
        return None
    day, hour = found
    return day - timedelta(days=1) if hour == time(0) else day


@lru_cache(maxsize=10_000)  # a sale has the same days in every row
def _moment(text: str, zone: str) -> tuple[date, time | None] | None:
    """The day, and the hour when one is written."""
    written = fold(text).strip()
    if re.match(r"\d{4}-\d\d-\d\d[T ]", written):
        return _with_hour(written, zone)
    found = _day(written)
    return (found, None) if found else None


def _with_hour(text: str, zone: str) -> tuple[date, time] | None:
    try:
        moment = datetime.fromisoformat(re.sub(r"\s+(?=[+-]\d)", "", text))
    except ValueError:
        return None
    local = moment.astimezone(ZoneInfo(zone)) if moment.tzinfo else moment
    return local.date(), local.time()


def _day(text: str) -> date | None:
    year_first, day_first = _YEAR_FIRST.fullmatch(text), _DAY_FIRST.fullmatch(text)
    slashes = _SLASHES.fullmatch(text)
    if year_first:
        return _date(year_first[1], year_first[2], year_first[3])
    if day_first:
        return _date(day_first[3], day_first[2], day_first[1])
    if slashes and max(int(slashes[1]), int(slashes[2])) > _MONTHS:
        month, day = sorted((slashes[1], slashes[2]), key=int)
        return _date(slashes[3], month, day)
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
