"""What a brief says in its own words, per language, and the law behind its one line on claims."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

from content.writing.phrases import fill
from seo.records import Market


@cache
def _book(language: str) -> Mapping[str, Mapping[str, str | list[str]]]:
    text = (resources.files("content.briefs") / "phrases" / f"{language}.toml").read_text(encoding="utf-8")
    book: dict[str, dict[str, str | list[str]]] = tomllib.loads(text)
    return book


def say(language: str, key: str, turn: int = 0, /, **slots: str) -> str:
    """A pattern filled, `reader.answer`; of a list the one whose turn it is."""
    table, name = key.split(".")
    pattern = _book(language)[table][name]
    if isinstance(pattern, list):
        pattern = pattern[turn % len(pattern)]
    return fill(pattern, slots)


@cache
def _laws() -> tuple[Mapping[str, str], frozenset[str]]:
    laws = tomllib.loads((resources.files("content.briefs") / "laws.toml").read_text(encoding="utf-8"))
    groups = tomllib.loads((resources.files("content.policy") / "markets.toml").read_text(encoding="utf-8"))
    return laws, frozenset(groups["EU"])


def law_of(market: Market) -> str:
    """The market's law on claims that need proof, by its short names."""
    laws, union = _laws()
    of_union = laws["EU"] if market.country in union else ""
    return laws.get(market.country) or of_union or say(market.language, "never.law_else")
