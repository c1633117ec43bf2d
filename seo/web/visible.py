"""What a reader of an HTML page sees: its title, its headings, its words, in order, and nothing else.

trafilatura finds the main content (https://trafilatura.readthedocs.io/) after hidden parts are cut; it fetches nothing.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from lxml import etree, html

from seo.signals.cleaning import without_marks
from seo.web.hidden import UNREAD, cut

_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
    "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section",
    "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS: Final = frozenset({"td", "th"})
_SMUGGLED: Final = re.compile(r"[\U000e0000-\U000e01ef\u115f\u1160\u3164\uffa0\u180b-\u180f\u2800]")
_APP_ROOTS: Final = re.compile(
    r"""<div\b[^<>]{1,300}?\bid=["']?(?:root|app|__next|__nuxt|___gatsby|svelte|q-app|main-app|react-root)["'\s>]"""
    r"""|<app-root|\bng-app=|data-reactroot|\bdata-server-rendered""",
    re.IGNORECASE,
)
_ASKS_FOR_JS: Final = re.compile(
    r"(?:enable|activate|turn on|requires?)\W+(?:\w+\W+)?javascript|javascript\W+(?:is\W+)?(?:disabled|required)"
    r"|javascript\W+(?:aktivieren|deaktiviert)|(?:activez|activer|désactivé)\W+javascript|(?:activa|habilita|active)r?\W+javascript"
    r"|javascript\s*(?:を|が)|جافا\s?سكربت|javascript\W+(?:غير|معطل)",
    re.IGNORECASE,
)
FEW: Final = 200  # characters, not words: Japanese puts no blanks between them


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its rank, 1 to 6."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A page as its reader sees it."""

    title: str
    language: str  # as the page declares it, `de`; empty when it does not
    headings: tuple[Heading, ...]
    paragraphs: tuple[str, ...]  # headings among them, in order
    text: str  # the paragraphs, one a line, headings marked by `#` as Markdown does
    hidden: int  # parts that were cut because no reader sees them
    needs_js: bool  # the words come later, by a script: this is not what a reader sees

    @property
    def characters(self) -> int:
        """How much there is to read, blanks not counted."""
        return sum(len("".join(paragraph.split())) for paragraph in self.paragraphs)


def is_longer(page: str, characters: int) -> bool:
    """Whether a page surely shows more than that: a quick look, for most pages are long."""
    root = tree(page)
    if root is None:
        return False
    etree.strip_elements(root, etree.Comment, *UNREAD, with_tail=False)
    return len("".join("".join(root.itertext()).split())) > characters


def plain(text: str) -> str:
    """Words as they are seen: no control, bidi or zero-width characters, one blank between words, NFC."""
    text = " ".join(text.split())
    if text.isascii() and text.isprintable():
        return text
    return " ".join(without_marks(_SMUGGLED.sub("", text)).split())


def read(page: str) -> Reading:
    """What a page shows. Whatever the page is, something comes back; of nothing, nothing."""
    root = tree(page)
    if root is None:
        return Reading("", "", (), (), "", 0, needs_js=False)
    title, language = _title(root), _language(root)
    hidden = cut(root)
    blocks = tuple(_blocks(root))
    lines = ["#" * level + f" {text}" if level else text for level, text in blocks]
    headings = tuple(Heading(level, text) for level, text in blocks if level)
    paragraphs = tuple(text for _, text in blocks)
    reading = Reading(title, language, headings, paragraphs, "\n".join(lines), hidden, needs_js=False)
    if reading.characters >= FEW or not _needs_js(page):
        return reading
    return Reading(title, language, headings, paragraphs, reading.text, hidden, needs_js=True)


def main_text(page: str) -> str:
    """The article of a page without menus and footers, cut of what is hidden; empty when there is none."""
    root = tree(page)
    if root is None:
        return ""
    cut(root)
    from trafilatura import extract  # noqa: PLC0415  half a second, only where a page is read

    found = (
        extract(html.tostring(root, encoding="unicode"), include_comments=False, include_tables=True) or ""
    )
    return "\n".join(filter(None, map(plain, found.splitlines())))


def tree(page: str) -> Any:  # Any: lxml ships no types; None for a page without an element
    """The page as a tree."""
    data = unicodedata.normalize("NFC", page.replace("\0", "")).encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8")
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, AssertionError):
        return None


def _title(root: Any) -> str:  # Any: lxml
    found = root.find(".//head/title")
    found = root.find(".//title") if found is None else found
    return plain("".join(found.itertext())) if found is not None else ""


def _language(root: Any) -> str:  # Any: lxml
    declared = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    if not declared and (body := root.find("body")) is not None:
        declared = body.get("lang") or ""
    found = re.match(r"[a-zA-Z]{2,3}", declared.strip())
    return found[0].lower() if found else ""


def _needs_js(page: str) -> bool:
    return bool(_APP_ROOTS.search(page) or _ASKS_FOR_JS.search(page))


def _blocks(root: Any) -> Iterator[tuple[int, str]]:  # Any: lxml
    """Rank (0: none) and words of each block, in order."""
    words: list[str] = []
    level = 0

    def flush() -> Iterator[tuple[int, str]]:
        text = plain("".join(words))
        words.clear()
        if text:
            yield level, text

    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag
        if event == "start":
            if tag in _BLOCKS:
                yield from flush()
                level = _rank(element) or level
            words.append({"br": "\n"}.get(tag, " " if tag in _CELLS else "") + (element.text or ""))
        else:
            if tag in _BLOCKS:
                yield from flush()
                level = 0 if _rank(element) else level
            words.append(element.tail or "" if element is not root else "")
    yield from flush()


def _rank(element: Any) -> int:  # Any: lxml
    """1-6 of a heading, 0 of anything else."""
    if element.tag in _HEADINGS:
        return int(element.tag[1])
    if element.get("role") == "heading":
        level = element.get("aria-level") or "2"
        return min(6, max(1, int(level))) if level.isascii() and level.isdigit() else 2
    return 0
