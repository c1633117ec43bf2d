"""What every service promises: which addresses to ask, and what an answer means. It opens no connection itself."""

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, Protocol

from seo.records import Interest, Licence, Market, Result
from seo.signals.source import Sighting
from seo.web.answers import Answer, Request


@dataclass(frozen=True, slots=True)
class Seed:
    """A phrase in a market's language from which listening starts."""

    text: str
    market: Market


@dataclass(frozen=True, slots=True)
class Ask:
    """What a shop wants to hear of a service."""

    seeds: tuple[Seed, ...]  # most wanted first
    markets: tuple[Market, ...]
    since: date  # what is older was heard before
    today: date
    site: str = ""  # `https://shop.example`, empty when the shop has none yet
    options: tuple[str, ...] = ()  # what shop.toml says of this service: names, addresses, tags
    keys: Mapping[str, str] = field(default_factory=dict, repr=False)  # by variable, of `needs` and `likes`
    at: datetime | None = None  # aware UTC, this moment: only who signs a request needs it


@dataclass(frozen=True, slots=True)
class Errand:
    """One request and whom it is made for."""

    request: Request
    market: Market | None = None
    seed: str = ""
    then: tuple["Errand", ...] = ()  # what the answer, a key, opens; `parse` gives them back in `more`


@dataclass(frozen=True, slots=True)
class Heard:
    """What one answer held. What was not said is None or empty, never 0."""

    sightings: tuple[Sighting, ...] = ()
    results: tuple[Result, ...] = ()
    interest: tuple[Interest, ...] = ()
    more: tuple[Errand, ...] = ()  # the next page, if it is worth asking
    state: Literal["ok", "degraded", "blocked", "empty"] = "ok"  # a 200 is no success by itself
    note: str = ""  # why it is not ok, in words a marketer understands, and the cure
    cost: float | None = None  # US dollars
    quota_left: int | None = None
    wait_s: float | None = None  # the service asks to be left alone for so long


class Service(Protocol):
    """A place on the web where people say what they want. Subclass it; holds no state, opens no connection."""

    name: str
    """In `[listen]` of shop.toml, in reports and on every signal."""

    licence: Licence
    """`open`: published terms and no key · `keyed`: the user's contract · `grey`: undocumented, on only by name."""

    terms: str
    """Where its documentation and terms stand (https://…), and in a few words what they allow."""

    needs: tuple[str, ...] = ()
    """Environment variables it cannot work without."""

    needs_one: tuple[str, ...] = ()
    """Or: environment variables any one of which is enough."""

    likes: tuple[str, ...] = ()
    """Environment variables that make it better."""

    price: float | None = 0.0
    """US dollars one errand costs at most; 0 for nothing, None when the contract says it in another coin."""

    @abstractmethod
    def errands(self, ask: Ask) -> Iterator[Errand]:
        """The first requests, the most worthwhile first: the caller may stop at any of them."""

    @abstractmethod
    def parse(self, answer: Answer, errand: Errand) -> Heard:
        """What an answer means. SourceChanged when it has not the shape it is documented to have."""
