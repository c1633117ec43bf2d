"""Text of a page's markup that no visitor sees: hidden elements, comments, letters without size or colour.

Reviews and forum posts are the likeliest place for planted orders; what a person could not read is not heard.
"""

import re
from html.parser import HTMLParser
from typing import Final

_MAY_HIDE: Final = re.compile(
    r"<!--|<\s*(?:script|style|template|noscript|head|title|iframe|object|svg)\b"
    r"|\b(?:style|hidden|aria-hidden|color|class|width|height|size)\b",
    re.IGNORECASE,
)
_NEVER_SHOWN: Final = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "title",
        "iframe",
        "object",
        "svg",
        "math",
        "option",
        "select",
    }
)
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_STYLE: Final = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0\d*)?(?![.\d])|content-visibility:hidden"
    r"|font-size:(?:0(?:\.0*)?(?:px|pt|em|rem|%)?|[01](?:\.\d+)?(?:px|pt|%)|0?\.[0-4]\d*(?:em|rem))(?![\w.%])"
    r"|(?<![a-z-])(?:max-)?(?:height|width):(?:0|1px)(?![\d.])"
    r"|(?:left|top|right|text-indent|margin-left|margin-top):-\d{3,}"
    r"|clip:rect\(0|clip:rect\(1px|clip-path:inset\((?:50|100)%|transform:scale\(0\)|(?<![a-z-])color:transparent"
)
_COLOUR: Final = re.compile(r"(?<![a-z-])color:([^;!]+)")
_GROUND: Final = re.compile(r"background(?:-color)?:([^;!]+)")
_WHITE: Final = frozenset(
    {"white", "#fff", "#ffff", "#ffffff", "#ffffffff", "#fefefe", "#fdfdfd", "snow", "ivory", "ghostwhite",
     "rgb(255,255,255)", "rgba(255,255,255,1)", "rgb(100%,100%,100%)", "hsl(0,0%,100%)"}
)  # fmt: skip
_CLASSES: Final = frozenset(
    {"hidden", "d-none", "sr-only", "visually-hidden", "invisible", "screen-reader-text"}
)


_UNREAD: Final = re.compile(  # comments and declarations; one without an end takes the rest with it
    r"<!--.*?(?:-->|\Z)|<[!?].*?(?:>|\Z)", re.DOTALL
)
_TAG: Final = re.compile(r"<\s*[a-zA-Z!]")


def shown(markup: str) -> str:
    """The markup without what is hidden in it; as it is when nothing can be."""
    if not _TAG.search(markup) or not _MAY_HIDE.search(markup):
        return markup
    reader = _Reader()
    reader.feed(_UNREAD.sub(" ", markup))
    reader.close()
    return "".join(reader.kept)


class _Reader(HTMLParser):
    """Keeps what stands outside hidden elements. An element that is never closed hides all that follows: better
    a review too short than an order heard.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self._hidden: list[str] = []  # open elements from the hidden one inwards

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._hidden:
            if tag not in _VOID:
                self._hidden.append(tag)
        elif tag not in _VOID and _is_hidden(tag, dict(attrs)):
            self._hidden.append(tag)
        else:
            self.kept.append(" ")

    def handle_startendtag(self, *_: object) -> None:
        if not self._hidden:
            self.kept.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._hidden:
            place = len(self._hidden) - 1 - self._hidden[::-1].index(tag)
            del self._hidden[place:]
        if not self._hidden:
            self.kept.append(" ")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.kept.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")


def _is_hidden(tag: str, attrs: dict[str, str | None]) -> bool:
    if tag in _NEVER_SHOWN or "hidden" in attrs or (attrs.get("aria-hidden") or "").strip().lower() == "true":
        return True
    if set((attrs.get("class") or "").lower().split()) & _CLASSES:
        return True
    if tag == "font" and ((attrs.get("color") or "").strip().lower() in _WHITE or attrs.get("size") == "0"):
        return True
    style = re.sub(r"\s+|/\*.*?\*/", "", (attrs.get("style") or "").lower())
    return bool(style) and (bool(_STYLE.search(style)) or _is_same_colour(style))


def _is_same_colour(style: str) -> bool:
    """White on the page's white, or letters in the colour of their own ground."""
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    if colour is None:
        return False
    is_white = colour.group(1) in _WHITE
    if ground is None:
        return is_white
    return colour.group(1) == ground.group(1) or (is_white and ground.group(1) in _WHITE)
