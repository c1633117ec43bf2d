"""What the ledger knows, made ready once per market: names, numbers, attribute words, yes and no. Reading
it again for every draft would cost ten times the check itself."""

from dataclasses import dataclass
from datetime import date

from content.checks.binding import Binder, make_binder
from content.checks.choice_words import ChoiceWords
from content.checks.meaning import Meaning
from content.checks.names import Names
from content.checks.reading import Reading, Sentence
from content.checks.stated import Numbers
from content.checks.subjects import Subject, subjects
from content.checks.truth import Truth
from content.checks.variants import Variants
from content.ledger.ledger import Ledger
from content.ledger.once import once_per_ledger
from seo.records import Market


@dataclass(frozen=True, slots=True)
class Knowledge:
    """A ledger as the checks ask it, in one market on one day."""

    names: Names
    binder: Binder
    truth: Truth
    choices: ChoiceWords
    variants: Variants
    meaning: Meaning


def knowledge(reading: Reading) -> Knowledge:
    """The knowledge a draft is held against."""
    return _make(reading.ledger, reading.market, reading.on)


def of_market(reading: Reading, market: Market) -> Knowledge:
    """The same for another market the shop sends to."""
    return _make(reading.ledger, market, reading.on)


@once_per_ledger
def _make(ledger: Ledger, market: Market, on: date | None) -> Knowledge:
    numbers = Numbers(ledger, market, on)
    return Knowledge(
        names=Names(ledger, market.language),
        binder=make_binder(ledger, numbers, market.language),
        truth=Truth(ledger, market, on),
        choices=ChoiceWords(ledger, market.language),
        variants=Variants(ledger, market),
        meaning=Meaning(ledger, market.language),
    )


def spoken(reading: Reading) -> tuple[tuple[Sentence, Subject], ...]:
    """Every statement of a draft with the product it is about; worked out once for all checks."""
    if "spoken" not in reading.kept:
        known = knowledge(reading)
        reading.kept["spoken"] = tuple(subjects(reading, known.names, known.variants))
    found: tuple[tuple[Sentence, Subject], ...] = reading.kept["spoken"]
    return found
