"""Retry-After in its forms, the pauses between tries, and the deadline over all of them."""

from datetime import UTC, datetime

import pytest

from content.errors import ModelDown, ModelRefused
from content.models.retries import Patience, Within, patiently, retry_after

NOW = datetime(2026, 11, 25, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "said_ms", "seconds"),
    [
        ("2", "", 2.0),
        ("0.5", "", 0.5),
        ("60", "1500", 1.5),
        ("Wed, 25 Nov 2026 12:00:30 GMT", "", 30.0),
        ("Wed, 25 Nov 2026 11:00:00 GMT", "", 0.0),
        ("-3", "", 0.0),
        ("soon", "", None),
        ("", "", None),
        ("nan", "", None),
        ("inf", "", None),
    ],
)
def test_retry_after_is_read_in_every_form(said: str, said_ms: str, seconds: float | None) -> None:
    assert retry_after(said, said_ms, NOW) == seconds


class Time:
    def __init__(self) -> None:
        self.now = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


def test_pauses_double_and_end_before_the_deadline() -> None:
    time, given = Time(), []

    def send(within: Within) -> str:
        given.append(within())
        time.now += 1
        raise ModelDown("500")

    patience = Patience(30.0, 10.0, lambda: time.now, time.sleep, lambda: 1.0)
    with pytest.raises(ModelDown, match=r"500 \(5 tries, the deadline of 30 s leaves no further one"):
        patiently(send, patience)
    assert time.slept == [1.0, 2.0, 4.0, 8.0]
    assert given == [10.0, 10.0, 10.0, 10.0, 30 - 19.0 if 30 - 19.0 < 10 else 10.0]
    assert time.now <= 30


def test_waiting_for_ones_turn_does_not_use_up_the_deadline() -> None:
    time = Time()

    def send(within: Within) -> float:
        time.now += 1000  # at the gate
        return within()

    assert patiently(send, Patience(30.0, 10.0, lambda: time.now, time.sleep)) == 10.0


def test_what_is_no_matter_of_the_moment_is_not_tried_again() -> None:
    def send(within: Within) -> str:
        raise ModelRefused("no")

    with pytest.raises(ModelRefused):
        patiently(send, Patience(sleep=pytest.fail))
