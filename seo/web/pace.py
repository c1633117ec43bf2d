"""One's turn at a host: how long to wait, whether the host is to be left alone; and how a request's time runs."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Final

from seo.errors import SourceRefused
from seo.web.addresses import Place
from seo.web.memory import Memory, Turn

DEADLINE_S: Final = 20.0
PAGES: Final = 200  # of one host in one run
Clock = Callable[[], datetime]
Sleep = Callable[[float], Awaitable[None]]


class Patience:
    """The time a request may take. Waiting for one's turn is not the host's fault and does not count."""

    def __init__(self, sleep: Sleep, *timers: asyncio.Timeout) -> None:
        self._sleep = sleep
        self._timers = timers

    def within(self, timer: asyncio.Timeout) -> "Patience":
        """The same with a shorter time of its own."""
        return Patience(self._sleep, *self._timers, timer)

    @property
    def left_s(self) -> float:
        """Seconds until the deadline."""
        return min(timer.when() or 0.0 for timer in self._timers) - asyncio.get_running_loop().time()

    async def wait_turn(self, seconds: float) -> None:
        """Wait without using up the time."""
        if seconds > 0:
            for timer in self._timers:
                timer.reschedule((timer.when() or 0.0) + seconds)
            await self._sleep(seconds)

    async def pause(self, seconds: float) -> None:
        """Wait before another try: that counts."""
        await self._sleep(seconds)


class Pace:
    """Turns at hosts, shared with every worker through the memory."""

    def __init__(self, memory: Memory, clock: Clock) -> None:
        self._memory = memory
        self._clock = clock
        self._pages: Counter[str] = Counter()

    async def turn(self, place: Place, every_s: float, patience: Patience) -> Turn:
        """Wait for a turn. SourceRefused while the host is closed."""
        turn = await asyncio.to_thread(self._memory.book, place.authority, every_s, self._clock())
        if turn.closed_until:
            raise SourceRefused(
                f"{place.authority} is left alone until {shown(turn.closed_until)}: {turn.reason}.",
                turn.closed_until,
            )
        await patience.wait_turn(turn.wait_s)
        return turn

    def count_page(self, place: Place) -> None:
        """One more page of a host. SourceRefused past the 200th of a run."""
        self._pages[place.authority] += 1
        if self._pages[place.authority] > PAGES:
            raise SourceRefused(
                f"{place.authority}: {PAGES} pages of it were read in this run: the rest waits for the next."
            )

    async def failed(self, place: Place, reason: str) -> datetime | None:
        """Count a failure; until when the host is closed by it."""
        return await asyncio.to_thread(self._memory.failed, place.authority, reason, self._clock())

    async def worked(self, place: Place, turn: Turn) -> None:
        """Forget failures, if there were any."""
        if turn.failures:
            await asyncio.to_thread(self._memory.worked, place.authority, self._clock())

    async def close(self, place: Place, until: datetime, reason: str) -> None:
        """Leave a host alone that asks for it."""
        await asyncio.to_thread(self._memory.close, place.authority, until, reason, self._clock())


def shown(moment: datetime) -> str:
    """A moment for a message."""
    return f"{moment:%Y-%m-%d %H:%M} UTC"
