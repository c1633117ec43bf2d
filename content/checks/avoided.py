"""Words the shop does not say, as its `words.csv` marks them. Quotations keep theirs, and so does the catalogue."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from content.checks.address import quotations
from content.checks.check import Check
from content.checks.policy import EDGES, LATIN_EDGES
from content.checks.reading import Reading, Sentence
from content.checks.reporting import is_reference
from content.checks.view import fold, low
from content.records import Finding, Proof
from content.voice.voice import WORDS, voice_of
from content.voice.words import ANY_ENDING, Word

_ENDING: Final = r"[^\W\d_]*"


class HouseWords(Check):
    """Each place of a word to avoid, with what to say instead."""

    name = "voice"
    rules = ("voice.avoided",)

    def check(self, reading: Reading) -> Iterator[Finding]:
        avoid = voice_of(reading.ledger.shop, reading.market).avoid
        if not avoid:
            return
        pattern, words = _pattern(avoid, reading.market.language)
        for sentence in reading.sentences:
            if sentence.block.kind not in {"quote", "code"}:
                yield from _in(reading, sentence, pattern, words)


def _in(
    reading: Reading, sentence: Sentence, pattern: re.Pattern[str], words: Mapping[str, Word]
) -> Iterator[Finding]:
    for match in pattern.finditer(sentence.low):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        is_theirs = any(first <= start and end <= last for first, last in quotations(sentence.block))
        if not is_theirs and not is_reference(sentence, *match.span()):
            word = words[str(match.lastgroup)]
            proof = Proof(WORDS, word.row, f"avoid {word.text}")
            yield reading.finding("voice.avoided", sentence.block, start, end, _cure(word), proof)


def _cure(word: Word) -> str:
    if word.instead:
        return f"Say “{word.instead}”: the shop does not say “{word.shown}”."
    return f"Take it out or say what is so: the shop does not say “{word.shown}”."


@lru_cache(maxsize=64)
def _pattern(avoid: tuple[Word, ...], language: str) -> tuple[re.Pattern[str], Mapping[str, Word]]:
    """One pattern for all words, the longest first, and the word of each of its groups."""
    before, behind = EDGES.get(language, LATIN_EDGES)
    words = {f"w{place}": word for place, word in enumerate(sorted(avoid, key=lambda word: -len(word.text)))}
    either = "|".join(f"(?P<{name}>{_written(word)})" for name, word in words.items())
    return re.compile(f"{before}(?:{either}){behind}"), words


def _written(word: Word) -> str:
    letters = low(fold(word.text.removesuffix(ANY_ENDING))).split()
    written = r"\s+".join(re.escape(letter) for letter in letters)
    return written + _ENDING if word.text.endswith(ANY_ENDING) else written
