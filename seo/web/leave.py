"""Asks robots.txt before a page is read, and remembers what it said, for every worker of the shop."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Final
from weakref import WeakValueDictionary

from seo.errors import SeoError, SourceRefused
from seo.web.addresses import Place, joined, place_of
from seo.web.memory import Kept, Memory
from seo.web.pace import Clock, Patience, shown
from seo.web.retries import Again
from seo.web.robots import (
    GOOD_FOR_S,
    HOPS,
    PATH,
    READ_BYTES,
    SHUT_FOR_S,
    UNREACHABLE,
    Rules,
    is_unreachable,
    rules,
)  # fmt: skip
from seo.web.wire import Said

TIME_S: Final = 10.0
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
Once = Callable[[Place, int, float, Patience], Awaitable[Said]]
"""A plain GET: place, most bytes, seconds between two, patience."""


class Leave:
    """What sites let us read."""

    def __init__(self, user_agent: str, allow_hosts: frozenset[str], memory: Memory, clock: Clock) -> None:
        self._user_agent = user_agent
        self._allow = allow_hosts
        self._memory = memory
        self._clock = clock
        self._known: dict[str, tuple[Rules, datetime]] = {}
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def for_page(self, place: Place, every_s: float, patience: Patience, once: Once) -> float:
        """The pause that the site wants between two pages. SourceRefused when this one is not to be read."""
        allowed = await self._rules(place, every_s, patience, once)
        if not allowed.allows(place.url):
            raise SourceRefused(f"{place.shown}: the site's robots.txt does not let us read it.")
        return allowed.delay_s

    async def _rules(self, place: Place, every_s: float, patience: Patience, once: Once) -> Rules:
        async with self._locks.setdefault(place.origin, asyncio.Lock()):
            known = self._known.get(place.origin)
            if known and self._age(known[1]) < GOOD_FOR_S:
                return known[0]
            kept = await asyncio.to_thread(self._memory.recall, _key(place))
            if kept is None or self._age(kept.checked_at) >= _good_for(kept.status):
                kept = await self._fetched(place, every_s, patience, once)
                await asyncio.to_thread(self._memory.keep, _key(place), place.authority, kept)
        if is_unreachable(kept.status):
            until = kept.checked_at + timedelta(seconds=SHUT_FOR_S)
            raise SourceRefused(
                f"{place.authority}: its robots.txt cannot be read: no page of it before {shown(until)}.",
                until,
            )
        found = rules(kept.status, kept.body, self._user_agent)
        self._known[place.origin] = found, kept.checked_at
        return found

    def _age(self, moment: datetime) -> float:
        return (self._clock() - moment).total_seconds()

    async def _fetched(self, place: Place, every_s: float, patience: Patience, once: Once) -> Kept:
        """What is there now; what never came is remembered as unreachable."""
        try:
            async with asyncio.timeout(TIME_S) as timer:
                said = await self._followed(place, every_s, patience.within(timer), once)
        except Again as again:
            if again.is_unasked:
                again.place = place
                raise  # nothing was learnt of the host
            said = Said(UNREACHABLE, {})
        except TimeoutError:
            said = Said(UNREACHABLE, {})
        now = self._clock()
        return Kept(place.origin + PATH, said.status, said.headers, said.body, now, now)

    async def _followed(self, place: Place, every_s: float, patience: Patience, once: Once) -> Said:
        """The file itself, through redirects that each lead to a public address."""
        at = place_of(place.origin + PATH, self._allow)
        said = await once(at, READ_BYTES, every_s, patience)
        for _ in range(HOPS):
            to = said.headers.get("location")
            if said.status not in REDIRECTS or not to:
                break
            try:
                at = place_of(joined(at, to), self._allow if place.is_named else frozenset())
                said = await once(at, READ_BYTES, every_s, patience)
            except SeoError:  # it leads to where nobody is asked
                return Said(UNREACHABLE, {})
        return said


def _key(place: Place) -> str:
    """Where the file is remembered among the answers."""
    return f"robots {place.origin}"


def _good_for(status: int) -> int:
    return SHUT_FOR_S if is_unreachable(status) else GOOD_FOR_S
