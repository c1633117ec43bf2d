import re
from pathlib import Path

import pytest

from content.checks.heads import LATIN, Heads, alternatives
from content.checks.vocabulary import capabilities, folded, words

CORPUS = Path(__file__).parent / "corpus"
SAID = Path(__file__).parent / "said"


def test_bars_inside_brackets_part_nothing() -> None:
    assert alternatives(r"a|b(?:c|d(?:e|f))|[|]g") == [r"b(?:c|d(?:e|f))", "[|]g", "a"]


@pytest.mark.parametrize("language", ["en", "es", "fr", "de"])
def test_looking_up_by_head_finds_what_trying_every_pattern_finds(language: str) -> None:
    said = words(language)["can"]
    entries = [(row.name, shape) for row in capabilities(language) for shape, _ in row.shapes]
    listed = {(name, shape): folded(said[name][shape], language) for name, shape in entries}
    quick = Heads(listed.items())
    slow = {
        meaning: re.compile(rf"(?<![{LATIN}])(?:{'|'.join(alternatives(pattern))})(?![{LATIN}])")
        for meaning, pattern in listed.items()
    }
    said_there = (SAID / f"{language}.toml").read_text("utf-8").lower()
    text = "\n".join(path.read_text("utf-8").lower() for path in sorted((CORPUS / language).glob("*.md")))
    text += said_there
    for line in text.split("\n"):
        hits = set(quick.find(line))
        assert {(m, *match.span()) for m, p in slow.items() for match in p.finditer(line)} <= hits
