"""A page that came with 200 and is no answer: a captcha, a check of the browser, a consent wall. Told by its title,
its form and how little it says, in six languages; the words are in `blocked.toml`.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from seo.web.visible import Reading, is_longer, read

SHORT: Final = 1500  # characters without blanks: longer pages are somebody's text, whatever their title
VERY_SHORT: Final = 500
NOTHING: Final = 120
OPT_OUT: Final = "tdm-reservation"
"""A page's owner keeps text and data mining to themselves: https://www.w3.org/community/reports/tdmrep/"""


def wall(page: str, url: str, headers: Mapping[str, str]) -> str:
    """Why a page is a wall instead of an answer, in a few words; empty when it is none."""
    if _says_the_header(headers):
        return "its answer says that it wants a challenge solved"
    if _is_wall_address(url):
        return "it leads to a consent or captcha page"
    # Four times as much: a wall may hide some text, and an honest page is longer than that.
    return "" if not page.strip() or is_longer(page, 4 * SHORT) else _by_looks(page, read(page))


def opts_out(page: str, headers: Mapping[str, str]) -> bool:
    """Whether the owner reserves text and data mining, in a header or a meta element."""
    if OPT_OUT in headers:
        return headers[OPT_OUT].strip() == "1"
    head = page[:20_000].lower().replace("'", '"')
    return OPT_OUT in head and f'name="{OPT_OUT}" content="1"' in " ".join(head.split())


def _by_looks(page: str, reading: Reading) -> str:
    length = reading.characters
    if length > SHORT:
        return ""
    if _is_wall_title(_same(reading.title)):
        return "its title is that of a captcha or consent page"
    source = page.lower()
    if any(part in source for part in _list("challenge")):
        return "it is a browser check"
    if length <= NOTHING and any(part in source for part in _list("widget")):
        return "it holds a captcha and nothing else"
    words = _same(reading.text)
    if length <= VERY_SHORT and _has_form(source) and any(phrase in words for phrase in _list("phrases")):
        return "it asks whether we are human, or for consent"
    return ""


def _is_wall_title(title: str) -> bool:
    for known in _list("titles"):
        rest = title.removeprefix(known.removesuffix("*"))
        if rest != title and (known.endswith("*") or _ENDS.fullmatch(rest)):
            return True
    return False


_ENDS: Final = re.compile(r"[\s.…!?؟。]*(?:[|\-–—·•].*)?")  # `… | Example`


def _has_form(source: str) -> bool:
    return "<form" in source or "<script" in source or "<iframe" in source or "<button" in source


def _is_wall_address(url: str) -> bool:
    parts = urlsplit(url)
    return f"{parts.hostname}{parts.path}".startswith(_list("walls"))


def _says_the_header(headers: Mapping[str, str]) -> bool:
    return any(
        headers.get(name, "").lower().startswith(values) for name, values in _table()["headers"].items()
    )


def _same(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).replace("’", "'").casefold().split())


@cache
def _table() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    found = tomllib.loads(Path(__file__).with_name("blocked.toml").read_text(encoding="utf-8"))
    return {
        group: {
            name: (text,) if isinstance(text, str) else tuple(map(_same, text))
            for name, text in lists.items()
        }
        for group, lists in found.items()
    }


@cache
def _list(name: str) -> tuple[str, ...]:
    """`titles` and `phrases` in all languages; `challenge`, `widget` and `walls` as they stand."""
    table = _table()
    if name in table:
        return tuple(text for texts in table[name].values() for text in texts)
    return {**table["parts"], **table["addresses"]}[name]
