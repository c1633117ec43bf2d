"""A page that a person edited on its place, back as Markdown: live facts become references again where the words match.

A figure that the person changed stays as they wrote it, for the checks to judge; one they typed anew in the same
words is bound again when it stands there once.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lxml import html as lxml_html

from content.publishers.merging import FACT
from content.publishers.sight import plain
from content.publishers.words import words_of
from content.records import Draft

Element = Any  # lxml ships no types
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
SPECIAL = re.compile(r"([\\`*_\[\]])")
LINE_START = re.compile(r"^(\s*)([#+>-]|\d+[.)])(?=\s)", re.MULTILINE)
INLINE = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
BLOCKS = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr", "figure", "div", "dl",
    "details", "section", "article", "header", "footer",
})  # fmt: skip
TRANSPARENT = frozenset({"div", "figure", "section", "article", "header", "footer"})
ALIGNED = {"has-text-align-right": "--:", "has-text-align-center": ":-:", "has-text-align-left": ":--"}


def pulled(
    draft: Draft, title: str, body: str, shown: Mapping[str, str], gone: Mapping[str, str], name: str
) -> Draft:
    """A new version of a draft from a page's title and body, in a person's name.

    `shown` is what each reference shows, today or when the page was written, `gone` those whose element the
    person took out. What the draft relied on stays where its block is unchanged.
    """
    text = markdown_of(_article_only(body, draft.language), lambda ref, words: _bound(ref, words, shown))
    text = _bound_again(text, gone)
    before = [block.strip() for block in draft.body.split("\n\n")]
    now = {block.strip(): place for place, block in enumerate(text.split("\n\n"))}
    relies = tuple(
        replace(each, block=now[before[each.block]])
        for each in draft.relies
        if each.block < len(before) and before[each.block] in now
    )
    return replace(
        draft, title=title, body=text, relies=relies, written_by=f"person:{name}", version=draft.version + 1,
        wordings=(), source="", offset=0, title_at=0, description_at=None, author_at=None,
    )  # fmt: skip


def _bound(reference: str, words: str, shown: Mapping[str, str]) -> str | None:
    """The reference, when the page shows what it says; None when a person wrote something else."""
    return (
        f"{{{{{reference}}}}}" if _even(words) in map(_even, shown.get(reference, "").split("\0")) else None
    )


def _bound_again(text: str, gone: Mapping[str, str]) -> str:
    for reference, shown in gone.items():
        for words in filter(None, shown.split("\0")):
            found = list(re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text))
            if len(found) == 1:
                text = f"{text[: found[0].start()]}{{{{{reference}}}}}{text[found[0].end() :]}"
    return text


def _even(words: str) -> str:
    return plain(words) if "<" in words else " ".join(words.split())


def elements(body: str) -> dict[str, str]:
    """What each live fact of a body shows, as text."""
    return {found.group(2): plain(found.group(0)) for found in FACT.finditer(body)}


def _article_only(body: str, language: str) -> str:
    """Without what every page has after its text: the products and the line that says who made it."""
    body = COMMENT.sub("", body)
    products = re.escape(words_of(language)["products"])
    body = re.sub(rf"<h2[^>]*>\s*{products}\s*</h2>\s*<ul>.*?</ul>", "", body, flags=re.DOTALL)
    return re.sub(r"<p[^>]*>\s*<small>.*?</small>\s*</p>\s*$", "", body.rstrip(), flags=re.DOTALL)


def markdown_of(body: str, bind: Callable[[str, str], str | None]) -> str:
    """HTML as Markdown; what Markdown has no sign for stays HTML. `bind` names a live fact's reference."""
    if not body.strip():
        return ""
    root = lxml_html.fragment_fromstring(body, create_parent="div")
    return "\n\n".join(_blocks(root, bind)).strip("\n")


Bind = Callable[[str, str], str | None]


def _blocks(parent: Element, bind: Bind) -> list[str]:
    found: list[str] = []
    if parent.text and parent.text.strip():
        found.append(_escaped(parent.text.strip()))
    for child in parent:
        if isinstance(child.tag, str):
            made = _blocks(child, bind) if _is_frame(child) else [_block(child, bind)]
            found += [block for block in made if block.strip()]
        if child.tail and child.tail.strip():
            found.append(_escaped(child.tail.strip()))
    return found


def _is_frame(element: Element) -> bool:
    return element.tag in TRANSPARENT and any(child.tag in BLOCKS for child in element)


def _block(element: Element, bind: Bind) -> str:
    tag = element.tag
    if re.fullmatch(r"h[1-6]", tag):
        return f"{'#' * max(2, int(tag[1]))} {_inline(element, bind)}"
    if tag in ("ul", "ol"):
        return _list(element, bind, "")
    if tag == "table":
        return _table(element, bind)
    if tag == "blockquote":
        inner = "\n\n".join(_blocks(element, bind))
        return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
    if tag == "pre":
        return "\n".join(f"    {line}" for line in element.text_content().strip("\n").split("\n"))
    if tag == "hr":
        return "---"
    if tag in ("p", "figure", "div"):
        return LINE_START.sub(r"\1\\\2", _inline(element, bind))
    return _as_html(element)


def _as_html(element: Element) -> str:
    return str(lxml_html.tostring(element, encoding="unicode", with_tail=False))


def _list(element: Element, bind: Bind, indent: str) -> str:
    lines = []
    number = int(element.get("start", "1"))
    for item in (child for child in element if child.tag == "li"):
        sign = f"{number}." if element.tag == "ol" else "-"
        below = [_list(child, bind, indent + "    ") for child in item if child.tag in ("ul", "ol")]
        for child in [child for child in item if child.tag in ("ul", "ol")]:
            item.remove(child)
        lines.append("\n".join([f"{indent}{sign} {_inline(item, bind)}", *below]))
        number += 1
    return "\n".join(lines)


def _table(element: Element, bind: Bind) -> str:
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
    if not rows or any(cell.get("colspan") or cell.get("rowspan") for row in rows for cell in row):
        return _as_html(element)
    signs = [
        next((ALIGNED[word] for word in cell.get("class", "").split() if word in ALIGNED), "---")
        for cell in rows[0]
    ]
    written = [[_inline(cell, bind).replace("|", "\\|") for cell in row] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [written[0], signs, *written[1:]])


def _inline(element: Element, bind: Bind) -> str:
    parts = [_escaped(element.text or "")]
    for child in element:
        parts += [_span(child, bind) if isinstance(child.tag, str) else "", _escaped(child.tail or "")]
    return "".join(parts).strip().replace("\n", " ")


def _span(element: Element, bind: Bind) -> str:
    tag, reference = element.tag, element.get("data-acreage")
    if reference:
        return bind(reference, element.text_content()) or _inline(element, bind)
    if tag in INLINE and not element.attrib:
        inner = element.text_content() if tag == "code" else _inline(element, bind)
        return f"{INLINE[tag]}{inner}{INLINE[tag]}" if inner else ""
    if tag == "a" and element.get("href"):
        return f"[{_inline(element, bind)}]({element.get('href')})"
    if tag == "img":
        return f"![{_escaped(element.get('alt', ''))}]({element.get('src', '')})"
    if tag == "br":
        return "<br>"
    if tag in ("p", "bdi", "font") or (tag == "span" and not element.attrib):
        return _inline(element, bind)
    return _as_html(element)


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text).replace("<", "&lt;")
