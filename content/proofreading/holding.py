"""Whether the ledger bears a formula out."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, DecimalException
from functools import partial, reduce
from itertools import product
from typing import Final, Literal

from content.checks.extract import extract
from content.checks.reading import Reading
from content.checks.stated import by_header, stated_of
from content.checks.view import fold
from content.ledger.worded import worded
from content.proofreading.catalogue import ALIAS
from content.proofreading.formulas import (
    bound,
    gaps_in,
    is_copy,
    is_equation,
    is_ratio,
    parsed,
    place_of,
    tell_apart,
    told,
)
from content.proofreading.measures import (
    Number,
    Unread,
    equal,
    near,
    of_amount,
    of_quoted,
    of_stated,
    outermost,
    plain,
    worked,
)
from content.proofreading.operands import (
    MOST,
    Missing,
    One,
    Operand,
    Several,
    Unsaid,
    Words,
    compared,
    decided,
    is_yes,
    numbers_of,
)
from content.proofreading.sheet import Sheet
from content.records import Choice, Fact, Many, Proof, Text, Unknown, Value

Outcome = Literal["true", "false", "unknown", "unread"]
_CERTIFICATE: Final = "certificate"
_WARRANTY: Final = "warranty"
_SIDES: Final = ("width", "height", "depth", "length")
_NUMBERED: Final = re.compile(r"\s*\([^()]*\)$")  # `OEKO-TEX Standard 100 (GB-00000)`
_STRANGE: Final = re.compile(  # a header with a unit that is none of ours, `Gas (g/h)`, and not `Pieces (approx.)`
    r"[(\[（](?!\s*(?:approx|about|circa|ca|env|environ|aprox|etwa|ungefähr|max|min|約|最大|最小|تقريبا)\b).*[)\]）]",
    re.IGNORECASE,
)
_FUNCTIONS: Final[dict[str, Callable[[Decimal], Decimal]]] = {
    "abs": abs,
    "ceil": lambda end: end.to_integral_value(ROUND_CEILING),
    "floor": lambda end: end.to_integral_value(ROUND_FLOOR),
}


@dataclass(frozen=True, slots=True)
class Held:
    """What the ledger makes of a formula."""

    outcome: Outcome
    gaps: frozenset[int]  # numbers of the article it speaks of
    told: frozenset[int]  # those of them it says something of; with the others it only reckons
    bound: frozenset[int]  # those of them it holds to a row, once and alone
    proofs: tuple[Proof, ...]  # rows it rests on
    why: str = ""  # of `unknown` the reference, of `unread` the reason
    is_equation: bool = True  # "six bottles are over 9 kg" of the reader's own is none
    is_near: bool = False  # false, but a ratio within a twentieth: "a good seven times" of 7.14

    @property
    def speaks(self) -> bool:
        """Whether its being false is worth a word: a row stands against it, or a sum of the article's is wrong."""
        return bool(self.proofs) or self.is_equation


def hold(formula: str, sheet: Sheet, reading: Reading) -> Held:
    """Whether a formula is true. One that rests on no row, nor on two numbers of the article, says nothing."""
    holder = _Holder(sheet, reading)
    try:
        tree = parsed(formula)
        holder.look_at(tree)
        outcome: Outcome = "true" if holder.truth(tree) else "false"
        if outcome == "true" and is_copy(tree):
            return holder.held("unread", "it only says that two numbers are one")
        holder.is_near = outcome == "false" and is_ratio(tree) and holder.almost(tree)
        if not holder.proofs and len(holder.gaps) < 2:  # noqa: PLR2004 - `N7 == N5 + N6` is a sum of the article's own
            return holder.held("unread", "it rests on no row")
        return holder.held(outcome)
    except Unsaid as error:
        return holder.held("unread" if holder.is_another_side(tree) else "unknown", str(error))
    except (Unread, DecimalException) as error:
        return holder.held("unread", str(error))


@dataclass
class _Holder:
    """Works a formula out, and keeps what it looked at."""

    sheet: Sheet
    reading: Reading
    gaps: frozenset[int] = frozenset()
    told: frozenset[int] = frozenset()
    bound: frozenset[int] = frozenset()
    proofs: dict[Proof, None] = field(default_factory=dict)  # in the order they were looked at
    is_equation: bool = True
    is_near: bool = False

    def held(self, outcome: Outcome, why: str = "") -> Held:
        proofs = tuple(self.proofs)
        return Held(outcome, self.gaps, self.told, self.bound, proofs, why, self.is_equation, self.is_near)

    def look_at(self, tree: ast.expr) -> None:
        """What it speaks of, before it is worked out. A gap the sheet has not is none."""
        named = [number for number in gaps_in(tree) if number <= len(self.sheet.gaps)]
        self.gaps = frozenset(named)
        self.told = self.gaps.intersection(told(tree))
        self.bound = frozenset(number for number in bound(tree) if named.count(number) == 1)
        self.is_equation = is_equation(tree)

    def truth(self, node: ast.expr) -> bool:
        match node:
            case ast.BoolOp(op=op, values=parts):
                if isinstance(op, ast.Or) and self.gaps:
                    raise Unread("a number or something else")
                return decided([partial(self.truth, part) for part in parts], is_all=isinstance(op, ast.And))
            case ast.UnaryOp(op=ast.Not(), operand=inner):
                return not self.truth(inner)
            case ast.Compare(left=left, ops=ops, comparators=rights):
                tell_apart([left, *rights])
                sides = [self.value(side) for side in (left, *rights)]
                return all(compared(*each) for each in zip(sides, ops, sides[1:], strict=False))
            case ast.Attribute():
                return is_yes(self.value(node))
        raise Unread("it compares nothing")

    def almost(self, node: ast.expr) -> bool:
        """Whether the two sides of an equation are within a twentieth."""
        match node:
            case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
                one, two = self._numbers(left), self._numbers(right)
                return any(
                    a.powers == b.powers and len(a.ends) == len(b.ends) and near(a, b)
                    for a in one
                    for b in two
                )
        return False

    def value(self, node: ast.expr) -> Operand:
        match node:
            case ast.Constant(value=bool(value)):
                return value
            case ast.Constant(value=int() | float() as value):
                return (plain(_finite(value)),)
            case ast.Constant(value=str(value)):
                return Words((value,), self._written(value))
            case ast.Name(id="yes" | "no" as name):
                return name == "yes"
            case ast.Name():
                return (self._gap(node),)
            case ast.Attribute(value=ast.Call(func=ast.Name(id="each"), args=args), attr=key):
                return Several("each", tuple(self._one_of(arg, key) for arg in args))
            case ast.Attribute(value=ast.Call(func=ast.Name(id="any"), args=args), attr=key):
                return Several("any", tuple(self._one_of(arg, key) for arg in args))
            case ast.Attribute(value=owner, attr=key):
                return self._fact(owner, key)
            case ast.Call(func=ast.Name(id=name), args=args):
                return (self._called(name, args),)
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return self._worked(ast.Constant(-1), ast.Mult(), inner)
            case ast.BinOp(left=left, op=op, right=right):
                return self._worked(left, op, right)
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                return self._listed(parts)
        raise Unread("something in it means nothing here")

    def is_another_side(self, node: ast.expr) -> bool:
        """Whether a size stands in another column of the thing than the formula looked in: which side of a mat is its
        height is how it is held."""
        match node:
            case ast.Compare(left=ast.Attribute() as row, ops=[ast.Eq()], comparators=[told]):
                pass
            case ast.Compare(left=told, ops=[ast.Eq()], comparators=[ast.Attribute() as row]):
                pass
            case _:
                return False
        if row.attr not in _SIDES or not gaps_in(told):
            return False
        with suppress(Unread, Unsaid, DecimalException):
            return any(
                equal(number, side) for number in self._numbers(told) for side in self._sides(row.value)
            )
        return False

    def _sides(self, owner: ast.expr) -> Iterator[Number]:
        for key in _SIDES:
            with suppress(Unsaid):
                yield from numbers_of(self._fact(owner, key))

    # --- numbers ------------------------------------------------------------------------------------------

    def _numbers(self, node: ast.expr) -> tuple[Number, ...]:
        return numbers_of(self.value(node))

    def _worked(self, left: ast.expr, op: ast.operator, right: ast.expr) -> One:
        one, two = self._numbers(left), self._numbers(right)
        if len(one) * len(two) > MOST:
            raise Unread("too many sizes")
        return tuple(_each_worked(op, product(one, two)))

    def _listed(self, parts: Sequence[ast.expr]) -> Operand:
        """`('red', 'blue')`: any of them; `(N3, N4)`: each."""
        found = [self.value(part) for part in parts]
        words = [each for each in found if isinstance(each, Words)]
        if len(words) == len(found):
            return Words(tuple(text for each in words for text in each.texts))
        return Several("each", tuple(numbers_of(each) for each in found))

    def _written(self, text: str) -> tuple[Number, ...]:
        """`'1 kg'`, `'0.01 EUR'`: an amount the text gives without a number of its own; nothing where it is a word."""
        found = extract(fold(text), "en", self.reading.market.currency)
        is_amount = len(found) == 1 and not found[0].is_range
        return (of_quoted(found[0]),) if is_amount else ()

    def _gap(self, node: ast.Name) -> Number:
        number = place_of("N", node)
        if not 0 < number <= len(self.sheet.gaps):
            raise Unread(f"there is no gap {node.id[:9]}")
        return of_amount(self.sheet.gaps[number - 1].amount)

    def _called(self, name: str, args: Sequence[ast.expr]) -> Number:
        if name == "count":
            return self._count(args)
        numbers = [number for arg in args for number in self._numbers(arg)]
        if len({number.powers for number in numbers}) != 1:
            raise Unread(f"there is no {name[:9]} of this")
        if name in ("min", "max"):
            return outermost(numbers, is_least=name == "min")
        if name == "sum":
            return reduce(lambda a, b: worked(a, ast.Add(), b), numbers)
        if name not in _FUNCTIONS or len(numbers) != 1 or (name != "abs" and numbers[0].powers):
            raise Unread(f"there is no {name[:9]} of this")  # 490 g are rounded up to no whole kilogram
        ends = tuple(map(_FUNCTIONS[name], numbers[0].ends))
        return Number(ends, numbers[0].powers, slack=numbers[0].slack)

    def _count(self, args: Sequence[ast.expr]) -> Number:
        named = sorted({self._subject(arg) for arg in args})
        self.proofs[Proof("products.csv", None, f"{len(named)}: {', '.join(named)}")] = None
        return plain(Decimal(len(named)))

    # --- the ledger ---------------------------------------------------------------------------------------

    def _subject(self, node: ast.expr) -> str:
        if isinstance(node, ast.Name) and node.id == "S":
            return "shop"
        place = place_of("P", node)
        if not 0 < place <= len(self.sheet.products):
            raise Unread("it names a product that is not there")
        return self.sheet.products[place - 1]

    def _one_of(self, owner: ast.expr, key: str) -> One:
        """A column of one of several products, or that it is empty."""
        try:
            return self._fact(owner, key)
        except Unsaid as error:
            return Missing(str(error))

    def _fact(self, owner: ast.expr, name: str) -> One:
        subject, ledger = self._subject(owner), self.reading.ledger
        keys = ledger.stated()[0]
        key = name if name in keys else name.removeprefix(ALIAS)
        if key not in keys:
            raise Unread(f"there is no column {name[:40]}")
        fact = self._stated(subject, key)
        if isinstance(fact.value, Unknown):
            fact = self._for_all(subject, key) or fact
        if isinstance(fact.value, Unknown):
            return self._nothing(subject, key)
        said = worded(fact.value, self.reading.market.language)
        self.proofs[Proof(fact.source, fact.row, f"{fact.reference} = {said}")] = None
        if isinstance(fact.value, bool):
            return fact.value
        rows = stated_of(fact, ledger.shop.language, self.reading.market)
        numbers = tuple(of_stated(row, is_vague=not row.dimension and _is_strange(fact)) for row in rows)
        numbers += tuple(map(of_stated, by_header(fact)))
        texts = _texts(fact.value)
        if key == _CERTIFICATE:
            texts += tuple(_NUMBERED.sub("", text) for text in texts)
        return Words(texts, numbers) if texts else numbers

    def _stated(self, subject: str, key: str) -> Fact:
        """A product's own fact, else its family's: a certificate may be stated of all sizes at once."""
        market, on = self.reading.market, self.reading.on
        fact = self.reading.ledger.fact(subject, key, market, on)
        product = self.reading.ledger.products.get(subject)
        if not isinstance(fact.value, Unknown) or product is None or not product.family:
            return fact
        of_family = self.reading.ledger.fact(product.family, key, market, on)
        return fact if isinstance(of_family.value, Many) else of_family

    def _for_all(self, subject: str, key: str) -> Fact | None:
        """What the shop promises for all its goods, where a product has no warranty of its own."""
        if subject == "shop" or key != _WARRANTY:
            return None
        return self.reading.ledger.fact("shop", f"{key}_period", self.reading.market, self.reading.on)

    def _nothing(self, subject: str, key: str) -> Words:
        """facts.toml names every certificate: one that is not there is not held. Of other columns nobody knows."""
        if key != _CERTIFICATE:
            raise Unsaid(f"{subject}.{key}")
        self.proofs[Proof("facts.toml", None, f"{subject}.{key} = none")] = None
        return Words(())


def _each_worked(op: ast.operator, pairs: Iterable[tuple[Number, Number]]) -> Iterator[Number]:
    """What can be worked out of some alternatives; Unread where nothing can."""
    unread: Unread | None = None
    is_any = False
    for a, b in pairs:
        try:
            found = worked(a, op, b)
        except Unread as error:
            unread = error
        else:
            is_any = True
            yield found
    if unread is not None and not is_any:
        raise unread


def _finite(value: float) -> Decimal:
    found = Decimal(str(value))
    if not found.is_finite():
        raise Unread("an endless number")
    return found


def _is_strange(fact: Fact) -> bool:
    return _STRANGE.search(fact.column) is not None and not any(by_header(fact))


def _texts(value: Value) -> tuple[str, ...]:
    if isinstance(value, Many):
        return tuple(text for each in value.values for text in _texts(each))
    if isinstance(value, Choice):
        return (value.text,)
    return tuple(text for _, text in value.by_language) if isinstance(value, Text) else ()
