"""The frozen anchors are worth what they were, or nothing is published by itself."""

from pathlib import Path

import pytest

from content.judging.drift import Drift, drift, note, record, stopped


def test_this_release_gives_the_anchors_what_it_recorded() -> None:
    """When the scorer is changed on purpose, record anew: the figures in drift.csv are what code gives."""
    found = drift()
    assert not found.is_alarm
    assert abs(found.worst_by) <= 0.05, found


@pytest.mark.parametrize(("by", "is_alarm"), [(0.0, False), (2.9, False), (3.1, True), (-3.1, True)])
def test_three_points_are_the_most_the_median_may_move(by: float, *, is_alarm: bool) -> None:
    recorded = {"a": 40.0, "b": 50.0, "c": 60.0}
    assert drift({name: value + by for name, value in recorded.items()}, recorded).is_alarm is is_alarm


def test_a_lost_anchor_is_an_alarm() -> None:
    assert drift({"a": 40.0}, {"a": 40.0, "b": 40.0}).is_alarm


def test_an_alarm_is_kept_until_a_quiet_look(tmp_path: Path) -> None:
    assert stopped(tmp_path) == ""
    note(tmp_path, Drift(50.0, 40.0, -10.0, "en/blanket-4", -12.0))
    assert "50.0 then, 40.0 now" in stopped(tmp_path)
    note(tmp_path, Drift(50.0, 50.0, 0.0, "en/blanket-4", 0.0))
    assert stopped(tmp_path) == ""


def test_every_anchor_is_recorded() -> None:
    assert len(record()) == 25
