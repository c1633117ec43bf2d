"""Asks the proofreader which lines go against what the shop itself has written, in whatever language: descriptions of
its products, advice, evidence. No column holds "not for a storm", so no formula can.

A line counts only where it is named with the very words it goes against, and a second reading says the same
(`rereading.py`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from content.checks.reading import Reading
from content.judging.fence import fenced
from content.models.model import ChatModel, Request
from content.proofreading.question import Question
from content.proofreading.reading import lines_of, numbered, said_of
from content.proofreading.sheet import Line, Sheet
from content.proofreading.words import Word, bare, words_of

_FEWEST: Final = 8  # letters of a quotation: less could stand anywhere
_OF_A_TEXT: Final = re.compile(r"W(\d{1,3})\s*[:.]\s*(.+)", re.DOTALL)
QUESTION: Final = Question(
    "contrary", "contrary.md", '{"contrary": ["12: W3: the exact words of W3 that line 12 goes against"]}'
)


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
    told = QUESTION.answers(
        model, sheet, lambda part, n: request(sheet, part, words, secret, n), partial(_fault, words)
    )
    return list(heard(told, sheet, words))


def heard(told: Sequence[str], sheet: Sheet, words: Sequence[Word]) -> Iterator[Against]:
    """The lines an answer names, each with the first words of the shop that really stand there."""
    seen: set[int] = set()
    for line, said in said_of(told, sheet):
        found = _quoted(said, words)
        if found and line.number not in seen:
            seen.add(line.number)
            yield Against(line, *found)


def _fault(words: Sequence[Word], told: Sequence[str]) -> str:
    """What is wrong with an answer that quotes what nobody has written."""
    for each in told:
        if not any(_quoted(claim.text, words) for claim in lines_of([each])):
            return f"{each[:60]!r} is no line, text and exact words of that text, as in {QUESTION.form}"
    return ""


def _quoted(said: str, words: Sequence[Word]) -> tuple[Word, str] | None:
    """`W3: its words` as that text and the words; None where they do not stand in it."""
    match = _OF_A_TEXT.fullmatch(said)
    if match is None or not _stands(match[2], int(match[1]) - 1, words):
        return None
    return words[int(match[1]) - 1], match[2].strip()


def _stands(quote: str, place: int, words: Sequence[Word]) -> bool:
    """Whether the words quoted stand in that text, letter for letter but for marks."""
    plain = bare(quote)
    return place in range(len(words)) and len(plain) >= _FEWEST and plain in bare(words[place].text)


def request(sheet: Sheet, part: range, words: Sequence[Word], secret: bytes, attempt: int = 0) -> Request:
    """What is asked about some lines."""
    told = "\n".join(f"W{place}, {word.by}: {word.text}" for place, word in enumerate(words, 1))
    about = (
        f"The shop's own words:\n{fenced(told, secret, 'WORDS')}\n\n"
        f"The article, line by line:\n{numbered(sheet, part, secret)}"
    )
    return QUESTION.request(about, part, attempt)
