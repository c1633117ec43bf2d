"""Quotations in a draft: a mark `[^q1]` behind the sentence, and a line that says whose words they are.

    Linen takes up a fifth of its weight in water before it feels damp.[^q1]

    [^q1]: "takes up to 20 % of its own weight" — How linen takes up water, https://www.example.org/linen

Words are compared as `content.checks.view` folds them: quote marks, dashes, blanks and capitals make no other words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from content.checks.view import fold, low
from seo.language import NEGATIONS, words

_LINE: Final = re.compile(r"^ {0,3}\[\^(q\d[\w-]*)\]:[ \t]*(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
_OPENS, _CLOSES = "[\"“„«»‟「『'‘]", "[\"”“»«」』'’]"
_QUOTED: Final = (  # the first that fits: a dash behind the quotation, or no more than a blank
    re.compile(rf"\s*{_OPENS}(.+?){_CLOSES}\s*(?=[—–\-,;:(（]|$)", re.DOTALL),
    re.compile(rf"\s*{_OPENS}(.+?){_CLOSES}(?=\s)", re.DOTALL),
)
_ADDRESS: Final = re.compile(r"https?://[^\s<>\")\]]+")
_GAP: Final = re.compile(r"\s*(?:[\[(（]\s*(?:…|\.\.\.)\s*[\])）]|…|(?<=\s)\.\.\.(?=\s))\s*")
_MARKS: Final = re.compile(r"[\"'«»‹›「」『』“”„]")
_LONGEST_GAP: Final = 600  # letters between two runs of one quotation: further apart they are two statements
_TURN: Final = 40  # letters within which a word left out may turn the sense round


@dataclass(frozen=True, slots=True)
class Definition:
    """Whose words a mark stands for, and where that is said in the body."""

    id: str
    words: str  # empty when the line quotes nothing
    title: str
    url: str
    start: int
    end: int


def definitions(body: str) -> Iterator[Definition]:
    """Every `[^q1]: "words" — Title, address` of a body."""
    for match in _LINE.finditer(body):
        said = match[2]
        address = _ADDRESS.search(said)
        head = said[: address.start()] if address else said
        quoted = next((found for pattern in _QUOTED if (found := pattern.match(head))), None)
        yield Definition(
            id=match[1],
            words=quoted[1].strip() if quoted else "",
            title=(head[quoted.end() :] if quoted else head).strip(" \t\n—–-,;:()<[]"),
            url=address.group().rstrip(".,;") if address else "",
            start=match.start(),
            end=match.end(),
        )


def stands_in(quoted: str, page: str, language: str) -> bool:
    """Whether the words stand in the page, in this order; `[…]` may leave words out, never a `not`."""
    text = comparable(page)
    runs = [run for run in map(comparable, _GAP.split(quoted)) if run]
    return bool(runs) and _follow(runs, text, language)


def _follow(runs: list[str], text: str, language: str) -> bool:
    """Try every place of the first run; the rest must follow it closely."""
    start = text.find(runs[0])
    while start >= 0:
        end = start + len(runs[0])
        for run in runs[1:]:
            at = text.find(run, end, end + _LONGEST_GAP + len(run))
            if at < 0 or _turns(text[end:at], language):
                break
            end = at + len(run)
        else:
            return True
        start = text.find(runs[0], start + 1)
    return False


def _turns(left_out: str, language: str) -> bool:
    short = len(left_out) <= _TURN
    return short and not NEGATIONS.get(language, frozenset()).isdisjoint(words(left_out, language))


@lru_cache(maxsize=256)
def comparable(text: str) -> str:
    """One spelling for comparing exact words: folded, small, without quote marks, single blanks."""
    return " ".join(_MARKS.sub("", low(fold(_MARKDOWN.sub("", text)))).split())


_MARKDOWN: Final = re.compile(r"[*_`]{1,3}|^#{1,6} ", re.MULTILINE)
