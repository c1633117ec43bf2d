"""What pages that a shop names are about, and what people ask on them: their headings and questions, never their prose.

Formats: https://html.spec.whatwg.org and https://schema.org/FAQPage · terms: each site's own. Only addresses listed in
shop.toml are read; robots.txt is asked first, and a page that keeps text and data mining for itself (EU directive
2019/790, https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/) is left alone. Menus, footers and what
no reader sees are left out.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from lxml import html

from seo.errors import SourceChanged
from seo.language import sentences
from seo.records import SignalKind
from seo.services.asking import addresses
from seo.services.reserved import reserved
from seo.services.service import Ask, Errand, Heard, Service
from seo.services.shapes import instead
from seo.services.voiced import asks, voiced
from seo.signals.source import Sighting
from seo.web.answers import PAGE, Answer, Request
from seo.web.charsets import decode
from seo.web.hidden import cut
from seo.web.visible import Reading, plain, read, tree

_AROUND: Final = ("nav", "footer", "aside")  # the same on every page of a site
_MOST: Final = 200  # of one page
_LONGEST: Final = 300  # characters; a longer one is a paragraph
_DEEPEST: Final = 3  # h1 to h3: what is below cuts a text, it names no subject
_DEPTH: Final = 8  # of structured data


class Pages(Service):
    """Options are the pages' addresses."""

    name = "pages"
    licence = "open"
    terms = "https://www.rfc-editor.org/rfc/rfc9309 : pages you name, if robots.txt and their owners' opt-outs allow"

    def errands(self, ask: Ask) -> Iterator[Errand]:
        """Each page once, for all markets."""
        for url in addresses(ask, self.name):
            yield Errand(Request(url, accepts=PAGE, is_page=True))

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        """Headings and questions in the page's order, each once."""
        text = decode(answer.body, answer.headers.get("content-type", ""))
        root = tree(text) if "<" in text else None
        if root is None:
            raise SourceChanged(
                f"{errand.request.url} answered {instead(answer.body)}, no web page with words in it."
            )
        if why := reserved(answer.headers, root):
            return Heard(state="blocked", note=f"{errand.request.url} is left alone: {why}")
        asked = [(question, SignalKind.QUESTION) for question in _structured(root)]
        reading = _reading(root)
        within = ((question, SignalKind.QUESTION) for question in _asked(root, reading))
        found = dict.fromkeys([*asked, *_headings(reading), *within])
        seen = tuple(_sightings(found, answer.url))
        if seen:
            return Heard(seen)
        note = (
            "its words come by a script: they cannot be read here"
            if reading.needs_js
            else "no heading and no question"
        )
        return Heard(state="degraded" if reading.needs_js else "empty", note=f"{errand.request.url}: {note}")


def _reading(root: Any) -> Reading:  # Any: lxml ships no types
    """What a reader sees of a page, without what stands around it. Takes the tree apart."""
    for element in list(root.iter(*_AROUND)):
        if element.getparent() is not None:
            element.drop_tree()
    return read(html.tostring(root, encoding="unicode"))


def _headings(reading: Reading) -> Iterator[tuple[str, SignalKind]]:
    for heading in reading.headings:
        if heading.level <= _DEEPEST:
            yield heading.text, voiced(heading.text, _ours(reading.language))


def _ours(language: str) -> str:
    """A page in a language whose questions are not known is judged by its marks and words."""
    return language if language in {"en", "es", "fr", "de", "ar", "ja"} else ""


def _asked(root: Any, reading: Reading) -> Iterator[str]:  # Any: lxml
    """Questions that a page folds up or lists, then those within its paragraphs."""
    language = _ours(reading.language)
    cut(root)
    for element in root.iter("summary", "dt"):
        text = plain(element.text_content())
        if asks(text, language):
            yield text
    for paragraph in reading.paragraphs:
        yield from (part for part in sentences(paragraph, language) if asks(part, language))


def _structured(root: Any) -> Iterator[str]:  # Any: lxml
    """The questions of FAQPage and QAPage in JSON-LD; what does not parse is nobody's question."""
    for script in root.iter("script"):
        if (script.get("type") or "").split(";")[0].strip().casefold() == "application/ld+json":
            try:
                yield from map(plain, _questions(json.loads(script.text or ""), _DEPTH))
            except (ValueError, RecursionError):
                continue


def _questions(value: object, depth: int) -> Iterator[str]:
    if depth == 0:
        return
    if isinstance(value, list):
        for item in value:
            yield from _questions(item, depth - 1)
    elif isinstance(value, dict):
        name = value.get("name")
        if "Question" in _types(value) and isinstance(name, str):
            yield name
        for inner in ("@graph", "mainEntity", "hasPart"):
            yield from _questions(value.get(inner), depth - 1)


def _types(value: dict[str, object]) -> list[object]:
    kind = value.get("@type")
    return kind if isinstance(kind, list) else [kind]


def _sightings(found: dict[tuple[str, SignalKind], None], url: str) -> Iterator[Sighting]:
    """Each wording once: a heading that is also in the structured data was asked on one page, not two."""
    seen: set[str] = set()
    for text, kind in found:
        mark = text.casefold()
        if text and len(text) <= _LONGEST and mark not in seen and len(seen) < _MOST:
            seen.add(mark)
            yield Sighting(text, kind, row=len(seen), url=url)
