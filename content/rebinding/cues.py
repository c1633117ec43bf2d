"""The words that say a sentence is about all of a kind: a table, read once per language."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal

from content.checks.extract import fold_pattern
from content.checks.view import low
from seo.records import LANGUAGES

Kind = Literal["exclusive", "every", "silent", "ends", "apart"]


@cache
def cue(kind: Kind, language: str) -> re.Pattern[str]:
    """A row of `cues.toml` over folded small letters; whole words where a language parts them."""
    words = fold_pattern(low(_table()[kind][language]))
    if language == "ja":
        return re.compile(words)
    edge = r"(?<!\w)(?:[وفبل])?" if language == "ar" else r"(?<!\w)"
    return re.compile(rf"{edge}(?:{words})(?!\w)")


@cache
def _table() -> dict[str, Any]:  # Any: TOML
    table = tomllib.loads(Path(__file__).with_name("cues.toml").read_text(encoding="utf-8"))
    assert all(language in row for row in table.values() for language in LANGUAGES)
    return table
