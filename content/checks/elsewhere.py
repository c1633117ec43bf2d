"""A number that no row of its own product says, and a row of another product does."""

from typing import Final

from content.checks.naming import Naming
from content.checks.places import Place
from content.checks.proving import same_kind
from content.checks.standing import is_called
from content.checks.stated import Numbers, Stated, agrees

_SMALL_SHOP: Final = 400
"""Products among which a stray number is looked for; in a larger shop on the page only."""


def elsewhere(place: Place, numbers: Numbers) -> Stated | None:
    """A row of another product that says this number."""
    is_small = len(numbers.families) <= _SMALL_SHOP
    near = numbers.families if is_small else place.subject.on_page
    for handle in near:
        if handle not in place.subject.handles:
            for stated in numbers.of(handle):
                if same_kind(place.amount, stated) and agrees(place.amount, stated):
                    return stated
    return None


def is_called_here(handle: str, place: Place, numbers: Numbers, naming: Naming) -> bool:
    """Whether the clause calls another product by a word of its title; one that is named outright it would be given
    to already."""
    subject = place.subject
    if any(handle == mention.handle for mention in (*subject.mentions, *subject.others)):
        return False
    return is_called(
        handle,
        subject.handles,
        place.amount,
        place.text,
        numbers.ledger,
        naming.language,
        is_near=not place.has_name,
    )
