"""A place that others run (a CMS, a repository, a shop's own backend): what each of them promises.

A new one is a file in this folder with one class, and a line in `PLACES`. It speaks the place's language and
nothing more: what is created when, what is not written twice, what to do after a lost answer and whose words
win is decided in `placing.py`, the same for all. Errors are cut by what the caller must do (`content/errors.py`):
PublishDown, PublishUnknown, PublishConflict, PublishRefused. No method logs, prints or repeats the secret.
"""

import html
import re
from abc import abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from time import sleep
from typing import ClassVar, Literal, Protocol

from content.shop import Shop, Target

Fields = Mapping[str, str]
"""An article in a place's own words, by the name of the field: what is sent, and what is read back."""

ADDRESS = "https://address.invalid/"
"""Stands in JSON-LD for the page's own address, which the place gives it: `spell` or `update` puts it in."""


def _utc() -> datetime:
    return datetime.now(UTC)


class Status(StrEnum):
    """How an article stands on a place. A place that lacks one says so in its capabilities."""

    DRAFT = "draft"
    PENDING = "pending"  # an editor approves it there
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    PRIVATE = "private"
    TRASH = "trash"  # a person put it away


class Sight(StrEnum):
    """What a reader of the public address saw."""

    LIVE = "live"
    NOT_LIVE = "not live"
    UNSEEN = "could not look"  # 401, 403, 429, a challenge page: neither live nor not live


@dataclass(frozen=True, slots=True)
class Setting:
    """What a place is given: its `[[publish]]` table, the shop, its secret, and a clock."""

    target: Target
    shop: Shop
    secret: str = field(default="", repr=False)  # from the environment; never stored, logged or shown
    now: Callable[[], datetime] = _utc  # aware UTC
    sleep: Callable[[float], None] = sleep
    environment: Mapping[str, str] = field(default_factory=dict, repr=False)  # for a program it starts (git)
    database: str | Path = field(default="", repr=False)  # the project's own, for a place that keeps a queue


@dataclass(frozen=True, slots=True)
class Term:
    """A category or tag."""

    kind: Literal["category", "tag"]
    slug: str  # ASCII: what it is found by
    name: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the shop's own. The same bytes are the same picture, whatever they are called."""

    name: str  # ASCII file name
    media_type: str  # `image/jpeg`
    alt: str
    data: bytes = field(repr=False)
    source: str = ""  # the `src` it has in `html`: replaced by the place's own address

    @property
    def sha256(self) -> str:
        """Hash of its bytes."""
        return sha256(self.data).hexdigest()


def with_pictures(body: str, found: Mapping[str, str]) -> str:
    """A body whose pictures stand at the place's own addresses, by their `src` in ours.

    One the place does not hold (empty) stays where readers can load it from, the shop's own host; a file of the
    shop's folder is no address, so that picture goes: no page shows a broken one.
    """
    for source, address in found.items():
        if not source:
            continue
        written = f'src="{html.escape(source)}"'
        if address:
            body = body.replace(written, f'src="{html.escape(address)}"')
        elif "//" not in source:
            alone = rf"<p>\s*<img [^>]*{re.escape(written)}[^>]*>\s*</p>|<img [^>]*{re.escape(written)}[^>]*>"
            body = re.sub(alone, "", body)
    return body


@dataclass(frozen=True, slots=True)
class Payload:
    """Everything an article says on a place: the same for all of them, before any dialect."""

    key: str  # of the article on this target: 32 hex digits, so that none is the beginning of another
    article: str  # Article.key
    locale: str  # BCP 47
    slug: str  # ASCII
    title: str  # text
    html: str  # safe HTML; every figure stands in `<data data-acreage="handle.key" value="…">`
    markdown: str  # the same with its values filled in
    excerpt: str
    description: str
    json_ld: str  # one line, safe inside a script element; ADDRESS where the page's own address belongs
    categories: tuple[Term, ...] = ()
    tags: tuple[Term, ...] = ()
    images: tuple[Image, ...] = ()  # the first is the page's picture
    alternates: tuple[tuple[str, str], ...] = ()  # hreflang, address: of the same concept on this target
    products: tuple[tuple[str, str], ...] = ()  # address, name
    published_at: datetime | None = None  # what the article itself says; None: not yet
    updated_at: datetime | None = None
    concept: str = ""  # of its assignment: equal concepts are translations of one another

    @property
    def fingerprint(self) -> str:
        """A hash of all it says: equal fingerprints need no second write. Status and schedule are no part of
        it: a page that an editor has published is not put back for that."""
        said = [
            self.key, self.locale, self.slug, self.title, self.html, self.markdown, self.excerpt, self.description,
            self.json_ld,
            *(f"{term.kind} {term.slug} {term.name}" for term in (*self.categories, *self.tags)),
            *(f"{image.sha256} {image.alt}" for image in self.images),
            *(f"{tag} {url}" for tag, url in (*self.alternates, *self.products)),
        ]  # fmt: skip
        return sha256("\0".join(said).encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Mark:
    """What our copies carry, out of the readers' way: whose they are, and which version of it."""

    key: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Copy:
    """What a place holds of an article, as read from it."""

    id: str
    status: Status
    slug: str
    modified: str  # the place's own stamp, opaque: another stamp means another hand
    url: str = ""  # public address; empty before there is one
    key: str = ""  # of its mark; empty: not ours
    fingerprint: str = ""  # of its mark
    said: Fields = field(default_factory=dict)  # under the names of `spell`, the mark taken out
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What this account may do on this place today: asked of the place, never assumed."""

    version: str = ""
    role: str = ""
    statuses: tuple[Status, ...] = (Status.DRAFT, Status.PUBLISHED)
    keeps_markup: bool = True  # scripts and styles in a body
    meta: tuple[str, ...] = ()  # which further fields can be written: description, json_ld, …
    plugin: str = ""  # what puts description and JSON-LD into the page's head
    makes_categories: bool = True
    media_types: tuple[str, ...] = ("image/jpeg", "image/png", "image/webp", "image/gif")
    longest_slug: int = 180  # bytes, percent-encoded
    skew_s: float = 0.0  # the place's clock minus ours


@dataclass(frozen=True, slots=True)
class Report:
    """What `check` saw, in lines for a person; what stops publishing is raised instead."""

    capabilities: Capabilities
    lines: tuple[str, ...]
    warnings: tuple[str, ...] = ()


class Place(Protocol):
    """A place where articles appear one by one, run by others. Subclass it.

    Reading methods may be repeated freely. Writing ones raise PublishDown only when nothing can have been
    written, PublishUnknown when the answer was lost, PublishRefused with the place's own words in one line.
    """

    kind: ClassVar[str]
    """`kind` in `[[publish]]`."""

    secret: ClassVar[str] = ""
    """Environment variable its password, token or key stands in; `secret_env` in shop.toml names another."""

    settings: ClassVar[Mapping[str, str]] = {}
    """Further keys its `[[publish]]` table may hold, each with what it is; `!` before it: must be there."""

    own: ClassVar[tuple[str, ...]] = ()
    """Fields of `spell` in which no person has a hand there: they are always ours."""

    takes_files: ClassVar[bool] = True
    """Whether it can be given a picture as a file; False: only one with an address of its own can be shown."""

    is_batch: ClassVar[bool] = False
    """Nothing goes out before `finish`: a page is looked at after it."""

    timeout_s: float = 30.0
    """How long a request may take: so long a lost answer is looked for before anything is created again."""

    @abstractmethod
    def __init__(self, setting: Setting) -> None:
        """Open nothing yet. PublishRefused or ShopError when the table lacks something."""

    @abstractmethod
    def capabilities(self) -> Capabilities:
        """Probed once and remembered."""

    @abstractmethod
    def check(self) -> Report:
        """Credentials, role, clock, version. Writes nothing."""

    @abstractmethod
    def find(self, key: str) -> list[Copy]:
        """Every copy that carries exactly this key, whatever its status, trash among them; lowest id first."""

    @abstractmethod
    def get(self, remote_id: str) -> Copy | None:
        """One copy; None when the place has no such thing."""

    @abstractmethod
    def at_slug(self, slug: str) -> Copy | None:
        """What stands at a slug; somebody else's page is never adopted."""

    def ensure_term(self, term: Term) -> str:  # noqa: ARG002  the default knows none
        """Its id, made if need be. Empty: the place has none, or this account may not make it."""
        return ""

    def ensure_media(self, image: Image) -> str:  # noqa: ARG002  the default holds none
        """Its id or address: found by its hash, else uploaded. Empty: the place holds no pictures."""
        return ""

    @abstractmethod
    def spell(self, payload: Payload) -> Fields:
        """The payload in the place's words: `title`, `body`, `slug` and what else it holds, each as text. Terms
        and pictures are made here; what it cannot hold is left out. The body is cut into blocks by line breaks
        and keeps its `<data data-acreage>` elements: a person's edits are merged block by block."""

    @abstractmethod
    def create(self, mark: Mark, fields: Fields) -> Copy:
        """A new draft, never anything else: the only call that cannot be repeated."""

    @abstractmethod
    def update(
        self, remote_id: str, mark: Mark, fields: Fields, status: Status, due_at: datetime | None
    ) -> Copy:
        """Write all fields and the status by id, and read back what is there. Repeating it changes nothing."""

    @abstractmethod
    def discard(self, remote_id: str) -> None:
        """Delete an extra draft of ours for good. What is gone already is a success."""

    @abstractmethod
    def look(self, copy: Copy, mark: Mark, payload: Payload) -> tuple[Sight, str]:
        """Read the public address as a reader would; the second value says why it is not live."""

    @abstractmethod
    def unpublish(self, remote_id: str, successor: str = "", *, is_final: bool) -> Copy | None:
        """Off the readers' eyes. Not final: back to a draft. Final: gone for good, its address answers 410,
        or 301 to the successor. What is gone already is a success (None)."""

    @abstractmethod
    def gone(self, url: str, successor: str = "") -> tuple[Sight, str]:
        """Whether a withdrawn address answers as it should: LIVE means that it does (301 in one hop, or 410)."""

    def wake(self) -> None:
        """Have it publish what is due: some places do so only when somebody visits."""
        return

    def alike(self, name: str, sent: str, held: str) -> bool:  # noqa: ARG002  the default treats all the same
        """Whether the place kept a field; what it adds by itself is no loss."""
        return sent == held

    def rank(self, locale: str) -> int:  # noqa: ARG002  by default no market waits for another
        """Which markets come first: on some places a text must stand before its translations can."""
        return 0

    def markup(self, body: str) -> str:
        """A body of this place as HTML: what a person's edit is taken over from."""
        return body

    def finish(self, message: str) -> None:  # noqa: ARG002  nothing to finish by default
        """After the last article of a batch: where a batch is one thing (a commit, a delivery)."""
        return

    def close(self) -> None:
        """Give connections back."""
        return
