"""Reviews, studies, tests, experts, ratings: nothing of the kind without evidence the shop holds.

Evidence is a reference to the evidence folder in the same paragraph; the shop's own notes and measurements
speak so.
"""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from content.checks.blocks import Block
from content.checks.check import Check
from content.checks.extract import fold_pattern
from content.checks.reading import Reading, Sentence
from content.checks.view import fold, low
from content.records import Finding

_EVIDENCE: Final = re.compile(r"\{\{[^}]*\bevidence-")
_KINDS: Final = ("review", "statistic", "experience", "expert", "rating")
_CURES: Final = {
    "review": "Quote a review the shop holds in evidence/, or take the customers out.",
    "statistic": "Refer to evidence the shop holds ({{evidence-….key}}), or take the figure out.",
    "experience": "Refer to what evidence/ holds ({{evidence-….key}}), or take the experience out.",
    "expert": "Name evidence the shop holds, or take the expert out.",
    "rating": "Take the rating out: nothing in the shop's folder states it.",
}


class Inventions(Check):
    """No voice, figure or experience that nobody can show."""

    name = "invention"
    rules = tuple(f"invention.{kind}" for kind in _KINDS)

    def check(self, reading: Reading) -> Iterator[Finding]:
        language = reading.market.language
        own = {low(fold(text)) for text in _own_words(reading)}
        for sentence in reading.sentences:
            if sentence.is_question or sentence.block.kind == "code" or _is_proven(sentence.block):
                continue
            if any(sentence.low in text for text in own if len(sentence.low) > _LONG):
                continue
            for kind in _KINDS:
                match = _patterns(language)[kind].search(sentence.low)
                if match and not _is_a_reference(sentence, match):
                    start, end = sentence.start + match.start(), sentence.start + match.end()
                    yield reading.finding(f"invention.{kind}", sentence.block, start, end, _CURES[kind])
                    break


_LONG: Final = 20


def _is_proven(block: Block) -> bool:
    """The paragraph itself refers to evidence, or relies on it."""
    return any(_EVIDENCE.search(found.source) for found in block.rendered)


def _is_a_reference(sentence: Sentence, match: re.Match[str]) -> bool:
    return any(found.start <= match.start() and match.end() <= found.end for found in sentence.rendered)


def _own_words(reading: Reading) -> Iterator[str]:
    """What the shop's own people wrote and stand behind: evidence notes and advice, as rendered here."""
    language = reading.market.language
    for evidence in reading.ledger.evidence:
        yield from _rendered(reading, evidence.text.get(language))
    for advice in reading.ledger.advice:
        for text in (advice.answer, advice.body):
            yield from _rendered(reading, text.get(language))


def _rendered(reading: Reading, text: str | None) -> Iterator[str]:
    if text:
        yield re.sub(r"\{\{[^{}]*\}\}", lambda match: reading.words_of(match.group()) or "", text)


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(Path(__file__).with_name("inventions.toml").read_text(encoding="utf-8"))
    edge = r"(?<![A-Za-zÀ-ÖØ-öø-ɏ])" if language not in {"ar", "ja"} else ""
    return {
        kind: re.compile(edge + "(?:" + fold_pattern(low_pattern(table[language][kind])) + ")")
        for kind in _KINDS
    }


def low_pattern(pattern: str) -> str:
    """Small letters, the signs of a regular expression left as they are."""
    return re.sub(
        r"\\.|[^\\]",
        lambda match: match.group() if match.group().startswith("\\") else low(match.group()),
        pattern,
    )
