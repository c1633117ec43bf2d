"""Scheduled articles go out while the market is at work."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from content.publishers.hours import hours_of, spread

WEDNESDAY = datetime(2026, 11, 25, 19, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("country", "zone", "off"),
    [
        ("DE", "Europe/Berlin", {6, 7}),
        ("GB", "Europe/London", {6, 7}),
        ("ES", "Europe/Madrid", {6, 7}),
        ("FR", "Europe/Paris", {6, 7}),
        ("AE", "Asia/Dubai", {6, 7}),
        ("SA", "Asia/Riyadh", {5, 6}),
        ("JP", "Asia/Tokyo", {6, 7}),
        ("XX", "Europe/Berlin", {6, 7}),  # the shop's own
    ],
)
def test_every_moment_is_in_working_hours(country: str, zone: str, off: set[int]) -> None:
    moments = [each.astimezone(ZoneInfo(zone)) for each in spread(20, country, "Europe/Berlin", WEDNESDAY)]
    assert all(9 <= each.hour < 17 and each.isoweekday() not in off for each in moments)


def test_twenty_articles_are_spread_over_the_whole_week() -> None:
    moments = spread(20, "DE", "Europe/Berlin", WEDNESDAY)
    assert moments == sorted(set(moments))
    assert moments[0] > WEDNESDAY + timedelta(minutes=10)
    assert moments[-1] - moments[0] > timedelta(days=5)
    assert max(moments) < WEDNESDAY + timedelta(days=7)


def test_the_same_question_has_the_same_answer_and_none_needs_none() -> None:
    assert spread(3, "JP", "UTC", WEDNESDAY) == spread(3, "JP", "UTC", WEDNESDAY)
    assert spread(0, "JP", "UTC", WEDNESDAY) == []


def test_more_articles_than_moments_share_them() -> None:
    assert len(spread(500, "DE", "UTC", WEDNESDAY)) == 500


def test_every_zone_of_the_table_exists() -> None:
    for country in ("US", "GB", "IE", "CA", "AU", "NZ", "ES", "MX", "AR", "CO", "CL", "FR", "BE", "CH", "DE", "AT", "JP", "AE",
                    "SA", "EG", "KW", "QA", "MA"):  # fmt: skip
        assert hours_of(country).zone in available_timezones()
