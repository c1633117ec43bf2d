"""Cuts a stored page into passages a reader would take in at once, each an exact stretch of its text.

Menus and footers are left out where the article is known. A sentence that gives orders to a machine ends a passage
and is in none: nothing a page says to whoever reads it by machine goes any further than this.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from content.dossier import Passage, StoredPage
from seo.language import sentences
from seo.signals.instructions import is_instruction

_FULL: Final = 480  # letters from which a passage ends with its paragraph
_LEAST: Final = 60
_DENSE: Final = 2.4  # a Japanese letter says as much as so many of others
_LONGEST: Final = 600  # of one sentence: beyond it is a list without marks
MOST: Final = 120  # passages of one page


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence in its page."""

    start: int
    end: int
    text: str


def placed(text: str, language: str, offset: int = 0) -> Iterator[Place]:
    """The sentences of a text where they stand, letter for letter."""
    at = 0
    for sentence in sentences(text, language):
        found = re.compile(r"\s+".join(map(re.escape, sentence.split()))).search(text, at)
        if found:
            at = found.end()
            yield Place(offset + found.start(), offset + found.end(), found.group())


def passages(page: StoredPage) -> list[Passage]:
    """A page's passages in their order."""
    found: list[Passage] = []
    for heading, places in _runs(page):
        text = page.text[places[0].start : places[-1].end]
        if _size(text, page.language) >= _LEAST and sum(map(str.isalpha, text)) > len(text) // 2:
            found.append(Passage(page.hash, places[0].start, places[-1].end, text, heading))
    return found[:MOST]


def _runs(page: StoredPage) -> Iterator[tuple[str, list[Place]]]:
    """Sentences that belong together, with what they stand under."""
    heading, run = "", list[Place]()
    for start, line in _lines(page.text):
        if line.startswith("#"):
            if run:
                yield heading, run
            heading, run = line.lstrip("# ").strip(), []
            continue
        if not _is_article(line, page):
            continue
        for place in placed(line, page.language, start):
            is_bad = is_instruction(place.text) or len(place.text) > _LONGEST
            length = place.end - run[0].start if run else 0
            if run and (is_bad or _size("x" * length, page.language) > _FULL):
                yield heading, run
                run = []
            if not is_bad:
                run.append(place)
    if run:
        yield heading, run


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1


def _is_article(line: str, page: StoredPage) -> bool:
    if not line.strip():
        return False
    return not page.main or _letters(line) in _letters(page.main)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def _size(text: str, language: str) -> float:
    return len(text) * (_DENSE if language == "ja" else 1.0)
