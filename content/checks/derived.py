"""Numbers a text works out from the ledger's: sums, differences, multiples, shares. The arithmetic must be right.

The operands are what the ledger states of the products the page names and of the shop; a word must say that
something is added, left over or shared out ("together", "bleiben", "chacun"), except with prices: two prices that
add up to the cent are no chance. A number that no attribute's word names ("in a niche of 140 cm that leaves 12")
may also come from what its paragraph shows, whatever the words: nobody can list all the ways to say minus.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, product
from typing import Final

from content.checks.amounts import Amount
from content.checks.formulas import spelled_out
from content.checks.proving import is_ends_of_one
from content.checks.rates import rates
from content.checks.shown import DIMENSIONS, Shown, is_count, is_few
from content.checks.stated import Stated, minor_units
from content.checks.whose import clause, cue

_PRICES: Final = 3  # more prices than two need a word that adds them up
_TOGETHER: Final = 8  # prices looked at for a sum of four and more
_FEW: Final = 6  # of one thing, in a sum of several
_ADDED: Final = ("length", "mass", "volume", "area", "money", "time", "energy", "temperature")
_LOOSELY: Final = {"about", "over", "under"}
BOUNDS: Final = {"over", "under", "min", "max", "from"}  # "orders over 99" are a condition, no result
_SHOP: Final = "shop"
BAR: Final = "_free_from"  # ends the key of what delivery is free from
_HALF: Final = Decimal("0.5")
_LOOSE: Final = Decimal("0.05")
_CM2_IN_M2: Final = 10000
_ML_IN_L: Final = 1000
_S_IN_H: Final = 3600
_DAYS_IN_YEAR: Final = 365


def derive(
    amount: Amount,
    text: str,
    operands: Sequence[Stated],
    beside: Sequence[Amount],
    language: str,
    named: frozenset[str] = frozenset(),
    near: Sequence[Amount] = (),
    theirs: Sequence[Amount] = (),
    *,
    is_free: bool = False,
    page: Sequence[Amount] = (),
    many: frozenset[int] = frozenset(),
) -> Stated | None:
    """The row a number was worked out from; None when no allowed arithmetic gives it.

    `beside`: the other amounts of the paragraph, for counts and measures the text itself brings; `named`: the
    products its sentence names; `near`: the other amounts of its sentence; `theirs`: those
    that measure something of the reader's; `is_free`: no attribute's word names the number; `page`: the
    prices before the paragraph, of a table and its total; `many`: how many of a product are named ("two Harbours").
    """
    if amount.is_range:
        return None
    known = {row.values[0]: row for row in operands if row.unit == amount.unit and len(row.values) == 1}
    term = spelled_out(amount, text, known)
    if term is not None:
        return known[term]
    if amount.dimension == "day" and cue("left", language).search(text):
        return _sooner(amount, operands)
    is_share = amount.dimension == "percent"  # "70 % more": any two rows make some share
    is_meant = not is_share or (is_free and cue("left", language).search(text))
    is_worked = is_meant and not (amount.qualifier in BOUNDS and amount.dimension == "money")
    worked = rates(amount, operands, beside) if is_worked else ()
    per = next((row for found, row in worked if shows(amount, found)), None)
    if per is not None:
        return per
    if amount.dimension not in _ADDED:
        return _of_any_kind(amount, text, operands, near, language)
    same = [s for s in operands if s.dimension == amount.dimension and len(s.values) == 1 and s.values[0]]
    if amount.dimension == "money":
        same = [s for s in same if s.unit == amount.unit]
    inside = text[slice(*clause(text, amount.start, amount.end))]
    said = {name: bool(cue(name, language).search(inside)) for name in ("left", "sum", "each")}
    said["over"] = said["left"]
    if amount.dimension == "money":
        said["sum"] = said["sum"] or bool(cue("sum", language).search(text))
    said["pair"] = bool(cue("pair", language).search(inside))
    said["left"] = said["left"] or bool(cue("left", language).search(text))  # "heavier of the two, by 500 g"
    sums = _Sums(_distinct(same), beside, operands, said, amount, named, near, theirs, is_free, page, many)
    return next((row for found, row in sums.results() if shows(amount, found)), None)


def _of_any_kind(
    amount: Amount, text: str, operands: Sequence[Stated], near: Sequence[Amount], language: str
) -> Stated | None:
    """Watts, lumens, decibels: of so many of a thing ("a pair of them"), and how far apart two are where a word says
    so."""
    rows = [row for row in operands if row.dimension == amount.dimension and len(row.values) == 1]
    counts = {int(each.values[0]) for each in near if not each.dimension and is_count(each)}
    if cue("pair", language).search(text):
        counts.add(2)
    for row in rows:
        if any(shows(amount, row.base[0] * count) for count in sorted(counts)):
            return row
    if cue("left", language).search(text):
        for a, b in combinations(rows, 2):
            if a.key == b.key and shows(amount, abs(a.base[0] - b.base[0])):
                return a
    return None


def _sooner(amount: Amount, operands: Sequence[Stated]) -> Stated | None:
    """`A day less` than the other route, `four days longer` on one charge: both ends are that much apart."""
    rows = [row for row in operands if row.dimension == amount.dimension]
    for a, b in combinations(rows, 2):
        gaps = {abs(mine - theirs) for mine, theirs in zip(a.base, b.base, strict=False)}
        is_alike = a.key == b.key or {a.subject, b.subject} == {_SHOP}
        if is_alike and len(a.values) == len(b.values) and gaps == {amount.base[0]}:
            return a
    return None


@dataclass(frozen=True, slots=True)
class _Sums:
    """Everything the arithmetic of a clause may come to."""

    same: list[Stated]  # of the number's dimension (money: currency), each value once
    beside: Sequence[Amount]
    operands: Sequence[Stated]
    said: dict[str, bool]
    amount: Amount
    named: frozenset[str]
    near: Sequence[Amount]  # those of its own sentence
    theirs: Sequence[Amount]  # those that measure something of the reader's
    is_free: bool  # no attribute's word names the number
    page: Sequence[Amount]  # prices before the paragraph
    many: frozenset[int]  # how many of a product are named

    def results(self) -> Iterator[tuple[Decimal, Stated]]:
        """Values in the base unit, each with a row it was worked out from."""
        yield from self._differences()
        yield from self._sums()
        yield from self._shares()
        yield from self._measures()
        if self.is_free and self.amount.dimension in DIMENSIONS and not self._is_bound:
            around = (self.beside, self.near, self.page, self.named, self.said["each"])
            yield from Shown(self.amount, self.same, *around).results()

    @property
    def _is_bound(self) -> bool:
        """`Orders over 99 €`: a condition. "A lead of at least 80 cm" may be worked out."""
        return self.amount.qualifier in BOUNDS and self.amount.dimension == "money"

    def _differences(self) -> Iterator[tuple[Decimal, Stated]]:
        shown = {value for other in self.beside for value in (*other.values, *other.base)}
        for a, b in combinations(self.same, 2):
            sides = [bool({row.values[0], row.base[0]} & shown) for row in (a, b)]
            is_part = a.subject == b.subject and any(
                sides
            )  # "33.5 cm long: beside the blade 13.5 cm are left"
            is_apart = (
                a.subject != b.subject and len(self.named) <= 1
            )  # "17.5 cm long: 2.5 cm are left" in a case
            is_fit = is_apart and any(sides) and self.amount.dimension == "length"
            is_travel = a.subject == b.subject and is_ends_of_one(
                a.key, b.key
            )  # 125 cm less 60 cm: its travel
            if (
                (self.said["left"] and (a.key == b.key or is_part or is_fit))
                or all(sides)
                or (is_travel and self.is_free)
            ):
                yield abs(a.base[0] - b.base[0]), a
        if self.said["left"] and self.amount.dimension == "money":  # what is missing to free delivery
            costs = [s for s in self.same if s.key == "price" and s.subject in self.named]
            bars = [s for s in self.same if s.key.endswith(BAR)]
            yield from (
                (bar.base[0] - a.base[0] - b.base[0], bar) for bar in bars for a, b in combinations(costs, 2)
            )
            values = [other.base[0] for other in self.beside if other.unit == self.amount.unit]
            yield from ((abs(value - s.base[0]), s) for value in values for s in self.same)
        if self.said["over"] and self.amount.dimension == "length":  # "on a 70 cm mattress 30 cm are over"
            gaps = [(abs(value - s.base[0]), s) for value in self._measured() for s in self.same]
            yield from gaps
            if self.said["each"]:  # "10 cm on each side"
                yield from ((gap / 2, s) for gap, s in gaps)

    def _measured(self) -> Iterator[Decimal]:
        """The measures of the reader's own things, in the same unit."""
        yield from (a.base[0] for a in self.theirs if a.unit == self.amount.unit)

    def _sums(self) -> Iterator[tuple[Decimal, Stated]]:
        added = [s for s in self.same if not s.key.endswith(BAR)]  # nobody pays what delivery is free from
        for size in (2, 3):
            for parts in combinations(added, size):
                is_both = size < _PRICES and (
                    (self.said["pair"] and self._are_prices(*parts)) or self._are_named(*parts)
                )
                if (
                    self.said["sum"]
                    or is_both
                    or (size < _PRICES and self._are_prices(*parts) and self._are_shown(parts))
                ):
                    yield sum((part.base[0] for part in parts), Decimal(0)), parts[0]
        if self.said["sum"] and self.amount.dimension == "money":  # "all four together", to the cent
            prices = [s for s in self.same if s.key == "price"][:_TOGETHER]
            for size in range(_PRICES + 1, len(prices) + 1):
                yield from (
                    (sum((p.base[0] for p in parts), Decimal(0)), parts[0])
                    for parts in combinations(prices, size)
                )
        if self.amount.dimension == "money":  # "2 for 12,960円": so many times the price, to the cent
            prices = [s for s in self.same if s.key == "price"]
            bought = {*self._counts(self.near), *self.many, *({2} if self.said["pair"] else ())}
            yield from ((s.base[0] * n, s) for s in prices for n in sorted(bought))
        yield from ((s.base[0] * n, s) for s in self.same for n in sorted(self.many))
        if self.said["sum"]:
            yield from ((s.base[0] * n, s) for s in added for n in sorted({2, *self._counts()}))
            many = [n for n in sorted({1, *self._counts()}) if n <= _FEW]
            for a, b in combinations(added, 2):
                yield from ((a.base[0] * n + b.base[0] * m, a) for n in many for m in many)
            if self.amount.dimension == "money":  # "two reams, a notebook and a box of pens"
                priced = [s for s in self.same if s.key == "price"][:_TOGETHER]
                for three in combinations(priced, _PRICES):
                    yield from (
                        (self._bought(three, times), three[0]) for times in product(many, repeat=_PRICES)
                    )

    def _bought(self, parts: Sequence[Stated], times: Sequence[int]) -> Decimal:
        return sum((part.base[0] * n for part, n in zip(parts, times, strict=True)), Decimal(0))

    def _are_shown(self, parts: Sequence[Stated]) -> bool:
        """Whether the paragraph gives the parts of a sum itself, or the sentence names what is added up."""
        if len(self.named) > 1 and {part.subject for part in parts} <= self.named | {_SHOP}:
            return True
        shown = {value for other in self.beside for value in other.values}
        return sum(part.values[0] in shown for part in parts) >= len(parts) - 1

    def _are_named(self, a: Stated, b: Stated) -> bool:
        """`Araña más Puchero se planta en 655 g`: the weight of the two products the sentence names."""
        is_weighed = self.amount.dimension == "mass" and a.key == b.key
        return is_weighed and {a.subject, b.subject} == self.named

    def _are_prices(self, a: Stated, b: Stated) -> bool:
        """Two prices that add up, or differ, to the cent are no chance and need no word."""
        keys = sorted((a.key, b.key))
        is_sent = keys[1] == "price" and keys[0].startswith("delivery_") and keys[0].endswith("_cost")
        return self.amount.dimension == "money" and (keys == ["price", "price"] or is_sent)

    def _shares(self) -> Iterator[tuple[Decimal, Stated]]:
        pieces = {int(s.values[0]) for s in self.operands if not s.dimension and is_few(s.values[0])}
        is_money = self.amount.dimension == "money"
        if self.said["each"] or self.said["sum"] or is_money:
            numbers = pieces if is_money and not self.said["each"] else {2, *self._counts(), *pieces}
            yield from ((s.base[0] / n, s) for s in self.same for n in sorted(numbers))

    def _counts(self, among: Sequence[Amount] | None = None) -> set[int]:
        listed = self.beside if among is None else among
        return {int(a.values[0]) for a in listed if not a.dimension and is_count(a)}

    def _measures(self) -> Iterator[tuple[Decimal, Stated]]:
        """A share of a length (4 % of 88 cm), cloth by area (200 g/m² × 50 × 70 cm), coffee by water."""
        for row in self.operands:
            match (row.dimension, self.amount.dimension):
                case ("percent", "length") if len(row.values) == 1:
                    yield from ((s.base[0] * row.values[0] / 100, s) for s in self.same)
                    kept = 1 - row.values[0] / 100  # what shrinks by 6 % keeps 94
                    yield from ((value * kept, row) for value in self._others("length"))
                case ("volume", "mass") if len(row.values) == 1:  # what it weighs full of water
                    masses = (s for s in self.operands if s.subject == row.subject and s.key == "weight")
                    yield from ((row.base[0] + s.base[0], row) for s in masses)
                case ("length", "area"):
                    lengths = (s for s in self.operands if s.subject == row.subject)
                    others = (s for s in lengths if s.dimension == "length" and s.key != row.key)
                    yield from ((row.base[0] * s.base[0], row) for s in others)
                case ("surface density", "mass"):
                    sides: list[Amount | Stated] = [
                        s for s in self.operands if s.subject == row.subject and s.dimension == "length"
                    ]
                    own = {side.base for side in sides}  # "a metre of it weighs 275 g"
                    sides += [
                        a
                        for a in self.beside
                        if a.dimension == "length" and a.base not in own and not a.is_range
                    ]
                    areas = ((a.base[0] * b.base[0] / _CM2_IN_M2, row) for a, b in combinations(sides, 2))
                    yield from ((row.base[0] * area, row) for area, _ in areas)
                case ("concentration", "mass"):
                    yield row.base[0], row  # "60 g to a litre"
                    yield from ((row.base[0] * ml / _ML_IN_L, row) for ml in self._others("volume"))
                case ("power", "energy"):
                    hours = [s / _S_IN_H for s in self._others("time")]
                    yield from ((row.base[0] * h * days, row) for h in hours for days in (1, _DAYS_IN_YEAR))
                case ("concentration", "volume"):
                    yield from (
                        (g / row.base[0] * _ML_IN_L, row) for g in self._others("mass") if row.base[0]
                    )

    def _others(self, dimension: str) -> list[Decimal]:
        """Measures of a kind: the paragraph's and the products'."""
        rows: list[Amount | Stated] = [*self.beside, *self.operands]
        return [row.base[0] for row in rows if row.dimension == dimension and len(row.values) == 1]


def shows(amount: Amount, found: Decimal) -> bool:
    """Equal as far as the text shows it: 3.52 is 3.5, 1,326.67 is 1,327."""
    return abs(amount.base[0] - found) <= shown_step(amount) * _HALF


def shown_step(amount: Amount) -> Decimal:
    """What a number is right to, in base units: its last digit, of money the smallest coin, or what an "about" rounds
    to."""
    is_loose = amount.qualifier in _LOOSELY
    if amount.dimension == "money":
        cent = Decimal(1) / minor_units(amount.unit)
        return _rounding(amount) if is_loose else min(amount.step, cent)
    mine = amount.base[0]
    step = amount.step * (mine / amount.values[0] if amount.values[0] else Decimal(1))
    return max(step, mine * _LOOSE * 2) if is_loose or amount.in_words else step


def _rounding(amount: Amount) -> Decimal:
    """What an "about" rounds a price to: 27.40 to ten cents, 27.42 to one."""
    tenfold = amount.step * 10
    return tenfold if amount.step < 1 and amount.values[0] % tenfold == 0 else amount.step


def _distinct(rows: Iterable[Stated]) -> list[Stated]:
    found: dict[tuple[str, tuple[Decimal, ...]], Stated] = {}
    for row in rows:
        found.setdefault((row.subject, row.base), row)
    return list(found.values())[:16]
