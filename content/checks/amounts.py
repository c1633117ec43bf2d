"""What a number in a text is, and the tables of units, currencies and number words it is read with."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final, Literal

from content.checks.counting import AFTER_A_HUNDRED, composed
from content.checks.view import fold, low
from seo.records import LANGUAGES

Qualifier = Literal["exact", "about", "over", "under", "max", "min", "from"]
_HUNDRED: Final = 100
FREEZING_F: Final = Decimal(32)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the text states it: one value, or the two ends of a range, never anything between them.

    `start` and `end` are places in the view it was read from. Alternatives ("137 and 180 cm") are two
    amounts.
    """

    values: tuple[Decimal, ...]
    unit: str  # canonical: `cm`, `wd`, `EUR`; empty when the number stands alone
    dimension: str  # `length`, `money`, …; empty without a unit
    start: int
    end: int
    qualifier: Qualifier = "exact"
    step: Decimal = Decimal(1)  # what the last digit stands for: 1.2 -> 0.1
    chain: int = -1  # amounts of one "137 × 213 cm" share a number
    in_words: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it has two ends."""
        return len(self.values) > 1

    @property
    def base(self) -> tuple[Decimal, ...]:
        """The values in the base unit of their dimension."""
        return tuple(to_base(value, self.unit) for value in self.values)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its dimension and how many base units it is."""

    name: str
    dimension: str
    factor: Decimal
    words: tuple[tuple[str, str], ...]  # (language or "any", word as folded)


def to_base(value: Decimal, unit: str) -> Decimal:
    """A value in the base unit of its dimension: 2 in -> 5.08 (cm); money and bare numbers stay."""
    if unit == "°F":
        value -= FREEZING_F
    known = units().get(unit)
    return value * known.factor if known else value


def dimension(unit: str) -> str:
    """The dimension of a canonical unit or currency; empty when unknown."""
    known = units().get(unit)
    if known:
        return known.dimension
    return "money" if unit in currencies() else ""


@cache
def units() -> dict[str, Unit]:
    """The units of `units.csv` by canonical name."""
    return {
        row["unit"]: Unit(row["unit"], row["dimension"], _factor(row["factor"]), tuple(_words(row)))
        for row in rows("units.csv")
    }


@cache
def currencies() -> dict[str, Unit]:
    """The currencies of `currencies.csv` by ISO code; the factor is how many minor units make one."""
    return {
        row["code"]: Unit(row["code"], "money", Decimal(10) ** int(row["digits"]), tuple(_words(row)))
        for row in rows("currencies.csv")
    }


@cache
def number_words(language: str) -> dict[str, Decimal]:
    """`two` -> 2, in small letters as folded: the composed ones, and halves and articles of the table."""
    found = {low(fold(word)): Decimal(str(value)) for word, value in composed(language)}
    for row in rows("number_words.csv"):
        if row["language"] == language:
            found |= {low(fold(word)): Decimal(row["value"]) for word in row["words"].split("|")}
    return found


@cache
def hundreds(language: str) -> frozenset[str]:
    """The words of number words that are a round hundred."""
    return frozenset(
        word for word, value in number_words(language).items() if value and value % _HUNDRED == 0
    )


def in_words(text: str, language: str) -> Decimal:
    """The value of a number in small-letter words: `a hundred and twenty` is what its two parts come to."""
    known = number_words(language)
    if text in known:
        return known[text]
    begun = max((word for word in hundreds(language) if text.startswith(word)), key=len)
    return known[begun] + known[re.sub(f"^{AFTER_A_HUNDRED[language]}", "", text[len(begun) :])]


@cache
def duals() -> dict[str, str]:
    """Arabic words that carry the number two: `يومان` -> `d`."""
    return {fold(row["word"]): row["unit"] for row in rows("duals.csv")}


@cache
def canonical(unit: str) -> str:
    """A unit as a ledger writes it (`working days`, `years`, `°C`) in our name; itself when it is not
    known."""
    if unit in units() or unit in currencies():
        return unit
    wanted = low(fold(unit))
    for known in (*units().values(), *currencies().values()):
        if any(low(word) == wanted for _, word in known.words):
            return known.name
    return unit


def rows(name: str) -> Iterator[dict[str, str]]:
    """The rows of a table beside this file."""
    with Path(__file__).with_name(name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _factor(text: str) -> Decimal:
    above, _, below = text.partition("/")
    return Decimal(above) / Decimal(below or 1)


def _words(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    for language in ("any", *LANGUAGES):
        for word in row[language].split("|"):
            if word:
                yield language, fold(word)
                if language == "ar" and len(word) > 2 and " " not in word and fold(word)[-1] not in "اهي":  # noqa: PLR2004
                    yield language, fold(word) + "ا"  # the accusative: رطلًا
