"""What may come with a product (`belt included`): whether a clause speaks of its coming, and how surely. What can be
adjusted is told by its ends instead."""

from typing import Final

from content.checks.assertions import Assertion
from content.checks.extract import extract
from content.checks.knowledge import Knowledge
from content.checks.named import Found
from content.checks.reading import Sentence
from content.checks.truth import Truth, Verdict
from content.checks.vocabulary import polarities

_BY_ENDS: Final = {"adjustable", "height-adjustable", "dimmable"}


def promised(verdict: Verdict, assertion: Assertion, sentence: Sentence, known: Knowledge) -> Verdict:
    """What nobody has stated, as strong as it is said."""
    is_sure = verdict != "unsupported" or (
        is_handed_over(assertion, sentence, known, is_surely=True)
        and not _is_measured(assertion, sentence, known.truth)
    )
    return verdict if is_sure else "unproven"


def _is_measured(assertion: Assertion, sentence: Sentence, truth: Truth) -> bool:
    """`se règle de 40 à 100 °C`: what can be adjusted is said by its ends, which are held to the ledger as numbers."""
    if assertion.capability not in _BY_ENDS or not assertion.holds:
        return False
    start, end = assertion.clause
    return any(
        amount.is_range and amount.dimension and start <= amount.start < end
        for amount in extract(sentence.text, truth.market.locale)
    )


def is_handed_over(
    assertion: Assertion, sentence: Sentence, known: Knowledge, *, is_surely: bool = False
) -> bool:
    """Whether a clause about what may come with a product (`belt included`) speaks of its coming; "the belt closes with
    one buckle" does not, and "has a rough side for knives" does not surely."""
    if assertion.capability not in known.truth.supplied or assertion.clause == (0, 0):
        return True
    polarity = polarities(known.truth.language)
    pattern = polarity.supplied if is_surely else polarity.supplies
    return pattern.search(sentence.low, *assertion.clause) is not None


def is_asked_for(found: Found, question: Sentence, truth: Truth) -> bool:
    """Whether a question asks if a thing comes with the product: "does the reel take the long hose?" does not."""
    if found.capability not in truth.supplied:
        return True
    return polarities(truth.language).supplies.search(question.low) is not None
