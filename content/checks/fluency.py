"""Whether a text is too hard or too simple for its readers, repeats itself, or is padded."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from content.checks.readability import BANDS
from content.checks.reading import Reading, Sentence, size_of, words
from content.checks.view import fold, low
from content.records import Finding

_FEWEST_WORDS: Final = 100  # a formula says nothing of less
_FEWEST_SENTENCES: Final = 5
FILLER: Final = {"ja": 30.0, "": 35.0}  # filling words in a thousand; honest texts have 0 to 20
_FEWEST_FILLERS: Final = 5
_SAME: Final = {"ja": 16, "": 6}  # words (Japanese: letters) of a sentence that nobody says twice by chance
_MOST: Final = 20


def fluency(reading: Reading) -> Iterator[Finding]:
    """`language.hard`, `.easy`, `.repeated`, `.filler`."""
    prose = [sentence for sentence in reading.near_sentences if sentence.block.kind in {"paragraph", "item"}]
    yield from _readability(reading, prose)
    yield from _repeated(reading, prose)
    yield from _filler(reading, prose)


def _readability(reading: Reading, prose: list[Sentence]) -> Iterator[Finding]:
    language = reading.market.language
    found = [
        text for sentence in prose
        if (text := [word for word in words(sentence.low) if not word[0].isdigit()])
    ]  # fmt: skip
    size = sum(size_of(sentence.text, language) for sentence in prose)
    if size < _FEWEST_WORDS or len(found) < _FEWEST_SENTENCES:
        return
    band = BANDS[language]
    value = band.measure(found)
    verdict = band.verdict(value)
    if verdict:
        longest = max(prose, key=lambda sentence: sentence.end - sentence.start)
        cure = (
            f"{band.name} {value:.0f}: far too hard. Shorter sentences, plainer words; begin with this one."
            if verdict == "hard"
            else f"{band.name} {value:.0f}: it reads like a list of shouts. Join what belongs together."
        )
        yield reading.finding(f"language.{verdict}", longest.block, longest.start, longest.end, cure)


def _repeated(reading: Reading, prose: list[Sentence]) -> Iterator[Finding]:
    """A whole sentence that stands twice; paragraphs are `structure.duplicate`'s."""
    language = reading.market.language
    enough = _SAME.get(language, _SAME[""])
    seen: set[str] = set()
    blocks: set[str] = set()
    whole, block = "", None
    said = 0
    for sentence in prose:
        if sentence.block is not block:
            blocks.add(whole)
            block, whole = sentence.block, " ".join(sentence.block.view.low.split())
        text = " ".join(sentence.low.split())
        size = len(text) if language == "ja" else len(text.split())
        is_whole_block_again = text == whole and whole in blocks
        if size >= enough and text in seen and not is_whole_block_again and said < _MOST:
            said += 1
            cure = "This sentence stands above already: take one out."
            yield reading.finding("language.repeated", sentence.block, sentence.start, sentence.end, cure)
        seen.add(text)


def _filler(reading: Reading, prose: list[Sentence]) -> Iterator[Finding]:
    language = reading.market.language
    pattern = _pattern(language)
    hits = [(sentence, match) for sentence in prose for match in pattern.finditer(sentence.low)]
    size = sum(size_of(sentence.text, language) for sentence in prose)
    if len(hits) < _FEWEST_FILLERS or 1000 * len(hits) / max(1.0, size) < FILLER.get(language, FILLER[""]):
        return
    sentence, match = hits[0]
    said = ", ".join(sorted({found.group() for _, found in hits})[:5])
    cure = f"{len(hits)} filling words in {size:.0f} ({said}): strike them out."
    start, end = sentence.start + match.start(), sentence.start + match.end()
    yield reading.finding("language.filler", sentence.block, start, end, cure)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    rows = tomllib.loads(Path(__file__).with_name("fluency.toml").read_text(encoding="utf-8"))
    phrases = (" ".join(low(fold(phrase)).split()) for phrase in rows[language]["filler"].split("|"))
    either = "|".join(sorted(map(re.escape, filter(None, phrases)), key=len, reverse=True))
    return re.compile(either if language == "ja" else rf"(?<!\w)(?:{either})(?!\w)")
