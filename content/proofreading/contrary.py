"""Asks the proofreader which lines go against what the shop itself has written, in whatever language: descriptions of
its products, advice, evidence. No column holds "not for a storm", so no formula can.

A line counts only where it is named with the very words it goes against, and a second reading says the same
(`rereading.py`).
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from content.checks.reading import Reading
from content.judging.fence import fenced
from content.models.asking import answered
from content.models.model import ChatModel, Json, Message, Request
from content.proofreading.reading import TEXTS, numbered, parts, since
from content.proofreading.sheet import Line, Sheet
from content.proofreading.words import Word, bare, words_of

TOKENS: Final = 600
_FEWEST: Final = 8  # letters of a quotation: less could stand anywhere
_SAID: Final = re.compile(r"\s*\[?L?(\d{1,6})\]?\s*[:.]\s*W(\d{1,3})\s*[:.]\s*(.+)", re.DOTALL)
_FORM: Final = '{"contrary": ["12: W3: the exact words of W3 that line 12 goes against"]}'
_SCHEMA: Final[dict[str, Json]] = {
    "type": "object",
    "properties": {"contrary": TEXTS},
    "required": ["contrary"],
    "additionalProperties": False,
}


class _Answer(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, strict=True)

    contrary: list[str]


@dataclass(frozen=True, slots=True)
class Against:
    """A line, and the words of the shop it goes against."""

    line: Line
    word: Word
    quote: str


def contrary(model: ChatModel, sheet: Sheet, reading: Reading, secret: bytes) -> list[Against]:
    """The lines one reading names, in their order, each once. ModelError when no answer comes; nothing is asked where
    the shop has written nothing of what the page is about."""
    words = words_of(reading)
    if not words:
        return []
    found = (
        answered(model, partial(request, sheet, part, words, secret), _Answer, accept=partial(_fault, words))
        for part in parts(sheet.lines)
    )
    return [each for one in found for each in heard(one.contrary, sheet, words)]


def heard(told: Sequence[str], sheet: Sheet, words: Sequence[Word]) -> Iterator[Against]:
    """The lines an answer names, each with the first words of the shop that really stand there."""
    lines = {line.number: line for line in sheet.lines}
    seen: set[int] = set()
    for match in filter(None, map(_SAID.fullmatch, told)):
        number, place, quote = int(match[1]), int(match[2]) - 1, match[3].strip()
        if number in lines and number not in seen and _stands(quote, place, words):
            seen.add(number)
            yield Against(lines[number], words[place], quote)


def _fault(words: Sequence[Word], answer: _Answer) -> str:
    """What is wrong with an answer that quotes what nobody has written."""
    for each in answer.contrary:
        match = _SAID.fullmatch(each)
        if match is None or not _stands(match[3], int(match[2]) - 1, words):
            return f"{each[:60]!r} is no line, text and exact words of that text, as in {_FORM}"
    return ""


def _stands(quote: str, place: int, words: Sequence[Word]) -> bool:
    """Whether the words quoted stand in that text, letter for letter but for marks."""
    plain = bare(quote)
    return place in range(len(words)) and len(plain) >= _FEWEST and plain in bare(words[place].text)


def request(sheet: Sheet, part: range, words: Sequence[Word], secret: bytes, attempt: int = 0) -> Request:
    """What is asked about some lines."""
    told = "\n".join(f"W{place}, {word.by}: {word.text}" for place, word in enumerate(words, 1))
    text = (
        f"The shop's own words:\n{fenced(told, secret, 'WORDS')}\n\n"
        f"The article, line by line:\n{numbered(sheet, part, secret)}\n\n"
        f"{since(part)}Answer in this form:\n{_FORM}"
    )
    messages = (Message("system", _frame()), Message("user", text))
    return Request(
        messages, _SCHEMA, "contrary", tokens=TOKENS, attempt=attempt, prompt=f"contrary@{_version()}"
    )


@cache
def _frame() -> str:
    return Path(__file__).with_name("contrary.md").read_text(encoding="utf-8").strip()


@cache
def _version() -> str:
    return hashlib.sha256(repr(told()).encode()).hexdigest()[:4]


def told() -> tuple[str, ...]:
    """Everything that is said in this reading, for the hash an admission stands under."""
    return (_frame(), _FORM)
