"""Whose turn it is at an endpoint: so many requests at once, so many a minute, for every task of the process together.

Lives in the one loop of `wire.py`. An endpoint that asks to be left alone for a moment is left alone by all.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from time import monotonic
from typing import Final

_MINUTE: Final = 60.0


class Gate:
    """One per endpoint; 0 = no limit of that kind."""

    def __init__(
        self,
        at_once: int,
        per_minute: int = 0,
        tokens_per_minute: int = 0,
        *,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._places = asyncio.Semaphore(at_once)
        self._between = _MINUTE / per_minute if per_minute else 0.0
        self._per_token = _MINUTE / tokens_per_minute if tokens_per_minute else 0.0
        self._clock = clock
        self._sleep = sleep
        self._next = 0.0

    @asynccontextmanager
    async def turn(self, tokens: int) -> AsyncIterator[None]:
        """Wait for a place and for the minute's pace, then hold the place for the length of the block."""
        async with self._places:
            while (wait := self._next - self._clock()) > 0:
                await self._sleep(wait)
            self._next = max(self._next, self._clock()) + max(self._between, tokens * self._per_token)
            yield

    def pause(self, seconds: float) -> None:
        """Nobody asks before so many seconds have passed."""
        self._next = max(self._next, self._clock() + seconds)
