"""The door: the one way to the web. Polite, bounded, patient for 20 seconds, and to public addresses alone.

What it promises is in `answers.py`; each rule has a file of its own beside this one: `addresses`, `robots` and
`leave`, `pace`, `retries`, `wire`, `unpacking`, `verdict`, `blocked`, `memory`.

It is no HTTP cache: how old an answer may be is the request's to say, so a host's Cache-Control is not read, only its
ETag and Last-Modified. Nothing is logged here; httpx's own client would log whole addresses, so its transport is used
without it.
"""

import asyncio
import random
import ssl
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Final
from weakref import WeakValueDictionary

from seo.errors import SettingMissing, SourceDown, SourceRefused
from seo.web.addresses import Place, place_of
from seo.web.answers import Answer, Request, Web, without
from seo.web.asking import UNCHANGED, Arrival, Asker, Resolve, is_secret, resolve
from seo.web.leave import Leave
from seo.web.memory import KEPT_DAYS, Kept, Memory, key_of
from seo.web.pace import DEADLINE_S, Clock, Pace, Patience, Sleep
from seo.web.verdict import Walled, check_body, check_status
from seo.web.wire import Wire

_FINE: Final = 2
_QUICK_BYTES: Final = 50_000
_UNSEEN: Final = frozenset({"set-cookie", "set-cookie2"})  # a session is nobody's business


def _now() -> datetime:
    return datetime.now(UTC)


class Door(Web):
    """Asks the web for one shop; `async with` it for the length of a run, so that counts and locks are the run's."""

    def __init__(
        self,
        user_agent: str,
        memory: Memory,
        allow_hosts: frozenset[str] = frozenset(),
        *,
        resolve: Resolve = resolve,
        clock: Clock = _now,
        sleep: Sleep = asyncio.sleep,
        chance: Callable[[], float] = random.random,
        tls: ssl.SSLContext | None = None,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        """`allow_hosts`: `localhost:8888` opens loopback there; `192.168.1.5:8080` that address; `tls`: None trusts
        certifi.
        """
        self._memory = memory
        self._allow = frozenset(host.lower() for host in allow_hosts)
        self._clock = clock
        self._sleep = sleep
        self._deadline_s = deadline_s
        self._pace = Pace(memory, clock)
        leave = Leave(user_agent, self._allow, memory, clock)
        self._asker = Asker(user_agent, self._allow, self._pace, leave, Wire(tls), resolve, clock, chance)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def __aenter__(self) -> "Door":
        before = self._clock() - timedelta(days=KEPT_DAYS)
        await asyncio.to_thread(self._memory.forget, before)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing is left open: each connection ends with its request."""

    async def ask(self, request: Request) -> Answer:
        """The answer, of 2xx only (and `lets_in`). SourceDown: again in a minute. SourceRefused: not before `until`.
        SourceChanged: not what was expected there.
        """
        place = place_of(request.url, self._allow)
        _check_secrets(request, place)
        key = key_of(request)
        async with self._locks.setdefault(
            key, asyncio.Lock()
        ):  # two who ask the same: the second hears what is stored
            kept = await asyncio.to_thread(self._memory.recall, key)
            if kept and (self._clock() - kept.checked_at).total_seconds() < request.max_age_s:
                return _stored(kept)
            return await self._fetch(request, place, key, kept)

    async def _fetch(self, request: Request, place: Place, key: str, kept: Kept | None) -> Answer:
        if request.is_page:
            self._pace.count_page(place)
        try:
            async with asyncio.timeout(self._deadline_s) as timer:
                arrival = await self._asker.fetch(request, place, kept, Patience(self._sleep, timer))
        except TimeoutError as error:
            await self._pace.failed(place, f"no whole answer within {self._deadline_s:g} s")
            raise SourceDown(
                f"{place.shown} gave no whole answer within {self._deadline_s:g} s: again in a minute."
            ) from error
        return await self._accept(request, arrival, key, kept)

    async def _accept(self, request: Request, arrival: Arrival, key: str, kept: Kept | None) -> Answer:
        """What may be handed on, stored; the rest is refused."""
        said, place, now = arrival.said, arrival.place, self._clock()
        if said.status == UNCHANGED and kept:
            await self._pace.worked(place, arrival.turn)
            await asyncio.to_thread(self._memory.confirm, key, now)
            return _stored(kept)
        check_status(said, place, request, now)
        url = without(place.url, request.hidden)
        headers = {name: value for name, value in said.headers.items() if name not in _UNSEEN}
        if said.status // 100 == _FINE:
            await self._check_body(request, arrival, now)
            if request.is_kept:
                fresh = Kept(url, said.status, headers, said.body, now, now)
                await asyncio.to_thread(self._memory.keep, key, place.authority, fresh)
        await self._pace.worked(place, arrival.turn)
        return Answer(url, said.status, headers, said.body, now)

    async def _check_body(self, request: Request, arrival: Arrival, now: datetime) -> None:
        try:
            if len(arrival.said.body) < _QUICK_BYTES:
                check_body(arrival.said, arrival.place, request, now)
            else:  # a long page must not stop the clocks of other requests
                await asyncio.to_thread(check_body, arrival.said, arrival.place, request, now)
        except Walled:
            await self._pace.failed(arrival.place, "a captcha or consent page")
            raise


def _stored(kept: Kept) -> Answer:
    headers: Mapping[str, str] = dict(kept.headers)
    return Answer(kept.url, kept.status, headers, kept.body, kept.fetched_at, is_stored=True)


def _check_secrets(request: Request, place: Place) -> None:
    """A key is never sent in clear, nor in a form that would end up in an error's text."""
    secrets = [name for name in request.headers if is_secret(name.lower())]
    if (secrets or request.hidden) and place.scheme == "http" and not place.is_named:
        raise SourceRefused(
            f"{place.authority}: a key is not sent without encryption: write https:// in its address."
        )
    for name, value in request.headers.items():
        if not (name.isascii() and value.isascii() and value.isprintable() and name.isprintable()):
            raise SettingMissing(
                f"{place.authority}: the value for {name!r} holds signs no key has: copy it anew."
            )
