"""What we tell them, as frozen values: facts, assignments, drafts, findings, scores, publications."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from seo.records import Market, Topic

# --- the ledger -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Unknown:
    """A fact nobody has stated. It is a value: it is never taken for `no`, 0 or an empty text."""


UNKNOWN = Unknown()


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit as the shop states it. Unit symbols are UCUM-like: cm, kg, l, W, d, `%`, `` (a count)."""

    amount: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Span:
    """A range with two ends and one unit, `3-5 working days`. It stays two numbers; it is never averaged."""

    low: Decimal
    high: Decimal
    unit: str


@dataclass(frozen=True, slots=True)
class Money:
    """A price in minor units of its currency (ISO 4217): 4980 JPY is ¥4,980, 4990 EUR is €49.90."""

    minor: int
    currency: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One word or phrase out of a fixed set, in the catalogue's language: `polyester`, `drip coffee maker`."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """Free text by language. A language without text is unknown in that language."""

    by_language: tuple[tuple[str, str], ...]

    def get(self, language: str) -> str | None:
        """The text in a language; None means nobody wrote one."""
        return dict(self.by_language).get(language)


@dataclass(frozen=True, slots=True)
class Many:
    """Alternatives that stand side by side (a family's widths, two materials): never joined, averaged or widened."""

    values: tuple["Quantity | Span | Money | Choice", ...]


Value = Unknown | bool | Quantity | Span | Money | Choice | Text | Many | date


def sides_of(value: Value) -> tuple[Value, ...]:
    """What stands side by side in a value; of any but `Many` itself."""
    return value.values if isinstance(value, Many) else (value,)


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of truth about a product, the shop or a piece of evidence, and where it stands."""

    subject: str  # a product's handle, `shop`, or `evidence-<name>`
    key: str  # attribute key, `content.lexicon.keys.KEY`
    value: Value
    source: str  # `products.csv`
    row: int | None = None  # 1-based line in the source
    column: str = ""  # the header or TOML key, as written
    market: str | None = None  # a country (`DE`) or None for everywhere
    valid_from: date | None = None
    valid_until: date | None = None
    by: str = (
        ""  # the person who accepted it, `Anna Weber, 2026-11-25`; empty when the shop's own file states it
    )

    @property
    def reference(self) -> str:
        """`handle.attribute`, as it stands between double braces in a draft."""
        return f"{self.subject}.{self.key}"


@dataclass(frozen=True, slots=True)
class Product:
    """A family (what a shopper calls one product) or one of its variants."""

    handle: str  # permanent, `[a-z0-9-]+`
    sku: str  # as the shop writes it, spaces and slashes kept; a family without its own has its first variant's
    title: str  # in the catalogue's language
    brand: str
    category: str  # key, empty when none could be told
    variants: tuple[str, ...] = ()  # handles; empty for a variant and for a product that comes in one form
    family: str = ""  # handle of the family, empty for a family
    image: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Advice:
    """A shop's own guidance, written by its people per language; numbers in it are references."""

    id: str
    aspect: str  # `size`, `care`, `cut`, ... (content/lexicon/aspects.csv)
    about: tuple[str, ...]  # category keys and handles; empty = the whole shop
    title: Text
    answer: Text  # one or two sentences that answer at once
    body: Text  # Markdown: a paragraph, or a list of steps
    source: str = ""
    by: str = ""  # name and role of the person whose advice it is; empty: the shop's as a whole


@dataclass(frozen=True, slots=True)
class Evidence:
    """First-hand experience of the shop: a measurement, a return-reason table, a note by a named member of staff."""

    id: str
    kind: Literal["measurement", "returns", "note"]
    aspect: str
    about: tuple[str, ...]  # category keys and handles
    by: str  # name and role of the person who stands behind it
    on: date
    text: Text  # may hold references to its own facts: {{evidence-<id>.<key>}}
    source: str = ""
    counted: tuple[str, ...] = ()  # of returns: the sizes and colours (else products) that its rows are about
    reasons: tuple[
        tuple[str, str], ...
    ] = ()  # of returns: a key in words -> as it was written, where they differ
    picture: str = ""  # a file of the folder `evidence`
    alt: Text = Text(())  # what is seen on it, in the words of the shop's people


# --- plan -------------------------------------------------------------------------------------------------


class Action(StrEnum):
    """What becomes of a topic this week."""

    WRITE = "write"
    REFRESH = "refresh"  # a page has it and could do better: rewrite that one
    CONSOLIDATE = "consolidate"  # several pages share it: make one of them
    LINK = "link"  # an existing page serves it
    HOLD = "hold"  # missing data, or covered by one of ours
    SKIP = "skip"  # not this shop's business


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that would let a topic be answered."""

    subject: str
    key: str
    label: str  # the column to fill in
    needed_for: str  # the question or topic it would answer


@dataclass(frozen=True, slots=True)
class Opportunity:
    """How much a topic deserves a page: 100 · season · demand^.35 · gap^.25 · fit^.20 · ease^.20.

    Each factor is 0-1; the season (0.7-1.3, its trend included) is 1 while nobody has measured it.
    """

    points: float
    demand: float
    gap: float
    fit: float
    ease: float
    season: float = 1.0
    reasons: tuple[tuple[str, str], ...] = ()  # factor -> why, in words
    volume: int | None = None  # searches a month, where a source publishes it; else unknown
    volume_source: str = ""
    earns: int | None = None  # clicks more, estimated from what was seen; None: nobody counted
    answerable: float | None = None  # share (0-1) of its questions the shop can answer


@dataclass(frozen=True, slots=True)
class Support:
    """How often a topic was heard, in how many places and since when."""

    heard: int = 0
    sources: int = 0
    since: date | None = None
    shown: int | None = None  # impressions of its searches; None where nobody counted
    uncounted: int = 0  # of its searches those without impressions, where others have them


@dataclass(frozen=True, slots=True)
class PlannedLink:
    """A link the page is to hold: to the shop, or to another article."""

    url: str  # empty while that article has no address
    anchor: str
    kind: Literal["category", "product", "article"]
    concept: str = ""  # of the article it leads to


@dataclass(frozen=True, slots=True)
class Variant:
    """Another market of the same language that the article serves, and in what it is not the same there."""

    locale: str
    differs: tuple[str, ...]  # in words; empty: the same text does


@dataclass(frozen=True, slots=True)
class Assignment:
    """A topic chosen for an ISO week in one market: what to write, about what, and why."""

    id: str
    week: str  # `2026-W48`
    ordinal: int  # running number of articles in this language in this shop: rotates the wording
    market: Market
    topic: Topic
    concept: (
        str  # `category-or-handle/aspect`: one page per concept and market; equal concepts are translations
    )
    aspect: str
    category: str  # category key or empty (a shop matter such as delivery)
    handles: tuple[str, ...]  # families the page is about
    attributes: tuple[str, ...]  # attribute keys the page rests on, the most asked first
    action: Action
    why: str  # one sentence for the marketer
    opportunity: Opportunity
    target_url: str = ""  # the category or product page it leads to
    covered_by: str = ""  # URL of the page that serves it already (LINK, HOLD)
    missing: tuple[Missing, ...] = ()
    collides: tuple[str, ...] = ()  # addresses of pages that come near: it must not answer what they answer
    open_share: float | None = None  # 0-1 of its questions that no other page answers; None: nobody asked one
    support: Support = Support()
    now: str = ""  # why this week, in words
    pillar: str = ""  # the wider subject it belongs to
    is_hub: bool = False  # the page of its pillar that leads to the others
    links: tuple[PlannedLink, ...] = ()
    links_from: tuple[
        str, ...
    ] = ()  # who will lead to it: addresses, or concepts of articles of the same week
    variants: tuple[Variant, ...] = ()
    translations: tuple[str, ...] = ()  # ids of the same topic in other languages
    by: str = ""  # the person who added, pinned or placed it


# --- drafts, findings, scores ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reliance:
    """A block of the draft (0-based, split at blank lines) rests on a fact or claim, with what it said."""

    block: int
    reference: str  # `handle.key`, rendered or not, or a claim: `highest(width; category:curtains)`
    value: str  # `content.reliance.state(reference, …)` at the time of writing


@dataclass(frozen=True, slots=True)
class Link:
    """A link the page offers, checked against the inventory."""

    url: str
    text: str
    kind: Literal["product", "category", "article", "other"] = "article"


@dataclass(frozen=True, slots=True)
class Head:
    """What a page says of itself beside its text, as written; empty where it says nothing."""

    canonical: str = ""
    alternates: tuple[tuple[str, str], ...] = ()  # BCP 47 tag or `x-default`, address
    noindex: bool = False
    author: str = ""
    date: str = ""
    updated: str = ""
    disclosure: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """Markdown with references, one version. The title is the H1; the body begins with the answer."""

    title: str  # may hold references
    description: str  # may hold references
    body: str
    language: str
    market: str  # locale; empty when a file from elsewhere does not say
    keyword: str = ""
    questions: tuple[str, ...] = ()
    sku: str = ""  # the product or handle it is about, when it is about one
    written_by: str = "assembler"  # `assembler`, `model:<name>`, `person:<name>`, `file`
    version: int = 1
    relies: tuple[Reliance, ...] = ()
    wordings: tuple[str, ...] = ()  # ids of the phrase patterns used: `headings.table.3`
    source: str = ""  # the file it was read from
    offset: int = 0  # code points of front matter before the body in that file
    title_at: int = 0  # where the title begins in that file
    description_at: int | None = (
        None  # where the description begins in that file; None: it stands outside the text
    )
    head: Head = Head()
    author_at: int | None = None  # where the file names its author; None: nowhere
    links: tuple[str, ...] = ()  # addresses its brief offered
    rounds: int = 0  # how often a model has had it back for its findings
    note: str = ""  # what a reviewer should know of its making: that a model was to write it and did not


class Severity(StrEnum):
    """What a finding does: `block` caps the score and keeps the page from the site."""

    BLOCK = "block"
    WARN = "warn"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Proof:
    """The row that proves or contradicts: where, which line, what it says. Empty strings when there is none."""

    source: str = ""
    row: int | None = None
    value: str = ""


@dataclass(frozen=True, slots=True)
class Waiver:
    """A person's decision that a finding may stand, and why. A changed sentence is a new finding."""

    rule: str
    quote: str  # the words found, blanks folded
    passage: str  # the sentence they stand in, blanks folded; empty: any
    by: str
    why: str
    at: datetime
    key: str = ""  # the article's key, or a file's name; empty: any


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check saw."""

    rule: str  # `number.contradicted`, see content/checks/rules.csv
    severity: Severity
    span: tuple[int, int]  # Unicode code points in the draft's file as read, or in `title + "\n\n" + body`
    quote: str
    evidence: Proof
    cure: str
    cap: int | None = None
    waived: Waiver | None = None  # a person lets it stand: a note then, that neither blocks nor caps


@dataclass(frozen=True, slots=True)
class Cap:
    """The most points an article with this finding can have."""

    rule: str
    cap: int


@dataclass(frozen=True, slots=True)
class Score:
    """Points 0-100, a heuristic and not a ranking prediction. Without a judge at most 75."""

    points: float
    verified: bool
    interval: tuple[float, float] | None
    caps: tuple[Cap, ...]
    dimensions: tuple[tuple[str, float | None], ...]  # None = could not be measured, earns nothing
    scorer: str = "rules-1"
    calibration: str = (
        "uncalibrated"  # what 85 means: nothing but our own scale until ratings from outside exist
    )
    uncapped: float | None = (
        None  # points before any cap; what damage costs is seen here though a cap hides it
    )
    whole: tuple[
        tuple[str, float], ...
    ] = ()  # why the text as a whole counts for less than its parts, and by what


class State(StrEnum):
    """Where an article stands."""

    DRAFTED = "drafted"
    CHECKED = "checked"
    HELD = "held"
    AWAITING = "awaiting approval"
    APPROVED = "approved"
    PUBLISHED = "published"
    LIVE = "live"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    STALE = (
        "stale"  # what it says is not so any more: off the site until it is written anew, or the fact returns
    )
    REFRESHED = "refreshed"  # its figures are new and checked: goes out with the next build


@dataclass(frozen=True, slots=True)
class Article:
    """An assignment's draft with everything known about it: what review, preview and publishers read."""

    key: str  # stable hash of shop, concept and locale
    slug: str  # ASCII
    assignment: Assignment
    draft: Draft
    findings: tuple[Finding, ...] = ()
    score: Score | None = None
    state: State = State.DRAFTED
    reason: str = ""  # why it is held or what it waits for
    approved_by: str = ""  # `person:<name>` or `rule:<owner>`
    published_at: datetime | None = None
    updated_at: datetime | None = None  # the text changed, not merely a price
    url: str = ""
    refreshed_at: datetime | None = None  # its figures changed and were checked again, its text did not


@dataclass(frozen=True, slots=True)
class Publication:
    """What a target holds of an article."""

    key: str
    target: str
    fingerprint: str  # of the filled page
    url: str
    state: State
    remote_id: str = ""
    dropped: tuple[str, ...] = field(default_factory=tuple)
