"""Sums of money that no row says: a wrong price, another product's, a limit or a budget."""

import re
from typing import Final

from content.checks.amounts import Amount
from content.checks.elsewhere import elsewhere, is_called_here
from content.checks.naming import Naming
from content.checks.places import Place
from content.checks.proving import closest, same_kind
from content.checks.rulings import Ruling
from content.checks.standing import is_budget, is_told
from content.checks.stated import Numbers, Stated, agrees
from content.checks.whose import cue

_SHOP: Final = "shop"
_POWER: Final = re.compile(r"(?:per|an?|el|le|du|pro|je|لكل) ?(?:kwh|kilowatt|kilovatio|كيلوواط)|kwhあたり")
_HEADS: Final = {"title", "description", "heading"}


def price(place: Place, same: list[Stated], numbers: Numbers, naming: Naming) -> Ruling:
    """Which price speaks against a sum; in a currency that no row has, none can."""
    amount = place.amount
    in_currency = [s for s in same if s.unit == amount.unit]
    if not in_currency:
        return Ruling("currency", same[0]) if same else Ruling("unsupported")
    if _is_limit(amount, [s for s in in_currency if s.key == "price"]):
        return Ruling("unproven", closest(amount, in_currency))  # "under £150"
    if (
        _is_next_in_list(place, numbers)
        or is_budget(amount, place.text)
        or _is_a_band(place)
        or _is_tariff(place)
    ):
        return Ruling("unproven", closest(amount, in_currency))
    found = elsewhere(place, numbers)
    if found and is_called_here(found.subject, place, numbers, naming):
        return Ruling("proven", found)
    if _is_worked_out(place, naming) and not _is_unit_price(place, numbers, naming):
        return Ruling("loose", closest(amount, in_currency))
    is_sure = place.subject.certainty in {"named", "carried", "page"}
    return Ruling("elsewhere" if found and is_sure else "contradicted", closest(amount, in_currency))


def _is_limit(amount: Amount, prices: list[Stated]) -> bool:
    """Whether it is said that every price lies below a sum, and so it is."""
    is_below = all(price.base[0] <= amount.base[0] for price in prices)
    return amount.qualifier == "under" and bool(prices) and is_below


def _is_a_band(place: Place) -> bool:
    """`Gifts from 10 to 185 €` as a heading: what one may spend."""
    return place.amount.is_range and place.sentence.block.kind in _HEADS


def _is_tariff(place: Place) -> bool:
    """`1kWhが30円なら`, `35 Cent pro Kilowattstunde`: what the reader's power costs, and what is worked out of it."""
    start, end = place.clause
    is_beside = any(other.unit == "kWh" and start <= other.start < end for other in place.beside)
    return is_beside or _POWER.search(place.text) is not None


def _is_worked_out(place: Place, naming: Naming) -> bool:
    """`Per 10 ml that makes £4.17`, `8 Cent` a load: which may be rounded or of anything; a sum that is told as the
    price is not."""
    amount = place.amount
    if is_told(amount, place.text, naming.language) or naming.is_titled(place, "price"):
        return False
    return amount.values[-1] < 1 or bool(_rate(place, naming))


def _rate(place: Place, naming: Naming) -> str:
    """The words for what a sum was worked out."""
    match = cue("rate", naming.language).search(place.text, 0, place.clause[1])
    return match.group() if match else ""


def _is_unit_price(place: Place, numbers: Numbers, naming: Naming) -> bool:
    """Whether a sum is told for a kilo, 100 g, a litre or 100 ml of products whose weight or volume and price are
    known: then it is worked out of both (`rates.py`), or wrong. Directive 98/6/EC, art. 2(b)."""
    rate = _rate(place, naming)
    dimension = next((name for name, word in _MEASURES.items() if word.search(rate)), "")
    handles = place.subject.handles
    is_sure = place.subject.certainty in {"named", "carried", "page"}
    return (
        bool(dimension and handles)
        and is_sure
        and all(
            {"money", dimension} <= {s.dimension for s in numbers.of(handle) if len(s.values) == 1}
            for handle in handles
        )
    )


_MEASURES: Final = {
    "mass": re.compile(r"kilo(?![- ]?w)|kg|gram|ounce|\d ?g\b|كيلو|غرام|キロ|グラム|\dg"),
    "volume": re.compile(r"lit[re]|\d ?ml\b|\bml\b|millilit|لتر|リットル|\dml"),
}


def _is_next_in_list(place: Place, numbers: Numbers) -> bool:
    """`The scissors are 6.20 € and the pen 3.70 €`: the price of a product of the page that the sentence has not
    named, behind a word of its own that is no name."""
    amount, subject = place.amount, place.subject
    before = [a for a in place.beside if a.dimension == "money" and a.end <= amount.start]
    if not before or any(before[-1].end <= m.start < amount.start for m in subject.mentions):
        return False
    own = [s for s in numbers.of(_SHOP) if same_kind(amount, s)]
    if any(agrees(amount, s) for s in own):
        return False
    named = {m.handle for m in (*subject.mentions, *subject.others)}
    rest = (handle for handle in subject.on_page if handle not in named)
    gap = place.text[before[-1].end : amount.start]
    return any(letter.isalpha() for letter in gap) and any(
        s.key == "price" and agrees(amount, s) for handle in rest for s in numbers.of(handle)
    )
