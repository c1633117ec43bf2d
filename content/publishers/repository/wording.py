"""An article's HTML as Markdown that an editor can edit, and that no generator takes for a template.

Headings, paragraphs, lists, simple tables and links become Markdown; what Markdown cannot say stays HTML, one block
a line. Characters that a generator or a Markdown dialect would read as an instruction (`{{`, `{%`, `*`, `| `) become
entities: they mean the same in Markdown and in HTML, and readers see the character itself.
"""

import html
import re
from collections.abc import Iterator
from urllib.parse import quote

from lxml import html as reader

INLINE = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd",
    "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var",
})  # fmt: skip
EVERYWHERE = str.maketrans({char: f"&#{ord(char)};" for char in "{}*`[]|~\\^"})
OPENERS = re.compile(r"^(\s*)([#+\-=>?:]|!(?!\[)|\d+(?=[.)]))")
"""What begins a heading, a list, a rule, a quote, an admonition, a tab or a definition when it begins a line."""
UNDERSCORE = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
EMOJI = re.compile(r":(?=[a-z][\w+-]*:)", re.IGNORECASE)
STATEMENT = re.compile(r"^(import|export)\b")  # MDX takes such a line for code
SIDES = {"center": ":-:", "end": "--:", "right": "--:"}
MIRRORED = {"center": ":-:", "end": ":--", "left": ":--"}


def as_markdown(text: str, *, heading_ids: bool, is_mdx: bool, is_rtl: bool = False) -> str:
    """Blocks of Markdown with an empty line between them; `<data>` elements stay as they are."""
    if not text.strip():
        return ""
    scribe = _Scribe(heading_ids, is_mdx, is_rtl, set(re.findall(r'href="#([^"]+)"', text)))
    top = reader.fragment_fromstring(text, create_parent="div")
    return "\n\n".join(block for block in scribe.blocks(top) if block.strip())


def escaped(text: str) -> str:
    """Text that no Markdown dialect and no template language reads as anything but text."""
    plain = html.escape(text, quote=False).translate(EVERYWHERE)
    return EMOJI.sub("&#58;", UNDERSCORE.sub("&#95;", plain))


class _Scribe:
    """Writes blocks for one kind of generator."""

    def __init__(self, heading_ids: bool, is_mdx: bool, is_rtl: bool, aims: set[str]) -> None:
        self.heading_ids, self.is_mdx, self.is_rtl, self.aims = heading_ids, is_mdx, is_rtl, aims

    def blocks(self, top: reader.HtmlElement) -> Iterator[str]:
        yield self._opened(escaped((top.text or "").strip()))
        waiting: list[str] = []
        for node in top:
            if node.tag in INLINE:
                waiting.append(self._span(node) + escaped(node.tail or ""))
                continue
            yield self._line("".join(waiting))
            waiting = []
            yield self._block(node)
            if (node.tail or "").strip():
                waiting.append(escaped(node.tail or ""))
        yield self._line("".join(waiting))

    def _block(self, node: reader.HtmlElement) -> str:
        tag = str(node.tag)
        if tag == "div" and set(node.attrib) <= {"class", "tabindex"}:
            return "\n\n".join(block for block in self.blocks(node) if block.strip())
        if re.fullmatch(r"h[1-6]", tag) and set(node.attrib) <= {"id"} and self._is_plain(node):
            return self._heading(node, int(tag[1]))
        if node.attrib and tag not in ("ol", "table"):
            return self._raw(node)
        if tag == "p" and self._is_plain(node):
            return self._line(self._inside(node))
        if tag == "hr":
            return "---"
        if tag in ("ul", "ol"):
            return self._list(node) or self._raw(node)
        if tag == "table":
            return self._table(node) or self._raw(node)
        if tag == "blockquote":
            inner = "\n\n".join(block for block in self.blocks(node) if block.strip())
            return "\n".join(f"> {line}".rstrip() for line in inner.split("\n"))
        return self._raw(node)

    def _heading(self, node: reader.HtmlElement, level: int) -> str:
        name = node.get("id", "")
        if name and not self.heading_ids and name in self.aims:
            return self._raw(node)
        end = f" {{#{name}}}" if name and self.heading_ids else ""
        return f"{'#' * level} {_flat(self._inside(node))}{end}"

    def _list(self, node: reader.HtmlElement, depth: int = 0) -> str:
        if set(node.attrib) - {"start"}:
            return ""
        lines = []
        for number, item in enumerate(node, int(node.get("start", "1"))):
            nested = [child for child in item if child.tag in ("ul", "ol")]
            spans = [child for child in item if child not in nested]
            if item.tag != "li" or item.attrib or any(child.tag not in INLINE for child in spans):
                return ""
            if any((child.tail or "").strip() for child in nested):
                return ""
            sign = "-" if node.tag == "ul" else f"{number}."
            text = escaped(item.text or "") + "".join(
                self._span(child) + escaped(child.tail or "") for child in spans
            )
            inner = [self._list(child, depth + 1) for child in nested]
            if not all(inner):
                return ""
            lines += [f"{'    ' * depth}{sign} {self._opened(_flat(text))}".rstrip(), *inner]
        return "\n".join(lines)

    def _table(self, node: reader.HtmlElement) -> str:
        cells = [list(row) for row in node.iter("tr")]
        is_odd = node.find(".//caption") is not None or node.find(".//table") is not None
        if not cells or is_odd or node.find(".//thead") is None:
            return ""
        if any(len(row) != len(cells[0]) or not all(map(self._is_cell, row)) for row in cells):
            return ""
        lines = [f"| {' | '.join(_flat(self._inside(cell)) for cell in row)} |" for row in cells]
        return "\n".join([lines[0], f"|{'|'.join(self._side(cell) for cell in cells[0])}|", *lines[1:]])

    def _side(self, cell: reader.HtmlElement) -> str:
        found = re.search(r"text-align:\s*(\w+)", cell.get("style", ""))
        return (MIRRORED if self.is_rtl else SIDES).get(found.group(1) if found else "", "---")

    def _is_cell(self, cell: reader.HtmlElement) -> bool:
        return set(cell.attrib) <= {"style", "scope"} and self._is_plain(cell)

    def _is_plain(self, node: reader.HtmlElement) -> bool:
        return all(child.tag in INLINE for child in node.iterdescendants())

    def _inside(self, node: reader.HtmlElement) -> str:
        return escaped(node.text or "") + "".join(
            self._span(child) + escaped(child.tail or "") for child in node
        )

    def _span(self, node: reader.HtmlElement) -> str:
        inner, tag = self._inside(node), str(node.tag)
        if tag in ("strong", "b", "em", "i") and not node.attrib and inner.strip() == inner != "":
            sign = "**" if tag in ("strong", "b") else "*"
            return f"{sign}{inner}{sign}" if _touches_nothing(node) else self._tagged(node, inner)
        if tag == "a" and set(node.attrib) == {"href"} and inner:
            return f"[{inner}]({_address(node.get('href', ''))})"
        if tag == "img" and set(node.attrib) <= {"src", "alt"}:
            return f"![{escaped(node.get('alt', ''))}]({_address(node.get('src', ''))})"
        return self._tagged(node, inner)

    def _tagged(self, node: reader.HtmlElement, inner: str) -> str:
        said = "".join(f' {name}="{_attribute(value)}"' for name, value in node.attrib.items())
        if node.tag in ("br", "img"):
            return f"<{node.tag}{said} />" if self.is_mdx else f"<{node.tag}{said}>"
        return f"<{node.tag}{said}>{inner}</{node.tag}>"

    def _raw(self, node: reader.HtmlElement) -> str:
        """The element as it is, in one line: an empty line would end it."""
        method = "xml" if self.is_mdx else "html"
        text = reader.tostring(node, encoding="unicode", with_tail=False, method=method)
        if node.tag == "pre" or node.find(".//pre") is not None:
            text = text.replace("\n", "&#10;")
        if self.is_mdx:  # which reads Markdown inside it too
            text = re.sub(r">([^<]+)", lambda found: ">" + _again(found.group(1)), text)
        return _flat(text.replace("{", "&#123;"))

    def _line(self, text: str) -> str:
        return self._opened(_flat(text))

    def _opened(self, line: str) -> str:
        """A line that begins nothing but a paragraph."""
        if self.is_mdx and STATEMENT.match(line):
            return f"&#{ord(line[0])};{line[1:]}"
        found = OPENERS.match(line)
        if found is None:
            return line
        sign, rest = found.group(2), line[found.end() :]
        if sign.isdigit():
            return f"{found.group(1)}{sign}&#{ord(rest[0])};{rest[1:]}"
        return f"{found.group(1)}&#{ord(sign)};{rest}"


def _again(text: str) -> str:
    return escaped(html.unescape(text))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _address(url: str) -> str:
    """An address inside `(…)`: nothing in it ends it or opens a template."""
    return quote(url, safe="/:?#@!$&'+,;=%-._~").replace("&", "&amp;")


def _attribute(value: str) -> str:
    return html.escape(value).translate(EVERYWHERE)


def _touches_nothing(node: reader.HtmlElement) -> bool:
    """`**` beside a letter (Japanese has no spaces) is not read as strong by every dialect."""
    previous = node.getprevious()
    before = (previous.tail if previous is not None else node.getparent().text) or ""
    after = node.tail or ""
    return not (before[-1:].isalnum() or after[:1].isalnum())
