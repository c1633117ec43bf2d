"""A draft's Markdown as safe HTML. References are taken out first and put back last: nothing touches a fact.

Order: references → inert marks; Markdown → HTML; HTML → only what an article needs (nh3); marks → values.
"""

import html
import re
from abc import abstractmethod
from collections.abc import Callable, Collection
from dataclasses import dataclass
from itertools import count
from typing import Protocol

import markdown
import nh3
from markupsafe import Markup

from content.references import Reference, find_references
from content.slugs import ascii_words

TAGS = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "data", "dd",
    "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1", "h2", "h3",
    "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "rp",
    "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "summary", "sup", "table", "tbody",
    "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var",
})  # fmt: skip
EVERYWHERE = frozenset({"dir", "lang", "id", "title", "data-acreage"})
ATTRIBUTES: dict[str, frozenset[str]] = {
    "*": EVERYWHERE,
    "a": frozenset({"href", "hreflang"}),
    "blockquote": frozenset({"cite"}),
    "q": frozenset({"cite"}),
    "data": frozenset({"value"}),
    "img": frozenset({"src", "alt", "width", "height"}),
    "ol": frozenset({"start"}),
    "td": frozenset({"colspan", "rowspan", "style"}),
    "th": frozenset({"colspan", "rowspan", "scope", "style"}),
    "time": frozenset({"datetime"}),
}
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
TAG = re.compile(r"""<(/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>""")
ATTRIBUTE = re.compile(r""" ([a-z-]+)="([^"]*)\"""")
"""The sanitiser writes every tag in this one form: lower case, double quotes, quotes in values escaped."""
LINKS = frozenset({"href", "src", "cite"})
ALIGNMENT = {"left": "start", "right": "end", "center": "middle"}
SCROLLING = '<div class="table" tabindex="0">'
ISOLATES = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that no XML file may hold: one of them in a title would break the feed and the sitemap."""


class Show(Protocol):
    """How a reference appears: on a page its value, in a preview its value with a link to its row."""

    @abstractmethod
    def markup(self, source: str, *, is_in_link: bool = False) -> str:
        """HTML of one reference, `{{handle.key}}` with its braces; a link may not hold a second one."""

    @abstractmethod
    def plain(self, source: str) -> str:
        """The same as plain text: in titles, descriptions, attributes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text whose references are inert marks, and what each mark stands for."""

    text: str
    mark: str
    sources: tuple[str, ...]

    def filled(self, text: str, show: Callable[[str], str]) -> str:
        """The text with every mark replaced."""
        return self.pattern.sub(lambda found: show(self.sources[int(found.group(1))]), text)

    @property
    def pattern(self) -> re.Pattern[str]:
        """What a mark looks like; the number says which reference."""
        return re.compile(f"{self.mark}([0-9]+)x")


def marked(text: str) -> Marked:
    """Replace every reference by letters and digits that Markdown and the sanitiser leave alone."""
    mark = next(word for number in count() if (word := f"qzref{number}n") not in text)
    parts, sources, end = [], [], 0
    for number, reference in enumerate(find_references(text)):
        parts += [text[end : reference.start], f"{mark}{number}x"]
        sources.append(_source(text, reference))
        end = reference.end
    return Marked("".join([*parts, text[end:]]), mark, tuple(sources))


def plain_text(text: str, show: Show) -> str:
    """A title or description in plain form: values filled in, no markup read, one line."""
    found = marked(UNPRINTABLE.sub("", text))
    return " ".join(found.filled(found.text, show.plain).split())


def heading(text: str, show: Show) -> Markup:
    """A title as HTML: everything in it is text, only the values are markup."""
    found = marked(UNPRINTABLE.sub("", text))
    return Markup(found.filled(html.escape(found.text), show.markup))


def body_html(
    text: str, language: str, site: str, show: Show, pictures: Collection[str] | None = None
) -> tuple[Markup, tuple[Entry, ...]]:
    """The body as safe HTML and its second-level headings.

    Scripts, styles, event handlers and pictures from other hosts are dropped, a first-level heading becomes a
    second-level one (the title is the only h1), tables can scroll on a narrow screen. With `pictures` only those
    sources are shown, wherever they lie.
    """
    found = marked(UNPRINTABLE.sub("", text))
    reader = markdown.Markdown(
        extensions=["extra", "toc", "sane_lists"],
        extension_configs={"toc": {"slugify": _heading_ids(found, language), "toc_depth": "1-6"}},
        output_format="html",
    )
    safe = _sanitised(reader.convert(found.text), site, pictures)
    entries = tuple(
        Entry(str(token["id"]), _unmarked(str(token["name"]), found, show)) for token in _second_level(reader)
    )
    return Markup(_finished(safe, found, show)), entries


def _source(text: str, reference: Reference) -> str:
    return text[reference.start : reference.end]


def _heading_ids(found: Marked, language: str) -> Callable[[str, str], str]:
    """Ids hold no value: they must stay when a value changes."""

    def named(value: str, _separator: str) -> str:
        return "-".join(ascii_words(found.pattern.sub(" ", value), language))[:60].strip("-") or "section"

    return named


def _second_level(reader: markdown.Markdown) -> list[dict[str, object]]:
    """Headings of level 1 and 2; the toc extension nests what stands below a first-level one."""
    # The extension sets `toc_tokens` on the instance, which its type stubs do not know.
    waiting: list[dict[str, object]] = list(getattr(reader, "toc_tokens"))  # noqa: B009
    result = []
    while waiting:
        token = waiting.pop(0)
        if token["level"] in {1, 2}:
            result.append(token)
            children = token["children"]
            waiting = [*(children if isinstance(children, list) else []), *waiting]
    return result


def _unmarked(name: str, found: Marked, show: Show) -> str:
    """A heading's text for the table of contents, plain."""
    return found.filled(html.unescape(nh3.clean(name, tags=set())), show.plain)


def _sanitised(text: str, site: str, pictures: Collection[str] | None) -> str:
    def own_pictures(tag: str, name: str, value: str) -> str | None:
        """Keep a picture only from the shop itself: a page asks nothing of other hosts."""
        if pictures is not None:
            return value if tag != "img" or name != "src" or value in pictures else None
        is_foreign = tag == "img" and name == "src" and ("//" in value or value.startswith("data:"))
        return None if is_foreign and not (site and value.startswith(f"{site.rstrip('/')}/")) else value

    return nh3.clean(
        text,
        tags=set(TAGS),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        attribute_filter=own_pictures,
        filter_style_properties={"text-align"},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def _finished(safe: str, found: Marked, show: Show) -> str:
    """Values put in, as markup between tags and as plain text inside them; tags as a page needs them."""
    parts, end, is_in_link = [], 0, False

    def value(source: str) -> str:
        return show.markup(source, is_in_link=is_in_link)

    for tag in TAG.finditer(safe):
        closes, name, written = tag.groups()
        attributes = {key: _attribute(key, text, found, show) for key, text in ATTRIBUTE.findall(written)}
        parts += [found.filled(safe[end : tag.start()], value), _tag(closes, name, attributes)]
        end, is_in_link = tag.end(), not closes if name == "a" else is_in_link
    return "".join([*parts, found.filled(safe[end:], value)])


def _attribute(key: str, value: str, found: Marked, show: Show) -> str:
    if not found.pattern.search(value):
        return value
    if key in LINKS:
        return _safe_address(found.filled(html.unescape(value), show.plain))
    return found.filled(value, lambda source: html.escape(show.plain(source)))


def _tag(closes: str, name: str, attributes: dict[str, str]) -> str:
    """One h1 a page, tables that scroll on a narrow screen, alignment that follows the reading direction."""
    style = attributes.pop("style", "")
    if style:
        attributes["class"] = ALIGNMENT.get(style.removeprefix("text-align:").strip(" ;"), "start")
    if name == "img" and not attributes.get("src"):
        return ""
    if name == "img":
        attributes["loading"] = "lazy"
    if name == "th" and not closes:
        attributes.setdefault("scope", "col")
    written = "".join(f' {key}="{value}"' for key, value in attributes.items())
    tag = f"<{closes}{'h2' if name == 'h1' else name}{written}>"
    if name == "table":
        return f"{tag}</div>" if closes else f"{SCROLLING}{tag}"
    return tag


def _safe_address(value: str) -> str:
    """A link made of a value: only to the web or a mailbox, whatever the shop's data say."""
    address = value.translate(ISOLATES).strip()
    is_safe = address.split(":", 1)[0].lower() in SCHEMES or (
        ":" not in address and not address.startswith("//")
    )
    return html.escape(address if is_safe else "")
