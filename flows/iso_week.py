"""ISO weeks in the shop's time zone. The clock is read here and nowhere else."""

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from flows.errors import WrongUse

PATTERN = re.compile(r"(\d{4})-W(\d{2})", re.ASCII)


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def today(time_zone: str) -> date:
    """The day it is where the shop is."""
    return now().astimezone(ZoneInfo(time_zone)).date()


def week_of(day: date) -> str:
    """The ISO week of a day, `2026-W48`."""
    year, number, _ = day.isocalendar()
    return f"{year}-W{number:02d}"


def parse_week(text: str, time_zone: str) -> str:
    """A week as somebody typed it, or this week when they typed nothing."""
    if not text:
        return week_of(today(time_zone))
    found = PATTERN.fullmatch(text.strip().upper())
    try:
        if not found:
            raise ValueError(text)
        date.fromisocalendar(int(found.group(1)), int(found.group(2)), 1)
    except ValueError:
        raise WrongUse(
            f"--week {text}: not an ISO week. Write it like {week_of(today(time_zone))}."
        ) from None
    return found.group(0)
