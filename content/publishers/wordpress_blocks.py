"""Our HTML as WordPress' core blocks, spelled as its editor spells them, so that opening a page changes nothing.

https://developer.wordpress.org/block-editor/reference-guides/core-blocks/
Headings, paragraphs, lists, tables, pictures, quotes and rules become blocks of their own; only the rest is
`wp:html`. Every block is some lines of its own: a person's edits are merged line by line.
"""

import html
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree
from lxml import html as lxml_html

Element = Any  # lxml ships no types
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
ALIGNMENT = {"middle": "center", "end": "right", "start": "left"}
"""Of our cells to WordPress' words; in Arabic start and end change sides."""
MIRRORED = {"left": "right", "right": "left"}
BRACKETS = str.maketrans({"[": "&#91;", "]": "&#93;"})
"""Shortcodes run everywhere in a body, in `<pre><code>` too: no bracket of ours may begin one."""
URL_ALONE = re.compile(r"^\s*(https?://\S+)\s*$")


@dataclass(frozen=True, slots=True)
class Dialect:
    """How this site wants it: where pictures are, what elements an author may write, which way it reads."""

    pictures: Mapping[str, str]  # our address -> id on the site
    has_data: bool = True  # False: `<data>` and `<bdi>` would be taken out, `<span>` stays
    is_rtl: bool = False  # the article
    is_turned: bool = False  # the article reads the other way than the site, and no plugin turns it


def blocks(body: str, dialect: Dialect) -> str:
    """The body as blocks."""
    found = (block for element in _elements(body) for block in _block(element, dialect))
    return "\n\n".join(found)


def _elements(body: str) -> Iterator[Element]:
    for piece in lxml_html.fragments_fromstring(body or "", no_leading_text=False):
        if isinstance(piece, str):
            if piece.strip():
                yield lxml_html.fromstring(f"<p>{html.escape(piece.strip())}</p>")
            continue
        if piece.tail and piece.tail.strip():
            tail, piece.tail = piece.tail.strip(), None
            yield piece
            yield lxml_html.fromstring(f"<p>{html.escape(tail)}</p>")
            continue
        piece.tail = None
        yield piece


def _block(element: Element, dialect: Dialect) -> Iterator[str]:
    tag = element.tag
    if tag == "div" and "table" in element.get("class", "").split() and len(element) == 1:
        element = element[0]  # the frame that lets a table scroll on our own site
        element.tail = None
        tag = element.tag
    picture = _lone_picture(element)
    if picture is not None:
        yield _picture(picture, dialect)
        return
    make = MAKERS.get(tag) if isinstance(tag, str) else None
    made = make(element, dialect) if make else None
    yield made if made is not None else _wrapped("html", {}, _written(element, dialect))


def _wrapped(name: str, attributes: Mapping[str, object], inner: str) -> str:
    said = f" {json.dumps(attributes, separators=(',', ':'))}" if attributes else ""
    return f"<!-- wp:{name}{said} -->\n{inner}\n<!-- /wp:{name} -->"


def _written(element: Element, dialect: Dialect) -> str:
    """An element's HTML, in one line where a line break means nothing."""
    for each in list(element.iter("data", "bdi")) if not dialect.has_data else ():
        if each.get("value") is not None:
            del each.attrib["value"]
        each.tag = "span"
    text = str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))
    if element.tag != "pre" and element.find(".//pre") is None:
        text = re.sub(r"\s*\n\s*", " ", text)
    return text.translate(BRACKETS)


def _inner(element: Element, dialect: Dialect) -> str:
    text = _written(element, dialect)
    return text[text.index(">") + 1 : text.rindex("<")].strip()


def _has_only(element: Element, *allowed: str) -> bool:
    return set(element.attrib) <= set(allowed)


# --- blocks -----------------------------------------------------------------------------------------------


def _heading(element: Element, dialect: Dialect) -> str | None:
    if not _has_only(element, "id"):
        return None
    level = int(element.tag[1])
    return _wrapped("heading", {} if level == 2 else {"level": level}, _written(element, dialect))  # noqa: PLR2004


def _paragraph(element: Element, dialect: Dialect) -> str | None:
    if element.attrib:
        return None
    inner = _inner(element, dialect)
    alone = URL_ALONE.match(inner)
    if alone:  # an address alone on a line would be turned into an embed
        inner = f'<a href="{alone.group(1)}">{alone.group(1)}</a>'
    if dialect.is_turned:
        way = "rtl" if dialect.is_rtl else "ltr"
        return _wrapped("paragraph", {"direction": way}, f'<p dir="{way}">{inner}</p>')
    return _wrapped("paragraph", {}, f"<p>{inner}</p>")


def _list(element: Element, dialect: Dialect) -> str | None:
    if not _has_only(element, "start") or any(child.tag != "li" for child in element):
        return None
    items = [_item(child, dialect) for child in element]
    if None in items:
        return None
    attributes: dict[str, object] = {"ordered": True} if element.tag == "ol" else {}
    start = element.get("start")
    if start and start != "1":
        attributes["start"] = int(start)
    opening = f'<{element.tag} start="{start}">' if "start" in attributes else f"<{element.tag}>"
    inner = "\n\n".join(str(item) for item in items)
    return _wrapped("list", attributes, f"{opening}{inner}</{element.tag}>")


def _item(element: Element, dialect: Dialect) -> str | None:
    """A line of a list; None when it holds what the editor cannot keep in one."""
    children = [
        child.tag for child in element if child.tag in ("ul", "ol", "p", "table", "pre", "blockquote", "div")
    ]
    if element.attrib or any(tag not in ("ul", "ol", "p") for tag in children) or children.count("p") > 1:
        return None
    nested = [child for child in element if child.tag in ("ul", "ol")]
    if nested and (element[-1] is not nested[-1] or len(nested) > 1):
        return None
    below = ""
    for child in nested:
        made = _list(child, dialect)
        if made is None:
            return None
        below = made
        child.getparent().remove(child)
    paragraph = element.find("p")
    if paragraph is not None:
        paragraph.drop_tag()
    return _wrapped("list-item", {}, f"<li>{_inner(element, dialect)}{below}</li>")


def _table(element: Element, dialect: Dialect) -> str | None:
    if element.attrib or any(child.tag not in ("thead", "tbody", "tfoot") for child in element):
        return None
    for cell in element.iter("td", "th"):
        if not _has_only(cell, "class", "scope", "colspan", "rowspan"):
            return None
        _aligned(cell, dialect)
        if cell.tag == "td":
            cell.attrib.pop("scope", None)
    text = re.sub(r">\s+<(/?(?:t[rdh]|thead|tbody|tfoot|table)\b)", r"><\1", _written(element, dialect))
    return _wrapped("table", {}, f'<figure class="wp-block-table">{text}</figure>')


def _aligned(cell: Element, dialect: Dialect) -> None:
    way = ALIGNMENT.get(cell.attrib.pop("class", ""), "")
    way = MIRRORED.get(way, way) if dialect.is_rtl else way
    if way:
        cell.set("class", f"has-text-align-{way}")
        cell.set("data-align", way)


def _lone_picture(element: Element) -> Element | None:
    """The picture of a paragraph or figure that holds nothing else."""
    if element.tag == "img":
        return element
    if element.tag in ("p", "figure") and len(element) == 1 and element[0].tag == "img":
        text = (element.text or "") + (element[0].tail or "")
        return None if text.strip() else element[0]
    return None


def _picture(element: Element, dialect: Dialect) -> str:
    source, alt = element.get("src", ""), element.get("alt", "")
    number = dialect.pictures.get(source, "")
    attributes: dict[str, object] = {"id": int(number)} if number.isdecimal() else {}
    known = f' class="wp-image-{number}"' if attributes else ""
    picture = f'<img src="{html.escape(source)}" alt="{html.escape(alt).translate(BRACKETS)}"{known}/>'
    size = {"sizeSlug": "full", "linkDestination": "none"} if attributes else {}
    kind = "wp-block-image size-full" if attributes else "wp-block-image"
    return _wrapped("image", {**attributes, **size}, f'<figure class="{kind}">{picture}</figure>')


def _quote(element: Element, dialect: Dialect) -> str | None:
    if (
        element.attrib
        or any(child.tag != "p" or child.attrib for child in element)
        or (element.text or "").strip()
    ):
        return None
    inner = "\n\n".join(
        f"<!-- wp:paragraph -->\n<p>{_inner(p, dialect)}</p>\n<!-- /wp:paragraph -->" for p in element
    )
    return _wrapped("quote", {}, f'<blockquote class="wp-block-quote">{inner}</blockquote>')


def _code(element: Element, dialect: Dialect) -> str | None:
    if element.attrib or len(element) != 1 or element[0].tag != "code" or element[0].attrib:
        return None
    return _wrapped("code", {}, f'<pre class="wp-block-code">{_inner(element, dialect)}</pre>')


def _rule(element: Element, dialect: Dialect) -> str:  # noqa: ARG001  like its neighbours
    return _wrapped("separator", {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>')


MAKERS: Mapping[str, Callable[[Element, Dialect], str | None]] = {
    **dict.fromkeys(HEADINGS, _heading),
    "p": _paragraph, "ul": _list, "ol": _list, "table": _table, "blockquote": _quote, "pre": _code, "hr": _rule,
}  # fmt: skip
