"""Seasons: told from whole years, met seven weeks ahead, and growth is not a season."""

from datetime import date

import pytest

from seo.records import Interest
from seo.seasons import met, season, seasonal_kendall

WINTER = [900, 800, 600, 400, 300, 250, 250, 300, 500, 700, 850, 950]


def read(*years: list[int], until: int = 2026) -> Interest:
    first = until - len(years) + 1
    months = tuple(
        (f"{first + at}-{month:02d}", views)
        for at, year in enumerate(years)
        for month, views in enumerate(year, 1)
    )
    return Interest("Thermal curtain", "en", months, "pageviews", "thermal curtains")


def test_the_year_is_told_from_its_months() -> None:
    found = season(read(WINTER, WINTER))
    assert found is not None
    assert (found.peak, found.years, found.growth, found.is_flat) == (12, 2, 0.0, False)
    assert found.index[5] == pytest.approx(250 / (sum(WINTER) / 12), abs=0.001)


@pytest.mark.parametrize(
    ("week", "factor"),
    [("2026-W44", 1.3), ("2026-W15", 0.7), ("2026-W30", 0.882)],  # meets late December, early June, September
)
def test_what_is_written_now_meets_the_readers_seven_weeks_on(week: str, factor: float) -> None:
    found = season(read(WINTER, WINTER))
    assert found is not None and found.factor(week) == factor
    assert met("2026-W44") == date(2026, 12, 14)


@pytest.mark.parametrize(
    "months",
    [
        read(WINTER),  # one year agrees with nothing
        read([3] * 12, [4] * 12),  # too quiet
        Interest("X", "en", read(WINTER, WINTER).months[:6] + read(WINTER, WINTER).months[7:], "pageviews"),
        Interest("X", "en", (), "pageviews"),
    ],
)
def test_too_few_or_too_quiet_months_are_no_season(months: Interest) -> None:
    assert season(months) is None


def test_an_even_year_has_no_season_and_a_growing_one_is_told_apart() -> None:
    even = season(read([500] * 12, [500] * 12))
    assert even is not None and even.is_flat and even.factor("2026-W44") == 1.0
    grown = season(read(WINTER, [v * 2 for v in WINTER]))
    assert grown is not None and (grown.growth, grown.index) == (1.0, season(read(WINTER, WINTER)).index)  # type: ignore[union-attr]
    shrunk = season(read([v * 2 for v in WINTER], WINTER))
    assert shrunk is not None and shrunk.growth == -1.0


def test_one_good_month_is_no_trend() -> None:
    assert seasonal_kendall([WINTER, [*WINTER[:11], 9000]]) == 0.0
    assert seasonal_kendall([WINTER, WINTER]) == 0.0
