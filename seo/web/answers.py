"""What is asked of the web and what came back, as frozen values. Opens nothing."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final, Literal, Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

DAY_S: Final = 86_400
JSON: Final = ("application/json", "application/javascript", "text/javascript", "text/plain")
FEED: Final = ("application/xml", "text/xml", "application/rss+xml", "application/atom+xml", "text/plain")
PAGE: Final = ("text/html", "application/xhtml+xml")


def without(url: str, hidden: tuple[str, ...]) -> str:
    """An address without its secret parameters, as the rest of it was written."""
    parts = urlsplit(url)
    if not hidden or not parts.query:
        return urlunsplit(parts._replace(fragment=""))
    pairs = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if pair[0] not in hidden]
    return urlunsplit(parts._replace(query=urlencode(pairs), fragment=""))


@dataclass(frozen=True, slots=True, repr=False)
class Request:
    """One question to one address. The defaults are the polite ones; each exception is a field.

    Shown it is a method and an address without its secrets: a request stands in logs and in failing tests.
    """

    url: str
    method: Literal["GET", "POST"] = "GET"
    headers: Mapping[str, str] = field(default_factory=dict)  # may hold a key: never stored, never shown
    body: bytes = b""
    accepts: tuple[str, ...] = JSON  # media types let in, parameters left out
    limit_bytes: int = 3_000_000  # after decompression
    max_age_s: int = (
        DAY_S  # a stored answer younger than this is taken; older ones are asked for conditionally
    )
    every_s: float = 1.0  # at least, between two requests to one host
    is_page: bool = False  # robots.txt is asked first; an API with published terms needs no such leave
    hidden: tuple[
        str, ...
    ] = ()  # query parameters that are secret: left out of the cache key, logs and errors
    lets_in: tuple[int, ...] = ()  # further statuses whose answers the caller reads itself; never stored
    is_kept: bool = True  # False: the answer is itself a key, so it is asked anew and written nowhere

    @property
    def shown(self) -> str:
        """The address without what is secret in it."""
        return without(self.url, self.hidden)

    def __repr__(self) -> str:
        return f"Request({self.method} {self.shown})"


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address said. Only 2xx (and what `lets_in` names) comes as an answer; everything else is an error that
    says what to do.
    """

    url: str  # after redirects, secrets left out
    status: int
    headers: Mapping[str, str] = field(repr=False)  # names in lower case
    body: bytes = field(repr=False)  # decompressed
    fetched_at: datetime  # aware UTC; of the first fetch when it was stored or answered 304
    is_stored: bool = False


class Web(Protocol):
    """Whatever answers requests: the door itself, or ten lines in a test."""

    @abstractmethod
    async def ask(self, request: Request) -> Answer:
        """The answer, of 2xx only. SourceDown: again in a minute. SourceRefused: not before `until`."""
