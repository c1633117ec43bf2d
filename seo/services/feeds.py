"""What forums, magazines and search-trend lists are about this week: RSS and Atom at the addresses a shop names.

Formats: https://www.rssboard.org/rss-specification and https://www.rfc-editor.org/rfc/rfc4287 · terms: each feed's own;
a feed is published to be read by programs, robots.txt is asked all the same. `ht:approx_traffic` of a trends feed
("20K+") is a floor without a period: it is no volume and is left out.
Reading is feedparser's (https://feedparser.readthedocs.io), from bytes in memory only: given a bare name it would open
a file. Entities of the document's own are never resolved; markup is taken out where all signals are cleaned.
"""

import io
import re
from collections.abc import Iterator
from datetime import date
from time import struct_time
from typing import Any, Final
from urllib.parse import urljoin

from seo.errors import SourceChanged
from seo.services.asking import Look, addresses, since
from seo.services.service import Ask, Errand, Heard, Service
from seo.services.shapes import instead
from seo.services.voiced import voiced
from seo.signals.source import Sighting
from seo.web.answers import DAY_S, FEED, PAGE, Answer, Request

_ACCEPTS: Final = (*FEED, *PAGE, "application/rdf+xml", "application/octet-stream")
_LIMIT: Final = 8_000_000  # bytes; 10,000 entries with a paragraph each
_ENTRIES: Final = 10_000
_END: Final = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf)\s*>", re.IGNORECASE)
_SAID: Final = ("content-type", "content-language", "content-location")


class Feeds(Service):
    """Options are the feeds' addresses."""

    name = "feeds"
    licence = "open"
    terms = (
        "https://www.rssboard.org/rss-specification : published to be read by programs; robots.txt is obeyed"
    )

    def errands(self, ask: Ask) -> Iterator[Errand]:
        """Each feed once, for all markets."""
        for url in addresses(ask, self.name):
            asked = Request(url, accepts=_ACCEPTS, limit_bytes=_LIMIT, max_age_s=DAY_S // 2, is_page=True)
            yield Look(asked, since=ask.since)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        """Titles of entries: a question where somebody asks, else a heading. What is older was heard before."""
        feed = _read(answer)
        entries = feed.get("entries", [])
        if not feed.get("version"):
            raise SourceChanged(
                f"{errand.request.url} answered {instead(answer.body)}, no feed.{_cure(answer.body)}"
            )
        seen = [
            sighting
            for place, entry in enumerate(entries[:_ENTRIES], 1)
            if (sighting := _sighting(entry, place, answer.url)) is not None
        ]
        news = tuple(one for one in seen if one.observed_on is None or one.observed_on >= since(errand))
        is_cut = bool(feed.get("bozo")) and not _END.search(answer.body[-200:])
        if is_cut:
            return Heard(
                news, state="degraded", note="the feed ends in mid-sentence: what came before is kept"
            )
        return Heard(news, state="ok" if news else "empty")


def _read(answer: Answer) -> dict[str, Any]:  # feedparser's own loose dictionary
    import feedparser  # noqa: PLC0415 - a third of a second, only where feeds are read

    said = {name: value for name in _SAID if (value := answer.headers.get(name))}
    found: dict[str, Any] = feedparser.parse(
        io.BytesIO(answer.body),
        response_headers={"content-location": answer.url, **said},
        sanitize_html=False,  # three quarters of the time, for text that is cleaned again
        resolve_relative_uris=False,
    )
    return found


def _sighting(entry: Any, place: int, base: str) -> Sighting | None:
    title = str(entry.get("title") or "")
    if not title.strip():
        return None
    # Past feedparser's own lookup, which warns where an entry has one of the two only.
    moment = dict.get(entry, "published_parsed") or dict.get(entry, "updated_parsed")
    return Sighting(
        title, voiced(title), row=place, observed_on=_day(moment), url=_whole(entry.get("link"), base)
    )


def _whole(link: Any, base: str) -> str:
    """A web address, made whole where the feed is short; empty for anything else."""
    try:
        url = urljoin(base, str(link)) if link else ""
    except ValueError:
        return ""
    return url if url.startswith(("http://", "https://")) else ""


def _day(moment: Any) -> date | None:
    if not isinstance(moment, struct_time):
        return None
    try:
        return date(moment.tm_year, moment.tm_mon, moment.tm_mday)
    except ValueError:
        return None


def _cure(body: bytes) -> str:
    is_named = b"application/rss+xml" in body or b"application/atom+xml" in body
    return " The page names its feed in <link rel=alternate>: put that address." if is_named else ""
