"""Claims that need proof or may not be made at all, and words no page may hold."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from content.checks.check import Check
from content.checks.extract import fold_pattern
from content.checks.inventions import low_pattern
from content.checks.reading import Reading
from content.records import Finding, Text

_CURES: Final = {
    "green": "General environmental claims need a certificate: name the ledger's, or take them out.",
    "medical": "Promise nothing about health: say what the product is.",
    "superlative": "Say what is measurably so instead of “best” or “first”, or prove it.",
}


class Claims(Check):
    """Green, medical and superlative claims."""

    name = "claim"
    rules = ("claim.green", "claim.medical", "claim.superlative")

    def check(self, reading: Reading) -> Iterator[Finding]:
        certified = _certificates(reading)
        for sentence in reading.statements:
            for kind, cure in _CURES.items():
                match = _patterns(reading.market.language)[kind].search(sentence.low)
                if match and not (kind == "green" and any(name in sentence.text for name in certified)):
                    span = sentence.start + match.start(), sentence.start + match.end()
                    yield reading.finding(f"claim.{kind}", sentence.block, *span, cure)


class Manners(Check):
    """No page of a shop swears."""

    name = "manners"
    rules = ("manners.profanity",)

    def check(self, reading: Reading) -> Iterator[Finding]:
        pattern = _patterns(reading.market.language)["profanity"]
        for block in reading.blocks:
            for match in pattern.finditer(block.view.low):
                yield reading.finding("manners.profanity", block, *match.span(), "Take the word out.")


def _certificates(reading: Reading) -> set[str]:
    """Names of the certificates the ledger holds."""
    language = reading.market.language
    return {
        text
        for handle in reading.ledger.products
        for fact in reading.ledger.facts(handle)
        if fact.key == "certificate" and isinstance(fact.value, Text) and (text := fact.value.get(language))
    }


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    table = tomllib.loads(Path(__file__).with_name("claims.toml").read_text(encoding="utf-8"))[language]
    before, behind = {
        "ar": (r"(?<![\u0621-\u064a])(?:[وفبلك]|ال)?", r"(?![\u0621-\u064a])"),
        "ja": ("", ""),
    }.get(language, (r"(?<![A-Za-zÀ-ÖØ-öø-ɏ])", r"(?![A-Za-zÀ-ÖØ-öø-ɏ])"))
    return {
        name: re.compile(f"{before}(?:{fold_pattern(low_pattern(words))}){behind}")
        for name, words in table.items()
    }
