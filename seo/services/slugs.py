"""An address says what its page is about: its last telling part, decoded, in words."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from seo.language import fold, plain

_JOINTS: Final = re.compile(r"[-_+.,~\s]+")
_ENDING: Final = re.compile(r"\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_HEX: Final = re.compile(r"(?=.*\d)[0-9a-f]{6,}|[a-z]?\d+[a-z]?|\d[\da-z]{5,}|[a-z]{1,2}\d{3,}\w*")  # an id


def heading(url: str) -> str:
    """`…/blog/how-to-wash-curtains-8231.html` → `how to wash curtains`. Empty when the address says nothing."""
    for part in reversed(_path(url).split("/")):
        words = _words(part)
        if words:
            text = " ".join(words)
            return "" if plain(text) in _table()[1] else text
    return ""


def _path(url: str) -> str:
    try:
        return urlsplit(url).path
    except ValueError:  # `https://[x/`
        return ""


def _words(part: str) -> list[str]:
    """The words of a part of a path; none when it is scaffolding, an id, or not text in UTF-8."""
    text = _ENDING.sub("", unquote(part, errors="replace"))
    if "\ufffd" in text:
        return []
    words = [word for word in _JOINTS.split(text) if word]
    while words and (_HEX.fullmatch(fold(words[-1])) and not _is_measure(words)):
        words.pop()
    while words and _HEX.fullmatch(fold(words[0])) and len(words[0]) > _YEAR:
        words.pop(0)
    telling = [word for word in words if any(map(str.isalpha, word)) and fold(word) not in _table()[0]]
    return words if telling and sum(map(len, telling)) >= _SHORTEST else []


_YEAR: Final = 4
_SHORTEST: Final = 3
_MEASURED: Final = re.compile(r"\d{1,3}")


def _is_measure(words: list[str]) -> bool:
    """Whether a number at the end belongs to the words before it (`top 10`, `size 46`) and is no id."""
    return len(words) > 1 and bool(_MEASURED.fullmatch(words[-1]))


@cache
def _table() -> tuple[frozenset[str], frozenset[str]]:
    table = tomllib.loads(Path(__file__).with_name("sitemaps.toml").read_text(encoding="utf-8"))
    pages = (line.strip() for line in table["pages"].splitlines())
    return frozenset(map(fold, table["scaffold"].split())), frozenset(plain(line) for line in pages if line)
