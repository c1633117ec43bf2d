from datetime import date

import pytest

from content.ledger.days import first_day, last_day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-22", date(2026, 11, 22)),
        ("22.11.2026", date(2026, 11, 22)),
        ("22/11/2026", date(2026, 11, 22)),
        ("11/22/2026", date(2026, 11, 22)),
        ("2026年11月22日", date(2026, 11, 22)),
        ("٢٠٢٦-١١-٢٢", date(2026, 11, 22)),
        ("2026-11-22T23:30:00Z", date(2026, 11, 23)),  # already tomorrow in Berlin
        ("2026-11-22 10:00", date(2026, 11, 22)),
        ("03/04/2026", None),
        ("2026-02-30", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_day_is_read_one_way_or_not_at_all(text: str, day: date | None) -> None:
    assert first_day(text, "Europe/Berlin") == day


def test_what_ends_at_midnight_ended_the_day_before() -> None:
    assert last_day("2026-12-01T00:00", "UTC") == date(2026, 11, 30)
    assert last_day("2026-12-01T23:59", "UTC") == date(2026, 12, 1)
    assert last_day("2026-12-01", "UTC") == date(2026, 12, 1)
