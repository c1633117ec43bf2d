"""Two numbers of a sentence that are both another product's: then the sentence is about that one.

"The bottle holds 200 ml and is 14.90 €" under a heading that names the chalk bag: no bag holds 200 ml, and the one
product of the page that does costs just that. Where the sentence names a product, it means what it says.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from content.checks.amounts import Amount
from content.checks.places import Place
from content.checks.proving import proof, same_kind
from content.checks.stated import Numbers, Stated

_ROUNDED: Final = Decimal("0.05")  # what a conversion is rounded by


def corroborated(place: Place, numbers: Numbers) -> Stated | None:
    """The row of another product of the page that says a number, where it says one more of the sentence that the
    product it was held against does not."""
    subject = place.subject
    if subject.mentions or not place.amount.dimension:
        return None
    own = [row for handle in subject.handles for row in numbers.of(handle)]
    others = [each for each in place.beside if _is_another(each, place) and not _says(each, own)]
    for handle in subject.on_page:
        rows = () if handle in subject.handles else numbers.of(handle)
        found = _says(place.amount, rows)
        if found and any(_says(other, rows) for other in others):
            return found
    return None


def _is_another(other: Amount, place: Place) -> bool:
    """One more measure: neither a bare number nor the same value again, "300 mm, around twelve inches"."""
    amount = place.amount
    if not other.dimension or other is amount:
        return False
    if other.dimension != amount.dimension or not amount.base[0]:
        return True
    return abs(other.base[0] / amount.base[0] - 1) > _ROUNDED


def _says(amount: Amount, rows: Sequence[Stated]) -> Stated | None:
    return proof(amount, [row for row in rows if same_kind(amount, row)])
