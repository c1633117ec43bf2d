"""Pages as they stood on the day they were fetched: what a later quote is found in, word for word.

A page is kept once for each address and wording. Its `hash` is made as `content/dossier.py` makes its own, of address
and text, so that a quote's page is the same on both sides; and the text marks headings by `#` as it does there.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from urllib.parse import urlsplit

from sqlalchemy import Column, Engine, select
from sqlmodel import Field, SQLModel

from seo.database import Moment, upsert
from seo.errors import SourceChanged
from seo.language import detect
from seo.privacy import redact
from seo.records import Licence
from seo.store import table
from seo.web.answers import PAGE, Answer
from seo.web.charsets import decode
from seo.web.visible import Reading, main_text, plain, read


class PageRow(SQLModel, table=True):
    """A page and its words."""

    __tablename__ = "web_pages"
    shop: str = Field(primary_key=True)
    hash: str = Field(primary_key=True)
    address: str = Field(index=True)  # what makes two addresses one
    url: str
    title: str
    language: str
    licence: str
    fetched_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    seen_at: datetime = Field(sa_column=Column(Moment, nullable=False))
    text: str
    main: str
    needs_js: bool


PAGES: Final = table(PageRow)


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page as it stood, cleaned of what no reader sees and of personal data."""

    hash: str  # of address and text, 16 hex digits
    url: str
    title: str
    fetched_at: datetime  # aware UTC; when these words were first there
    seen_at: datetime  # and when they last were
    licence: Licence
    language: str  # BCP 47 primary subtag
    text: str  # everything a reader sees, a paragraph a line, headings marked by `#`
    main: str  # the article alone, without menus; empty when there is none
    needs_js: bool  # its words are put in by a script: the text is not what a reader sees

    @property
    def fetched_on(self) -> date:
        """The day, for a citation."""
        return self.fetched_at.date()

    def record(self) -> dict[str, str]:
        """As a file of `.acreage/pages/` holds it, which `content/dossier.py` reads."""
        known = {
            name: getattr(self, name) for name in ("hash", "url", "title", "licence", "language", "text")
        }
        return {**known, "fetched_on": self.fetched_on.isoformat()}


@dataclass(frozen=True, slots=True)
class Found:
    """Where a quote stands."""

    page: str  # StoredPage.hash
    start: int  # in StoredPage.text, code points
    end: int


def page_of(answer: Answer, licence: Licence) -> StoredPage:
    """An answer as a page; SourceChanged when it is no text that can be read."""
    media = answer.headers.get("content-type", "")
    kind = media.split(";")[0].strip().lower()
    if kind and kind not in PAGE and kind != "text/plain":
        raise SourceChanged(
            f"{urlsplit(answer.url).netloc}: {kind} is no page: only HTML and plain text are kept."
        )
    source = decode(answer.body, media)
    is_html = kind in PAGE or (not kind and "<" in source[:1000])
    reading = read(source) if is_html else _plain_reading(source)
    text = "\n".join(_impersonal(reading.text.splitlines()))
    main = "\n".join(_impersonal(main_text(source).splitlines())) if is_html else text
    return StoredPage(
        hash=hashlib.sha256(f"{answer.url}\0{text}".encode()).hexdigest()[:16],
        url=answer.url,
        title=redact(reading.title)[0] or urlsplit(answer.url).netloc,
        fetched_at=answer.fetched_at,
        seen_at=answer.fetched_at,
        licence=licence,
        language=detect((main or text)[:2000], prior=reading.language)[0],
        text=text,
        main=main,
        needs_js=reading.needs_js,
    )


def _plain_reading(text: str) -> Reading:
    lines = tuple(filter(None, map(plain, text.splitlines())))
    return Reading("", "", (), lines, "\n".join(lines), 0, needs_js=False)


def _impersonal(lines: list[str]) -> Iterator[str]:
    """Without e-mail addresses, telephone numbers and the like: a page's imprint is nobody's signal."""
    for line in lines:
        yield redact(line)[0]


def find(page: StoredPage, quote: str) -> Found | None:
    """Where a page says this, blanks and line ends apart; None when it does not."""
    words = plain(quote).split()
    if not words:
        return None
    found = re.search(r"\s+".join(map(re.escape, words)), page.text)
    return Found(page.hash, found.start(), found.end()) if found else None


def same_address(url: str) -> str:
    """An address without what makes no other page: scheme, `www.`, fragment, a slash at the end."""
    parts = urlsplit(url.strip())
    query = f"?{parts.query}" if parts.query else ""
    return parts.netloc.lower().removeprefix("www.") + parts.path.rstrip("/") + query


class Pages:
    """One shop's stored pages; every method is one transaction and may be repeated."""

    def __init__(self, engine: Engine, shop: str) -> None:
        self._engine = engine
        self._shop = shop

    def keep(self, answer: Answer, licence: Licence) -> StoredPage:
        """Store a page once for each wording, and hand it back. Seen again, it keeps its first day."""
        page = page_of(answer, licence)
        with self._engine.begin() as connection:
            query = select(PAGES).where(PAGES.c.shop == self._shop, PAGES.c.hash == page.hash)
            known = connection.execute(query).mappings().one_or_none()
            if known is not None:
                first, last = known["fetched_at"], known["seen_at"]
                page = replace(page, fetched_at=min(first, page.fetched_at), seen_at=max(last, page.seen_at))
            upsert(connection, PAGES, [self._row(page)])
        return page

    def _row(self, page: StoredPage) -> dict[str, object]:
        values = {name: getattr(page, name) for name in StoredPage.__slots__}
        return {"shop": self._shop, "address": same_address(page.url), **values}

    def get(self, sha: str) -> StoredPage | None:
        """The page with a hash; None when nobody stored it."""
        return self._one(PAGES.c.hash == sha)

    def by_url(self, url: str) -> StoredPage | None:
        """What an address said when it was last looked at; None when nobody stored it."""
        return self._one(PAGES.c.address == same_address(url))

    def all(self) -> list[StoredPage]:
        """Every wording of every page, by address, the latest first."""
        query = select(PAGES).where(PAGES.c.shop == self._shop)
        with self._engine.begin() as connection:
            rows = connection.execute(query.order_by(PAGES.c.address, PAGES.c.seen_at.desc())).mappings()
            return [StoredPage(**{name: row[name] for name in StoredPage.__slots__}) for row in rows]

    def _one(self, which: object) -> StoredPage | None:
        query = select(PAGES).where(PAGES.c.shop == self._shop, which)  # type: ignore[arg-type]  # a column expression
        with self._engine.begin() as connection:
            row = connection.execute(query.order_by(PAGES.c.seen_at.desc()).limit(1)).mappings().one_or_none()
        return None if row is None else StoredPage(**{name: row[name] for name in StoredPage.__slots__})
