"""Patterns looked up by the letters they need are found as if each were tried."""

import re
from pathlib import Path

import pytest

from content.checks import named
from content.checks.heads import needed
from content.checks.view import fold, low
from content.checks.vocabulary import capabilities

CORPUS = Path(__file__).parent / "corpus"


@pytest.mark.parametrize("language", ["ar", "ja"])
def test_the_look_up_finds_what_trying_every_pattern_finds(language: str) -> None:
    found = 0
    for path in sorted((CORPUS / language).glob("*.md")):
        for text in re.split(r"[\n。.]", low(fold(path.read_text("utf-8")))):
            slow = [
                (row.name, shape, *match.span())
                for row in capabilities(language)
                for shape, pattern in row.shapes
                for match in pattern.finditer(text)
            ]
            quick = [
                (row.name, shape, start, end) for row, shape, start, end in named._words_of(text, language)
            ]
            assert quick == slow
            found += len(slow)
    assert found


@pytest.mark.parametrize(
    ("pattern", "letters"),
    [
        ("غسل", {"غسل"}),
        ("(?:ال)?غساله", {"غسا"}),
        ("洗え|干せ", {"洗え", "干せ"}),
        ("[يت]غسل", {"غسل"}),
        ("(?<!水)洗?濯", {"濯"}),
        ("ab?c(?:de|fg)", {"de", "fg"}),
        ("a*", {""}),
    ],
)
def test_the_letters_a_pattern_needs(pattern: str, letters: set[str]) -> None:
    assert needed(pattern) == letters
