"""The marks a language puts between words, clauses and sentences, one table for all that we write: `marks.toml`.

A Latin comma between two Arabic words is a mistake every reader sees, and each place that joined words had its own.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Literal

Mark = Literal["comma", "semicolon", "colon", "stop", "gap"]

_ANY_COMMA = re.compile(r"\s*[,،、]\s*")


@cache
def _marks() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def mark(name: Mark, language: str) -> str:
    """A mark with the space around it, as the language sets it."""
    known = _marks()[name]
    return known.get(language, known["plain"])


def with_own_commas(text: str, language: str) -> str:
    """What the shop typed once for all its languages, `name, role`, with the commas of the page's."""
    return _ANY_COMMA.sub(mark("comma", language), text)
