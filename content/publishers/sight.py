"""A published page as a stranger sees it: read at its public address, without any password.

Live means that the address shows our mark, or, where a theme hides it, the title and 64 characters of the text.
A guard at the door (401, 403, 429, a challenge) says nothing about the page: nobody could look.
"""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

import httpx
from lxml import etree
from lxml import html as lxml_html

from content.publishers.place import Mark, Payload, Sight

RUN = 64
HOPS = 3
GUARDS = frozenset({401, 403, 407, 429, 451, 503})
CHALLENGE = re.compile(
    r"just a moment|checking your browser|attention required|captcha|cf-challenge", re.IGNORECASE
)
GLYPHS = str.maketrans({
    "‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "′": "'", "″": '"', "–": "-",
    "—": "-", "×": "x", "…": "...", "\u00a0": " ", "\u202f": " ", "\u2068": "", "\u2069": "", "\u200f": "",
    "\u200e": "",
})  # fmt: skip
"""What themes make of plain signs (`5x7` becomes `5×7`): taken back before anything is compared."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What came back from an address."""

    url: str  # where it ended
    status: int
    text: str
    hops: tuple[int, ...] = ()  # statuses of the redirects on the way
    went: str = ""  # where the first redirect led


def visitor(timeout_s: float = 20.0) -> httpx.Client:
    """Somebody without a password, who takes no stored copy for an answer."""
    headers = {
        "User-Agent": "acreage (checks its own pages)",
        "Cache-Control": "no-cache",
        "Accept": "text/html",
    }
    return httpx.Client(timeout=httpx.Timeout(timeout_s, connect=10.0), headers=headers)


def visit(client: httpx.Client, url: str) -> Seen | str:
    """The page at an address, or why nobody could look."""
    hops: list[int] = []
    first, at = "", url
    try:
        while True:
            answer = client.get(at, follow_redirects=False)
            if not answer.is_redirect or len(hops) == HOPS:
                break
            hops.append(answer.status_code)
            at = urljoin(at, answer.headers.get("location", ""))
            first = first or at
    except httpx.HTTPError as error:
        return f"{urlsplit(url).netloc} did not answer ({type(error).__name__})"
    text = answer.text
    if answer.status_code in GUARDS or (CHALLENGE.search(text[:5000]) and "<title" in text[:5000].lower()):
        return f"the address is guarded ({answer.status_code})"
    return Seen(at, answer.status_code, text, tuple(hops), first)


def look(client: httpx.Client, url: str, mark: Mark, payload: Payload) -> tuple[Sight, str, str]:
    """Whether the address shows this version of the article, why not, and the page as it was read."""
    seen = visit(client, url)
    if isinstance(seen, str):
        return Sight.UNSEEN, seen, ""
    if seen.status != httpx.codes.OK:
        return Sight.NOT_LIVE, f"{url} answers {seen.status}", seen.text
    if f"{mark.key} {mark.fingerprint}" in seen.text or f"{mark.key}:{mark.fingerprint}" in seen.text:
        return Sight.LIVE, "", seen.text
    if mark.key in seen.text:
        return Sight.NOT_LIVE, f"{url} shows an older version: a cache in front of it?", seen.text
    if shows(seen.text, payload):
        return Sight.LIVE, "", seen.text
    return Sight.NOT_LIVE, f"{url} answers 200 and shows something else", seen.text


def shows(page: str, payload: Payload) -> bool:
    """Whether a page without our mark holds the title and a run of the text."""
    text, body = plain(page), plain(payload.html)
    middle = max(0, len(body) // 2 - RUN // 2)
    return plain(html.escape(payload.title)) in text and body[middle : middle + RUN] in text


def plain(markup: str) -> str:
    """Visible text, its glyphs and blanks made even."""
    if not markup.strip():
        return ""
    tree = lxml_html.document_fromstring(markup)
    etree.strip_elements(tree, "script", "style", "noscript", "template", etree.Comment, with_tail=False)
    text = " ".join(str(piece) for piece in tree.itertext())
    flat = " ".join(html.unescape(text).translate(GLYPHS).split())
    return re.sub(r"\s+([.,;:!?)%])", r"\1", flat)


def gone(client: httpx.Client, url: str, successor: str) -> tuple[Sight, str]:
    """Whether a withdrawn address answers 410, or leads to its successor in one hop."""
    seen = visit(client, url)
    if isinstance(seen, str):
        return Sight.UNSEEN, seen
    if not successor:
        is_right = seen.status == httpx.codes.GONE and not seen.hops
        return (Sight.LIVE, "") if is_right else (Sight.NOT_LIVE, f"{url} answers {_way(seen)} and not 410")
    is_right = seen.hops in ((301,), (308,)) and _same(seen.went, successor) and seen.status == httpx.codes.OK
    return (
        (Sight.LIVE, "")
        if is_right
        else (Sight.NOT_LIVE, f"{url} answers {_way(seen)} and not 301 to {successor}")
    )


def _way(seen: Seen) -> str:
    return " then ".join(str(status) for status in (*seen.hops, seen.status))


def _same(one: str, other: str) -> bool:
    return one.rstrip("/") == other.rstrip("/")


def structured(page: str) -> Iterator[object]:
    """Every JSON-LD node of a page; ValueError when one cannot be read."""
    for text in re.findall(r'(?is)<script[^>]*type=["\']application/ld\+json["\'][^>]*>(.*?)</script>', page):
        yield json.loads(text)


def head(page: str) -> dict[str, str]:
    """What a page's head says: `description`, `canonical`, `og:title`, `hreflang:de-DE`, …"""
    tree = lxml_html.document_fromstring(page or "<p></p>")
    said: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("name") or meta.get("property")
        if name:
            said.setdefault(name.lower(), meta.get("content", ""))
    for link in tree.iter("link"):
        if link.get("rel") == "canonical":
            said["canonical"] = link.get("href", "")
        if link.get("rel") == "alternate" and link.get("hreflang"):
            said[f"hreflang:{link.get('hreflang')}"] = link.get("href", "")
    return said
