"""The identity as shipped; a line through fitted points once somebody outside has rated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.score.mapping import Point, mapped, mapping, never_falls, pava

FITTED = (Point(raw=20, reported=30), Point(raw=50, reported=85), Point(raw=70, reported=95))


@given(st.floats(0, 100))
def test_as_shipped_nothing_is_changed_and_it_says_uncalibrated(raw: float) -> None:
    assert mapped(raw) == pytest.approx(raw)
    assert mapping().calibration == "uncalibrated"


def test_the_anchors_are_fixed_before_anybody_rates() -> None:
    assert set(mapping().anchors.values()) == {30, 67, 85, 95}


@pytest.mark.parametrize(("raw", "reported"), [(0, 30), (20, 30), (35, 57.5), (50, 85), (60, 90), (99, 95)])
def test_between_points_a_straight_line_and_beyond_them_the_last(raw: float, reported: float) -> None:
    assert mapped(raw, FITTED) == pytest.approx(reported)


def test_pava_pools_neighbours_that_fall() -> None:
    assert pava([(10, 30), (20, 50), (30, 40), (40, 90)]) == (
        Point(raw=10, reported=30),
        Point(raw=20, reported=45),
        Point(raw=30, reported=45),
        Point(raw=40, reported=90),
    )


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 100)), min_size=1, max_size=30))
def test_what_pava_fits_never_falls_and_keeps_the_mean(rated: list[tuple[int, int]]) -> None:
    found = pava(rated)
    assert never_falls(found)
    fitted = [mapped(raw, found) for raw, _ in rated]
    assert sum(fitted) / len(rated) == pytest.approx(sum(value for _, value in rated) / len(rated))
