"""The sides of a formula: numbers, yes and no, words, and those of several products at once; and how they compare."""

import ast
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Final, Literal

from content.checks.view import fold, low
from content.proofreading.measures import Number, Unread, equal, is_so

MOST: Final = 64  # pairs of alternatives in one step: eight sizes against eight


class Unsaid(Exception):
    """A column nobody filled in; the message is its reference."""


@dataclass(frozen=True, slots=True)
class Missing:
    """A column one of several products leaves empty: it matters only where the others do not decide."""

    reference: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a column says in words, and the numbers in them: `4 estaciones`."""

    texts: tuple[str, ...]
    numbers: tuple[Number, ...] = ()


One = tuple[Number, ...] | bool | Words | Missing
"""Of several numbers or words any may be meant: a family's widths are each its width."""


@dataclass(frozen=True, slots=True)
class Several:
    """The same column of several products, or several numbers: it holds of each, or of any."""

    how: Literal["each", "any"]
    parts: tuple[One, ...]

    def holds(self, is_so_of: Callable[[One], bool]) -> bool:
        """What single answers come to; Unsaid where it hangs on a missing one."""
        return decided([partial(is_so_of, part) for part in self.parts], is_all=self.how == "each")


Operand = One | Several


def decided(asked: Sequence[Callable[[], bool]], *, is_all: bool) -> bool:
    """All, or any, of some answers; an unknown one counts only when the others leave it open."""
    if not asked:
        raise Unread("of nothing")
    unsaid: Unsaid | None = None
    for ask in asked:
        try:
            if ask() is not is_all:
                return not is_all
        except Unsaid as error:
            unsaid = unsaid or error
    if unsaid is not None:
        raise unsaid
    return is_all


def is_yes(side: Operand) -> bool:
    """A yes-or-no column by itself: `P3.vegan`."""
    if isinstance(side, Several):
        return side.holds(is_yes)
    if isinstance(side, Missing):
        raise Unsaid(side.reference)
    if isinstance(side, bool):
        return side
    raise Unread("no yes or no")


def numbers_of(side: Operand) -> tuple[Number, ...]:
    """The numbers of a side; Unread where there are none."""
    if isinstance(side, Several):
        return tuple(number for part in side.parts for number in numbers_of(part))
    if isinstance(side, Missing):
        raise Unsaid(side.reference)
    found = side.numbers if isinstance(side, Words) else side
    if isinstance(found, tuple) and found:
        return found
    raise Unread("no number")


def compared(one: Operand, op: ast.cmpop, two: Operand) -> bool:
    """A comparison. Unread where the sides are not of one kind."""
    if isinstance(one, Several):
        return one.holds(lambda part: compared(part, op, two))
    if isinstance(two, Several):
        return two.holds(lambda part: compared(one, op, part))
    for side in (one, two):
        if isinstance(side, Missing):
            raise Unsaid(side.reference)
    if isinstance(one, bool) or isinstance(two, bool):
        return _are_alike(_plain(one), op, _plain(two))
    if isinstance(one, Words) and isinstance(two, Words) and not _is_between(op):
        return _are_words(one, op, two)
    return _are_numbers(numbers_of(one), op, numbers_of(two))


def _is_between(op: ast.cmpop) -> bool:
    return isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE)


def _are_numbers(one: tuple[Number, ...], op: ast.cmpop, two: tuple[Number, ...]) -> bool:
    """Equal to any size of a family, or to the range over all; above or below every one."""
    if len(one) * len(two) > MOST:
        raise Unread("too many sizes")
    if isinstance(op, ast.Eq):
        return _is_one_of(one, two) or _spans(one, two) or _spans(two, one)
    return all(is_so(a, op, b) for a in one for b in two)


def _is_one_of(one: tuple[Number, ...], two: tuple[Number, ...]) -> bool:
    """Whether any two are equal; Unread where none are of one kind: a row `Dosage (ml per 100 l)` may be read as
    25, as 25 ml and as 100 l."""
    unread: Unread | None = None
    answers: list[bool] = []
    for a, b in product(one, two):
        try:
            answers.append(equal(a, b))
        except Unread as error:
            unread = error
    if unread is not None and not answers:
        raise unread
    return any(answers)


def _spans(one: tuple[Number, ...], two: tuple[Number, ...]) -> bool:
    """`34.90-42.90` of a family whose sizes cost from the one to the other."""
    if len(one) != 1 or len(one[0].ends) != 2 or len(two) < 2 or one[0].amount is None:  # noqa: PLR2004
        return False
    ends = [(number.ends[0], number) for number in two if len(number.ends) == 1 and number.stated]
    if len(ends) != len(two):
        return False
    ends.sort(key=lambda pair: pair[0])
    whole = Number((ends[0][0], ends[-1][0]), ends[0][1].powers)
    return equal(one[0], whole)


def _plain(side: One) -> One:
    """`'yes'` in quotes."""
    if isinstance(side, Words) and side.texts in (("yes",), ("no",)):
        return side.texts == ("yes",)
    return side


def _are_alike(one: One, op: ast.cmpop, two: One) -> bool:
    if isinstance(one, bool) and isinstance(two, bool) and isinstance(op, ast.Eq | ast.NotEq):
        return (one is two) is isinstance(op, ast.Eq)
    raise Unread("yes or no beside something else")


def _are_words(one: Words, op: ast.cmpop, two: Words) -> bool:
    mine, theirs = ({low(fold(text)).strip() for text in side.texts} for side in (one, two))
    match op:
        case ast.Eq() | ast.In():
            return bool(mine & theirs)
        case ast.NotEq() | ast.NotIn():
            return not mine & theirs
    raise Unread("words are not larger or smaller")
