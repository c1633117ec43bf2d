"""Numbers of formulas in SI units, with what they measure: W × min is an energy, and EUR ÷ l is no price."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, TypeVar

from content.checks.amounts import Amount, to_base
from content.checks.amounts import dimension as to_dimension
from content.checks.derived import shows
from content.checks.stated import WORKING, Stated, agrees

Powers = tuple[tuple[str, int], ...]  # (("kg", 1), ("m", -2)): kilograms a square metre

_SI: Final[Mapping[str, tuple[str, Powers]]] = {
    "length": ("0.01", (("m", 1),)),
    "area": ("0.0001", (("m", 2),)),
    "volume": ("0.000001", (("m", 3),)),
    "space": ("1", (("m", 3),)),
    "mass": ("0.001", (("kg", 1),)),
    "surface density": ("0.001", (("kg", 1), ("m", -2))),
    "concentration": ("1", (("kg", 1), ("m", -3))),
    "time": ("1", (("s", 1),)),
    "day": ("86400", (("s", 1),)),
    "month": ("2629746", (("s", 1),)),
    "pace": ("0.2777777777777777777777777778", (("m", 1), ("s", -1))),
    "power": ("1", (("kg", 1), ("m", 2), ("s", -3))),
    "energy": ("3600", (("kg", 1), ("m", 2), ("s", -2))),
    "food energy": ("1000", (("kg", 1), ("m", 2), ("s", -2))),
    "voltage": ("1", (("A", -1), ("kg", 1), ("m", 2), ("s", -3))),
    "current": ("1", (("A", 1),)),
    "charge": ("3.6", (("A", 1), ("s", 1))),
    "percent": ("0.01", ()),
    "": ("1", ()),
}
_BOTH_ENDS: Final = {Decimal(15): Decimal(14), Decimal(8): Decimal(7)}
_NEAR: Final = Decimal("0.05")  # "half as wide": two sums of the ledger's numbers may be this far apart
_HALF: Final = Decimal("0.5")
_A_WEEK: Final = Decimal(7)  # days
_IN_WORDS: Final = Decimal(
    "0.1"
)  # "just over a pound" of 480 g: a thing told in another unit, without a figure
_WORDS: Final = {Decimal(each) for each in ("0.25", "0.5", "0.75", "1", "1.5")}  # half a metre, a pound


class Unread(Exception):
    """A formula that means nothing here; the message says what."""


@dataclass(frozen=True, slots=True)
class Number:
    """One value or the two ends of a range, in SI units."""

    ends: tuple[Decimal, ...]
    powers: Powers
    stated: Stated | None = None  # as it stands in the ledger
    amount: Amount | None = None  # as it stands in the article, or in quotes in the formula
    is_vague: bool = (
        False  # in a unit nobody knows, `g/h` in a header: it can only be read, not reckoned with
    )
    slack: Decimal | None = (
        None  # how far the article's roundings reach; None: nothing of the article is in it
    )
    grain: Decimal = Decimal(
        0
    )  # of a bare number that gets its unit in quotes: `31 * '1 in'` is half an inch off
    is_quoted: bool = False


def of_amount(amount: Amount) -> Number:
    """A number of the article. One with a unit is as exact as its last digit; a bare one counts."""
    ends, powers = _si(amount.base, amount.dimension, amount.unit)
    scale = ends[0] / amount.values[0] if amount.values[0] else Decimal(0)
    half = amount.step * _HALF
    if amount.dimension:
        return Number(ends, powers, amount=amount, slack=abs(half * scale))
    return Number(ends, powers, amount=amount, slack=Decimal(0), grain=half)


def of_quoted(amount: Amount) -> Number:
    """An amount in quotes: what the text gives without a number of its own, and exact in a sum."""
    return replace(of_amount(amount), slack=Decimal(0), grain=Decimal(0), is_quoted=True)


def of_stated(stated: Stated, *, is_vague: bool = False) -> Number:
    """A number of the ledger."""
    return Number(*_si(stated.base, stated.dimension, stated.unit), stated=stated, is_vague=is_vague)


def plain(value: Decimal) -> Number:
    """A constant or a count."""
    return Number((value,), ())


def _si(base: tuple[Decimal, ...], dimension: str, unit: str) -> tuple[tuple[Decimal, ...], Powers]:
    """Money of each currency is a kind of its own."""
    name = unit if dimension == "money" else dimension
    factor, powers = _SI.get(name, ("1", ((name, 1),)))
    top, slash, bottom = unit.partition("/")
    if slash and name not in _SI and to_dimension(top) in _SI and to_dimension(bottom) in _SI:
        return _rate(base, top, bottom)
    return tuple(value * Decimal(factor) for value in base), powers


def _rate(base: tuple[Decimal, ...], top: str, bottom: str) -> tuple[tuple[Decimal, ...], Powers]:
    """`45 g/min`, `7 m2/l`: the one by the other."""
    (mine,), powers = _si((to_base(Decimal(1), top),), to_dimension(top), top)
    (theirs,), others = _si((to_base(Decimal(1), bottom),), to_dimension(bottom), bottom)
    return tuple(value * mine / theirs for value in base), _powers(powers, ast.Div(), others)


def outermost(numbers: Sequence[Number], *, is_least: bool) -> Number:
    """The least or the greatest, as the article or the ledger states it: `min(N7)` of a range is its lower end."""
    ends = [
        (
            end,
            replace(number, ends=(end,), stated=_end(number.stated, at), amount=_end(number.amount, at)),
        )
        for number in numbers
        for at, end in enumerate(number.ends)
    ]
    return (min if is_least else max)(ends, key=lambda pair: pair[0])[1]


Row = TypeVar("Row", Stated, Amount)


def _end(row: Row | None, at: int) -> Row | None:
    """One end of a range."""
    return None if row is None else replace(row, values=(row.values[at],))


def worked(a: Number, op: ast.operator, b: Number) -> Number:
    """A sum, end by end. Unread where it adds what cannot be added."""
    if a.is_vague or b.is_vague:
        raise Unread("a number whose unit nobody knows")
    if isinstance(op, ast.Add | ast.Sub) and a.powers != b.powers:
        raise Unread("a sum of two kinds")
    size = max(len(a.ends), len(b.ends))
    pairs = zip((a.ends * size)[:size], (b.ends * size)[:size], strict=True)
    ends = tuple(sorted(_done(op, x, y) for x, y in pairs))
    return Number(ends, _powers(a.powers, op, b.powers), slack=_slack(a, op, b), grain=_grain(a, op, b))


def _done(op: ast.operator, a: Decimal, b: Decimal) -> Decimal:
    match op:
        case ast.Add():
            return a + b
        case ast.Sub():
            return a - b
        case ast.Mult():
            return a * b
        case ast.Div():
            return a / b
    raise Unread("no such sum")


def _slack(a: Number, op: ast.operator, b: Number) -> Decimal | None:
    """How far the roundings of both sides reach together, to the first order."""
    if a.slack is None and b.slack is None:
        return None
    mine, theirs = a.slack or Decimal(0), b.slack or Decimal(0)
    x, y = max(map(abs, a.ends)), max(map(abs, b.ends))
    if isinstance(op, ast.Mult):
        units = (a.grain * y if b.is_quoted else Decimal(0)) + (b.grain * x if a.is_quoted else Decimal(0))
        return mine * y + theirs * x + units
    if isinstance(op, ast.Div):
        return (mine + theirs * x / y) / y
    return mine + theirs


def _grain(a: Number, op: ast.operator, b: Number) -> Decimal:
    """Of a bare number as long as only constants come to it: `(31 + 0.5)`, `2 + 3 / 4`."""
    if a.powers or b.powers or a.stated or b.stated:
        return Decimal(0)
    if isinstance(op, ast.Add | ast.Sub):
        return max(a.grain, b.grain)
    factor = max(map(abs, b.ends))
    return a.grain / factor if isinstance(op, ast.Div) and factor else a.grain * factor


def _powers(a: Powers, op: ast.operator, b: Powers) -> Powers:
    if not isinstance(op, ast.Mult | ast.Div):
        return a
    found = dict(a)
    for name, power in b:
        found[name] = found.get(name, 0) + (power if isinstance(op, ast.Mult) else -power)
    return tuple(sorted((name, power) for name, power in found.items() if power))


# --- comparing --------------------------------------------------------------------------------------------


def is_so(one: Number, op: ast.cmpop, two: Number) -> bool:
    """A comparison of two numbers. Unread where they measure different things, but for `==`: 490 g are no width."""
    if isinstance(op, ast.Eq):
        return equal(one, two)
    one, two = _like(one, two), _like(two, one)
    if one.powers != two.powers or one.is_vague != two.is_vague:
        raise Unread("two numbers of different kinds")
    match op:
        case ast.NotEq():
            return not equal(one, two)
        case ast.Lt():
            return max(one.ends) < min(two.ends)
        case ast.LtE():
            return max(one.ends) <= max(two.ends) or equal(_exact(one), _exact(two))
        case ast.Gt():
            return min(one.ends) > max(two.ends)
        case ast.GtE():
            return min(one.ends) >= min(two.ends) or equal(_exact(one), _exact(two))
    raise Unread("no such comparison")


def _exact(number: Number) -> Number:
    """Without its "more than": the formula says the bound."""
    if number.amount is None or number.amount.qualifier == "about":
        return number
    return replace(number, amount=replace(number.amount, qualifier="exact"))


def equal(one: Number, two: Number) -> bool:
    """As far as the text shows it; two sums of the ledger's numbers within a twentieth ("half as wide")."""
    if one.amount is None and two.amount is not None:
        one, two = two, one
    if one.amount is not None and two.stated is not None:
        if one.is_quoted and one.powers and two.powers and one.powers != two.powers:
            raise Unread("two numbers of different kinds")
        return _agrees(one.amount, two.stated) or (one.is_quoted and _is_in_words(one, two))
    if one.powers != two.powers and not _is_nothing(one) and not _is_nothing(two):
        raise Unread("two numbers of different kinds")
    if len(one.ends) != len(two.ends):
        return False
    slack = (one.slack or Decimal(0)) + (two.slack or Decimal(0))
    pairs = zip(one.ends, two.ends, strict=True)
    is_near = all(abs(a - b) <= slack or a == b * _in_calendar(two) for a, b in pairs)
    if one.amount is not None:
        return is_near or _is_shown(one.amount, two)
    if one.slack is not None or two.slack is not None or (one.stated is not None and two.stated is not None):
        return is_near
    return near(one, two)


def _in_calendar(number: Number) -> Decimal:
    """10 working days are two weeks."""
    return _A_WEEK / WORKING if number.stated is not None and number.stated.unit == "wd" else Decimal(1)


def near(one: Number, two: Number, share: Decimal = _NEAR) -> bool:
    """Whether two numbers of one kind, with as many ends, are within a twentieth of each other."""
    return all(abs(a - b) <= max(abs(a), abs(b)) * share for a, b in zip(one.ends, two.ends, strict=True))


def _is_in_words(quoted: Number, row: Number) -> bool:
    """`'1 lb'` of a row in grams. Units that only move the point, kg and g, are one figure and as exact."""
    amount, stated = quoted.amount, row.stated
    is_one_kind = quoted.powers == row.powers and len(quoted.ends) == len(row.ends)
    if amount is None or stated is None or not is_one_kind or not set(amount.values) <= _WORDS:
        return False
    one, two = (to_base(Decimal(1), unit) for unit in (amount.unit, stated.unit))
    is_other = (one / two).normalize().as_tuple().digits != (1,) if two else False
    return is_other and near(quoted, row, _IN_WORDS)


def _is_nothing(number: Number) -> bool:
    """0 is 0 in every unit: `S.delivery_standard_cost == 0`."""
    return number.ends == (Decimal(0),)


def _is_shown(amount: Amount, two: Number) -> bool:
    """Whether the article's number is the other one, rounded as it says itself."""
    ends, _ = _si(amount.base, amount.dimension, amount.unit)
    scales = [end / base if base else Decimal(1) for end, base in zip(ends, amount.base, strict=True)]
    return all(
        shows(replace(amount, values=(value,)), end / scale)
        for value, end, scale in zip(amount.values, two.ends, scales, strict=True)
    )


def _agrees(amount: Amount, stated: Stated) -> bool:
    """Where one of the two leaves its unit out, it has the other's: "3-4 working days, express one to two"; a header
    `Gas (g/h)` of a unit nobody knows."""
    if not amount.dimension:
        amount = replace(amount, unit=stated.unit, dimension=stated.dimension)
    elif not stated.dimension:
        stated = replace(stated, unit=amount.unit, dimension=amount.dimension)
    return agrees(amount, stated) or _is_weeks(amount, stated)


def _is_weeks(amount: Amount, stated: Stated) -> bool:
    """`quinze jours`, `quince días` are two weeks and `acht Tage` one, as people count both ends; in words only."""
    days = _BOTH_ENDS.get(amount.values[0]) if amount.in_words and amount.unit == "d" else None
    return days is not None and stated.base == (days,) and stated.dimension == "day"


def _like(one: Number, two: Number) -> Number:
    """A number of the article that leaves its unit out, in the unit of what it is compared with."""
    other = two.stated or two.amount
    if one.amount is None or one.amount.dimension or other is None or not other.unit:
        return one
    base = tuple(to_base(value, other.unit) for value in one.amount.values)
    ends, powers = _si(base, other.dimension, other.unit)
    return Number(ends, powers, amount=replace(one.amount, unit=other.unit, dimension=other.dimension))
