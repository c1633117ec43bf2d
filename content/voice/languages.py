"""What a voice file's headings are called in each language, and what holds where a shop says nothing."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict


class Says(BaseModel):
    """The words before the parts of a voice in a prompt."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    joint: str  # between the words of a list
    address: str
    tone: str
    do: str
    dont: str
    use: str
    avoid: str
    instead: str
    guidance: str
    sample: str
    notes: str


class Speech(BaseModel):
    """One language's table of `languages.toml`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    do: tuple[str, ...]
    dont: tuple[str, ...]
    samples: tuple[str, ...]
    says: Says
    address: str
    tone: str


@cache
def _tables() -> Mapping[str, Speech]:
    text = Path(__file__).with_name("languages.toml").read_text(encoding="utf-8")
    return {language: Speech.model_validate(table) for language, table in tomllib.loads(text).items()}


def speech(language: str) -> Speech:
    """The table of a language we write in."""
    return _tables()[language]
