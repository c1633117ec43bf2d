"""Whose capability a sentence states: the products, or the variant of one, it is said of."""

from collections.abc import Sequence
from typing import Final

from content.checks.assertions import Assertion
from content.checks.names import Mention
from content.checks.reading import Sentence
from content.checks.subjects import Subject
from content.checks.vocabulary import polarities

_RUN: Final = 12  # letters between two names that are said together
_FEW: Final = {2, 3}  # products `both` or `all three` can mean


def owners_of(
    assertion: Assertion, sentence: Sentence, subject: Subject, language: str
) -> tuple[tuple[str, ...], str]:
    """The products named in its clause, else those named before, else the page's own; where the clause points
    at a variant, that. With them, how sure it is."""
    owners, certainty = _products(assertion, sentence, subject, language)
    if subject.variants and len(owners) == 1 and certainty in {"named", "carried", "page"}:
        return _nearest(assertion, sentence, subject.variants), "named"
    if certainty == "carried":  # "it" may be the section's product or the page's
        return tuple(dict.fromkeys((*owners, *subject.main))), certainty
    return owners, certainty


def _products(
    assertion: Assertion, sentence: Sentence, subject: Subject, language: str
) -> tuple[tuple[str, ...], str]:
    if len(subject.handles) in _FEW and polarities(language).both.search(sentence.low):
        return subject.handles, "named"
    if subject.certainty != "named" or not subject.mentions:
        return subject.handles, subject.certainty
    return _nearest(assertion, sentence, subject.mentions), "named"


def _nearest(assertion: Assertion, sentence: Sentence, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Those ahead of it in its clause, else behind it, else the last before its clause, else the first of all."""
    start, end = assertion.clause if assertion.clause != (0, 0) else (0, len(sentence.text))
    inside = [m for m in mentions if start <= m.start < end]
    ahead = [m for m in inside if m.end <= assertion.start]
    behind = [m for m in inside if m.start >= assertion.end]
    if ahead:
        return _together(ahead)
    if behind:
        return tuple(dict.fromkeys(m.handle for m in behind))
    earlier = [m for m in mentions if m.end <= assertion.start]
    return _together(earlier) if earlier else (mentions[0].handle,)


def _together(mentions: list[Mention]) -> tuple[str, ...]:
    """The last name and those said in one breath with it."""
    found = [mentions[-1].handle]
    for earlier, later in zip(reversed(mentions[:-1]), reversed(mentions), strict=False):
        if later.start - earlier.end > _RUN:
            break
        found.append(earlier.handle)
    return tuple(dict.fromkeys(found))


def is_of_a_product(assertion: Assertion, subject: Subject) -> bool:
    """`Warm the milk in the microwave`: no product is put there, unless it is named in front."""
    start, end = assertion.clause
    named = [mention for mention in subject.mentions if start <= mention.start < end]
    return any(mention.end <= assertion.start for mention in named)
