"""What people want, as frozen values. Nothing here knows of an article or a database."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

LANGUAGES: tuple[str, ...] = ("en", "es", "fr", "de", "ar", "ja")
"""The languages Acreage writes in. Signals in any other are kept and reported, not written for."""


@dataclass(frozen=True, slots=True)
class Market:
    """Where and in which tongue a shop sells: `de-DE`, euro, and its share (0-1) of the week's articles."""

    locale: str
    currency: str
    share: float = 1.0

    @property
    def language(self) -> str:
        """BCP 47 primary subtag, `de`."""
        return self.locale.split("-")[0]

    @property
    def country(self) -> str:
        """ISO 3166 alpha-2, `DE`."""
        return self.locale.split("-")[-1]


Licence = Literal["own", "open", "keyed", "grey"]
"""The user's own data · no key, published terms · the user's contract · undocumented, on only by name."""


class SignalKind(StrEnum):
    """How the interest was voiced."""

    QUERY = "query"
    QUESTION = "question"
    REVIEW = "review"
    SUGGESTION = "suggestion"  # a search box or an encyclopedia offered it
    HEADING = "heading"  # somebody's page or feed is about it


@dataclass(frozen=True, slots=True)
class Signal:
    """One observed piece of consumer interest, cleaned of personal data.

    Exact repeats are folded: `count` says how many were seen. A metric that was not given is None, never 0.
    """

    id: str  # sha256 of language, kind, product and normalised text, first 16 hex digits
    text: str
    kind: SignalKind
    source: str  # the file or adapter it came from, `signals/questions.csv`
    language: str
    language_confidence: float
    count: int = 1
    row: int | None = None  # 1-based line of its first sighting
    country: str | None = None  # ISO 3166, when the source says it
    sku: str | None = None  # as the source writes it; the ledger resolves it
    rating: float | None = None  # 1-5, reviews only
    observed_on: date | None = None
    clicks: int | None = None
    impressions: int | None = None
    position: float | None = None
    licence: Licence = "own"
    sources: tuple[str, ...] = ()  # everywhere it was heard, `source` among them; a few are never a trend
    first_seen: date | None = None  # the first week's Monday in which it was heard
    url: str = ""  # where it can be read
    seed: str = ""  # the phrase that was asked about
    rank: int | None = None  # 1-based place among suggestions
    votes: int | None = None
    answers: int | None = None  # how many people answered; 0 is a question left open
    volume: int | None = None  # searches a month, only from a source that publishes it
    volume_source: str = ""  # and which, with its month: `bing webmaster 2026-10`


@dataclass(frozen=True, slots=True)
class Result:
    """One place of a results page, as somebody's search engine showed it on a day."""

    query: str
    locale: str  # of the market it was asked for, `de-DE`
    rank: int  # 1-based
    url: str
    title: str
    snippet: str
    source: str
    seen_on: date


@dataclass(frozen=True, slots=True)
class Interest:
    """How often an encyclopedia's article was read, month by month: the season of a subject."""

    title: str
    language: str
    months: tuple[
        tuple[str, int], ...
    ]  # (`2026-10`, views), oldest first; a month without figures is not in it
    source: str
    seed: str = ""  # the phrase that led to the article


@dataclass(frozen=True, slots=True)
class SourceReport:
    """What a source brought, and what it could not: shown beside the week."""

    source: str
    state: Literal["ok", "degraded", "blocked", "empty"]
    read: int  # rows seen
    kept: int  # distinct signals after folding
    folded: int = 0  # exact repeats added to a count
    redacted: int = 0  # texts from which personal data was taken
    dropped: int = 0  # noise: no letters, markup, too long
    note: str = ""
    shape: str = ""  # what it was taken for: `search console`, `reviews`; empty when nothing was recognised
    cost: float | None = None  # US dollars; None where nothing is paid
    quota_left: int | None = None
    retry_after: datetime | None = None  # aware UTC: not asked again before
    stands_from: str = ""  # the earlier week whose signals stand in for a source that failed


@dataclass(frozen=True, slots=True)
class Keyword:
    """A normalised phrase with its demand and the signals behind it."""

    phrase: str  # as a consumer typed it
    key: str  # base forms of its words, numbers, how it is asked: what makes two phrases the same
    language: str
    demand: float  # 0-100, a percentile within language and source, never a volume
    count: int  # how many times it was seen
    signals: tuple[str, ...] = ()  # Signal.id


class Intent(StrEnum):
    """Why somebody searches (Broder 2002, with `commercial` for comparing before buying)."""

    INFORMATIONAL = "informational"
    COMMERCIAL = "commercial"
    TRANSACTIONAL = "transactional"
    NAVIGATIONAL = "navigational"


@dataclass(frozen=True, slots=True)
class Question:
    """A question somebody asked, in their words."""

    text: str
    count: int = 1
    source: str = ""
    sku: str | None = None
    signal: str = ""  # Signal.id


@dataclass(frozen=True, slots=True)
class Topic:
    """Keywords of one search intent in one language: what one page could answer."""

    id: str
    language: str
    name: str  # the member with the highest demand among those nearest the centre, as typed
    intent: Intent
    intent_confidence: float
    intent_by: str  # the rule or prototype that decided, in words
    keywords: tuple[Keyword, ...]
    questions: tuple[Question, ...]  # distinct, most asked first
    demand: float  # 0-100, the highest of its keywords
    origin: Literal["signals", "catalogue", "person"] = "signals"
    countries: tuple[str, ...] = ()
    pillar: str = ""  # the wider subject it belongs to: the name of that subject's strongest topic
    translations: tuple[str, ...] = ()  # ids of the topics of other languages that mean the same
    rules: str = (
        ""  # the sum of `rules.py` by which its keys and questions were told; empty where nobody knows
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A search that shows a page, as the search engine counted it. What it did not say is None."""

    query: str
    impressions: int | None = None
    clicks: int | None = None
    position: float | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """Anything already on the shop's site, ours or theirs: the inventory."""

    url: str
    title: str
    kind: Literal["product", "category", "article", "other"]
    language: str
    heading: str = ""
    ours: bool = False
    market: str = ""  # a country (`DE`); empty: every market of the language
    canonical: str = ""  # the address it names as the original; empty: itself
    questions: tuple[str, ...] = ()  # it is known to answer: those an article of ours was written for
    found_with: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Clustering:
    """Members by cluster, and the rest; every input stands in exactly one place."""

    clusters: tuple[tuple[int, ...], ...]
    unclustered: tuple[int, ...]
    level: str = field(default="")  # which granularity was chosen and why, in words
