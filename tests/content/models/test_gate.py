"""Requests take turns: so many at once, so many a minute, tokens counted, and a pause holds for everybody."""

import asyncio

import pytest

from content.models.gate import Gate


class Time:
    """Sleeping moves it on."""

    def __init__(self) -> None:
        self.now = 100.0

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


async def starts(gate: Gate, time: Time, tokens: list[int]) -> list[float]:
    """When each of some requests was let through."""
    found = []
    for size in tokens:
        async with gate.turn(size):
            found.append(time.now - 100.0)
    return found


@pytest.mark.parametrize(
    ("pace", "tokens", "expected"),
    [
        ({}, [500, 500, 500], [0.0, 0.0, 0.0]),
        ({"per_minute": 30}, [500, 500, 500], [0.0, 2.0, 4.0]),
        ({"tokens_per_minute": 6000}, [1000, 200, 1], [0.0, 10.0, 12.0]),
        ({"per_minute": 30, "tokens_per_minute": 6000}, [1000, 10, 1], [0.0, 10.0, 12.0]),
    ],
)
def test_a_minute_holds_so_many(pace: dict[str, int], tokens: list[int], expected: list[float]) -> None:
    time = Time()
    gate = Gate(2, **pace, clock=time.clock, sleep=time.sleep)
    assert asyncio.run(starts(gate, time, tokens)) == pytest.approx(expected)


def test_a_pause_holds_for_everybody() -> None:
    time = Time()
    gate = Gate(2, clock=time.clock, sleep=time.sleep)
    gate.pause(7)
    assert asyncio.run(starts(gate, time, [1, 1])) == [7.0, 7.0]


def test_never_more_at_once() -> None:
    most = now = 0

    async def work(gate: Gate) -> None:
        nonlocal most, now
        async with gate.turn(1):
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.01)
            now -= 1

    async def all_of_them() -> None:
        gate = Gate(3)
        await asyncio.gather(*(work(gate) for _ in range(12)))

    asyncio.run(all_of_them())
    assert most == 3
