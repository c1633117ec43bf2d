"""The blocks of a page of HTML: headings, paragraphs, list items, terms with their meaning, and the cells of tables."""

import re
from collections.abc import Iterator
from typing import Any

from content.importing.json_ld_pages import opened
from content.proposing.blocks import BOLD, Block
from content.proposing.tables import cells, html_rows

_UNSEEN = ("script", "style", "nav", "template", "noscript")
_BLOCK = re.compile(
    "p|li|h[1-6]|dd|dt|div|summary|section|article|main|header|footer|ul|ol|dl|table|caption|details|blockquote|form"
    "|fieldset|aside|figure|figcaption|address"
)
_HEADING = re.compile(r"h([1-6])")
_STRONG = ("b", "strong")


def html_blocks(data: bytes) -> Iterator[Block]:
    """What stands on the page, in its order; text outside any element of its own is a block too."""
    page = opened(data)
    for node in list(page.iter(*_UNSEEN)):
        node.drop_tree()
    for body in page.iter("body"):
        yield from _of(body, 0)


def _of(node: Any, depth: int) -> Iterator[Block]:  # Any: lxml ships no types
    """The blocks of an element: its own words between its elements, and theirs."""
    if node.tag == "table":
        caption = " ".join(each.text_content() for each in node.iter("caption")).strip()
        yield from cells(html_rows(node), caption)
        return
    depth += node.tag in ("ul", "ol")
    words, row = [_flat(node.text)], int(node.sourceline or 1)
    for child in node:
        if _BLOCK.fullmatch(str(child.tag)):
            yield from _lines(node, "".join(words), row, depth)
            yield from _of(child, depth)
            words, row = [], int(child.sourceline or row)
        elif isinstance(child.tag, str):
            words.append("\n" if child.tag == "br" else _flat(child.text_content()))
        words.append(_flat(child.tail))
    yield from _lines(node, "".join(words), row, depth)


def _flat(text: str | None) -> str:
    """A line of the file ends nothing; only `<br>` does."""
    return re.sub(r"\s+", " ", text or "")


def _lines(node: Any, text: str, row: int, depth: int) -> Iterator[Block]:
    """A block for each line that a break ends."""
    heading = _HEADING.fullmatch(str(node.tag))
    level = int(heading[1]) if heading else BOLD
    is_heading = bool(heading) or node.tag in ("summary", "caption") or _is_strong(node)
    for line in text.split("\n"):
        bare = line.strip()
        if not bare:
            continue
        if is_heading:
            yield Block(bare.rstrip(":："), row, "heading", level)
        elif node.tag in ("dt", "li", "dd"):
            yield Block(bare.rstrip(":："), row, "lead" if node.tag == "dt" else "item", _depth(node, depth))
        else:
            yield Block(bare.rstrip(":："), row, "lead" if bare[-1] in ":：" else "text")


def _depth(node: Any, depth: int) -> int:
    """A term lies above what is said of it."""
    return {"dt": 0, "dd": 1}.get(node.tag, depth)


def _is_strong(node: Any) -> bool:
    """A paragraph that is bold from end to end is a heading."""
    return (
        node.tag in ("p", "div")
        and len(node) == 1
        and node[0].tag in _STRONG
        and not f"{node.text or ''}{node[0].tail or ''}".strip()
    )
