"""Cells with a comma that are no list: `Baumwolle, gekämmt` is one choice, said closer.

What follows a comma is a choice of its own where it is one elsewhere: alone or first in another row of the column, or
in the lexicon. Otherwise a participle or an adjective (`qualifiers.csv`) belongs to what stands before it.
"""

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from content.ledger.values import HARD_BREAKS, split_list
from content.lexicon.keys import plain
from content.lexicon.lexicon import Lexicon
from seo.records import LANGUAGES

_TABLE = Path(__file__).parent / "qualifiers.csv"
_PARTICIPLES: Mapping[str, re.Pattern[str]] = {
    "en": re.compile(r"[a-z]{3,}ed"),
    "es": re.compile(r"[a-zñáéíóú]{2,}[aií]d[oa]s?"),
    "fr": re.compile(r"[a-zà-ÿ]{3,}ée?s?"),
}
"""Told by their end where the word before them is a choice the lexicon knows; German ones by their small letter."""


def undivided(cells: Iterable[str], lexicon: Lexicon) -> Mapping[str, tuple[str, ...]]:
    """Cell -> its choices, for the cells of a column whose commas do not part them all."""
    stated = [cell for cell in cells if cell]
    lists = {cell: split_list(cell) for cell in stated if re.search(r"[,،、]", cell)}
    if not any(len(items) > 1 for items in lists.values()):
        return {}
    has_other_mark = any(HARD_BREAKS.search(cell) for cell in stated)
    own = {plain(lists[cell][0] if cell in lists else cell) for cell in stated}
    found = {}
    for cell, items in lists.items():
        if len(items) > 1 and not HARD_BREAKS.search(cell):
            choices = (cell,) if has_other_mark else _choices(cell, items, own, lexicon)
            if len(choices) < len(items):
                found[cell] = choices
    return found


def _choices(cell: str, items: list[str], own: set[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The items with every qualifier left where it stands, behind its choice, as the shop wrote it."""
    mark = next(iter(re.findall(r"[,،、]\s*", cell)), ", ")
    choices = [items[0]]
    for item in items[1:]:
        if plain(item) not in own and _qualifies(item, items[0], lexicon):
            choices[-1] += mark + item
        else:
            choices.append(item)
    return tuple(choices)


def _qualifies(item: str, first: str, lexicon: Lexicon) -> bool:
    """Whether a word can only say more of the first; a first word that is a qualifier opens a list of them."""
    known = qualifiers(lexicon.language)
    if plain(first) in known or lexicon.find("value", item):
        return False
    if plain(item) in known:
        return True
    if lexicon.language == "de":
        return item[:1].islower() and first[:1].isupper()
    ending = _PARTICIPLES.get(lexicon.language)
    return bool(ending and lexicon.find("value", first) and ending.fullmatch(item.casefold()))


@cache
def qualifiers(language: str) -> frozenset[str]:
    """Words of a language that say more of a material and name none, in the form in which words are compared."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    spoken = dict.fromkeys((language, "en")) if language in LANGUAGES else ("en",)
    return frozenset(plain(word) for row in rows for one in spoken for word in row[one].split("|") if word)
