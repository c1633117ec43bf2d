"""A sitemap's bytes as entries. XML from elsewhere: nothing it declares is resolved, nothing it names is opened."""

import gzip
import io
import re
import zlib
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from lxml import etree

from seo.errors import SourceChanged
from seo.services.shapes import instead
from seo.web.answers import Answer

_UNPACKED: Final = 50_000_000  # the protocol's own limit; a bomb is above
_ENTRIES: Final = 50_000  # the protocol's own limit
_SPACE: Final = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS: Final = "http://www.google.com/schemas/sitemap-news/0.9"
_LINK: Final = "{http://www.w3.org/1999/xhtml}link"
_LINE: Final = re.compile(r"^\s*sitemap\s*:\s*(\S+)", re.IGNORECASE | re.MULTILINE)
_DAY: Final = re.compile(r"\s*(\d{4})-(\d\d)(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Entry:
    """A page or a further sitemap. What is not said is None or empty."""

    url: str
    changed_on: date | None = None
    language: str = ""  # as the language links of the sitemap say
    title: str = ""  # of a news sitemap


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What one file lists."""

    entries: tuple[Entry, ...]
    is_index: bool = False
    is_cut: bool = False  # the file ends before its last tag


def robots_sitemaps(body: bytes) -> list[str]:
    """The addresses of the `Sitemap:` lines of a robots.txt, each once."""
    text = body[:512_000].decode("utf-8", "replace")
    return [url for url in dict.fromkeys(_LINE.findall(text)) if url.startswith(("http://", "https://"))]


def read_sitemap(answer: Answer) -> Sitemap:
    """Entries of a sitemap or an index, in its order; plain lists of addresses are read too. SourceChanged for
    anything else.
    """
    body = unpacked(answer.body, answer.url)
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _listed(body, answer.url)
    entries: list[Entry] = []
    roots: list[str] = []
    try:
        for _, element in _walk(body):
            if not roots:
                roots.append(_root(element, answer))
            if _local(element) in ("url", "sitemap") and (entry := _entry(element)):
                entries.append(entry)
            if len(entries) == _ENTRIES:
                break
            if _local(element) in ("url", "sitemap"):
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        if not entries:
            raise SourceChanged(f"{answer.url} answered {instead(body)}, no sitemap.") from error
        return Sitemap(tuple(entries), _is_index(roots), is_cut=True)
    if not roots:
        raise SourceChanged(f"{answer.url} answered {instead(body)}, no sitemap.")
    return Sitemap(tuple(entries), _is_index(roots))


def unpacked(body: bytes, url: str) -> bytes:
    """The file without its gzip, which belongs to the file and not to the connection. A bomb is refused."""
    if not body.startswith(b"\x1f\x8b"):
        return body
    try:
        with gzip.open(io.BytesIO(body)) as packed:
            text = packed.read(_UNPACKED + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise SourceChanged(f"{url} is a broken gzip file.") from error
    if len(text) > _UNPACKED:
        raise SourceChanged(
            f"{url} unpacks to more than {_UNPACKED // 1_000_000} MB, more than a sitemap may hold."
        )
    return text


def _walk(body: bytes) -> Any:  # lxml ships no types
    return etree.iterparse(
        io.BytesIO(body),
        events=("end",),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )


def _root(element: Any, answer: Answer) -> str:
    root = element.getroottree().getroot()
    name = _local(root)
    if name not in ("urlset", "sitemapindex"):
        raise SourceChanged(f"{answer.url} answered {instead(answer.body)}, no sitemap.")
    return name


def _is_index(roots: list[str]) -> bool:
    return roots == ["sitemapindex"]


def _local(element: Any) -> str:
    """The name without its namespace; empty for that of an extension: `image:loc` is no page."""
    if not isinstance(element.tag, str):
        return ""
    space, _, name = element.tag.rpartition("}")
    return (
        name
        if space in ("", f"{{{_SPACE}") or "sitemaps.org" in space or "google.com/schemas/sitemap/0" in space
        else ""
    )


def _entry(element: Any) -> Entry | None:
    url, changed, title = "", "", ""
    links: dict[str, str] = {}
    for child in element.iter(tag=etree.Element):
        name = _local(child)
        if child.getparent() is element and name == "loc":
            url = (child.text or "").strip()
        elif child.getparent() is element and name == "lastmod":
            changed = child.text or ""
        elif child.tag == f"{{{_NEWS}}}title":
            title = child.text or ""
        elif child.tag == _LINK:
            links.setdefault((child.get("href") or "").strip(), child.get("hreflang") or "")
    if not url.startswith(("http://", "https://")):
        return None
    return Entry(url, _date(changed), _language(links.get(url, "")), title)


def _language(code: str) -> str:
    first = code.strip().casefold().split("-")[0]
    return first if len(first) == 2 and first.isascii() and first.isalpha() else ""  # noqa: PLR2004 - x-default is none


def _date(text: str) -> date | None:
    match = _DAY.match(text)
    try:
        return date(int(match[1]), int(match[2]), int(match[3] or 1)) if match else None
    except ValueError:
        return None


def _listed(body: bytes, url: str) -> Sitemap:
    """A text file with one address a line is a sitemap as well."""
    lines = [line.strip() for line in body.decode("utf-8", "replace").splitlines() if line.strip()]
    if not lines or not all(line.startswith(("http://", "https://")) for line in lines):
        raise SourceChanged(f"{url} answered {instead(body)}, no sitemap.")
    return Sitemap(tuple(map(Entry, lines[:_ENTRIES])))
