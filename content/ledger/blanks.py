"""What some variants of a family leave blank, and how long each of them counts for it.

A list may state on the first row what holds for all variants and nothing on the others; then it is the family's. One
that repeats row by row what all of them have means its blanks: who fills in "fits e-bikes" for the small bag has not
said it of the large one.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from content.ledger.column_names import MARKETED
from content.ledger.stated import Stated
from content.records import Value

_NOT_ITS_OWN: Final = {*MARKETED, "brand", "image", "regular_price"}
"""Columns of an offer or a name, which lists repeat whatever else they do."""


def left_blank(sides: Sequence[tuple[Stated, ...]]) -> set[str]:
    """Attributes that a variant leaves blank although its row repeats what another variant has."""
    told = [_attributes(side) for side in sides if last_day_of(side) is None]
    partly = {key for side in told for key in side if any(key not in other for other in told)}
    if not partly:
        return set()
    shared = Counter(pair for side in told for pair in side.items())
    repeating = [side for side in told if any(shared[pair] > 1 for pair in side.items())]
    return {key for key in partly if any(key not in side for side in repeating)}


def while_sold(sides: Sequence[tuple[Stated, ...]]) -> Iterator[tuple[Stated, ...]]:
    """The variants' statements, those of one that is sold no longer up to its last day; as they are where all go."""
    ends = [last_day_of(side) for side in sides]
    for side, ends_on in zip(sides, ends, strict=True):
        if ends_on is None or None not in ends:
            yield side
            continue
        yield tuple(cut for one in side for cut in _until(one, ends_on))


def last_day_of(side: Sequence[Stated]) -> date | None:
    """The day from which on a variant is not to be had any more anywhere (`available_until`); None where it stays."""
    days = [one.valid_from for one in side if _ends(one)]
    return days[0] - timedelta(days=1) if days and days[0] else None


def _ends(one: Stated) -> bool:
    is_for_good = one.valid_from is not None and one.valid_until is None
    return one.key == "availability" and one.market is None and one.value is False and is_for_good


def _until(one: Stated, last: date) -> Iterator[Stated]:
    if one.key == "availability" or (one.valid_until is not None and one.valid_until <= last):
        yield one
    elif one.valid_from is None or one.valid_from <= last:
        yield one._replace(valid_until=last)


def _attributes(side: Sequence[Stated]) -> dict[str, Value]:
    return {one.key: one.value for one in side if one.key not in _NOT_ITS_OWN}
