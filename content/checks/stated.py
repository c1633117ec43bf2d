"""The numbers the ledger states, ready to be compared with the numbers of a text."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import ROUND_CEILING, Decimal
from functools import cache, cached_property
from typing import Final

from content.checks import amounts
from content.checks.amounts import Amount
from content.checks.extract import extract
from content.checks.headed import headed
from content.checks.view import fold
from content.ledger.ledger import Ledger
from content.ledger.worded import LETTERS, around, worded
from content.records import Choice, Fact, Many, Money, Proof, Quantity, Span, Text, Value
from seo.records import Market

_HOURS_A_DAY: Final = 24
WORKING: Final = Decimal(5)  # days of a week on which parcels are brought
_ROUNDED: Final = Decimal("0.05")  # a rounded number may be this far from the true one, at most
_BEYOND: Final = Decimal("0.35")  # "over 5 kg" is said of 5.2 kg, not of 9
_HALF: Final = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Stated:
    """A number of the ledger: one value or two ends, with the fact it stands in."""

    subject: str
    key: str
    values: tuple[Decimal, ...]
    unit: str
    dimension: str
    proof: Proof
    step: Decimal = Decimal(1)
    is_prose: bool = (
        False  # it stands in a title, a text or a header: a reference there shows words, no number
    )

    @property
    def base(self) -> tuple[Decimal, ...]:
        """In the base unit of the dimension."""
        return tuple(amounts.to_base(value, self.unit) for value in self.values)


@dataclass
class Numbers:
    """What the ledger states in numbers, per subject, in one market on one day."""

    ledger: Ledger
    market: Market
    on: date | None = None
    _known: dict[str, tuple[Stated, ...]] = field(default_factory=dict)

    @cached_property
    def own_units(self) -> frozenset[str]:
        """Units of the catalogue's columns that no table of ours knows: `HRC`, `mWs`."""
        named = (amounts.canonical(unit) for unit in self.ledger.units)
        return frozenset(unit for unit in named if unit and not amounts.dimension(unit))

    @cached_property
    def has_flow(self) -> bool:
        """Whether a column says how much flows: only then are litres an hour no litres."""
        return any(amounts.dimension(amounts.canonical(unit)) == "flow" for unit in self.ledger.units)

    @cached_property
    def families(self) -> tuple[str, ...]:
        """The handles of what a shopper calls one product."""
        return tuple(product.handle for product in self.ledger.families())

    def of(self, subject: str) -> tuple[Stated, ...]:
        """All numbers of a product with its variants, of the shop, or of a piece of evidence."""
        if subject not in self._known:
            self._known[subject] = tuple(self._read(subject))
        return self._known[subject]

    def _read(self, subject: str) -> Iterator[Stated]:
        product = self.ledger.products.get(subject)
        for part in (subject, *(product.variants if product else ())):
            for fact in self.ledger.facts(part):
                if self._holds(fact):
                    for stated in stated_of(fact, self.ledger.shop.language, self.market):
                        yield replace(stated, subject=subject)
                    if fact.value is True:
                        yield from self._in_header(subject, fact)
                    for stated in by_header(fact):
                        yield replace(stated, subject=subject)
            if part in self.ledger.products:
                yield from self._in_title(subject, part)

    def _in_header(self, subject: str, fact: Fact) -> Iterator[Stated]:
        """`6.35 mm adapter included: yes` states the 6.35 mm."""
        proof = Proof(fact.source, fact.row, f"{fact.reference} = true")
        for found in extract(fold(fact.column), self.ledger.shop.language, self.market.currency):
            if found.dimension:
                yield Stated(
                    subject, fact.key, found.values, found.unit, found.dimension, proof, is_prose=True
                )

    def _in_title(self, subject: str, part: str) -> Iterator[Stated]:
        product = self.ledger.products[part]
        proof = Proof("products.csv", product.row, product.title)
        for found in extract(fold(product.title), self.ledger.shop.language, self.market.currency):
            if found.dimension:
                yield Stated(
                    subject, "title", found.values, found.unit, found.dimension, proof, is_prose=True
                )

    def _holds(self, fact: Fact) -> bool:
        if fact.market not in {None, self.market.country}:
            return False
        if self.on is None:
            return True
        begins = fact.valid_from is None or fact.valid_from <= self.on
        return begins and (fact.valid_until is None or self.on <= fact.valid_until)


def by_header(fact: Fact) -> Iterator[Stated]:
    """Further numbers it states in units of its header: `Dosage (ml per 100 l): 25`."""
    proof = Proof(fact.source, fact.row, f"{fact.reference} = {worded(fact.value)}")
    for number, unit, dimension in headed(fact):
        yield Stated(fact.subject, fact.key, (number,), unit, dimension, proof)


def stated_of(fact: Fact, language: str, market: Market) -> Iterator[Stated]:
    proof = Proof(fact.source, fact.row, f"{fact.reference} = {worded(fact.value, market.language)}")
    yield from _of_value(fact, fact.value, proof, language, market)


def _of_value(fact: Fact, value: Value, proof: Proof, language: str, market: Market) -> Iterator[Stated]:
    if isinstance(value, Quantity):
        yield _stated(fact, (value.amount,), value.unit, proof)
    elif isinstance(value, Span):
        yield _stated(fact, (value.low, value.high), value.unit, proof)
    elif isinstance(value, Money):
        whole = Decimal(value.minor) / minor_units(value.currency)
        yield Stated(fact.subject, fact.key, (whole,), value.currency, "money", proof)
    elif isinstance(value, Many):
        for one in value.values:
            yield from _of_value(fact, one, proof, language, market)
    elif isinstance(value, Choice):
        yield from _in_words(fact, value.text, language, proof, market)
    elif isinstance(value, Text):
        for tongue, text in value.by_language:
            for stated in _in_words(fact, text, tongue, proof, market):
                yield replace(stated, is_prose=True)


def _in_words(fact: Fact, text: str, language: str, proof: Proof, market: Market) -> Iterator[Stated]:
    """Numbers inside a text the shop has stated: `1000W, 1.2l`; of a long one the proof shows the words around."""
    folded = fold(text)
    for found in extract(folded, language, market.currency):
        shown = proof
        if len(folded) > LETTERS:
            shown = replace(proof, value=f"{fact.reference} = {around(folded, found.start, found.end)}")
        yield Stated(fact.subject, fact.key, found.values, found.unit, found.dimension, shown)


def _stated(fact: Fact, values: tuple[Decimal, ...], unit: str, proof: Proof) -> Stated:
    name = amounts.canonical(unit)
    step = max(Decimal(1).scaleb(int(value.as_tuple().exponent)) for value in values)
    return Stated(fact.subject, fact.key, values, name, amounts.dimension(name) or name, proof, step)


@cache
def minor_units(currency: str) -> Decimal:
    """How many minor units make one: 100 for EUR, 1 for JPY."""
    known = amounts.currencies().get(currency)
    return known.factor if known else Decimal(100)


# --- comparing --------------------------------------------------------------------------------------------


def agrees(amount: Amount, stated: Stated) -> bool:
    """Whether a text's number says what the ledger says: exactly, or rounded as it says itself."""
    amount = _in_days(amount, stated)
    if amount.unit == "°C" and stated.dimension in {"angle", ""}:
        return amount.values == stated.values
    if amount.dimension != stated.dimension:
        return False
    if amount.dimension == "money" and amount.unit != stated.unit:
        return False
    if amount.unit == "wk" and stated.unit == "wd" and _is_in_weeks(amount, stated):
        return True
    if amount.is_range or len(stated.values) > 1:
        return _agrees_range(amount, stated)
    return _equal(amount, amount.values[0], stated, stated.values[0])


def _is_in_weeks(amount: Amount, stated: Stated) -> bool:
    """10 to 14 working days are "two to almost three weeks": a week has five of them."""
    weeks = tuple(value / WORKING for value in stated.values)
    if amount.qualifier in {"about", "under"}:
        weeks = tuple(value.to_integral_value(ROUND_CEILING) for value in weeks)
    return amount.values == weeks  # "two weeks" is not said of two to three


def _in_days(amount: Amount, stated: Stated) -> Amount:
    """48 hours are 2 days."""
    if (
        amount.unit == "h"
        and stated.unit == "d"
        and all(value % _HOURS_A_DAY == 0 for value in amount.values)
    ):
        return replace(
            amount, unit="d", dimension="day", values=tuple(value / _HOURS_A_DAY for value in amount.values)
        )
    return amount


def _agrees_range(amount: Amount, stated: Stated) -> bool:
    if amount.is_range:
        ends = zip(amount.values, stated.values, strict=False)
        return len(stated.values) > 1 and all(_equal(amount, mine, stated, theirs) for mine, theirs in ends)
    low, high = stated.values
    meant = {"max": (high,), "under": (high, low), "min": (low,), "over": (low, high), "from": (low,)}
    wanted = meant.get(amount.qualifier, ())  # "none below 54 cm" of 54-58
    return any(_equal(amount, amount.values[0], stated, value) for value in wanted)


def _equal(amount: Amount, mine: Decimal, stated: Stated, theirs: Decimal) -> bool:
    mine_base, theirs_base = amounts.to_base(mine, amount.unit), amounts.to_base(theirs, stated.unit)
    if mine_base == theirs_base:
        return True
    if amount.qualifier in {"over", "under"}:
        return amount.dimension not in _PROMISED and _is_beyond(amount.qualifier, mine_base, theirs_base)
    is_converted = _system(amount.unit) != _system(stated.unit) and amount.dimension != "money"
    is_loose = amount.qualifier == "about" or (amount.in_words and amount.dimension not in _EXACT)
    if not is_loose and not is_converted:
        return False
    step = _rounding(mine, is_half=amount.in_words) if is_loose else amount.step
    return _is_rounded(
        mine_base, theirs_base, amounts.to_base(step, amount.unit) if amount.unit != "°F" else step
    )


_PROMISED: Final = {"day", "month"}  # of a promise, more or less is something else
_EXACT: Final = {"money", "day", "month", ""}  # said in words they are no less exact


def _is_beyond(qualifier: str, mine: Decimal, theirs: Decimal) -> bool:
    """Whether the true number is a little more (less) than the one that is said to be passed (missed)."""
    if qualifier == "over":
        return mine < theirs <= mine * (1 + _BEYOND)
    return mine * (1 - _BEYOND) <= theirs < mine


def _is_rounded(mine: Decimal, theirs: Decimal, step: Decimal) -> bool:
    apart = abs(mine - theirs)
    return apart <= step * _HALF and apart <= abs(theirs) * _ROUNDED


def _rounding(value: Decimal, *, is_half: bool = False) -> Decimal:
    """What the last digit that is not zero stands for: 140 -> 10; of "six and a half" a half."""
    if is_half and value % 1 == _HALF:
        return _HALF
    shorn = value.normalize()
    return Decimal(1).scaleb(int(shorn.as_tuple().exponent))


_IMPERIAL: Final = {"in", "ft", "yd", "oz", "lb", "[foz]", "gal", "°F", "ft2"}


def _system(unit: str) -> str:
    return "imperial" if unit in _IMPERIAL else "metric"
