"""Numbers a text works out from the ledger's: sums, differences, multiples, shares. The arithmetic must be right.

The operands are what the ledger states of the products the page names and of the shop; a word must say that
something is added, left over or shared out ("together", "bleiben", "chacun"), except with prices: two prices that
add up to the cent are no chance.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from content.checks.amounts import Amount
from content.checks.stated import Stated
from content.checks.whose import clause, cue

_MOST_PIECES: Final = 12
_ADDED: Final = ("length", "mass", "volume", "area", "money", "time", "energy")
_HALF: Final = Decimal("0.5")
_LOOSE: Final = Decimal("0.05")
_CM2_IN_M2: Final = 10000
_ML_IN_L: Final = 1000


def derive(
    amount: Amount, text: str, operands: Sequence[Stated], beside: Sequence[Amount], language: str
) -> Stated | None:
    """The row a number was worked out from; None when no allowed arithmetic gives it.

    `beside`: the other amounts of the paragraph, for counts and measures the text itself brings.
    """
    if amount.is_range or amount.dimension not in _ADDED:
        return None
    same = [s for s in operands if s.dimension == amount.dimension and len(s.values) == 1 and s.values[0]]
    if amount.dimension == "money":
        same = [s for s in same if s.unit == amount.unit]
    inside = text[slice(*clause(text, amount.start, amount.end))]
    said = {name: bool(cue(name, language).search(inside)) for name in ("left", "sum", "each")}
    is_money = amount.dimension == "money"
    for found, row in _results(same, operands, beside, said, is_money=is_money):
        if _is(amount, found):
            return row
    return None


def _results(
    same: Sequence[Stated],
    operands: Sequence[Stated],
    beside: Sequence[Amount],
    said: dict[str, bool],
    *,
    is_money: bool,
) -> Iterator[tuple[Decimal, Stated]]:
    counts = {int(a.values[0]) for a in beside if not a.dimension and _is_count(a)}
    pieces = {int(s.values[0]) for s in operands if not s.dimension and _is_whole(s.values[0])}
    if said["left"] or is_money:
        yield from ((abs(a.base[0] - b.base[0]), a) for a, b in combinations(_distinct(same), 2))
    if said["sum"] or is_money:
        for size in (2, 3):
            for parts in combinations(_distinct(same), size):
                yield sum((part.base[0] for part in parts), Decimal(0)), parts[0]
    if said["sum"]:
        yield from ((s.base[0] * n, s) for s in same for n in sorted({2, *counts}))
    if said["each"] or said["sum"]:
        yield from ((s.base[0] / n, s) for s in same for n in sorted({2, *counts, *pieces}))
    yield from _of_measures(operands, beside)


def _of_measures(operands: Sequence[Stated], beside: Sequence[Amount]) -> Iterator[tuple[Decimal, Stated]]:
    """A share of a length (4 % of 88 cm), cloth by area (200 g/m² × 50 × 70 cm), coffee by water (60 g/l × 0.5 l)."""
    for row in operands:
        if row.dimension == "percent" and len(row.values) == 1:
            yield from ((s.base[0] * row.values[0] / 100, s) for s in operands if s.dimension == "length")
        elif row.dimension == "surface density":
            sides = [s for s in operands if s.subject == row.subject and s.dimension == "length"]
            yield from (
                (row.base[0] * a.base[0] * b.base[0] / _CM2_IN_M2, row)
                for place, a in enumerate(sides) for b in sides[place + 1 :]
            )  # fmt: skip
        elif row.dimension == "concentration":
            volumes = [a.base[0] for a in beside if a.dimension == "volume"]
            yield from ((row.base[0] * volume / _ML_IN_L, row) for volume in volumes)
            masses = [a.base[0] for a in beside if a.dimension == "mass"]
            yield from ((mass / row.base[0] * _ML_IN_L, row) for mass in masses if row.base[0])


def _is(amount: Amount, found: Decimal) -> bool:
    """Equal as far as the text shows it: 3.52 is 3.5, 1,326.67 is 1,327."""
    mine = amount.base[0]
    scale = mine / amount.values[0] if amount.values[0] else Decimal(1)
    if abs(mine - found) <= amount.step * scale * _HALF:
        return True
    is_loose = amount.qualifier in {"about", "over", "under"} or amount.in_words
    return is_loose and amount.dimension != "money" and abs(mine - found) <= mine * _LOOSE


def _distinct(rows: Iterable[Stated]) -> list[Stated]:
    found: dict[tuple[str, tuple[Decimal, ...]], Stated] = {}
    for row in rows:
        found.setdefault((row.subject, row.base), row)
    return list(found.values())[:16]


def _is_count(amount: Amount) -> bool:
    return not amount.is_range and _is_whole(amount.values[0])


def _is_whole(value: Decimal) -> bool:
    return value == int(value) and 1 < value <= _MOST_PIECES
