"""Which row of the ledger says a number, or comes nearest to it."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from content.checks.amounts import Amount
from content.checks.stated import Stated, agrees


def same_kind(amount: Amount, stated: Stated) -> bool:
    """The same dimension; hours may be days, degrees the angle of a blade or the steps of a dial (درجة, 度)."""
    if amount.dimension == stated.dimension:
        return True
    if amount.unit == "°C":
        return stated.dimension in {"angle", ""} and amount.values == stated.values
    return amount.unit == "h" and stated.dimension == "day"


def proof(amount: Amount, rows: Iterable[Stated]) -> Stated | None:
    listed = list(rows)
    found = next((s for s in listed if agrees(amount, s)), None)
    if found or not amount.is_range:
        return found
    return _ends_of_a_row(amount, listed)


def _ends_of_a_row(amount: Amount, rows: list[Stated]) -> Stated | None:
    """`from 117 to 180 cm` is true of a family whose smallest and largest width these are; of prices too."""
    found = _two_keys(amount, rows)
    if found:
        return found
    for key in sorted({s.key for s in rows}):
        own = sorted((s for s in rows if s.key == key and len(s.values) == 1), key=lambda s: s.base)
        if len(own) > 1:
            first, last = (replace(amount, values=(value,), qualifier="exact") for value in amount.values)
            if agrees(first, own[0]) and agrees(last, own[-1]):
                return own[0]
    return None


def _two_keys(amount: Amount, rows: list[Stated]) -> Stated | None:
    """`from 71 to 118 cm` of a product with a `height_from` and a `height_to`."""
    low, high = (replace(amount, values=(value,), qualifier="exact") for value in amount.values)
    firsts = [s for s in rows if _LOWEST.search(s.key) and len(s.values) == 1 and agrees(low, s)]
    lasts = [s for s in rows if _HIGHEST.search(s.key) and len(s.values) == 1 and agrees(high, s)]
    pairs = ((a, b) for a in firsts for b in lasts if a.subject == b.subject)
    return next((a for a, b in pairs if _are_ends(a.key, b.key) or _are_bounds(a.key, b.key)), None)


def _are_bounds(low: str, high: str) -> bool:
    """`from 3.2 to 15 kg` of a carrier with a child's minimal weight and a maximum load."""
    return bool(_LEAST.search(low) and _MOST.search(high))


def is_bound(amount: Amount, rows: Iterable[Stated]) -> Stated | None:
    """`up to 140 mm wide` of fit-over glasses that are 150 mm wide themselves and `fit over glasses up to` 140."""
    if amount.qualifier not in {"max", "under"}:
        return None
    return next(
        (s for s in rows if _HIGHEST.search(s.key) and agrees(replace(amount, qualifier="exact"), s)), None
    )


def is_ends_of_one(one: str, other: str) -> bool:
    """Whether two attributes are the least and the most of one thing: `height_from`, `height_to`."""
    return _are_ends(one, other) or _are_ends(other, one)


def _are_ends(low: str, high: str) -> bool:
    return not _without(_LOWEST, low).isdisjoint(_without(_HIGHEST, high))


def _without(word: re.Pattern[str], key: str) -> set[str]:
    """What a key says beside the word: `de` is "from" in some, and in `tour_de_cou_min` it is not."""
    return {f"{key[: found.start()]} {key[found.end() :]}" for found in word.finditer(key)}


_MIN: Final = "min(?:imum|imo|ima|imale?s?|i)?"
_MAX: Final = "max(?:imum|imo|ima|imale?s?|i)?"
_LOWEST: Final = re.compile(
    rf"(?:^|_)(?:from|{_MIN}|lowest|smallest|de|des|desde|von|ab|a_partir_d[eu]|من|الأدنى|أدنى)(?:_|$)"
    "|最小|最低|最短|下限|以上|から"
)
_LEAST: Final = re.compile(rf"(?:^|_){_MIN}(?:_|$)|الأدنى|أدنى|最小|最低|最短")
_MOST: Final = re.compile(rf"(?:^|_){_MAX}(?:_|$)|الأقصى|أقصى|最大|最高|最長")
_HIGHEST: Final = re.compile(
    rf"(?:^|_)(?:up_to|to|{_MAX}|highest|largest|a|jusqu_a|bis|hasta|إلى|حتى|الأقصى|أقصى)(?:_|$)"
    "|最大|最高|最長|上限|以下|まで"
)
"""Words of a key, as `content.lexicon.keys` spells it: without accents."""


def closest(amount: Amount, rows: list[Stated]) -> Stated | None:
    """The row to show against a number: of the same shape, nearest in value."""
    if not rows:
        return None
    return min(
        rows, key=lambda s: (len(s.values) != len(amount.values), abs(s.base[0] - amount.base[0]), s.key)
    )
