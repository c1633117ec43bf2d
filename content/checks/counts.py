"""Bare numbers: how many the product has, comes in or makes, or how many of anything."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from content.checks.amounts import Amount
from content.checks.naming import TIGHT, Hit, Naming
from content.checks.places import Place
from content.checks.proving import closest, proof
from content.checks.rulings import Ruling
from content.checks.stated import Stated
from content.checks.whose import cue

_SIZE_NEAR: Final = 16  # "EU sizes run from 36"
_SYSTEM_NEAR: Final = 26  # letters before a size that may say whose system it is of
_WANTED: Final = 24  # letters before a count that may say whose it is: "you need at least three panels"
_FEW_PIECES: Final = 12  # a count in words is of few things
_BESIDE: Final = 3  # letters between a count and the word of what is counted
_OTHER_SYSTEM: Final = re.compile(
    r"(?:(?<![a-z])(?:uk|us|usa|jp|br|gb)|britisch\w*|amerikanisch\w*|british|american|britannique|américaine?"
    r"|británic[oa]s?|american[oa]s?|بريطاني\w*|امريكي\w*|英国|米国)[ -]?"
    r"(?:sizes?|größen?|tailles?|pointures?|tallas?|サイズ)? ?$"
)
"""Sizes of another country: not the one a column states."""


def count(place: Place, scope: list[Stated], naming: Naming) -> Ruling:
    """A bare number counts only where an attribute's word stands right at it."""
    amount = place.amount
    if _OTHER_SYSTEM.search(place.text, max(0, amount.start - _SYSTEM_NEAR), amount.start):
        return Ruling("unproven")  # UK 6.5
    if not place.has_name and cue("usual", naming.language).search(place.text, *place.clause):
        return Ruling("proven")  # "a 300-piece set is usually 280 pieces you will lose"
    counts = [s for s in scope if not s.dimension]
    hit, distance = naming.nearest(place, {s.key for s in counts})
    keyed = [s for s in counts if hit and s.key in hit.keys]
    if not keyed or distance > _reach(amount, hit) or amount.values == (Decimal(1),):
        return Ruling("proven")
    is_far = distance > _BESIDE
    if amount.in_words and is_far and max(max(s.values) for s in keyed) > _FEW_PIECES:
        return Ruling("proven")  # "between two sizes" counts sizes, it names none
    found = proof(amount, keyed) or _number_of_values(amount, keyed)
    if not found and amount.in_words and not _is_its_count(place, hit, naming.language):
        return Ruling("proven")
    if found:
        return Ruling("proven", found)
    is_said = _is_its_count(place, hit, naming.language) or _is_a_step(hit, naming.language)
    return Ruling("contradicted" if is_said else "loose", closest(amount, keyed))


def _number_of_values(amount: Amount, keyed: Sequence[Stated]) -> Stated | None:
    """`three sizes` of a glove that comes in 7, 8 and 9."""
    for key in dict.fromkeys((each.subject, each.key) for each in keyed):
        rows = [each for each in keyed if (each.subject, each.key) == key]
        if len({each.values for each in rows}) > 1 and amount.values == (
            Decimal(len({e.values for e in rows})),
        ):
            return rows[0]
    return None


def _reach(amount: Amount, hit: Hit | None) -> int:
    """Letters within which the word must stand."""
    return _SIZE_NEAR if hit and hit.end <= amount.start and not amount.in_words else TIGHT // 2


def _is_a_step(hit: Hit | None, language: str) -> bool:
    """`10段階` counts what the product has; `30本` may be of anything."""
    return language == "ja" and hit is not None and hit.end - hit.start > 1


def _is_its_count(place: Place, hit: Hit | None, language: str) -> bool:
    """Whether a clause says that the product has, comes in or makes so many: `Five curtains side by side`, `the two
    curtains`, `you need three panels` count things of the text."""
    amount, text = place.amount, place.text
    if place.is_in_row or (hit and hit.end <= amount.start):
        return True  # a cell, or a label: "Panels per pack: three"
    start, end = place.clause
    if cue("condition", language).search(text, start, amount.start):
        return False
    near = max(start, amount.start - _WANTED)
    if cue("wanted", language).search(text, near, end if language == "ja" else amount.start):
        return False
    if any(
        not text[found.end() : amount.start].strip()
        for found in cue("pointed", language).finditer(text, near, amount.start)
    ):
        return False
    return cue("counted", language).search(text, start, end) is not None
