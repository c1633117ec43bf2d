"""No row says a number: which row speaks against it, if any, or whose number it is instead."""

from decimal import Decimal
from typing import Final

from content.checks.bystanders import is_anybodys, is_of_another_thing
from content.checks.elsewhere import elsewhere, is_called_here
from content.checks.naming import Hit, Naming
from content.checks.places import Place
from content.checks.prices import price
from content.checks.proving import closest, proof
from content.checks.readers import is_beside_the_readers, is_the_readers
from content.checks.rulings import Ruling, Verdict
from content.checks.standing import is_coin, is_enough, is_none, is_of_mains, is_reference, speaks_of_mains
from content.checks.stated import Numbers, Stated
from content.checks.terms import SPANS_OF_TIME, term

_SHOP: Final = "shop"
_ROOMS: Final = {"area", "space"}  # what a room has, where the product states none
_EASY: Final = {"time", "percent", "day", "month"}  # numbers of these are often about no product at all


def against(place: Place, same: list[Stated], hit: Hit | None, numbers: Numbers, naming: Naming) -> Ruling:
    """No row says this number: which row speaks against it, if any."""
    amount, language = place.amount, naming.language
    if is_coin(amount, place.text):
        return Ruling("unproven", closest(amount, same))
    if amount.dimension == "money":
        return price(place, same, numbers, naming)
    if is_the_readers(place, hit, language):
        return Ruling("readers", closest(amount, same))
    if _is_no_claim(place, hit, language) or is_of_another_thing(place, numbers, naming):
        return Ruling("unproven", closest(amount, same))
    if is_anybodys(place, numbers, naming, is_named=hit is not None, is_met=bool(hit or same)):
        return Ruling("unproven", closest(amount, same))
    if amount.dimension in SPANS_OF_TIME:
        return term(place, same, hit, naming)
    if not hit and _is_free(place, same, language):
        return Ruling("unproven", closest(amount, same))
    return _of_another(place, same, hit, numbers, naming) or _of_its_kind(place, same, hit, language)


def _is_no_claim(place: Place, hit: Hit | None, language: str) -> bool:
    """Whether a number stands beside the reader's own, says that there is none, or what is enough."""
    if not hit and is_beside_the_readers(place, language):
        return True
    if is_none(place.amount, place.text):
        return True
    return not (hit or place.has_name) and is_enough(place.amount, place.text, language)


def _is_free(place: Place, same: list[Stated], language: str) -> bool:
    """Whether a number that no attribute's word names is a span of time, a reference or the mains' voltage."""
    amount = place.amount
    lasting = [s for s in same if s.subject != _SHOP and s.dimension == "time"]
    if amount.dimension == "time" and not (lasting and (place.is_behind_name or _is_listed(place, lasting))):
        return True  # eight hours of sleep
    if is_reference(amount, place.text, language):
        return True  # "13.60 € per 100 ml"
    return amount.dimension == "voltage" and speaks_of_mains(place.text, language)


def _is_listed(place: Place, lasting: list[Stated]) -> bool:
    """`The 0.7-litre one for 8 hours, the black litre one for 24`: behind another variant, in a list of its times."""
    start, _ = place.clause
    is_behind_one = any(start <= m.start < place.amount.start for m in place.subject.variants)
    return is_behind_one and any(proof(other, lasting) for other in place.alike)


def _of_another(
    place: Place, same: list[Stated], hit: Hit | None, numbers: Numbers, naming: Naming
) -> Ruling | None:
    """Where a row of another product says the number; None where none does, or nobody knows whom it is of."""
    amount, subject = place.amount, place.subject
    found = elsewhere(place, numbers)
    if found and not place.has_name and is_called_here(found.subject, place, numbers, naming):
        return Ruling("proven", found)
    if not found or subject.certainty not in {"named", "carried", "page"}:
        return None
    own = closest(amount, same)
    is_its = found.subject in subject.around and not (
        hit or place.has_name
    )  # "31 g, half an egg", of two necklaces
    verdict: Verdict = "loose" if is_its else "elsewhere"
    return Ruling(verdict, own or found, is_anothers=own is None)


def _of_its_kind(place: Place, same: list[Stated], hit: Hit | None, language: str) -> Ruling:
    """Contradicted by the rows of its kind, where it is sure that they are of the same thing."""
    amount = place.amount
    if not same:
        return Ruling(_unstated(place, hit, language))
    row = closest(amount, same)
    is_bound = place.subject.certainty != "any" or hit is not None
    return Ruling("contradicted" if is_bound else "unproven", row)


def _unstated(place: Place, hit: Hit | None, language: str) -> Verdict:
    """Of a number nothing of its kind is stated for: whether it promises something of the product."""
    amount, certainty = place.amount, place.subject.certainty
    if amount.dimension in _EASY and certainty not in {"named", "page"}:
        return "unproven"
    if amount.dimension == "temperature" and not hit and certainty != "named":
        return "unproven"  # of water, of an oven, of a room
    if amount.dimension == "voltage" and is_of_mains(amount, place.text, language):
        return "unproven"  # what comes out of the wall in a country
    if amount.unit == "kWh" and amount.values == (Decimal(1),):
        return "unproven"  # what a tariff is for
    if amount.dimension == "percent" and amount.values == (Decimal(100),):
        return "unproven"
    if amount.dimension in _ROOMS and not hit and not place.is_behind_name:
        return "unproven"  # "in nine square metres everything has to fold": a room
    return "unsupported" if amount.dimension != "time" or hit else "unproven"
