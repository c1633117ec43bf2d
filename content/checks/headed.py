"""What a header says of its numbers that no unit of ours holds: how much of one thing goes to another, and how many
degrees a thing may be out."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from content.checks import amounts
from content.records import Fact, Quantity

RATE: Final = "rate"  # dimension of a number such as `7 m2/l`
Headed = tuple[Decimal, str, str]
"""A number, its unit and its dimension."""
_PER: Final = re.compile(r"[(\[（]\s*([^()\[\]/]{1,6})/([^()\[\]/]{1,6})\s*[)\]）]")
_PER_SOME: Final = re.compile(
    r"[(\[（]\s*([^\W\d]{1,24})\s*(?:/|\s(?:je|pro|auf|per|to|pour|par|por|cada|لكل)\s)\s*(\d{1,6})\s*([^\W\d]{1,4})\s*[)\]）]"
)
_MORE_OR_LESS: Final = re.compile(r"(?:±|\+/[-–]|\+-)\s*(°?[CF]\b|℃|℉)")
_DEGREES: Final = {"C": ("°C", Decimal(9) / 5, "°F"), "F": ("°F", Decimal(5) / 9, "°C")}


def headed(fact: Fact) -> Iterator[Headed]:
    """Further numbers a fact states, in units of its header: `Coverage (m²/l): 7`, `Dosage (ml per 100 l): 25`,
    `Accuracy (± °C): 0.5`. Nothing where its own unit is a known one."""
    if isinstance(fact.value, Quantity) and not amounts.dimension(fact.value.unit):
        yield from _rate(fact, fact.value.amount)
        yield from _portion(fact, fact.value.amount)
        yield from _out_by(fact, fact.value.amount)


def _rate(fact: Fact, amount: Decimal) -> Iterator[Headed]:
    """Where the two units are known and the two together are none of ours."""
    if found := _PER.search(fact.column):
        top, bottom = (amounts.canonical(unit.strip()) for unit in found.groups())
        if amounts.dimension(top) and amounts.dimension(bottom):
            yield amount, f"{top}/{bottom}", RATE


def _portion(fact: Fact, amount: Decimal) -> Iterator[Headed]:
    """25 ml, and the 100 l they are for; 24 stitches, and the 10 cm."""
    found = _PER_SOME.search(fact.column)
    bottom = amounts.canonical(found[3]) if found else ""
    if found and amounts.dimension(bottom):
        top = amounts.canonical(found[1])
        yield amount, top if amounts.dimension(top) else "", amounts.dimension(top)
        yield Decimal(found[2]), bottom, amounts.dimension(bottom)


def _out_by(fact: Fact, amount: Decimal) -> Iterator[Headed]:
    """Half a degree Celsius is .9 °F: a difference has no freezing point."""
    if found := _MORE_OR_LESS.search(fact.column):
        unit, factor, other = _DEGREES["F" if found[1][-1] in "F℉" else "C"]
        yield amount, unit, "temperature"
        yield amount * factor, other, "temperature"
