"""What a number of a sentence may be worked out from: the page's products, the numbers around it, the counts."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from content.checks.amounts import Amount
from content.checks.bystanders import is_theirs
from content.checks.chance import Calculation, shares
from content.checks.derived import BAR, BOUNDS, derive
from content.checks.naming import Naming
from content.checks.places import Place
from content.checks.shown import is_count
from content.checks.stated import Numbers, Stated
from content.checks.whose import cue

_SHOP: Final = "shop"
_WITHIN_REACH: Final = 8  # products a page may calculate with


def worked_out(
    place: Place,
    before: Sequence[Amount],
    page: Sequence[Amount],
    asked: Sequence[Amount],
    numbers: Numbers,
    naming: Naming,
    *,
    is_free: bool,
) -> Stated | None:
    """The row a number was worked out from, with the numbers of the products the page names."""
    amount, subject = place.amount, place.subject
    if amount.dimension == "money" and (amount.qualifier == "from" or _is_a_cost(place, naming)):
        return None  # "free from 90 €", "Express is £19": a condition of the shop's
    named = tuple(dict.fromkeys(mention.handle for mention in (*subject.mentions, *subject.others)))
    own = [other for other in place.beside if other is not amount]
    counts = (*_named_so(place, own), *(asked if amount.dimension == "money" else ()))
    operands = _operands(place, named, numbers)
    row = derive(
        amount,
        place.text,
        operands,
        [other for other in (*before, *place.beside) if other is not amount],
        naming.language,
        frozenset(named),
        own,
        [a for a in own if a.dimension == "length" and is_theirs(place.of(a), numbers, naming)],
        is_free=is_free,
        page=page,
        many=frozenset(int(count.values[0]) for count in counts),
    )
    is_sum = amount.dimension == "money" and not amount.is_range and amount.qualifier not in BOUNDS
    if row is not None or not is_sum or not is_free or naming.is_titled(place, "price"):
        return row  # told as a price, it is no result
    prices = [s for s in operands if s.unit == amount.unit and len(s.values) == 1]
    is_given = _calculation(place, prices, page, [*before, *own], naming.language).is_no_chance()
    return prices[0] if prices and is_given else None


def _is_a_cost(place: Place, naming: Naming) -> bool:
    """Whether a word for what delivery costs stands right before a sum, and none that adds up."""
    amount, text = place.amount, place.text
    if cue("sum", naming.language).search(text, *place.clause):
        return False
    return any(
        key.endswith("_cost")
        and hit.end <= amount.start
        and _RIGHT_BEFORE.fullmatch(text, hit.end, amount.start)
        for hit in naming.hits(place.sentence)
        for key in hit.keys
    )


_RIGHT_BEFORE: Final = re.compile(r"\s?(?:is|are|costs?|es|cuesta|vale|est à|coûte|kostet)\s?")


def _calculation(
    place: Place,
    prices: Sequence[Stated],
    page: Sequence[Amount],
    beside: Sequence[Amount],
    language: str,
) -> Calculation:
    """What the page holds that a sum of money may be made of."""
    amount, subject = place.amount, place.subject
    named = {mention.handle for mention in (*subject.mentions, *subject.others)} or set(subject.handles)
    near, far = [a for a in beside if not a.is_range], [a for a in page if not a.is_range]
    within = (*near, *far) if place.sentence.block.kind == "row" else near  # a table has its measures above
    measures = [a for a in within if a.dimension != "money" and not _is_behind(a, place)]
    costs = [s.base[0] for s in prices if s.subject in named or s.key.endswith("_cost")]
    stated = [s.base[0] for s in prices]
    return Calculation(
        amount,
        near=[*(a.base[0] for a in near if a.unit == amount.unit), *costs],
        page=[*(a.base[0] for a in far if a.unit == amount.unit), *stated],
        stated=stated,
        shares=shares(measures),
        counts=[int(a.values[0]) for a in near if not a.dimension and is_count(a)],
        bars=frozenset(s.base[0] for s in prices if s.key.endswith(BAR)),
        is_total=_is_total(place, language),
    )


def _is_total(place: Place, language: str) -> bool:
    """`Together they come to 220 €`: nothing but a sum."""
    said = {name: cue(name, language).search(place.text, *place.clause) for name in ("sum", "left", "each")}
    return bool(said["sum"]) and not (said["left"] or said["each"])


def _is_behind(other: Amount, place: Place) -> bool:
    """Whether it stands behind the sum in its sentence: what one shares out by is named before."""
    return other in place.beside and other.start >= place.amount.end


def _operands(place: Place, named: tuple[str, ...], numbers: Numbers) -> list[Stated]:
    """The rows of the products within reach, and the shop's."""
    subject = place.subject
    is_of_these = len(named) > 1 and place.amount.dimension != "money"
    # "97 g lighter than" is of the two named
    reach = named if is_of_these else (*subject.handles, *subject.around, *subject.on_page)
    near = tuple(dict.fromkeys(reach))[:_WITHIN_REACH]
    return [s for handle in (*near, _SHOP) for s in numbers.of(handle)]


def _named_so(place: Place, own: Sequence[Amount]) -> Iterator[Amount]:
    """How many of a product the sentence names."""
    return (a for a in own if is_count(a) and not a.dimension and _is_before_a_name(place.of(a)))


def _is_before_a_name(place: Place) -> bool:
    """`Two Spechts`: so many of a product."""
    end = place.amount.end
    return any(
        m.start >= end and not place.text[end : m.start].strip()
        for m in (*place.subject.mentions, *place.subject.variants)
    )
