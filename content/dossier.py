"""What the web said, kept: stored pages, the exact words taken from them, and what they leave open.

Three places are read: the pages the door has stored in the database (`read_dossier(folder, stored)`),
`.acreage/pages/*.json` of earlier versions, and `evidence/pages/`, which takes pages a person drops in as `.md`,
`.txt` or `.html`, each with a header:

    ---
    url: https://www.example.org/linen
    title: How linen takes up water
    fetched_on: 2026-05-04
    licence: open            # own, open, keyed or grey (the default: quote briefly, never copy)
    tier: official           # optional: official, scholar, press, maker, trade, crowd
    language: en             # optional
    ---
"""

import hashlib
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, Literal
from urllib.parse import urlsplit

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from content.errors import DraftError, ShopError
from content.files import split_header
from seo.language import detect

if TYPE_CHECKING:
    from seo.web.stored import StoredPage as Fetched

STORED: Final = ".acreage/pages"
DROPPED: Final = "evidence/pages"
KINDS: Final = (".md", ".txt", ".html", ".htm")

Licence = Literal["own", "open", "keyed", "grey"]
Tier = Literal["official", "scholar", "press", "maker", "trade", "crowd", "unknown"]
"""Authorities and standards · universities and journals · edited media · the maker · sellers · anybody · nobody
said."""


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as it stood on the day it was fetched."""

    hash: str  # of address and text
    url: str
    title: str
    fetched_on: date
    licence: Licence
    language: str
    text: str  # plain or Markdown, whole
    tier: Tier = "unknown"
    file: str = ""
    main: str = ""  # the article in it, without menus; empty: all of it


@dataclass(frozen=True, slots=True)
class Quote:
    """An exact span of a stored page."""

    id: str
    page: str  # StoredPage.hash
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a stored page that has to do with a topic."""

    page: str  # StoredPage.hash
    start: int
    end: int
    text: str
    heading: str = ""  # what it stands under
    likeness: float = 0.0  # to the topic, see content/research/likeness.py


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sources that cannot both be followed. Neither is believed here: both are said, or neither."""

    kind: Literal["number", "negation", "advice"]
    about: str  # `wash`, `iron`; empty where the words themselves oppose each other
    one: str  # Quote.id
    other: str  # Quote.id


@dataclass(frozen=True, slots=True)
class Chance:
    """A question people ask that no page read answers well."""

    question: str
    count: int  # how often it was asked
    likeness: float  # of the passage that came nearest


@dataclass(frozen=True)  # no slots: a cached property needs a dictionary
class Dossier:
    """The pages a draft may quote and must not copy, quotes already taken from them, and what they leave open."""

    pages: tuple[StoredPage, ...] = ()
    quotes: tuple[Quote, ...] = ()
    passages: tuple[Passage, ...] = ()  # the nearest first
    conflicts: tuple[Conflict, ...] = ()
    chances: tuple[Chance, ...] | None = (
        None  # None: no page was read, or nobody can tell: what others answer is not known
    )
    notes: tuple[str, ...] = ()  # what could not be read, and why

    def page(self, address: str) -> StoredPage | None:
        """The page at an address, or with a hash; None when nobody stored it."""
        return self._by_address.get(same_address(address))

    @cached_property
    def _by_address(self) -> Mapping[str, StoredPage]:
        found = {page.hash: page for page in self.pages}
        return found | {same_address(page.url): page for page in self.pages}


def same_address(url: str) -> str:
    """An address without what makes no other page: scheme, `www.`, fragment, a slash at the end."""
    if "//" not in url:
        return url.strip()
    parts = urlsplit(url.strip())
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query


def tier_of(url: str) -> Tier:
    """How far a host can be trusted by its name alone: authorities and universities show in it."""
    parts = urlsplit(url)
    host = f".{parts.netloc.lower().split(':')[0]}"
    in_any_country = host.rpartition(".")[0] if len(host.rpartition(".")[2]) == _COUNTRY else host
    for tier, endings in _tiers().items():
        if host.endswith(endings) or in_any_country.endswith(endings):
            return tier
    return "crowd" if _FORUM.search(f"{host}{parts.path.lower()}/") else "unknown"


_FORUM: Final = re.compile(
    r"\.(?:forums?|foro|community|boards?)\.|/(?:forums?|foros?|threads?|viewtopic|community)[./]"
)


_COUNTRY: Final = 2  # letters of a country's ending: `.gov` stands for `.gov.uk` and never for `.gov.example`


@cache
def _tiers() -> dict[Tier, tuple[str, ...]]:
    rows = tomllib.loads(Path(__file__).with_name("tiers.toml").read_text(encoding="utf-8"))
    return {tier: tuple(text.split()) for tier, text in rows["hosts"].items()}


# --- reading ----------------------------------------------------------------------------------------------


class _Header(BaseModel):
    """What must be known of a page before a word of it may be used."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    url: Annotated[str, Field(pattern=r"^https?://\S+$")]
    title: Annotated[str, Field(min_length=1), BeforeValidator(str)]
    fetched_on: Annotated[date, Field(strict=False)]
    licence: Licence = "grey"
    language: str = ""
    tier: Tier | None = None


class _Stored(_Header):
    hash: str = ""
    text: str
    quotes: tuple["_StoredQuote", ...] = Field(default=(), strict=False)


class _StoredQuote(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)

    id: str
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


def read_dossier(folder: Path, stored: "Iterable[Fetched]" = ()) -> Dossier:
    """Every page of a shop: what the door has stored, and what lies in its folder; ShopError names file, key and cure
    in one line.
    """
    pages: list[StoredPage] = []
    quotes: list[Quote] = []
    for path in sorted((folder / STORED).glob("*.json")):
        page, taken = _stored(path)
        pages.append(page)
        quotes += taken
    known = {page.hash for page in pages}
    pages += [from_web(page) for page in stored if page.hash not in known]
    pages += dropped_pages(folder)
    return Dossier(tuple(pages), tuple(quotes))


def dropped_pages(folder: Path) -> list[StoredPage]:
    """What a person has put into `evidence/pages/`."""
    return [read_page(path) for path in _dropped(folder / DROPPED)]


def from_web(page: "Fetched", tiers: Mapping[str, Tier] | None = None) -> StoredPage:
    """A page the door has stored. The shop's own word on a host goes before what its name says."""
    host = urlsplit(page.url).netloc.lower().removeprefix("www.")
    tier = (tiers or {}).get(host) or tier_of(page.url)
    language = _language(page.main or page.text, page.language)
    return StoredPage(
        page.hash,
        page.url,
        page.title,
        page.fetched_on,
        page.licence,
        language,
        page.text,
        tier,
        main=page.main,
    )


_LATIN: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]")
_MOSTLY: Final = 0.7


def _language(text: str, told: str) -> str:
    """A page in Latin letters stays one though a line of Arabic or Japanese stands on it."""
    letters = sum(map(str.isalpha, text))
    if told not in {"ar", "ja"} or len(_LATIN.findall(text)) < _MOSTLY * letters:
        return told
    lines = text.splitlines()
    latin = (line for line in lines if len(_LATIN.findall(line)) >= _MOSTLY * sum(map(str.isalpha, line)))
    return detect("\n".join(latin)[:2000])[0]


def _dropped(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob("*")) if path.suffix.lower() in KINDS)


def _stored(path: Path) -> tuple[StoredPage, list[Quote]]:
    try:
        found = _Stored.model_validate_json(_text(path))
    except ValidationError as error:
        raise _wrong(path, error) from error
    page = _page(found, found.text, path, found.hash)
    for quote in found.quotes:
        if not quote.start < quote.end <= len(found.text):
            raise ShopError(f"{path}: quote {quote.id!r} ends outside the text: store the page again.")
    return page, [Quote(q.id, page.hash, q.start, q.end, found.text[q.start : q.end]) for q in found.quotes]


def read_page(path: Path) -> StoredPage:
    """A page a person dropped in: its header and its text."""
    text = _text(path)
    try:
        header, offset = split_header(text, str(path))
        data = yaml.safe_load(header) if header.strip() else None
    except (DraftError, yaml.YAMLError) as error:
        raise ShopError(f"{path}: its header cannot be read: {_ASKS}") from error
    if not isinstance(data, dict):
        raise ShopError(f"{path}: has no header: {_ASKS}")
    try:
        found = _Header.model_validate(data)
    except ValidationError as error:
        raise _wrong(path, error) from error
    body = text[offset:]
    is_html = path.suffix.lower().startswith(".htm")
    return _page(found, html_text(body) if is_html else _seen(body), path)


_COMMENT: Final = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


def _seen(text: str) -> str:
    """A text without what no reader of it sees: comments, signs of no width."""
    from seo.web.visible import plain  # noqa: PLC0415  lxml, only where a page is read

    bare = _COMMENT.sub("", text).strip()
    return "\n".join(plain(line) for line in bare.splitlines())


_ASKS: Final = "begin it with ---, url:, title:, fetched_on: 2026-01-31, licence: open, ---."


def is_page(text: str) -> bool:
    """Whether a text begins with the header of a stored page: an address and a day."""
    head = text[:2000].split("\n---", 2)[0] if text.lstrip("\ufeff").startswith("---") else ""
    return "\nurl:" in head and "\nfetched_on:" in head


def _page(found: _Header, text: str, path: Path, known_hash: str = "") -> StoredPage:
    return StoredPage(
        hash=known_hash or hashlib.sha256(f"{found.url}\0{text}".encode()).hexdigest()[:16],
        url=found.url,
        title=found.title,
        fetched_on=found.fetched_on,
        licence=found.licence,
        language=found.language.split("-")[0].lower() or detect(text[:2000])[0],
        text=text,
        tier=found.tier or tier_of(found.url),
        file=str(path),
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise ShopError(f"{path} is not UTF-8: save it as UTF-8.") from error


def _wrong(path: Path, error: ValidationError) -> ShopError:
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"]) or "the file"
    return ShopError(f"{path}: {name}: {first['msg'].lower()}. {_ASKS.capitalize()}")


def html_text(page: str) -> str:
    """The words of an HTML page as a reader sees them, headings marked by `#`; hidden parts are not among them."""
    from seo.web.visible import read  # noqa: PLC0415  lxml, only where a page is read

    return read(page).text
