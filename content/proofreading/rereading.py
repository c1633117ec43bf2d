"""Asks the proofreader once more about the lines on which its first reading and the checks differ, or that would be
blocked: fewer lines, read with more care, and with a question about each word of law or experience.

Two blind readings seldom err alike. That a wrong number is read twice, by mistake, as one the ledger bears out is rarer
than that an honest one is misread once.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final

from pydantic import Field

from content.judging.fence import fenced
from content.models.asking import answered
from content.models.forms import object_of
from content.models.model import ChatModel, Message, Request
from content.proofreading.contrary import QUESTION as OF_CONTRARY
from content.proofreading.reading import (
    NUMBERS,
    TEXTS,
    TOKENS,
    Claims,
    beside,
    fault,
    frame,
    joined,
    lines_of,
    parts,
    shown,
)
from content.proofreading.reading import prompt_hash as first_hash
from content.proofreading.sheet import Sheet
from content.proofreading.tagging import question as of_tags
from content.proofreading.tagging import tags

AGAINST: Final = "against"
QUESTIONS: Final[Mapping[str, str]] = {
    "lived": "does the page say that its writer, its shop, its customers or anybody else has in fact tried, measured, "
    "counted, seen, felt, said or rated something about these goods?",
    "offered": "does the page offer, recommend, praise or picture this, and not only say what is free of it, or that "
    "it is not known?",
    "claimed": "does the page claim just this of its shop or of goods it sells?",
    AGAINST: "beside the line stand words of the shop; would a reader who trusts the page take the line so that it "
    "says, promises or advises otherwise than these words do of the same thing and the same case, or calls unknown "
    "what they say?",
}
_MARK: Final = re.compile(r"\s*M(\d{1,3})\s*[:.]\s*(yes|no)\b", re.IGNORECASE)
_FORM: Final = (
    """{"plainly": ["9: P14 closes with a button"], "claims": ["9: P14.closure == 'button'"], "unlisted": [], """
    """"free": [2], "marks": ["M1: no"]}"""
)
_SCHEMA: Final = object_of(plainly=TEXTS, claims=TEXTS, unlisted=TEXTS, free=NUMBERS, marks=TEXTS)


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a line, and what is asked about them."""

    line: int
    words: str  # without their digits
    asked: str  # a key of `QUESTIONS`, or the name of a tag


@dataclass(frozen=True, slots=True)
class Doubts:
    """What is to be read once more."""

    lines: frozenset[int]
    marks: tuple[Mark, ...]  # M1 is the first

    def __bool__(self) -> bool:
        return bool(self.lines or self.marks)


class _Again(Claims):
    """The answer as it comes."""

    plainly: list[str] = Field(default_factory=list)
    marks: list[str] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Second:
    """What was read the second time: claims of the doubted lines, and the marks by their place that say nothing."""

    claims: Claims
    denied: frozenset[int]
    affirmed: frozenset[int] = frozenset()


def reread(
    model: ChatModel, sheet: Sheet, doubts: Doubts, filled: str, secret: bytes, own: str = ""
) -> Second:
    """The second reading. ModelError when an answer does not come or cannot be read. `filled`: the columns of numbers
    that products of the article have, a line each. `own`: what of the shop's advice and evidence may stand behind them.
    """
    found = [
        answered(model, partial(request, sheet, part, doubts, filled, secret, own=own), _Again, accept=fault)
        for part in parts(sheet.lines)
        if _of(doubts, part)
    ]
    marks = [each for one in found for each in one.marks]
    denied = frozenset(answered_so(marks, "no"))
    return Second(about(joined(found), doubts), denied, frozenset(answered_so(marks, "yes")) - denied)


def about(claims: Claims, doubts: Doubts) -> Claims:
    """Those of the doubted lines: what it says of others was not asked."""
    return Claims(
        claims=_of_lines(claims.claims, doubts), unlisted=_of_lines(claims.unlisted, doubts), free=claims.free
    )


def _of_lines(told: Sequence[str], doubts: Doubts) -> list[str]:
    return [each for each in told for claim in lines_of([each]) if claim.line in doubts.lines]


def answered_so(marks: Iterable[str], word: str) -> Iterator[int]:
    """The places of the marks that got this answer."""
    answers = (_MARK.match(each) for each in marks)
    return (int(each[1]) - 1 for each in answers if each and each[2].lower() == word)


def _of(doubts: Doubts, part: range) -> Doubts:
    """Those of a part's lines; a mark keeps its place."""
    lines = frozenset(line for line in doubts.lines if line - 1 in part)
    marks = tuple(mark for mark in doubts.marks if mark.line - 1 in part)
    return Doubts(lines, marks)


def request(
    sheet: Sheet, part: range, doubts: Doubts, filled: str, secret: bytes, attempt: int = 0, own: str = ""
) -> Request:
    """What is asked about the doubted lines of a part."""
    mine = _of(doubts, part)
    asked = [shown(sheet, part, secret)]
    if filled and mine.lines:
        asked.append(f"Filled in:\n{fenced(filled, secret, 'COLUMNS')}")
    if own and mine.lines:
        asked.append(f"The shop's own words:\n{fenced(own, secret, 'WORDS')}")
    if mine.marks:
        asked += _questions(doubts, mine, secret)
    lines = ", ".join(map(str, sorted(mine.lines))) or "none: only the marks"
    asked.append(f"Lines to read once more: {lines}.\nAnswer in this form:\n{_FORM}")
    messages = (
        Message("system", f"{frame()}\n\n{beside('rereading.md')}"),
        Message("user", "\n\n".join(asked)),
    )
    return Request(
        messages, _SCHEMA, "again", tokens=TOKENS, attempt=attempt, prompt=f"again@{prompt_hash()[:4]}"
    )


def _questions(doubts: Doubts, mine: Doubts, secret: bytes) -> Iterator[str]:
    """The marked words, and what is asked of each."""
    named = [(f"M{place}", mark) for place, mark in enumerate(doubts.marks, 1) if mark in mine.marks]
    words = "\n".join(f"{name}, line {mark.line}: {mark.words}" for name, mark in named)
    yield f"Marked words:\n{fenced(words, secret, 'MARKED')}"
    for asked in dict.fromkeys(mark.asked for _, mark in named):
        names = [name for name, mark in named if mark.asked == asked]
        yield f"{', '.join(names)}: {_question(asked)}"


def _question(asked: str) -> str:
    if asked in QUESTIONS:
        return QUESTIONS[asked]
    return f"does the page say or do this, so that its readers take it so: {tags()[asked].says}?"


@cache
def prompt_hash() -> str:
    """Of everything a proofreader is told, in all readings: whoever changes a word needs a new admission."""
    told = (
        first_hash(),
        beside("rereading.md"),
        _FORM,
        _SCHEMA,
        QUESTIONS,
        of_tags().told(),
        OF_CONTRARY.told(),
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()[:16]
