"""Claims as formulas over the ledger's columns and the article's numbers: how they are read, and what they speak of.

A formula is parsed as a Python expression (`ast`) and never run: names, columns, the four rules of arithmetic,
comparisons and a few functions have a meaning (`holding.py`), everything else is unread.
"""

import ast
import re
import warnings
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from content.proofreading.measures import Unread
from content.proofreading.sheet import Sheet

LONGEST: Final = 400  # letters of a formula
DEEPEST: Final = 200  # parts of one: six products in a sum are 40
_LONGEST_NAME: Final = 6  # letters of `N12`
_NAME: Final = re.compile(r"(?<!\w)(?:([PN])(\d{1,5})(?!\w)|(S)(?=\.))")
_APOSTROPHE: Final = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")  # of `'perle d'eau douce'`
_BINDING: Final = (ast.Eq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)


def parsed(formula: str) -> ast.expr:
    """The formula as a tree; Unread when it is none."""
    if len(formula) > LONGEST:
        raise Unread("it is too long")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # `'\d'`, `1and`: a model's spelling is nobody's console
            tree = ast.parse(_APOSTROPHE.sub("’", formula.strip()), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise Unread("it is no formula") from None
    if sum(1 for _ in ast.walk(tree)) > DEEPEST:
        raise Unread("it is too long")
    return tree


def place_of(letter: str, node: ast.AST) -> int:
    """12 of `N12`; 0 of anything else."""
    name = node.id if isinstance(node, ast.Name) and len(node.id) <= _LONGEST_NAME else ""
    return int(name[1:]) if name[:1] == letter and name[1:].isdecimal() else 0


def gaps_in(node: ast.AST) -> list[int]:
    """Every gap it names, as often as it does."""
    return [number for each in ast.walk(node) if (number := place_of("N", each))]


def bound(tree: ast.expr) -> Iterator[int]:
    """Gaps a formula holds to a row: alone on a side whose other side has one. Of an `or` or a `!=` none: it may be
    true whatever the number is."""
    for side, other in _sides(tree):
        if _has_row(other) and (_is_alone(side) or _is_rate(side, other)):
            yield from gaps_in(side)


def told(tree: ast.expr) -> Iterator[int]:
    """Gaps a formula says something of, to a row or not: N7 of `N7 == N5 * N6`, which only reckons with the others."""
    for side, other in _sides(tree):
        if _is_alone(side) or _is_rate(side, other):
            yield from gaps_in(side)


def _sides(tree: ast.expr) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Each side of its comparisons with the other."""
    if isinstance(tree, ast.BoolOp) and isinstance(tree.op, ast.And):
        for part in tree.values:
            yield from _sides(part)
    elif isinstance(tree, ast.Compare) and all(isinstance(op, _BINDING) for op in tree.ops):
        sides = [tree.left, *tree.comparators]
        yield from (*pairwise(sides), *pairwise(sides[::-1]))


def _is_alone(side: ast.expr) -> bool:
    is_one = len(gaps_in(side)) == 1 or isinstance(side, ast.Tuple | ast.List)
    nothing = any(isinstance(each, ast.Constant) and each.value == 0 for each in ast.walk(side))
    return is_one and not _has_row(side) and not nothing


def _is_rate(side: ast.expr, other: ast.expr) -> bool:
    """`N8 / N9 * '100 l' == P13.dosage`: 25 ml to 100 l. Of two rows it could be the ratio of two wrong numbers."""
    gaps = gaps_in(side)
    is_two = len(gaps) == len(set(gaps)) == 2  # noqa: PLR2004
    ratios = [each for each in ast.walk(side) if isinstance(each, ast.BinOp)]
    is_ratio_only = all(isinstance(each.op, ast.Mult | ast.Div) for each in ratios)
    return is_two and is_ratio_only and isinstance(other, ast.Attribute) and not _has_row(side)


def _has_row(node: ast.AST) -> bool:
    return any(
        isinstance(each, ast.Attribute) or (isinstance(each, ast.Name) and each.id == "count")
        for each in ast.walk(node)
    )


def is_ratio(tree: ast.expr) -> bool:
    """Whether it says how many times a thing is another, in a number the text has in words: "a good seven times"."""
    return any(
        isinstance(node, ast.BinOp)
        and isinstance(node.op, ast.Mult | ast.Div)
        and any(
            isinstance(side, ast.Constant) and isinstance(side.value, int | float)
            for side in (node.left, node.right)
        )
        for node in ast.walk(tree)
    )


def is_copy(tree: ast.expr) -> bool:
    """`N9 == N5`: what is true of the one number need not be of what the other is said of."""
    match tree:
        case ast.Compare(left=ast.Name() as one, ops=[ast.Eq()], comparators=[ast.Name() as two]):
            return bool(place_of("N", one) and place_of("N", two))
    return False


def is_equation(tree: ast.expr) -> bool:
    """Whether it says what something is, and not what it is above or below."""
    return not any(isinstance(node, ast.Lt | ast.LtE | ast.Gt | ast.GtE) for node in ast.walk(tree))


def tell_apart(sides: Sequence[ast.expr]) -> None:
    """Unread where a row is only held against itself: `P1.width * 1 == P1.width`."""
    if len({ast.dump(side) for side in sides}) < len(sides):
        raise Unread("it compares a thing with itself")
    for one, two in pairwise(sides):
        if _rows(one) == _rows(two) and not gaps_in(one) + gaps_in(two):
            raise Unread("it compares a thing with itself")


def _rows(side: ast.expr) -> set[str]:
    return {ast.dump(each) for each in ast.walk(side) if isinstance(each, ast.Attribute)}


def products_in(claims: Sequence[str], sheet: Sheet) -> dict[int, str]:
    """The products claims name, by their places."""
    named = {int(found[2]) for claim in claims for found in _NAME.finditer(claim) if found[1] == "P"}
    return {place: handle for place, handle in enumerate(sheet.products, 1) if place in named}


# --- for people -------------------------------------------------------------------------------------------


def told_plainly(claim: str, sheet: Sheet) -> str:
    """A claim as a person reads it: handles for P3, `shop` for S, the article's words for N4."""
    return _NAME.sub(lambda found: _plainly(found[1] or found[3], found[2] or "", sheet), claim)


def _plainly(letter: str, digits: str, sheet: Sheet) -> str:
    place = int(digits or 0) - 1
    if letter == "S":
        return "shop"
    if letter == "P" and 0 <= place < len(sheet.products):
        return sheet.products[place]
    if letter == "N" and 0 <= place < len(sheet.gaps):
        gap = sheet.gaps[place]
        return f'"{gap.block.view.text[gap.amount.start : gap.amount.end]}"'
    return f"{letter}{digits}"
