"""Numbers that a page's own question brings: "which size at 104 cm?" The answer may say "at 104 cm" as well.

It is the reader's number as long as no attribute's word and no product right before it make it the product's: "the
suit is 104 cm long" answers nothing of the kind.
"""

from decimal import Decimal
from typing import Final

from content.checks.amounts import Amount
from content.checks.extract import extract
from content.checks.places import Place
from content.checks.reading import Reading, Sentence
from content.checks.rulings import Ruling
from content.checks.subjects import Subject
from content.checks.view import fold

_OF_READERS: Final = {"length", "mass"}
_KEPT: Final = "questioned"


def is_questioned(
    amount: Amount, sentence: Sentence, subject: Subject, ruling: Ruling, reading: Reading
) -> bool:
    """Whether a number that no row bears out is one of the question's, and nobody else's."""
    if amount.dimension not in _OF_READERS or ruling.is_named:
        return False
    is_behind = Place(amount, sentence, subject, [amount]).is_behind_name
    return not is_behind and (amount.dimension, amount.values) in _asked(reading)


def _asked(reading: Reading) -> frozenset[tuple[str, tuple[Decimal, ...]]]:
    if _KEPT not in reading.kept:
        found = (
            (each.dimension, each.values)
            for question in reading.draft.questions
            for each in extract(fold(question), reading.market.locale, reading.market.currency)
        )
        reading.kept[_KEPT] = frozenset(found)
    kept: frozenset[tuple[str, tuple[Decimal, ...]]] = reading.kept[_KEPT]
    return kept
