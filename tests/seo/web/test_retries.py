"""When to ask again."""

from datetime import UTC, datetime, timedelta

import pytest

from seo.web.retries import LONGEST_S, is_worth_repeating, pause_s, retry_after

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("1.5", 1.5),
        ("Mon, 23 Nov 2026 12:01:00 GMT", 60.0),
        ("Mon, 23 Nov 2026 12:01:00 -0000", 60.0),
        ("Monday, 23-Nov-26 12:01:00 GMT", 60.0),
        ("Mon, 23 Nov 2026 11:00:00 GMT", 0.0),
        ("99999999999999999999", LONGEST_S),
        ("Fri, 31 Dec 9999 23:59:59 GMT", LONGEST_S),
        ("-5", None),
        ("soon", None),
        ("", None),
        (None, None),
        ("٣", None),
        ("1.2.3", None),
        ("Mon, 99 Foo 2026", None),
    ],
)
def test_retry_after_in_seconds_or_as_a_date(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds


def test_pauses_double_and_are_spread_by_chance() -> None:
    assert [pause_s(nth, lambda: 0.5) for nth in (1, 2, 3)] == [0.5, 1.0, 2.0]
    assert (pause_s(1, lambda: 0.0), pause_s(1, lambda: 1.0)) == (0.25, 0.75)


@pytest.mark.parametrize(
    ("status", "again"),
    [
        (429, True),
        (500, True),
        (502, True),
        (503, True),
        (504, True),
        (404, False),
        (403, False),
        (408, False),
        (200, False),
    ],
)
def test_only_429_and_5xx_are_worth_it(status: int, again: bool) -> None:
    assert is_worth_repeating(status) is again


def test_the_longest_wait_is_a_month() -> None:
    assert timedelta(seconds=LONGEST_S) == timedelta(days=30)
