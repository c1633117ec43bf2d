"""What makes twenty pages read like one: the same opening, the same sentences, the same headings, worn phrases.

Names and numbers are left out when pages are compared: “Can I wash Norrvik?” and “Can I wash Brisa?” are one
heading.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from content.checks.reading import Reading, words
from content.checks.view import fold, low
from content.originality import bare, masks
from content.records import Draft, Finding

TELLS: Final = 5.0  # worn phrases in a thousand words
_FEWEST_TELLS: Final = 3
_EVERYWHERE: Final = 0.4  # of the other pages
_PAGES: Final = 5  # others, before anything is said of a habit
_OPENING: Final = {"ja": 18, "": 7}  # words (Japanese: letters) of an opening
_SENTENCE: Final = {"ja": 18, "": 8}  # and of a sentence that is a pattern when it comes back
_AGAIN: Final = 3  # others with it
_WORDS_JA: Final = 2.2
_CUT: Final = re.compile(r"(?<=[.!?؟。！？])\s*|\n+")


@dataclass(frozen=True, slots=True)
class Habits:
    """How a page begins, and the sentences and headings it is built of, names and numbers left out."""

    opening: str
    sentences: frozenset[str]
    headings: frozenset[str]


def sameness(reading: Reading) -> Iterator[Finding]:
    """`originality.opening`, `.phrase`, `.heading` over the other pages; `.tells` in this one and over all."""
    language = reading.market.language
    others = [
        other
        for other in reading.others
        if other.language == reading.draft.language and other != reading.draft
    ]
    yield from _tells(reading, others)
    if len(others) < _AGAIN:
        return
    hidden = masks(reading.ledger, language)
    habits = [_habits(other.body, language, hidden) for other in others]
    mine = _habits(reading.near_body, language, hidden)
    first = next((block for block in reading.body if block.kind == "paragraph"), reading.blocks[0])
    if mine.opening and sum(other.opening == mine.opening for other in habits) >= _AGAIN:
        cure = f"More than {_AGAIN} pages begin like this: begin with what this one alone can say."
        yield reading.finding("originality.opening", first, 0, min(len(first.text), 60), cure)
    for name, own, theirs in (
        ("phrase", mine.sentences, [other.sentences for other in habits]),
        ("heading", mine.headings, [other.headings for other in habits]),
    ):
        often = Counter(text for each in theirs for text in each & own)
        most = max(_AGAIN, round(0.15 * len(others)))  # three of a kind in any twenty pages
        worn = sorted(text for text, count in often.items() if count > most)
        if worn:
            cure = f"{worn[0]!r} stands on {often[worn[0]]} other pages: say it another way here."
            yield reading.finding(f"originality.{name}", first, 0, min(len(first.text), 60), cure)


@lru_cache(maxsize=512)
def _habits(body: str, language: str, hidden: tuple[str, ...]) -> Habits:
    is_heading = re.compile(r"^\s{0,3}#{1,6}\s")
    lines = body.splitlines()
    prose = "\n".join(line for line in lines if not is_heading.match(line))
    sentences = [text.strip() for text in _CUT.split(bare(prose, language, hidden)) if text.strip()]
    enough = _SENTENCE.get(language, _SENTENCE[""])
    size = _OPENING.get(language, _OPENING[""])
    start = sentences[0] if sentences else ""
    return Habits(
        opening=start[:size] if language == "ja" else " ".join(start.split()[:size]),
        sentences=frozenset(text for text in sentences if _length(text, language) >= enough),
        headings=frozenset(
            bare(line.lstrip(" #"), language, hidden).strip() for line in lines if is_heading.match(line)
        ),
    )


def _length(text: str, language: str) -> int:
    return len(text) if language == "ja" else len(text.split())


def _tells(reading: Reading, others: list[Draft]) -> Iterator[Finding]:
    language = reading.market.language
    prose = [block for block in reading.near if block.kind not in {"title", "quote", "code"}]
    text = " ".join(" ".join(block.view.low for block in prose).split())
    there = [pattern for start, pattern in _phrases(language) if start in text]
    if not there:
        return
    pattern = re.compile("|".join(there))
    hits = [(block, match) for block in prose for match in pattern.finditer(block.view.low)]
    if not hits:
        return
    block, match = hits[0]
    size = sum(_words(block.view.low, language) for block in reading.near)
    said = sorted({found.group() for _, found in hits})
    if len(hits) >= _FEWEST_TELLS and len(hits) * 1000 / max(1.0, size) >= TELLS:
        cure = f"Worn phrases, {len(hits)} in {size:.0f} words ({', '.join(said[:4])}): say what is so here."
        yield reading.finding("originality.tells", block, *match.span(), cure)
    elif len(others) >= _PAGES:
        counts = Counter(phrase for other in others for phrase in said if phrase in low(fold(other.body)))
        worn = [phrase for phrase, count in counts.items() if count >= _EVERYWHERE * len(others)]
        if worn:
            cure = f"{worn[0]!r} stands on {counts[worn[0]]} of {len(others)} other pages: drop it here."
            yield reading.finding("originality.tells", block, *match.span(), cure)


def _words(text: str, language: str) -> float:
    return len(text) / _WORDS_JA if language == "ja" else sum(1 for _ in words(text))


@cache
def _phrases(language: str) -> tuple[tuple[str, str], ...]:
    """How each worn phrase begins, and its pattern: most texts hold none, and need no pattern then."""
    rows = tomllib.loads(Path(__file__).with_name("tells.toml").read_text(encoding="utf-8"))
    phrases = (" ".join(phrase.split()) for phrase in rows[language]["phrases"].split("|"))
    return tuple((low(fold(text)).split("*")[0].strip(), _as_pattern(text)) for text in phrases if text)


def _as_pattern(phrase: str) -> str:
    """`*` inside a phrase is up to six words, at its end the rest of a word."""
    text = (
        re.escape(low(fold(phrase))).replace(r"\ \*\ ", r"\s(?:\S+\s){1,6}").replace(r"\ \*", r"\s.{1,60}?")
    )
    text = text.replace(r"\*", r"\w*").replace(r"\ ", r"\s+")
    is_word = phrase[0] < "\u0600"
    return rf"(?<!\w){text}(?!\w)" if is_word else text
