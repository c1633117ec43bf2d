"""What a delivery route is called that the shop has given no name: the common kinds have one in each language.

A route of another kind has none (`delivery_gls_days` is a key, not a name) and is told by its days and its price alone.
"""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Final

from content.lexicon.keys import key_of
from content.records import Fact, Text
from seo.records import LANGUAGES

_DAYS: Final = re.compile(r"delivery_(.+)_days")


def spoken(route: str) -> dict[str, str]:
    """The words for a common kind of route by language, `express`; empty for any other."""
    return dict(_kinds().get(key_of("attribute", route), {}))


def route_names(facts: Sequence[Fact]) -> Iterator[Fact]:
    """A name for each route of a common kind that has its days and no name, resting on the row of its days."""
    named = {(fact.key, fact.market) for fact in facts if fact.key.endswith("_name")}
    for fact in facts:
        route = _DAYS.fullmatch(fact.key)
        words = spoken(route[1]) if route else {}
        key = f"delivery_{route[1]}_name" if route else ""
        if words and not {(key, fact.market), (key, None)} & named:
            named.add((key, fact.market))
            yield replace(fact, key=key, value=Text(tuple(words.items())))


@cache
def _kinds() -> Mapping[str, Mapping[str, str]]:
    text = resources.files("content.ledger").joinpath("routes.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        name: {language: row[language] for language in LANGUAGES}
        for row in rows
        for name in row["route"].split("|")
    }
