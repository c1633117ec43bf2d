"""One request on its way: each hop looked at anew, with leave of robots.txt, in its turn, up to three tries."""

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

import httpx

from seo.errors import SettingMissing, SourceChanged, SourceDown, SourceRefused
from seo.web.addresses import Place, joined, place_of, vetted
from seo.web.answers import Request, without
from seo.web.leave import Leave
from seo.web.memory import Kept, Turn
from seo.web.pace import Clock, Pace, Patience, shown
from seo.web.retries import TRIES, Again, pause_s
from seo.web.unpacking import OFFERED, Broken, TooLarge
from seo.web.verdict import check_status
from seo.web.wire import Said, Wanted, Wire

HOPS: Final = 3
REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
UNCHANGED: Final = 304
_KEEPS_METHOD: Final = frozenset({307, 308})
_OURS_ALONE: Final = frozenset(
    {
        "host",
        "connection",
        "content-length",
        "transfer-encoding",
        "user-agent",
        "accept-encoding",
        "te",
        "upgrade",
    }
)
"""Headers the door sets itself, whatever a request says."""
_ADDRESSES: Final = 3  # of a name, tried in turn
Resolve = Callable[[str], Awaitable[Sequence[str]]]


async def resolve(host: str) -> Sequence[str]:
    """Every address of a name, in the system's order."""
    found = await asyncio.get_running_loop().getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [str(address[4][0]) for address in found]


@dataclass(frozen=True, slots=True)
class Arrival:
    """Where a request ended and what was said there."""

    said: Said
    place: Place
    turn: Turn


class Asker:
    """Takes requests to the wire. Knows no cache."""

    def __init__(
        self, user_agent: str, allow_hosts: frozenset[str], pace: Pace, leave: Leave, wire: Wire, resolve: Resolve,
        clock: Clock, chance: Callable[[], float],
    ) -> None:  # fmt: skip
        self._user_agent = user_agent
        self._allow = allow_hosts
        self._pace = pace
        self._leave = leave
        self._wire = wire
        self._resolve = resolve
        self._clock = clock
        self._chance = chance

    async def fetch(self, request: Request, first: Place, kept: Kept | None, patience: Patience) -> Arrival:
        """What was said in the end, 2xx or 304; the errors of `Web.ask` for the rest."""
        for nth in range(1, TRIES + 1):
            try:
                return await self._follow(request, first, kept, patience)
            except Again as again:
                await self._after(again, nth, patience)
        raise AssertionError("the last try raises")

    async def _after(self, again: Again, nth: int, patience: Patience) -> None:
        """Wait before the next try, or give up."""
        asked_s = again.after_s
        assert again.place is not None  # _hop saw to it
        if asked_s is not None and asked_s > patience.left_s:
            until = self._clock() + timedelta(seconds=asked_s)
            await self._pace.close(again.place, until, "it asked for that")
            raise SourceRefused(
                f"{again.place.authority} asks to be left alone until {shown(until)}.", until
            ) from again
        if nth >= TRIES or not again.may_repeat or again.is_closed:
            raise again.final from again
        await patience.pause(pause_s(nth, self._chance) if asked_s is None else asked_s)

    # --- hops ---------------------------------------------------------------------------------------------

    async def _follow(self, request: Request, first: Place, kept: Kept | None, patience: Patience) -> Arrival:
        place = first
        for _ in range(HOPS + 1):
            every_s = request.every_s
            if request.is_page:
                every_s = max(every_s, await self._leave.for_page(place, every_s, patience, self.once))
            arrival = await self._hop(
                request, place, self._headers(request, first, place, kept), every_s, patience
            )
            to = arrival.said.headers.get("location")
            if arrival.said.status not in REDIRECTS or not to:
                return arrival
            place = self._next(request, first, place, arrival.said.status, to)
        raise SourceChanged(
            f"{first.shown} redirects more than {HOPS} times: look at the address in a browser."
        )

    def _next(self, request: Request, first: Place, place: Place, status: int, to: str) -> Place:
        try:
            # A host of ours may send us on among ours; a stranger may not send us to one of ours.
            allow = self._allow if first.is_named else frozenset()
            target = place_of(joined(place, to), allow)
            if not target.is_same_host(
                first
            ):  # a server that repeats our key in its Location takes it nowhere
                target = place_of(without(target.url, request.hidden), allow)
        except SourceRefused as error:
            raise SourceRefused(f"{place.shown} redirects to where nobody is asked: {error}") from error
        if place.scheme == "https" and target.scheme == "http":
            raise SourceRefused(
                f"{place.shown} redirects from https to http ({target.authority}): not followed."
            )
        if request.method != "GET" and not (status in _KEEPS_METHOD and target.is_same_host(first)):
            raise SourceChanged(
                f"{place.shown} has moved ({status}): correct its address; what is sent there goes nowhere else."
            )
        return target

    async def _hop(
        self, request: Request, place: Place, headers: Mapping[str, str], every_s: float, patience: Patience
    ) -> Arrival:
        """One exchange in its turn; a failure is counted against the host before it is passed on."""
        turn = await self._pace.turn(place, every_s, patience)
        wanted = Wanted(
            request.method, headers, request.body, request.limit_bytes, frozenset(request.lets_in)
        )
        try:
            said = await self._exchange(place, wanted)
            if said.status not in REDIRECTS and said.status != UNCHANGED:
                check_status(said, place, request, self._clock())
        except Again as again:
            again.place = place
            if not again.is_unasked:
                again.is_closed = await self._pace.failed(place, str(again)) is not None
            raise
        except (SourceRefused, SourceChanged):
            await self._pace.worked(place, turn)  # it answered, if not as we like it
            raise
        return Arrival(said, place, turn)

    # --- the wire -----------------------------------------------------------------------------------------

    async def once(self, place: Place, limit_bytes: int, turn_s: float, patience: Patience) -> Said:
        """A plain GET without another try, a redirect or a judgement: how robots.txt is asked. Again when it fails."""
        await self._pace.turn(place, turn_s, patience)
        headers = {
            "User-Agent": self._user_agent,
            "Accept": "text/plain, */*;q=0.1",
            "Accept-Encoding": OFFERED,
        }
        return await self._exchange(place, Wanted("GET", headers, b"", limit_bytes, frozenset(), is_cut=True))

    async def _exchange(self, place: Place, wanted: Wanted) -> Said:
        """What a vetted address of the host says. Again for whatever may be otherwise in a moment."""
        addresses = vetted(place, await self._addresses(place))
        *first, last = addresses[:_ADDRESSES]
        for address in first:
            try:
                return await self._say(place, address, wanted)
            except _NotThere:
                continue  # the next address of the same host; nothing was sent
        return await self._say(place, last, wanted)

    async def _addresses(self, place: Place) -> Sequence[str]:
        try:
            return [str(ipaddress.ip_address(place.host))]
        except ValueError:
            pass
        try:
            found = await self._resolve(place.host)
        except (OSError, UnicodeError) as error:
            is_brief = isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN
            raise _nameless(place, may_repeat=is_brief) from error
        if not found:
            raise _nameless(place, may_repeat=False)
        return found

    async def _say(self, place: Place, address: str, wanted: Wanted) -> Said:
        host, is_get = place.authority, wanted.method == "GET"
        try:
            return await self._wire.exchange(place, address, wanted)
        except (httpx.ConnectError, httpx.ConnectTimeout) as error:
            if _is_certificate(error):
                raise SourceRefused(
                    f"{host} shows a certificate that is not its own or has run out: not asked."
                ) from error
            raise _NotThere(SourceDown(f"{host} cannot be reached: again in a minute.")) from error
        except httpx.TimeoutException as error:
            raise Again(SourceDown(f"{host} is too slow: again in a minute."), may_repeat=is_get) from error
        except httpx.LocalProtocolError:
            raise SettingMissing(
                f"{host}: what is to be sent is no valid request: copy the key anew."
            ) from None
        except httpx.TransportError as error:
            raise Again(
                SourceDown(f"{host} broke off its answer: again in a minute."), may_repeat=is_get
            ) from error
        except Broken as error:
            raise Again(
                SourceDown(f"{place.shown}: {error}: again in a minute."), may_repeat=is_get
            ) from error
        except TooLarge:
            raise SourceChanged(
                f"{place.shown} sends more than {wanted.limit_bytes:,} bytes (unpacked): it is not read."
            ) from None

    def _headers(self, request: Request, first: Place, place: Place, kept: Kept | None) -> dict[str, str]:
        """What is sent on this hop: a secret goes to the host it is meant for and to no other."""
        headers = {
            "User-Agent": self._user_agent,
            "Accept": ", ".join(request.accepts),
            "Accept-Encoding": OFFERED,
        }
        if request.body:
            headers["Content-Type"] = "application/json"
        for name, value in request.headers.items():
            lower = name.lower()
            if lower in _OURS_ALONE or (is_secret(lower) and not place.is_same_host(first)):
                continue
            headers = {known: what for known, what in headers.items() if known.lower() != lower} | {
                name: value
            }
        if kept and request.method == "GET" and place.is_same_host(first):
            marks = {
                "If-None-Match": kept.headers.get("etag"),
                "If-Modified-Since": kept.headers.get("last-modified"),
            }
            headers |= {name: value for name, value in marks.items() if value}
        return headers


def _nameless(place: Place, *, may_repeat: bool) -> Again:
    again = Again(
        SourceDown(f"{place.host} has no address: look at its name, or at the network."),
        may_repeat=may_repeat,
    )
    again.is_unasked = True
    return again


class _NotThere(Again):
    """Nobody listens at this address; nothing was sent."""


def is_secret(header: str) -> bool:
    """Whether a header (in lower case) could hold a key: all but what says how we want to be answered."""
    return not header.startswith("accept") and header != "content-type"


def _is_certificate(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
