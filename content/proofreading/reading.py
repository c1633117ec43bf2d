"""Asks the proofreader what an article claims: once for some fifty lines, so that a small context holds it."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict, Field

from content.judging.fence import fenced
from content.models.asking import answered
from content.models.forms import object_of
from content.models.model import ChatModel, Json, Message, Request
from content.proofreading.sheet import Line, Sheet

TOKENS: Final = 2500  # of an answer; the longest seen for 45 lines was some 700
MOST_LINES: Final = 50  # of an article in one request: in Arabic and Japanese 7,000 tokens with its answer
BEFORE: Final = 4  # lines shown once more, so that "it" has something to stand for
_CLAIM: Final = re.compile(r"\s*\[?L?(\d{1,6})\]?\s*[:.]\s*(.+)", re.DOTALL)
_FORM: Final = (
    """{"claims": ["9: P14.closure == 'button'"], "unlisted": ["21: P1 for outdoors"], "free": [1, 2]}"""
)
TEXTS: Final[dict[str, Json]] = {"type": "array", "items": {"type": "string"}}
NUMBERS: Final[dict[str, Json]] = {"type": "array", "items": {"type": "integer"}}
SCHEMA: Final = object_of(claims=TEXTS, unlisted=TEXTS, free=NUMBERS)


class Claims(BaseModel):
    """What was read: formulas by line, what no column says by line, and the numbers of nobody's product."""

    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    claims: list[str]
    unlisted: list[str] = Field(default_factory=list)
    free: list[int] = Field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim and the line it stands in."""

    line: int
    text: str


def lines_of(told: Sequence[str]) -> tuple[Claim, ...]:
    """`9: P14.closure == 'button'` taken apart; what names no line is left out."""
    found = (_CLAIM.fullmatch(each) for each in told)
    return tuple(Claim(int(each[1]), each[2].strip()) for each in found if each)


def said_of(told: Sequence[str], sheet: Sheet) -> Iterator[tuple[Line, str]]:
    """The same with the lines themselves; what names one that is not there is left out."""
    lines = {line.number: line for line in sheet.lines}
    return ((lines[claim.line], claim.text) for claim in lines_of(told) if claim.line in lines)


def read(model: ChatModel, sheet: Sheet, secret: bytes) -> Claims:
    """All claims of an article. ModelError when an answer does not come or cannot be read."""
    return joined([_read(model, sheet, part, secret) for part in parts(sheet.lines)])


def joined(found: Sequence[Claims]) -> Claims:
    """The claims of all parts."""
    return Claims(
        claims=[each for one in found for each in one.claims],
        unlisted=[each for one in found for each in one.unlisted],
        free=[each for one in found for each in one.free],
    )


def _read(model: ChatModel, sheet: Sheet, part: range, secret: bytes) -> Claims:
    return answered(model, lambda attempt: request(sheet, part, secret, attempt), Claims, accept=fault)


def fault(claims: Claims) -> str:
    """What is wrong with an answer whose claims name no line: none of them could be held against anything."""
    told = [*claims.claims, *claims.unlisted]
    return "each claim begins with the number of its line and a colon" if told and not lines_of(told) else ""


def parts(lines: Sequence[Line]) -> Iterator[range]:
    """Places of the lines that are asked about together; a part ends before a heading where one is near."""
    start = 0
    while start < len(lines):
        end = min(start + MOST_LINES, len(lines))
        if end < len(lines):
            heads = (n for n in range(end, start + MOST_LINES // 2, -1) if lines[n].block.kind == "heading")
            end = next(heads, end)
        yield range(start, end)
        start = end


def request(sheet: Sheet, part: range, secret: bytes, attempt: int = 0) -> Request:
    """What is asked about some lines."""
    text = (
        f"{shown(sheet, part, secret)}\n\n{since(part)}Write the claims line by line, in this form:\n{_FORM}"
    )
    messages = (Message("system", frame()), Message("user", text))
    return Request(
        messages, SCHEMA, "claims", tokens=TOKENS, attempt=attempt, prompt=f"claims@{prompt_hash()[:4]}"
    )


def shown(sheet: Sheet, part: range, secret: bytes) -> str:
    """The catalogue and some lines, with a few before them."""
    return (
        f"The catalogue:\n{fenced(sheet.catalogue, secret, 'CATALOGUE')}\n\n"
        f"The article, line by line:\n{numbered(sheet, part, secret)}"
    )


def numbered(sheet: Sheet, part: range, secret: bytes) -> str:
    """Some lines between marks, with a few before them."""
    lines = sheet.lines[max(0, part.start - BEFORE) : part.stop]
    return fenced("\n".join(f"{line.number}: {line.text}" for line in lines), secret)


def since(part: range) -> str:
    """Which of the lines are asked about, where some stand before them."""
    return f"Only what stands from line {part.start + 1} on is asked for. " if part.start else ""


def frame() -> str:
    """What a proofreader is told of its work."""
    return beside("proofreader.md")


@cache
def beside(file: str) -> str:
    """What is said in a file beside this one."""
    return Path(__file__).with_name(file).read_text(encoding="utf-8").strip()


@cache
def prompt_hash() -> str:
    """Of everything it is told: whoever changes a word needs a new admission."""
    return hashlib.sha256(repr((frame(), _FORM, SCHEMA)).encode()).hexdigest()[:16]
