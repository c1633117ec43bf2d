"""Whether a clause speaks of the product at all, or of anybody's: "A hub dynamo never needs charging", "Aim the beam
ten metres ahead", "what counts is that they keep the wind out". What it says then is advice, and promises nothing.
"""

import re
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

from content.checks.extract import fold_pattern
from content.checks.whose import cue

_ARTICLE: Final = re.compile(
    r"\W*(?:an?|un[ae]?|eine?) ?"
)  # "a timer tells you": the part is what it speaks of
_LABEL: Final = 3  # words of an entry in a list: "USB port, two speeds"


def is_of_any(text: str, start: int, end: int, language: str, own: Callable[[str], bool]) -> bool:
    """Whether a clause (places in a folded sentence) begins with a subject that is any such thing or anybody; `own`
    says that its words name something of the product spoken of."""
    begin = _begin(text, start)
    order = _row("order", language).match(text, begin, end)  # "Do not put any gilded pot …"
    found = _row("any", language).match(text, _begin(text, order.end()) if order else begin, end)
    if found is None:
        return False
    noun = found.groupdict().get("noun")
    if noun and any(cue(name, language).search(noun.split()[0]) for name in ("left", "sum", "each")):
        return False  # "a difference of 30 cm": arithmetic
    return not noun or not own(noun)


def is_of_others(text: str, start: int, end: int, language: str) -> bool:
    """Whether a clause begins with most of a kind, other ones, or people: never with the product."""
    found = _row("any", language).match(text, _begin(text, start), end)
    return found is not None and bool(found.groupdict().get("who"))


def is_order(text: str, start: int, end: int, language: str) -> bool:
    """Whether a clause tells the reader to do something."""
    if language == "ja":
        return _ORDER_JA.search(text, start, end) is not None
    return _row("order", language).match(text, _begin(text, start), end) is not None


def is_about_it(text: str, start: int, end: int, language: str) -> bool:
    """Whether a clause points back at the product: "load it with …", `mételo`."""
    return _row("it", language).search(text, start, end) is not None


def is_wished(text: str, start: int, end: int, language: str) -> bool:
    """Whether a clause says what counts or would be good, not what is."""
    return _row("wish", language).search(text, start, end) is not None


def is_had(text: str, part: tuple[int, int], clause: tuple[int, int], language: str) -> bool:
    """Whether a part named in a clause is said to be there: handed over in front of it ("with", "its") or right
    behind it ("included"); in an entry of a list it stands for itself."""
    if language == "ar":
        return True  # assertions.py asks for the having itself
    if language == "ja":
        return _row("behind", language).search(text, part[0], min(clause[1], part[1] + _FAR_JA)) is not None
    ahead = _row("having", language).search(text, clause[0], part[1])
    behind = _row("behind", language).match(text, part[1])
    is_label = len(text[clause[0] : clause[1]].split()) <= _LABEL
    is_subject = _ARTICLE.fullmatch(text, clause[0], part[0]) is not None
    return ahead is not None or behind is not None or is_label or is_subject


def is_of_such(text: str, part: tuple[int, int], clause: tuple[int, int], language: str) -> bool:
    """Whether a clause speaks of a part as such and does not hand it over, or of any thing of some property.

    `A grinder in the machine saves …` and `a part that comes off is not …` do; `a display shows …` hands it over.
    """
    begin = _begin(text, clause[0])
    if _row("such", language).fullmatch(text[begin : part[0]].strip()):
        rest = text[part[1] : clause[1]]
        is_handed = any(_row(name, language).search(rest) for name in ("having", "behind", "being"))
        return not is_handed and _row("judged", language).search(rest) is not None
    found = _row("kind", language).match(text, begin, clause[1])
    return found is not None and found.end() <= part[0]


_FAR_JA: Final = 5  # letters in which a Japanese clause says that it is there
_ORDER_JA: Final = re.compile(
    r"(?:[てで](?:ください|おきましょう|おくと|みましょう|みてください)|ましょう|[てで]おけば|が目安です)"
)
_EDGE: Final = r"[A-Za-zÀ-ÖØ-öø-ɏ0-9]"


def _begin(text: str, start: int) -> int:
    found = re.compile(r"[\s\W_]*").match(text, start)
    return found.end() if found else start


@cache
def _row(name: str, language: str) -> re.Pattern[str]:
    """A row of `general.toml` over folded small letters, whole words."""
    row = _rows()[language]
    words = fold_pattern(row.get(name, "(?!)"))
    if name in {"any", "order"}:
        who = fold_pattern(row["who"])
        last = "" if language == "ja" else rf"(?!{_EDGE})"
        return re.compile(rf"{who}(?:{words}){last}")
    if name == "behind":
        return re.compile(rf"(?:{words})(?!{_EDGE})")
    return re.compile(words if language in {"ja", "ar"} else rf"(?<!{_EDGE})(?:{words})(?!{_EDGE})")


@cache
def _rows() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = tomllib.loads(
        Path(__file__).with_name("general.toml").read_text(encoding="utf-8")
    )
    return table
