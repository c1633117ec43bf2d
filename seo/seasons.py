"""When people care: the season of a subject out of its months, and whether it grows.

A season is told from two whole years at least; less says nothing and stays unknown. The trend is the Mann-Kendall
test month by month, so that a season is not taken for growth.
"""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import mean
from typing import Final

from seo.records import Interest

LEAD_WEEKS: Final = 7
"""A page needs six to eight weeks until it is found: what is written now meets the readers of then."""

YEAR: Final = 12
LEAST, MOST = 0.7, 1.3  # of the factor
FLAT: Final = 0.1  # a year that moves less than this around its mean has no season
GROWTH: Final = 0.1  # at most, up or down
SURE: Final = 1.96  # deviations: one series in twenty without a trend looks like this
FEWEST_VIEWS: Final = 30  # a month, on average: below, a year is noise


@dataclass(frozen=True, slots=True)
class Season:
    """A subject's year: how much each month is above (1.2) or below (0.8) its mean."""

    title: str
    language: str
    source: str
    seed: str
    index: tuple[float, ...]  # January first
    years: int
    growth: float  # -1 falls, 0 nothing proven, 1 grows

    @property
    def peak(self) -> int:
        """The strongest month, 1-12."""
        return self.index.index(max(self.index)) + 1

    @property
    def is_flat(self) -> bool:
        """Whether the year is much the same all along."""
        return max(self.index) - min(self.index) < 2 * FLAT

    def factor(self, week: str) -> float:
        """0.7-1.3: the month that a page written in this week will meet, and the trend."""
        index = 1.0 if self.is_flat else self.index[met(week).month - 1]
        return round(min(MOST, max(LEAST, index * (1 + GROWTH * self.growth))), 3)


def season(interest: Interest) -> Season | None:
    """The season of a subject; None when its months are too few or too quiet to tell."""
    years = _years(interest.months)
    if len(years) < 2 or mean(v for year in years for _, v in year) < FEWEST_VIEWS:  # noqa: PLR2004  two agree
        return None
    ratios: dict[int, list[float]] = defaultdict(list)
    for year in years:
        middle = mean(views for _, views in year)
        for month, views in year:
            ratios[int(month[5:])].append(views / middle)
    index = tuple(round(mean(ratios[month]), 3) for month in range(1, YEAR + 1))
    growth = _growth([[views for _, views in year] for year in years])
    return Season(
        interest.title, interest.language, interest.source, interest.seed, index, len(years), growth
    )


def met(week: str) -> date:
    """The day on which a page written in an ISO week begins to be found."""
    year, number = week.split("-W")
    return date.fromisocalendar(int(year), int(number), 1) + timedelta(weeks=LEAD_WEEKS)


def _years(months: Sequence[tuple[str, int]]) -> list[list[tuple[str, int]]]:
    """Whole years, counted back from the last month; a gap ends the series."""
    run: list[tuple[str, int]] = []
    for month, views in sorted(months, reverse=True):
        if run and _before(run[-1][0]) != month:
            break
        run.append((month, views))
    whole = len(run) // YEAR * YEAR
    kept = run[:whole][::-1]
    return [kept[start : start + YEAR] for start in range(0, whole, YEAR)]


def _before(month: str) -> str:
    year, number = int(month[:4]), int(month[5:])
    return f"{year - 1}-12" if number == 1 else f"{year}-{number - 1:02d}"


def _growth(years: Sequence[Sequence[int]]) -> float:
    """-1, 0 or 1: whether the same months rise or fall from year to year, and by more than a flutter."""
    steps = [math.log((b + 1) / (a + 1)) for a, b in zip(years[-2], years[-1], strict=True)]
    if abs(mean(steps)) < FLAT or abs(seasonal_kendall(years)) < SURE:
        return 0.0
    return math.copysign(1.0, mean(steps))


def seasonal_kendall(years: Sequence[Sequence[float]]) -> float:
    """Z of the Mann-Kendall test taken month by month: above 1.96 a series grows, below -1.96 it shrinks.

    Hirsch, Slack and Smith 1982, https://doi.org/10.1029/WR018i001p00107.
    """
    score = spread = 0.0
    for month in zip(*years, strict=True):
        size = len(month)
        score += sum(
            (later > earlier) - (later < earlier)
            for place, earlier in enumerate(month)
            for later in month[place + 1 :]
        )
        ties = [month.count(value) for value in set(month)]
        spread += (size * (size - 1) * (2 * size + 5) - sum(t * (t - 1) * (2 * t + 5) for t in ties)) / 18
    return (score - math.copysign(1, score)) / math.sqrt(spread) if score and spread else 0.0
