"""Waiting for one's turn is not the host's fault."""

import asyncio

import pytest

from seo.errors import SourceRefused
from seo.web.addresses import place_of
from seo.web.memory import Memory
from seo.web.pace import PAGES, Pace, Patience, shown
from tests.seo.web.conftest import NOON, Time

HERE = place_of("https://a.example/")


def test_a_wait_moves_every_deadline_and_a_pause_moves_none(time: Time) -> None:
    async def run() -> list[float]:
        async with asyncio.timeout(10) as outer, asyncio.timeout(5) as inner:
            patience = Patience(time.sleep, outer).within(inner)
            left = [patience.left_s]
            await patience.wait_turn(100)
            left.append(patience.left_s)
            await patience.pause(3)
            await patience.wait_turn(0)
            left.append(patience.left_s)
            return left

    assert [round(left) for left in asyncio.run(run())] == [5, 105, 105]
    assert time.slept == [100, 3]


def test_turns_are_waited_for_and_a_closed_host_is_said_with_its_reason(memory: Memory, time: Time) -> None:
    async def run() -> None:
        async with asyncio.timeout(10) as timer:
            pace, patience = Pace(memory, time.clock), Patience(time.sleep, timer)
            for _ in range(3):
                await pace.turn(HERE, 2.0, patience)
            await pace.close(HERE, NOON.replace(hour=15), "it asked for that")
            await pace.turn(HERE, 2.0, patience)

    with pytest.raises(
        SourceRefused, match="left alone until 2026-11-23 15:00 UTC: it asked for that"
    ) as error:
        asyncio.run(run())
    assert (time.slept, error.value.until) == ([2.0, 2.0], NOON.replace(hour=15))


def test_pages_are_counted_by_host(memory: Memory, time: Time) -> None:
    pace = Pace(memory, time.clock)
    for _ in range(PAGES):
        pace.count_page(HERE)
    pace.count_page(place_of("https://b.example/"))
    with pytest.raises(SourceRefused, match="200 pages"):
        pace.count_page(HERE)


def test_a_moment_is_shown_with_its_zone() -> None:
    assert shown(NOON) == "2026-11-23 12:00 UTC"
