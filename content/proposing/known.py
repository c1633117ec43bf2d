"""What the ledger already states of a product, ready to be compared with what a text says."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from content.checks.amounts import canonical, dimension, to_base
from content.checks.extract import extract
from content.checks.view import fold, low
from content.ledger.conflicts import place_of
from content.ledger.ledger import Ledger
from content.ledger.worded import worded
from content.proposing.words import dimensions
from content.records import UNKNOWN, Choice, Fact, Product, Quantity, Span, Value, sides_of

TOLD = frozenset({"title", "description", "url", "image", "name", "price", "regular_price", "sale_price"})
NEAR = Decimal("0.02")  # of a number in another unit: 44 oz for 1.3 l
FEWEST = 2  # products of a kind that must state a key before it is what such products state


@dataclass(frozen=True)
class Known:
    """One ledger, asked many times."""

    ledger: Ledger

    def stated(self, handles: Sequence[str]) -> dict[str, list[Fact]]:
        """Every known fact of these products by key."""
        found: dict[str, list[Fact]] = defaultdict(list)
        for handle in handles:
            for fact in self.ledger.facts(handle):
                if fact.value != UNKNOWN and fact.key not in TOLD:
                    found[fact.key].append(fact)
        return found

    def key_of(self, dimension_: str, product: Product) -> str | None:
        """The one key in which products of this category state a dimension; None when there are several."""
        keys = self._keys_by_dimension.get(product.category, {}).get(dimension_, Counter())
        sure = [key for key, count in keys.items() if count >= FEWEST]
        return sure[0] if len(sure) == 1 and len(keys) == 1 else None

    def are_usual(self, dimension_: str, key: str) -> bool:
        """Whether a key is where this shop states a dimension more often than anywhere, or nobody states it."""
        counts: Counter[str] = Counter()
        for keys in self._keys_by_dimension.values():
            counts.update(keys.get(dimension_, Counter()))
        return not counts or counts.most_common(1)[0][0] == key

    def named_alike(
        self, key: str, value: Quantity | Span, stated: Mapping[str, Sequence[Fact]]
    ) -> list[Fact]:
        """What the shop's own columns say in which the attribute's name is a word (`Durchmesser offen`)."""
        language = self.ledger.shop.language
        names = [low(fold(word)) for word in self.ledger.lexicon.synonyms("attribute", key, language)]
        return [
            fact for other, facts in stated.items() if other not in dimensions() for fact in facts
            if any(_has_word(low(fold(fact.column)), name, language) for name in names)
            and any(dimension(unit) == dimension_of(value) for _, unit in numbers(fact.value, language))
        ]  # fmt: skip

    @cached_property
    def booleans(self) -> frozenset[str]:
        """Keys that any product answers by yes or no."""
        return frozenset(
            fact.key for handle in self.ledger.products for fact in self.ledger.facts(handle)
            if isinstance(fact.value, bool) and fact.key != "availability"
        )  # fmt: skip

    @cached_property
    def choices(self) -> Mapping[str, str]:
        """A word of the catalogue -> the one key it is a value of; words of several keys are left out."""
        keys: dict[str, set[str]] = defaultdict(set)
        for handle in self.ledger.products:
            for fact in self.ledger.facts(handle):
                for side in sides_of(fact.value):
                    if isinstance(side, Choice) and fact.key not in TOLD:
                        keys[side.text.casefold()].add(fact.key)
        return {word: next(iter(of)) for word, of in keys.items() if len(of) == 1}

    @cached_property
    def _keys_by_dimension(self) -> Mapping[str, Mapping[str, Counter[str]]]:
        found: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
        for family in self.ledger.families():
            for fact in self.ledger.facts(family.handle):
                for _, unit in numbers(fact.value, self.ledger.shop.language):
                    if dimension(unit):
                        found[family.category][dimension(unit)][fact.key] += 1
        return found


def numbers(value: Value, language: str) -> Iterator[tuple[tuple[Decimal, ...], str]]:
    """Every number of a value with its unit, those inside a choice (`220 - 240 V`) among them."""
    for side in sides_of(value):
        if isinstance(side, Quantity):
            yield (side.amount,), canonical(side.unit)
        elif isinstance(side, Span):
            yield (side.low, side.high), canonical(side.unit)
        elif isinstance(side, Choice):
            for found in extract(fold(side.text), language):
                yield found.values, found.unit


def same(value: Quantity | Span, facts: Iterable[Fact], language: str) -> bool:
    """Whether one of the facts says this number, in any unit, rounded, or as an end or the inside of a range."""
    mine, unit = next(numbers(value, language))
    for fact in facts:
        for theirs, other in numbers(fact.value, language):
            if unit == other or not other or not unit:
                ours, known, slack = mine, theirs, _rounding((*mine, *theirs))
            elif dimension(unit) == dimension(other):
                ours = tuple(to_base(each, unit) for each in mine)
                known = tuple(to_base(each, other) for each in theirs)
                slack = NEAR * max(map(abs, known))
            else:
                continue
            if _covers(known, ours, slack) or _covers(ours, known, slack):
                return True
    return False


def _rounding(values: Sequence[Decimal]) -> Decimal:
    """Half of the last digit of the shortest: a text says 1.7 l for 1.69, but 112 cm is never 110."""
    shortest = max(min(int(value.as_tuple().exponent), 0) for value in values)
    return Decimal(5).scaleb(shortest - 1)


def is_equal(value: Quantity | Span, other: Value, language: str) -> bool:
    """Whether a fact says this very number, in any unit of the dimension."""
    mine, unit = next(numbers(value, language))
    base = tuple(to_base(each, unit) for each in mine)
    return any(
        dimension(theirs) == dimension(unit) and tuple(to_base(each, theirs) for each in ends) == base
        for ends, theirs in numbers(other, language)
    )


def said(facts: Iterable[Fact]) -> str:
    """What the ledger says, with its place, for the note of a conflict."""
    found = {f"{place_of(fact.source, fact.row, fact.column)} says {worded(fact.value)}" for fact in facts}
    return "; ".join(sorted(found))


def _has_word(text: str, word: str, language: str) -> bool:
    """Japanese has no borders."""
    edge = ("", "") if language == "ja" else (r"(?<!\w)", r"(?!\w)")
    return re.search(f"{edge[0]}{re.escape(word)}{edge[1]}", text) is not None


def _covers(range_: tuple[Decimal, ...], inside: tuple[Decimal, ...], slack: Decimal) -> bool:
    low_, high = min(range_), max(range_)
    return all(low_ - slack <= each <= high + slack for each in inside)


def dimension_of(value: Quantity | Span) -> str:
    """The dimension of a proposed value in the checks' words."""
    return dimension({"fl oz": "[foz]"}.get(value.unit, value.unit))
