"""The words that say a sentence is about all of a kind: a table, read once per language."""

import re
from functools import cache
from typing import Literal

from content.checks.extract import small_pattern
from content.word_lists import words_of

Kind = Literal["exclusive", "every", "silent", "ends", "apart"]


@cache
def cue(kind: Kind, language: str) -> re.Pattern[str]:
    """A row of `cues.toml` over folded small letters; whole words where a language parts them."""
    words = small_pattern(words_of(__file__, kind, language))
    if language == "ja":
        return re.compile(words)
    edge = r"(?<!\w)(?:[وفبل])?" if language == "ar" else r"(?<!\w)"
    return re.compile(rf"{edge}(?:{words})(?!\w)")
