"""Times and costs a shop promises: of delivery by one of its routes, of returns, of a warranty."""

from decimal import Decimal
from typing import Final

from content.checks.amounts import Amount
from content.checks.naming import Hit, Naming
from content.checks.places import Place
from content.checks.promises import PROMISES, lies_between, one_route, promise
from content.checks.proving import closest, proof
from content.checks.rulings import Ruling
from content.checks.standing import is_instead
from content.checks.stated import Stated
from content.checks.whose import cue

SPANS_OF_TIME: Final = {"day", "month"}
_LONG_WAIT: Final = 7  # "within 14 days" promises something, "within 2 days" may be about paint


def term(place: Place, same: list[Stated], hit: Hit | None, naming: Naming) -> Ruling:
    """Days and months that no row says: which promise they break, if they are of one."""
    amount = place.amount
    if cue("ahead", naming.language).search(place.text, *place.clause):
        return Ruling("unproven", closest(amount, same))  # "order two weeks before you fly"
    if _is_supposed(place, naming):
        return Ruling("unproven", closest(amount, same))
    route = _route(place, naming)
    every_route = [s for s in same if promise(s.key) == "delivery"]
    same = [s for s in same if not route or promise(s.key) != "delivery" or s.key.startswith(route)]
    topics = _topics(place, naming)
    promised = [s for s in same if promise(s.key) in topics]
    if promised:
        is_between = "delivery" in topics and lies_between(amount, every_route)
        return Ruling("between" if is_between else "contradicted", closest(amount, promised))
    if amount.dimension == "month" and amount.qualifier in {"under", "about"}:
        return Ruling("unproven", closest(amount, same))  # nearly a year: how long a thing lasts
    if topics and not _is_elsewhere(amount, topics):
        return Ruling("unsupported")
    return Ruling("contradicted" if hit and same else "unproven", closest(amount, same))


def _topics(place: Place, naming: Naming) -> set[str]:
    """The promises a span of time may be of: those its sentence names, or the ones its unit and bounds speak of."""
    amount = place.amount
    topics = named_promises(place.text, naming)
    if not topics and amount.in_words and amount.values == (Decimal(1),):
        whole = place.sentence.block.view.low
        topics = named_promises(whole, naming) & {"delivery"}  # "by express, the next day"
    if topics:
        return topics
    if amount.unit == "wd":
        return {"delivery"}
    is_long = amount.qualifier in {"max", "under"} and amount.base[0] >= _LONG_WAIT
    return {"delivery", "returns"} if is_long else set()


def _is_elsewhere(amount: Amount, topics: set[str]) -> bool:
    """Whether a unit is none that the promises are given in: "reaches the eyes of a child of six years"."""
    return (amount.dimension == "day" and topics == {"warranty"}) or (
        amount.unit in {"a", "mo"} and topics <= {"delivery"}
    )


def _is_supposed(place: Place, naming: Naming) -> bool:
    """`If you fly within a week, …`: the clause of a condition that names no promise."""
    start, end = place.clause
    is_condition = cue("condition", naming.language).search(place.text, start, place.amount.start)
    return is_condition is not None and not named_promises(place.text[start:end], naming)


def named_promises(text: str, naming: Naming) -> set[str]:
    """The promises that a text names."""
    keys = {key for _, _, found in naming.words.find(text) for key in found}
    return {promise(key) for key in keys} & PROMISES


def is_other_route(found: Stated, place: Place, same: list[Stated], naming: Naming) -> bool:
    """Whether a time or cost is said of one delivery route and proven only by another's row."""
    route = _route(place, naming)
    if not route or not found.key.startswith("delivery_") or found.key.startswith(route):
        return False
    if is_instead(place.amount, place.text, naming.language):
        return False
    return proof(place.amount, [s for s in same if s.key.startswith(route)]) is None


def _route(place: Place, naming: Naming) -> str:
    """The delivery route a time or cost belongs to: `delivery_express_`; empty when none is named.

    "Express takes 2-3 days, standard 5-7" names each before its number; "2-3 days by express" behind it.
    """
    amount = place.amount
    hits = naming.hits(place.sentence)
    named = [hit for hit in hits if all(key.startswith("delivery_") for key in hit.keys)]
    routes = [(hit, found) for hit in named if (found := one_route(hit.keys))]
    if not routes:
        return ""
    firsts = [other.start for other in place.beside if other.dimension in SPANS_OF_TIME | {"money"}]
    if routes[0][0].start < min(firsts, default=amount.start):
        before = [found for hit, found in routes if hit.end <= amount.start]
        return before[-1] if before else ""
    behind = [(hit, found) for hit, found in routes if hit.start >= amount.end]
    return _behind(place, *behind[0]) if behind else ""


def _behind(place: Place, hit: Hit, route: str) -> str:
    """The route named behind a number, unless another clause names it for a number of its own."""
    _, end = place.clause
    has_own = any(other.start >= hit.end for other in place.beside)  # "3-5 days, with express only 1-2"
    return "" if hit.start >= end and has_own else route
