"""One exchange with one address: connect, ask, read what may be read. Follows nothing, stores nothing.

A connection is used once. A pool would hand an open connection to whoever asks the same IP address next, under
whichever name; and httpcore 1.0.9 loses slots of a shared pool when a deadline cancels a request
(encode/httpcore#1093). TLS names are checked against the host, not the address:
https://www.encode.io/httpcore/extensions/#sni_hostname
"""

import ssl
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

import httpx

from seo.web.addresses import Place
from seo.web.unpacking import TooLarge, Unpacker

CONNECT_S: Final = 5.0
READ_S: Final = 10.0
_NO_POOL: Final = httpx.Limits(max_connections=1, max_keepalive_connections=0)
_TIMEOUT: Final = httpx.Timeout(READ_S, connect=CONNECT_S).as_dict()


@dataclass(frozen=True, slots=True)
class Said:
    """An answer of any status; the body only where it was wanted."""

    status: int
    headers: Mapping[str, str]  # names in lower case
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to send and how much to take in."""

    method: Literal["GET", "POST"]
    headers: Mapping[str, str]
    body: bytes
    limit_bytes: int
    statuses: frozenset[int]  # whose bodies are read besides those of 2xx
    is_cut: bool = False  # past the limit: keep the beginning (robots.txt) instead of refusing


class Wire:
    """Holds the certificates that are trusted, made when first needed: 20 ms."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self._tls = tls
        self._plain = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # for http: unused, and would trust nobody

    async def exchange(self, place: Place, address: str, wanted: Wanted) -> Said:
        """What `place` answers at a vetted address. httpx.TransportError, TooLarge, Broken."""
        context = self._trusted() if place.scheme == "https" else self._plain
        request = httpx.Request(
            wanted.method,
            _at(place, address),
            headers={"Host": place.authority, "Connection": "close", **wanted.headers},
            content=wanted.body or None,
            extensions={"timeout": _TIMEOUT, "sni_hostname": place.host},
        )
        async with httpx.AsyncHTTPTransport(verify=context, trust_env=False, limits=_NO_POOL) as transport:
            response = await transport.handle_async_request(request)
            try:
                headers = dict(response.headers)
                is_read = response.status_code // 100 == _FINE or response.status_code in wanted.statuses
                body = await _read(response, wanted) if is_read else b""
                return Said(response.status_code, headers, body)
            finally:
                await response.aclose()

    def _trusted(self) -> ssl.SSLContext:
        if self._tls is None:
            self._tls = httpx.create_ssl_context(trust_env=False)
        return self._tls


_FINE: Final = 2


def _at(place: Place, address: str) -> httpx.URL:
    target = place.target.encode("ascii")
    return httpx.URL(f"{place.scheme}://{_bracketed(address)}:{place.port}/").copy_with(raw_path=target)


def _bracketed(address: str) -> str:
    return f"[{address}]" if ":" in address else address


async def _read(response: httpx.Response, wanted: Wanted) -> bytes:
    unpacker = Unpacker(response.headers.get("content-encoding", ""), wanted.limit_bytes)
    try:
        async for piece in _pieces(response):
            unpacker.feed(piece)
    except TooLarge:
        if wanted.is_cut:
            return unpacker.part()
        raise
    return unpacker.whole()


async def _pieces(response: httpx.Response) -> AsyncIterator[bytes]:
    """As they come from the wire, still packed."""
    assert isinstance(response.stream, httpx.AsyncByteStream)
    async for piece in response.stream:
        yield piece
