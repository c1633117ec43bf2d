import re
import tomllib
from pathlib import Path

import pytest

from content.checks.assertions import _by_beginning, _is_other, capabilities, find
from content.checks.beginnings import alternatives, beginnings
from content.checks.phrases import Phrases
from content.checks.view import fold, low

HERE = Path(__file__).parent


@pytest.mark.parametrize(
    ("pattern", "begun"),
    [
        ("timer|app", {"tim", "app"}),
        ("(?:can|may) be", {"can", "may"}),
        ("(?:the )?timer", {"the", "tim"}),
        ("lids?", {"lid"}),
        ("la?id", {"lai", "lid"}),
        ("s'arr", {"s"}),
        (r"\w+ app", None),
        ("^iron$", None),
    ],
)
def test_a_pattern_begins_with_these_letters(pattern: str, begun: set[str] | None) -> None:
    assert beginnings(pattern) == begun


def test_bars_inside_brackets_part_nothing() -> None:
    assert alternatives(r"a|b (?:c|d(?:e|f))|[|x]\||g") == ["a", "b (?:c|d(?:e|f))", r"[|x]\|", "g"]


def _all(text: str, language: str) -> set[tuple[str, str, int, int]]:
    """The slow clear way: every pattern on every sentence."""
    return {
        (row.name, shape, *match.span())
        for row in capabilities(language)
        for shape, pattern in row.shapes
        for match in pattern.finditer(text)
        if not _is_other(row, shape, text, *match.span())
    }


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "ar", "ja"])
def test_nothing_is_missed_by_trying_only_a_few(language: str) -> None:
    texts = [path.read_text("utf-8") for path in sorted((HERE / "corpus" / language).glob("*.md"))]
    said = HERE / "said" / f"{language}.toml"
    if said.is_file():
        listed = re.findall(r'"([^"]+)"', said.read_text("utf-8"))
        assert tomllib.loads(said.read_text("utf-8"))
        texts += listed
    sentences = [low(fold(line)) for text in texts for line in text.split(". ")]
    for sentence in sentences:
        quick = {
            (hit.capability, hit.shape, hit.start, hit.end) for hit in find(sentence, language, Phrases([]))
        }
        every = _all(sentence, language)
        assert quick <= every
        assert bool(quick) == bool(every), sentence
    patterns, everywhere, _ = _by_beginning(language)
    if language in {"en", "es", "fr", "de"}:
        assert len(everywhere) < len(patterns) / 20 + 2
