"""Weeks as people write them."""

from datetime import date

import pytest

from flows.errors import WrongUse
from flows.iso_week import parse_week, today, week_of


@pytest.mark.parametrize(
    ("day", "week"),
    [(date(2026, 1, 1), "2026-W01"), (date(2027, 1, 1), "2026-W53"), (date(2026, 11, 22), "2026-W47")],
)
def test_a_day_has_its_iso_week(day: date, week: str) -> None:
    assert week_of(day) == week


def test_a_week_is_read_as_typed_and_this_one_is_meant_by_nothing() -> None:
    assert parse_week(" 2026-w48 ", "Europe/Berlin") == "2026-W48"
    assert parse_week("", "Asia/Tokyo") == week_of(today("Asia/Tokyo"))


@pytest.mark.parametrize("text", ["2026-W54", "2025-W53", "2026W48", "W48", "2026-W00", "٢٠٢٦-W48", "soon"])
def test_what_is_no_week_is_refused(text: str) -> None:
    with pytest.raises(WrongUse, match="not an ISO week"):
        parse_week(text, "Europe/Berlin")
