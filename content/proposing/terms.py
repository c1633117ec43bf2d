"""The parts of a sentence, and the terms (days, costs, who pays) each of them states.

A part is read alone: what stands behind `;` or `but` never lends its yes, its no or its country to what stands before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from content.checks.amounts import Amount
from content.checks.countries import mentions
from content.checks.extract import extract
from content.checks.view import fold, low
from content.ledger.values import precision
from content.proposing.wording import About, Kind, about, claim, has, patterns, since
from content.records import Money, Quantity, Span, Value

_GROUP = re.compile(r"\s*;\s*|\s+-\s+(?=\D)")
_PART = re.compile(r",\s+|\s*[、()]\s*|\s*,(?=\D)|\s+/\s+")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sentence with its numbers and what it is about by its own words."""

    text: str  # folded
    amounts: tuple[Amount, ...]
    about: About
    claim: bool | None  # sending back is free
    language: str

    @property
    def says(self) -> bool:
        """Whether it states anything that could be a term."""
        return bool(self.amounts) or self.claim is not None

    @property
    def place_lasts(self) -> bool:
        """Whether its number stands behind the country, so that the next part may still be said of it."""
        first = min((amount.start for amount in self.amounts), default=len(self.text))
        return self.place < first

    @property
    def place_leads(self) -> bool:
        """Whether no topic stands in front of the country: `in Germany delivery …`, not `delivery to Germany …`."""
        return not about(low(self.text[: self.place]), self.language).topics

    @property
    def place(self) -> int:
        """Where the first country, or the others, stand; behind the text when there are none."""
        text = low(self.text)
        others = patterns(self.language)["elsewhere"].search(text)
        starts = [start for _, start, _ in mentions(text, self.language)]
        return min([*starts, others.start() if others else len(text)])


@dataclass(frozen=True, slots=True)
class Reading:
    """How the numbers of a page are read: its language and country, its currency, the names that say nothing."""

    locale: str
    currency: str
    names: frozenset[str]

    @property
    def language(self) -> str:
        """The first half of the locale."""
        return self.locale.partition("-")[0]


def groups(sentence: str, reading: Reading, outer: About) -> Iterator[list[Part]]:
    """What semicolons part; in each the parts between commas, and those of an `and` that joins two statements."""
    text = fold(sentence).strip().rstrip(".。!")
    for group in _GROUP.split(text):
        pieces = [piece for part in _parts(group, reading) for piece in _pieces(part.strip(), reading)]
        yield [part_of(piece, reading, outer) for piece in pieces if re.search(r"\w", piece)]


def _parts(group: str, reading: Reading) -> Iterator[str]:
    """What commas part; "on orders over 50 €, delivery is free" is one, for neither side says anything alone."""
    start, before = 0, ""
    for comma in [*_PART.finditer(group), None]:
        end = comma.start() if comma else len(group)
        part = group[start:end]
        if before and not _is_of_orders(before, part, reading):
            yield before
            before = ""
        before = f"{before} {part}".strip()
        start = comma.end() if comma else end
    yield before


def _is_of_orders(first: str, second: str, reading: Reading) -> bool:
    """Whether the first is the worth of an order and the second says without a number what is free from there."""
    amounts = [each for each in extract(first, reading.locale, reading.currency) if each.dimension]
    is_worth = (
        len(amounts) == 1 and amounts[0].dimension == "money" and has(low(first), "orders", reading.language)
    )
    is_said = has(low(second), "free", reading.language) and not re.search(r"\d", second)
    return is_worth and is_said and not has(low(first), "free", reading.language)


def part_of(text: str, reading: Reading, outer: About) -> Part:
    """A folded text as a part."""
    amounts = tuple(
        a for a in extract(text, reading.locale, reading.currency) if a.dimension or not a.in_words
    )
    left = list(text)
    for amount in amounts:
        if amount.dimension in ("day", "month", "money"):
            left[amount.start : amount.end] = " " * (amount.end - amount.start)
    bare = low("".join(left))
    said = about(bare, reading.language, reading.names, outer)
    if said.topics == ("delivery", "returns") and not amounts:
        said = replace(said, topics=("returns",))  # the shipping of a return
    return Part(text, amounts, said, claim(bare, reading.language), reading.language)


def _pieces(text: str, reading: Reading) -> Iterator[str]:
    """Both sides of an `and` when each has a number or a claim of its own."""
    amounts = [a for a in extract(text, reading.locale, reading.currency) if a.dimension]
    for joint in patterns(reading.language)["splits"].finditer(low(text)):
        if any(amount.start < joint.end() and joint.start() < amount.end for amount in amounts):
            continue
        left, right = text[: joint.start()].strip(), text[joint.end() :].strip()
        if left and right and _says(left, reading) and _says(right, reading):
            yield left
            yield from _pieces(right, reading)
            return
    yield text


def _says(text: str, reading: Reading) -> bool:
    has_number = any(a.dimension for a in extract(text, reading.locale, reading.currency))
    return has_number or claim(low(text), reading.language) is not None


def terms(part: Part, topic: str, scope: About) -> Iterator[tuple[str, Value]]:
    """Key and value of each term of a part that is about this topic and nothing else."""
    text, language = since(low(part.text), part.language), part.language
    times = [amount for amount in part.amounts if amount.dimension in ("day", "month")]
    money = [amount for amount in part.amounts if amount.dimension == "money"]
    if len(times) > 1 or len(money) > 1 or len(times) + len(money) < len(part.amounts):
        return
    if topic == "returns":
        yield from _returns(part, times, money)
    elif has(text, "maybe", language):
        return
    elif topic == "warranty" and len(times) == 1 and times[0].qualifier == "exact" and not money:
        if times[0].dimension == "month":
            yield "warranty_period", _time(times[0])
    elif topic == "delivery" and len(scope.routes) <= 1:
        stem = "_".join(["delivery", *scope.routes])
        if times and money and scope.kind == "cost":
            scope = replace(scope, kind=None)  # "takes 3 days and costs 5 €": the word is of the price
        if len(times) == 1 and scope.kind in (None, "days") and _is_whole(times[0], text, language):
            yield f"{stem}_days", _time(times[0])
        value = _money(money[0]) if money else None
        kind = _price_kind(text, money[0], scope, language, is_alone=not times) if money else None
        if value is not None and kind:
            yield f"{stem}_{kind}", value


def _returns(part: Part, times: list[Amount], money: list[Amount]) -> Iterator[tuple[str, Value]]:
    if len(times) == 1 and not money and times[0].qualifier in ("exact", "max"):
        yield "returns_days", _time(times[0])
    if part.claim is not None and not money:
        yield "returns_free", part.claim
    is_paid = part.claim is False and has(low(part.text), "customer_pays", part.language)
    is_cost = is_paid or (part.claim is None and has(low(part.text), "costs", part.language))
    if (
        is_cost
        and not times
        and money
        and money[0].qualifier == "exact"
        and (value := _money(money[0])) is not None
    ):
        yield "returns_cost", value


def _price_kind(text: str, price: Amount, scope: About, language: str, *, is_alone: bool) -> Kind | None:
    """Whether a price is from where a delivery is free or what it costs; None where it might be of the order."""
    is_free = has(text, "free", language)
    is_from = price.qualifier in ("from", "min", "over") or has(_around(text, price), "free_from", language)
    if is_free:
        return "free_from" if is_from else None
    if scope.kind == "free_from":
        return "free_from" if is_alone and (is_from or price.qualifier == "exact") else None
    is_other = has(text, "orders", language) or has(text, "customer_pays", language)
    return "cost" if scope.kind != "days" and price.qualifier == "exact" and not is_other else None


def _is_whole(time: Amount, text: str, language: str) -> bool:
    """`within 2 days` is the end of a delivery, `within 3 to 5 days` has both ends."""
    is_end = has(text, "within", language) or time.qualifier == "max"
    return time.qualifier in ("exact", "max") and (time.is_range or not is_end)


def _around(text: str, amount: Amount) -> str:
    return text[: amount.start] + " " + text[amount.end : amount.end + 12]


def _time(amount: Amount) -> Quantity | Span:
    first, last = amount.values[0], amount.values[-1]
    return Quantity(first, amount.unit) if first == last else Span(first, last, amount.unit)


def _money(amount: Amount) -> Money | None:
    minor = amount.values[0].scaleb(precision(amount.unit))
    return Money(int(minor), amount.unit) if len(amount.values) == 1 and minor == int(minor) else None
