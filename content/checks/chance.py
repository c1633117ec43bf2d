"""Sums of money that some calculation gives, and so few others could be given that it is no chance.

Nobody can list all the words in which people add, share out and compare prices ("livré chez vous", `pro Woche`, 合計).
So the calculation itself is looked for: from the page's prices, what parcels cost, and the numbers shown so far. That
some calculation gives the sum proves nothing, for many together give any; it is how few of the sums about as large they
give, as in a test of significance. Weights and lengths are rounder: of 34 shops seven true ones passed, and five false.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import combinations, product
from math import gcd
from typing import Final

from content.checks.amounts import Amount
from content.checks.derived import shown_step, shows
from content.checks.stated import Stated

_CHANCE: Final = Decimal("0.25")
"""Of the sums about as large, those that may be given. In the honest articles of 34 shops, calculations that were right
gave 29 sums below it, and of their false ones two: right results of a wrong operand."""
_WINDOW: Final = Decimal("1.25")  # as large: up to a quarter more or less
_MOST: Final = 40  # terms looked at: three of them make 10,000 sums
_UNITS: Final[dict[str, tuple[str, ...]]] = {  # what a price is given for, in base units
    "": ("1",),
    "mass": ("1", "100", "1000", "28.349523", "453.59237"),
    "volume": ("1", "10", "100", "1000", "29.57353"),
    "length": ("1", "100", "2.54", "30.48"),
    "area": ("1", "10000", "929.0304", "64516"),  # cm²: 1, a m², a square foot, a hundred square inches
    "time": ("1", "60", "3600"),
    "day": ("1", "7", "30"),
    "month": ("1", "12"),
    "charge": ("1", "1000"),
}
_DEFAULT: Final = ("1",)


@dataclass(frozen=True)
class Calculation:
    """What a sum may be made of; measures are in the base unit of their dimension."""

    amount: Amount
    near: Sequence[Decimal]  # what the paragraph shows or is about
    page: Sequence[Decimal]  # all others of the page
    stated: Sequence[Decimal]  # those of the ledger
    shares: Sequence[Decimal]  # what to multiply by for one of each measure the text shows
    counts: Iterable[int]
    bars: frozenset[Decimal] = frozenset()  # what delivery is free from: nobody adds that to anything
    is_total: bool = False  # "together, that makes": only sums can be meant

    def is_no_chance(self) -> bool:
        """Whether something simple gives it, and the like gives few of the sums about as large."""
        given: set[int] = set()
        for tier in self._tiers():
            alike = [value for value in tier if self._is_alike(value)]
            given |= {place for place in map(self._place, alike) if place % self._grain == 0}
            if len(given) > _CHANCE * self._places:
                return False
            if any(shows(self.amount, value) for value in alike):
                return True
        return False

    def _tiers(self) -> Iterator[Iterator[Decimal]]:
        """The simple before the long-winded, what stands near before what stands far."""
        near = _terms(self.near)
        page = _terms((*self.near, *self.page))
        yield self._of_two(near)
        yield self._shared(near)
        yield _of_three(self._added(near))
        yield self._of_two(page)
        yield self._shared(page)
        yield self._shared(_pairs(near))
        yield _of_three(self._added(page))

    def _of_two(self, terms: Sequence[Decimal]) -> Iterator[Decimal]:
        times = sorted({1, *self.counts})
        for (a, b), n in product(combinations(self._added(terms), 2), times):
            yield from (a * n + b, a + b * n)
        if not self.is_total:
            for (a, b), n in product(combinations(terms, 2), times):
                yield from (abs(a * n - b), abs(a - b * n))

    def _added(self, terms: Sequence[Decimal]) -> Sequence[Decimal]:
        return [term for term in terms if term not in self.bars]

    def _shared(self, terms: Iterable[Decimal]) -> Iterator[Decimal]:
        return iter(()) if self.is_total else _products(terms, self.shares)

    # --- how many others it might have been ------------------------------------------------------------------

    def _is_alike(self, value: Decimal) -> bool:
        mine = self.amount.base[0]
        return mine / _WINDOW <= value <= mine * _WINDOW

    @property
    def _places(self) -> Decimal:
        """How many sums about as large there are, in the steps in which they come here."""
        return self.amount.base[0] * (_WINDOW - 1 / _WINDOW) / (self._step * self._grain)

    def _place(self, value: Decimal) -> int:
        """Counted in the steps the text shows."""
        return int((value / self._step).to_integral_value())

    @cached_property
    def _step(self) -> Decimal:
        return shown_step(self.amount)

    @cached_property
    def _grain(self) -> int:
        """How many of these steps are one here: prices that all end in .90 add up to no .37."""
        values = (self.amount.base[0], *self.stated)
        is_whole = all(value % self._step == 0 for value in values)
        return max(1, gcd(*map(self._place, values))) if is_whole else 1


def shares(measures: Iterable[Amount | Stated]) -> list[Decimal]:
    """What to multiply by for one gram, a hundred, an ounce of so many."""
    return [
        Decimal(unit) / measure.base[0]
        for measure in measures
        if len(measure.values) == 1 and measure.base[0] > 0
        for unit in _UNITS.get(measure.dimension, _DEFAULT)
    ]


def _terms(values: Iterable[Decimal]) -> tuple[Decimal, ...]:
    return tuple(dict.fromkeys(value for value in values if value > 0))[:_MOST]


def _of_three(terms: Sequence[Decimal]) -> Iterator[Decimal]:
    return (sum(three, Decimal(0)) for three in combinations(terms, 3))


def _pairs(terms: Sequence[Decimal]) -> Iterator[Decimal]:
    for a, b in combinations(terms, 2):
        yield from (a + b, abs(a - b))


def _products(terms: Iterable[Decimal], parts: Sequence[Decimal]) -> Iterator[Decimal]:
    return (a * part for a, part in product(terms, parts))
