"""Words of our six languages, in a TOML file beside the code that asks for them: a table a list, a row a language.

A list that lacks one of them, or has a language we do not speak, is a mistake the first reader of the file is told of.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, RootModel

from content.strict_toml import read_toml


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    en: str
    es: str
    fr: str
    de: str
    ar: str
    ja: str


class _Lists(RootModel[dict[str, _Words]]):
    pass


def words_of(code: str, name: str, language: str) -> str:
    """One list in one language, out of the file called like this piece of code (its `__file__`); empty in a language
    we do not speak, which a market may have.
    """
    return word_lists(code)[name].get(language, "")


def pattern_of(code: str, name: str, language: str) -> str:
    """The same for a pattern: in a language we do not speak it matches nothing."""
    return word_lists(code)[name].get(language, r"(?!)")


@cache
def word_lists(code: str) -> Mapping[str, Mapping[str, str]]:
    """All of them: name of a list -> language -> words."""
    lists: dict[str, dict[str, str]] = read_toml(Path(code).with_suffix(".toml"), _Lists).model_dump()
    return lists
