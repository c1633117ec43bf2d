"""What other sites write about: the pages their sitemaps list, those of this period first, as words of addresses.

Format: https://www.sitemaps.org/protocol.html (index, gzip, the `Sitemap:` lines of robots.txt, extensions for news,
images and languages). Terms: each site's own; a sitemap is published for programs, robots.txt is asked as well.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from seo.records import SignalKind
from seo.services.asking import Look, addresses, since
from seo.services.service import Ask, Errand, Heard, Service
from seo.services.sitemap import Entry, read_sitemap, robots_sitemaps
from seo.services.slugs import heading
from seo.signals.source import Sighting
from seo.web.answers import FEED, Answer, Request

_NOWHERE: Final = 404
_ACCEPTS: Final = (*FEED, "text/html", "application/gzip", "application/x-gzip", "application/octet-stream")
_LIMIT: Final = 20_000_000  # bytes unpacked; 50,000 addresses, the most the protocol allows, are about ten
_PAGES: Final = 2_000  # of one sitemap, the newest: enough to see what a site is about
_DEEPEST: Final = 2  # robots.txt names an index, that names sitemaps
_MAPS: Final = 20  # of one index, the newest


class Sitemaps(Service):
    """Options are sites (`https://shop.example`: robots.txt and /sitemap.xml are looked up) or sitemaps' addresses."""

    name = "sitemaps"
    licence = "open"
    terms = "https://www.sitemaps.org/terms.html : published to be read by programs; robots.txt is obeyed"

    def errands(self, ask: Ask) -> Iterator[Errand]:
        """Of a site its robots.txt, which names its sitemaps; a sitemap's address as it is."""
        for url in addresses(ask, self.name):
            parts = urlsplit(url)
            is_site = parts.path in ("", "/") and not parts.query
            place = f"{parts.scheme}://{parts.netloc}/robots.txt" if is_site else url
            yield Look(_request(place), since=ask.since, depth=0 if is_site else 1)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        """Headings from a sitemap; further sitemaps from an index or a robots.txt."""
        if urlsplit(errand.request.url).path == "/robots.txt":
            named = robots_sitemaps(answer.body) if answer.status != _NOWHERE else []
            return Heard(more=tuple(_further(named or [_usual(errand.request.url)], errand)))
        if answer.status == _NOWHERE:
            return Heard(state="empty", note=f"{errand.request.url}: there is no sitemap")
        found = read_sitemap(answer)
        news = _newest([entry for entry in found.entries if _is_news(entry, since(errand))])
        more = tuple(_further([entry.url for entry in news], errand)) if found.is_index else ()
        seen = () if found.is_index else tuple(_sightings(news[:_PAGES]))
        if found.is_cut:
            return Heard(
                seen, more=more, state="degraded", note="the sitemap is cut off: what came before is kept"
            )
        if found.is_index and news and not more:
            return Heard(
                state="degraded", note=f"{errand.request.url}: an index within an index is not followed"
            )
        return Heard(seen, more=more, state="ok" if seen or more else "empty")


def _request(url: str) -> Request:
    return Request(
        url,
        accepts=_ACCEPTS,
        limit_bytes=_LIMIT,
        is_page=not url.endswith("/robots.txt"),
        lets_in=(_NOWHERE,),
    )


def _further(urls: list[str], errand: Errand) -> Iterator[Errand]:
    """Sitemaps that a list names. An index of indexes, which the protocol does not know, ends it: it may be a ring."""
    depth = errand.depth if isinstance(errand, Look) else 0
    for url in urls[:_MAPS] if depth < _DEEPEST else ():
        yield Look(_request(url), since=since(errand), depth=depth + 1)


def _usual(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/sitemap.xml"


def _is_news(entry: Entry, first: date) -> bool:
    return entry.changed_on is None or entry.changed_on >= first


def _newest(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.changed_on or date.min, reverse=True)


def _sightings(entries: list[Entry]) -> Iterator[Sighting]:
    """One per wording: a page listed for five countries is one page."""
    seen: set[tuple[str, str]] = set()
    for entry in entries:
        text = entry.title.strip() or heading(entry.url)
        if text and (mark := (text.casefold(), entry.language)) not in seen:
            seen.add(mark)
            yield Sighting(
                text,
                SignalKind.HEADING,
                row=len(seen),
                language=entry.language,
                observed_on=entry.changed_on,
                url=entry.url,
            )
