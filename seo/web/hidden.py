"""Which parts of an HTML page no reader sees: cut before anybody listens, quotes or asks a model.

Told by the element, its attributes, its own style, and by the page's own style sheet where a rule names one class,
id or tag. What a script or a foreign style sheet does later cannot be known here. Doubt cuts: a hidden order to a
machine is worth more care than a folded answer.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

UNREAD: Final = frozenset({
    "head", "script", "style", "template", "noscript", "iframe", "frame", "object", "embed", "applet", "svg",
    "math", "canvas", "audio", "video", "map", "select", "datalist", "option", "button", "textarea", "progress",
    "meter", "rt", "rp", "noembed", "noframes",
})  # fmt: skip
"""Elements whose words are no part of the page's text; `rt` repeats a Japanese word in kana."""
# Names that many style sheets give to text for screen readers alone: a second wording of what is seen.
_FOR_MACHINES: Final = frozenset({
    "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only", "screenreader",
    "a11y-hidden", "u-hidden", "element-invisible", "hidden-visually", "is-visually-hidden", "assistive-text",
})  # fmt: skip
_COLOURS: Final[Mapping[str, tuple[int, int, int]]] = {
    "white": (255, 255, 255), "black": (0, 0, 0), "snow": (255, 250, 250), "ivory": (255, 255, 240),
    "whitesmoke": (245, 245, 245), "ghostwhite": (248, 248, 255), "red": (255, 0, 0), "gray": (128, 128, 128),
    "grey": (128, 128, 128), "silver": (192, 192, 192), "navy": (0, 0, 128), "blue": (0, 0, 255),
    "green": (0, 128, 0), "yellow": (255, 255, 0), "lightgray": (211, 211, 211), "lightgrey": (211, 211, 211),
}  # fmt: skip
_PAPER: Final = (255, 255, 255)  # what a page is printed on when nobody says otherwise
_NEAR: Final = 16  # of 255: two colours that the eye does not tell apart
_TINY_PX: Final = 1.0
_AWAY_PX: Final = 500.0
_PX: Final[Mapping[str, float]] = {
    "px": 1,
    "": 1,
    "pt": 4 / 3,
    "em": 16,
    "rem": 16,
    "vw": 12,
    "vh": 8,
    "%": 0.16,
}
_TINY_FONT: Final = re.compile(r"(?:^|\s)(?:0|1px|0?\.\d+px|0(?:px|em|rem|pt|%))(?:/|\s|$)")
_CLIP: Final = re.compile(r"rect\(" + r"[,\s]\s*".join([r"(-?\d+(?:\.\d+)?)(?:px|em|%)?\s*"] * 4) + r"\)")
_LENGTH: Final = re.compile(r"(-?\d*\.?\d+)\s*(px|pt|r?em|vw|vh|%)?(?![\w.])")
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
_COMPOUND: Final = re.compile(r"([a-z][a-z0-9]*|\*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
Style = Mapping[str, str]
Colour = tuple[int, int, int] | None  # None: a picture or something unknown lies there


@lru_cache(maxsize=4096)
def declarations(text: str) -> Style:
    """`color: #FFF !important` as a mapping in lower case."""
    pairs = (
        part.split(":", 1)
        for part in re.sub(r"/\*.*?(?:\*/|$)", "", text, flags=re.DOTALL).lower().split(";")
    )
    return {
        pair[0].strip(): pair[1].replace("!important", "").strip() for pair in pairs if len(pair) == _PAIR
    }


_PAIR: Final = 2


def _length(value: str) -> float | None:
    """Roughly in pixels; None when it is none."""
    found = _LENGTH.match(value.strip())
    return float(found[1]) * _PX[found[2] or ""] if found else None


def _is_at_most(style: Style, name: str, limit: float) -> bool:
    length = _length(style.get(name, ""))
    return length is not None and length <= limit


def hides(style: Style) -> bool:
    """Whether a style alone keeps an element from the eye."""
    if not style:
        return False
    if style.get("display") == "none" or style.get("visibility") in {"hidden", "collapse"}:
        return True
    if style.get("content-visibility") == "hidden" or _is_transparent(style):
        return True
    if _is_at_most(style, "font-size", _TINY_PX) or _TINY_FONT.search(style.get("font", "")):
        return True
    return _is_box_of_nothing(style) or _is_away(style)


def _is_transparent(style: Style) -> bool:
    """Ink or element that lets everything through."""
    opacity = style.get("opacity", "") or "".join(_FILTER.findall(style.get("filter", "")))
    inks = [style.get(name, "").replace(" ", "") for name in ("color", "-webkit-text-fill-color")]
    return _FAINT.fullmatch(opacity) is not None or any(_NO_INK.fullmatch(ink) for ink in inks)


_FILTER: Final = re.compile(r"opacity\(\s*([\d.]+%?)\s*\)")
_FAINT: Final = re.compile(r"0?\.0\d*|0+(?:\.0+)?%?|[01](?:\.\d+)?%")
_NO_INK: Final = re.compile(
    r"transparent|(?:rgba|hsla)\([^,]*,[^,]*,[^,]*,0?\.?0*%?\)|(?:rgb|hsl)a?\([^/]*/0?\.?0*%?\)|#(?:[0-9a-f]{3}0|[0-9a-f]{6}00)"
)


def _is_box_of_nothing(style: Style) -> bool:
    """1 × 1 boxes, and boxes cut away to nothing."""
    sides = [_is_at_most(style, name, _TINY_PX) for name in ("width", "height")]
    limits = [_is_at_most(style, name, _TINY_PX) for name in ("max-width", "max-height")]
    if all(sides) or all(limits) or (any(sides + limits) and style.get("overflow") in {"hidden", "clip"}):
        return True
    if found := _CLIP.search(style.get("clip", "")):
        top, right, bottom, left = map(float, found.groups())
        if right - left <= _TINY_PX or bottom - top <= _TINY_PX:
            return True
    path = style.get("clip-path", "").replace(" ", "").replace("px", "")
    return re.search(r"inset\((?:50|100)%|circle\(0|polygon\(0+(?:,0+)*\)", path) is not None


def _is_away(style: Style) -> bool:
    """Moved off the screen, or shrunk to a point."""
    if any(_is_at_most(style, name, -_AWAY_PX) for name in ("text-indent", "margin-left", "margin-top")):
        return True
    if style.get("position") in {"absolute", "fixed"}:
        for name in ("left", "top", "right", "bottom", "inset-inline-start"):
            length = _length(style.get(name, ""))
            if length is not None and (length <= -_AWAY_PX or length >= 20 * _AWAY_PX):
                return True
    move = style.get("transform", "").replace(" ", "")
    shift = re.search(r"translate(?:x|y|3d)?\((-\d+(?:\.\d+)?)(px|%|vw|vh)", move)
    return bool(re.search(r"scale[xy]?\(0(?:\.0\d*)?[,)]", move)) or bool(
        shift and float(shift[1]) <= (-_AWAY_PX if shift[2] == "px" else -100.0)
    )


def colour(value: str) -> Colour:
    """A colour as three numbers; None when it is none of those that can be told here."""
    text = value.strip().lower()
    if text in _COLOURS:
        return _COLOURS[text]
    if found := re.fullmatch(r"#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})", text):
        digits = found[1] if len(found[1]) > _SHORT_HEX else "".join(digit * 2 for digit in found[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)
    if found := re.fullmatch(r"rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+).*\)", text):
        return int(found[1]), int(found[2]), int(found[3])
    if found := re.fullmatch(r"hsla?\(.*?,\s*100(?:\.0)?%.*\)", text):
        return _PAPER
    return None


_SHORT_HEX: Final = 4


def _is_same(ink: Colour, paper: Colour) -> bool:
    return (
        ink is not None
        and paper is not None
        and all(abs(a - b) <= _NEAR for a, b in zip(ink, paper, strict=True))
    )


# --- the page's own style sheet ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule whose selector is one compound (`p.x#y`)."""

    tag: str  # `*` for any
    marks: frozenset[str]  # `.x`, `#y`
    style: Style


Sheet = Mapping[str, list[Rule]]
"""Rules by one of their marks, or by their tag: an element looks up its own alone, or large sheets take minutes."""
_TELLING: Final = frozenset({
    "-webkit-text-fill-color", "display", "filter", "visibility", "content-visibility", "opacity", "font-size",
    "font", "color", "background", "background-color", "background-image", "width", "height", "max-width",
    "max-height", "overflow", "clip", "clip-path", "position", "left", "top", "right", "bottom",
    "inset-inline-start", "text-indent", "margin-left", "margin-top", "transform",
})  # fmt: skip


def sheet(texts: Iterator[str]) -> Sheet:
    """The rules of `<style>` that can hide something. Those for print and for narrow screens hide nothing from a
    reader at a desk.
    """
    found: dict[str, list[Rule]] = {}
    for text in texts:
        for selectors, body in _rules(_COMMENT.sub(" ", text)):
            style = {name: value for name, value in declarations(body).items() if name in _TELLING}
            for selector in selectors.split(",") if style else ():
                parts = _COMPOUND.fullmatch(selector.strip())
                if parts and selector.strip():
                    marks = frozenset(re.findall(r"[.#][\w-]+", parts[2]))
                    rule = Rule((parts[1] or "*").lower(), marks, style)
                    found.setdefault(min(marks, default=rule.tag), []).append(rule)
    return found


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations outside any `@…{}`, in one pass."""
    depth, start, selectors = 0, 0, ""
    for brace in re.finditer(r"[{};]", text):
        piece, sign = text[start : brace.start()], brace[0]
        if sign == ";":
            start = brace.end() if not depth else start  # `@import …;`
            continue
        if sign == "{":
            selectors = piece.strip() if not depth else "@"
            depth += 1
        else:
            if depth == 1 and not selectors.startswith("@"):
                yield selectors, piece
            depth = max(0, depth - 1)
        start = brace.end()


def _styled(element: Any, rules: Sheet) -> Style:  # Any: lxml
    """An element's style: the sheet's, then its own."""
    style: dict[str, str] = {}
    if rules:
        marks = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id')}"}
        for name in ("*", element.tag, *marks):
            for rule in rules.get(name, ()):
                if rule.tag in {"*", element.tag} and rule.marks <= marks:
                    style |= rule.style
    own = element.get("style")
    return {**style, **declarations(own)} if own else style


# --- cutting ----------------------------------------------------------------------------------------------


def _is_marked_hidden(element: Any) -> bool:  # Any: lxml
    if element.tag in UNREAD or (element.tag == "input" and element.get("type") == "hidden"):
        return True
    if element.get("hidden") is not None or (element.get("aria-hidden") or "").strip().lower() == "true":
        return True
    if element.tag == "dialog" and element.get("open") is None:
        return True
    return not _FOR_MACHINES.isdisjoint((element.get("class") or "").lower().split())


def cut(root: Any) -> int:  # Any: lxml ships no types
    """Take everything hidden out of a tree, in place; how many parts there were."""
    rules = sheet(style.text or "" for style in root.iter("style"))
    removed = 0
    stack: list[tuple[Any, Colour, Colour]] = [(root, (0, 0, 0), _PAPER)]
    while stack:
        element, ink, paper = stack.pop()
        if not isinstance(element.tag, str):  # a comment, a processing instruction
            _remove(element)
            removed += 1
            continue
        style = _styled(element, rules)
        if style or element.get("color") or element.get("bgcolor"):
            ink, paper = _ink(element, style, ink), _paper(element, style, paper)
        may_go = element is not root and element.tag != "body"  # a page that fades in is a page
        if may_go and (_is_marked_hidden(element) or hides(style)):
            _remove(element)
            removed += element.tag not in UNREAD
            continue
        if _is_same(ink, paper):
            removed += _blank(element)
        stack += [(child, ink, paper) for child in element]
    return removed


def _blank(element: Any) -> bool:  # Any: lxml
    """Take an element's own words out and leave the parts in it; whether there were any."""
    own = (element.text or "") + "".join(child.tail or "" for child in element)
    element.text = None
    for child in element:
        child.tail = None
    return bool(own.strip())


def _ink(element: Any, style: Style, inherited: Colour) -> Colour:  # Any: lxml
    value = style.get("color") or element.get("color") or ""
    return colour(value) if value and value != "inherit" else inherited


def _paper(element: Any, style: Style, inherited: Colour) -> Colour:  # Any: lxml
    if (
        "background-image" in style
        or "url(" in style.get("background", "")
        or "gradient" in style.get("background", "")
    ):
        return None
    value = style.get("background-color") or style.get("background") or element.get("bgcolor") or ""
    if not value or value.split()[0] in {"inherit", "transparent", "none", "initial", "unset"}:
        return inherited
    return colour(value) or colour(value.split()[0])


_UNWRITABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
"""What lxml reads from a page and refuses to write back."""


def _remove(element: Any) -> None:  # Any: lxml
    """Take an element out and leave the words after it where they were."""
    parent = element.getparent()
    if parent is None:
        return
    tail = _UNWRITABLE.sub(" ", element.tail or "")
    before = element.getprevious()
    if tail:
        if before is not None:
            before.tail = _UNWRITABLE.sub(" ", before.tail or "") + tail
        else:
            parent.text = _UNWRITABLE.sub(" ", parent.text or "") + tail
    parent.remove(element)
