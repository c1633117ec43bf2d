"""What a number of a sentence may be worked out from: the page's products, the numbers around it, the counts."""

from collections.abc import Iterator, Sequence
from typing import Final

from content.checks.amounts import Amount
from content.checks.bystanders import is_theirs
from content.checks.derived import derive
from content.checks.naming import Naming
from content.checks.places import Place
from content.checks.shown import is_count
from content.checks.stated import Numbers, Stated

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
    named = tuple(dict.fromkeys(mention.handle for mention in (*subject.mentions, *subject.others)))
    own = [other for other in place.beside if other is not amount]
    counts = (*_named_so(place, own), *(asked if amount.dimension == "money" else ()))
    return derive(
        amount,
        place.text,
        _operands(place, named, numbers),
        [other for other in (*before, *place.beside) if other is not amount],
        naming.language,
        frozenset(named),
        own,
        [a for a in own if a.dimension == "length" and is_theirs(place.of(a), numbers, naming)],
        is_free=is_free,
        page=page,
        many=frozenset(int(count.values[0]) for count in counts),
    )


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
