"""Numbers worked out from what stands beside them: "in a niche of 140 cm that leaves 12", "six of them are 7,920 円".

No word need say so: nobody can list all the ways to say minus. It is asked of a number that no attribute's word and
no verb gives to a product (`standing.py`), and of money, where a sum right to the cent is no chance.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final

from content.checks.amounts import Amount
from content.checks.stated import Stated

DIMENSIONS: Final = {"length", "mass", "volume", "area", "money"}
_SHOP: Final = "shop"
_COMPARED: Final = 3  # products of a page that is about how they differ
_FEWEST, _MOST = 3, 8  # prices of a list or table that a total adds up
_PAIR: Final = 2
_MOST_PIECES: Final = 12
_RECENT: Final = 6  # prices among which three may be added up

Worked = Iterator[tuple[Decimal, Stated]]


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands around a number. Values come in base units, each with a row of the ledger they rest on."""

    amount: Amount
    same: Sequence[Stated]  # the ledger's rows of its dimension (money: currency), each value once
    beside: Sequence[Amount]  # the other amounts of its paragraph
    near: Sequence[Amount]  # of its sentence
    page: Sequence[Amount]  # prices before the paragraph
    named: frozenset[str]  # products its sentence names
    is_each: bool  # "on each side"

    def results(self) -> Worked:
        """All that is worked out, likeliest first."""
        if not self.same:
            return
        yield from self._of_an_equation()
        yield from self._of_two()
        yield from self._of_two_products()
        yield from self._of_many()
        if self._is_money:
            yield from self._of_prices()

    @property
    def _is_money(self) -> bool:
        return self.amount.dimension == "money"

    def _values(self, amounts: Sequence[Amount]) -> list[Decimal]:
        """Those of its kind, in base units."""
        alike = [
            other
            for other in amounts
            if other.dimension == self.amount.dimension
            and not other.is_range
            and (other.unit == self.amount.unit or not self._is_money)
        ]
        return list(dict.fromkeys(value for other in alike for value in other.base))

    def _of_an_equation(self) -> Worked:
        """`3 × 23.5 = 70.5 cm`: the factors stand right before the result."""
        row, ahead = self.same[0], sorted(self.near, key=lambda other: other.start)
        ahead = [other for other in ahead if other.end <= self.amount.start and len(other.values) == 1][
            -_PAIR:
        ]
        if len(ahead) == _PAIR:
            first, second = ahead
            yield first.values[0] * second.base[0], row

    def _of_two(self) -> Worked:
        """Sum and difference of two numbers shown, and what the reader's own leaves of the product's."""
        row, shown = self.same[0], self._values(self.beside)
        for a, b in combinations(shown, 2):
            yield abs(a - b), row
            yield a + b, row
        stated = {s.base[0] for s in self.same}
        brought = [value for value in shown if self._is_money or value not in stated]
        gaps = [(abs(value - s.base[0]), s) for value in brought for s in self.same]
        yield from gaps
        if self.is_each:
            yield from ((gap / _PAIR, s) for gap, s in gaps)

    def _of_two_products(self) -> Worked:
        """How far one thing of two variants, or of two of few products, is apart."""
        counts = self._counts() if self._is_money else (1,)
        for a, b in combinations(self.same, 2):
            if a.key == b.key and self._are_compared(a.subject, b.subject):
                for n in counts:
                    yield abs(a.base[0] * n - b.base[0]), a
                    yield abs(b.base[0] * n - a.base[0]), b

    def _are_compared(self, one: str, other: str) -> bool:
        few = {row.subject for row in self.same} - {_SHOP}
        return one == other or len(few) <= _COMPARED or {one, other} <= self.named

    def _of_many(self) -> Worked:
        """So many times what is shown, or a share of it: of the counts that the sentence names."""
        row = self.same[0]
        for value in self._values(self.beside):
            for n in self._counts():
                yield value * n, row
                yield value / n, row
                if self._is_money:
                    yield from ((value + s.base[0] * n, s) for s in self.same)

    def _counts(self) -> tuple[int, ...]:
        said = {int(a.values[0]) for a in self.near if not a.dimension and is_count(a)}
        return tuple(sorted({1, *said, *({_PAIR} if self._is_money else ())}))

    def _of_prices(self) -> Worked:
        """The total under a list of prices, and what it lacks to free delivery or comes to with postage."""
        row, before = self.same[0], self._values(self.page)
        for value in before:
            yield from ((abs(value - mine), row) for mine in self._values(self.near))
            for s in self.same:
                if s.subject == _SHOP:
                    yield abs(value - s.base[0]), s
                    yield value + s.base[0], s
        listed = [*before, *self._values(self.beside)]
        yield from ((sum(three, Decimal(0)), row) for three in combinations(listed[-_RECENT:], _FEWEST))
        for size in range(_FEWEST, min(_MOST, len(listed)) + 1):
            yield from (
                (sum(listed[at : at + size], Decimal(0)), row) for at in range(len(listed) - size + 1)
            )


def is_count(amount: Amount) -> bool:
    """Whether it counts a few things: two to a dozen."""
    return not amount.is_range and is_few(amount.values[0])


def is_few(value: Decimal) -> bool:
    """Two to a dozen."""
    return value == int(value) and 1 < value <= _MOST_PIECES
