"""Links that lead somewhere, images with words; paid links that are said to be paid."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from content.checks.blocks import Block, Target, body_at
from content.checks.pointed import pointed, unpublished
from content.checks.reading import Reading
from content.checks.view import fold, low
from content.dossier import same_address
from content.figures.written import told_apart
from content.records import Finding
from content.slugs import ascii_words

_FILE: Final = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|svg|pdf|zip|mp4|css|js|xml|txt)$", re.IGNORECASE)
_PAID: Final = re.compile(
    r"[?&](?:tag|aff|affid|aff_id|affiliate|affiliate_id|awc|awinaffid|partnerid|irclickid|ranMID)="
    r"|utm_medium=(?:affiliate|partner|sponsor)|//(?:amzn\.to|[\w.]*awin1\.com|shrsl\.com|[\w.]*shareasale\.com"
    r"|[\w.]*tradedoubler\.com|[\w.]*a8\.net|[\w.]*digidip\.net|[\w.]*linksynergy\.com|click\.linkprice)"
    r"|/(?:aff|affiliate|partnerlink|recommends)/",
    re.IGNORECASE,
)
_SPONSORED: Final = re.compile(r"<a\b[^>]*\brel\s*=\s*[\"'][^\"']*\bsponsored\b", re.IGNORECASE)


def links(reading: Reading) -> Iterator[Finding]:
    """`structure.alt`, `.link`, `.broken-link`, `.picture`, `.chart`, `.disclosure`."""
    known = _known(reading)
    for block in reading.body:
        for link in block.links:
            if told_apart(link.url)[0]:
                yield from pointed(reading, block, link)
                continue
            yield from _words(reading, block, link)
            if link.is_image:
                yield from unpublished(reading, block, link)
            if not link.is_image and known and _is_broken(reading, link.url, known):
                cure = (
                    f"{link.url!r} is no page the inventory knows: correct it, or add the page to pages.csv."
                )
                yield reading.finding("structure.broken-link", block, link.start, link.end, cure)
    yield from _disclosure(reading)


def _words(reading: Reading, block: Block, link: Target) -> Iterator[Finding]:
    has_words = bool(block.text[link.start : link.end].strip())
    if link.is_image and not has_words:
        cure = "Describe the image in its brackets: ![what it shows](…)."
        at = link.at - body_at(reading.draft)  # no words, so no place among the words
        yield reading.body_finding("structure.alt", at - len("!["), at + len(f"]({link.url})"), cure)
    elif not link.is_image and (not has_words or not _leads(link.url)):
        cure = f"Give the link words and a target ({link.url!r} is none)."
        yield reading.finding("structure.link", block, link.start, link.end, cure)


def _leads(url: str) -> bool:
    return bool(url) and url != "#" and not url.lower().startswith(("javascript:", "data:"))


# --- pages of the site ------------------------------------------------------------------------------------


def _known(reading: Reading) -> frozenset[str]:
    """Paths of every page known; empty without an inventory: then nothing can be said."""
    if not reading.pages:
        return frozenset()
    ledger, market = reading.ledger, reading.market
    products = (ledger.url(handle, market) for handle in ledger.products)
    drafts = (other.head.canonical for other in (*reading.others, reading.draft))
    return frozenset(_path(url) for url in (*(page.url for page in reading.pages), *products, *drafts) if url)


def _path(url: str) -> str:
    return unquote(urlsplit(url).path).rstrip("/").lower()


def _is_broken(reading: Reading, url: str, known: frozenset[str]) -> bool:
    if url.startswith("{{"):
        return False
    if url.startswith("#"):
        return _anchor(url[1:]) not in _anchors(reading)
    parts = urlsplit(url)
    if parts.scheme not in {"", "http", "https"} or _FILE.search(parts.path):
        return False
    site = urlsplit(reading.ledger.shop.site).netloc.lower().removeprefix("www.")
    is_internal = not parts.netloc or (bool(site) and parts.netloc.lower().removeprefix("www.") == site)
    path = _path(url)
    is_relative = not parts.netloc and not url.startswith("/")  # `../linen/`: its end must be a page's
    if is_relative:
        return not any(page.endswith("/" + path.lstrip("./")) for page in known)
    return is_internal and bool(path) and path not in known


def _anchors(reading: Reading) -> set[str]:
    language = reading.market.language
    headings = [block.text for block in reading.body if block.kind == "heading"]
    ids = set(re.findall(r"\bid=[\"']([^\"']+)", reading.draft.body)) | set(
        re.findall(r"\{#([\w-]+)", reading.draft.body)
    )
    return (
        {_anchor("-".join(ascii_words(text, language))) for text in headings}
        | {_anchor("-".join(low(text).split())) for text in headings}
        | {_anchor(each) for each in ids}
    )


def _anchor(text: str) -> str:
    return re.sub(r"[^\w]+", "-", low(fold(unquote(text)))).strip("-")[:60]


# --- paid links -------------------------------------------------------------------------------------------


def _disclosure(reading: Reading) -> Iterator[Finding]:
    if reading.draft.head.disclosure:
        return
    shown = " ".join(block.view.low for block in reading.blocks)
    if _says_so(reading.market.language).search(shown):
        return
    for block in reading.body:
        for link in block.links:
            if not link.is_image and _is_paid(reading, link.url):
                cure = "This link earns money: say so above it, or set `disclosure:` in the front matter."
                yield reading.finding("structure.disclosure", block, link.start, link.end, cure)
                return
    tag = _SPONSORED.search(reading.draft.body)
    if tag:
        cure = "This link is sponsored: say so above it, or set `disclosure:` in the front matter."
        yield reading.body_finding("structure.disclosure", *tag.span(), cure)


def _is_paid(reading: Reading, url: str) -> bool:
    site = reading.ledger.shop.site
    is_own = bool(site) and same_address(url).startswith(same_address(site))
    return not is_own and bool(_PAID.search(url))


@cache
def _says_so(language: str) -> re.Pattern[str]:
    rows = tomllib.loads(Path(__file__).with_name("disclosures.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(low(fold(pattern)) for pattern in rows[language]["says"]))
