"""Whose capability a sentence states: the products, or the variant of one, it is said of."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from content.checks.assertions import Assertion
from content.checks.knowledge import knowledge, spoken
from content.checks.names import Mention
from content.checks.reading import Reading, Sentence
from content.checks.relatives import described, related
from content.checks.subjects import Subject
from content.checks.vocabulary import polarities

_RUN: Final = 12  # letters between two names that are said together
_TWO: Final = 2
_LISTED: Final = 5  # letters between two names of a list: "Nachtal und Feldau"
_FEW: Final = {2, 3}  # products `both` or `all three` can mean


def pointed(reading: Reading) -> Iterator[tuple[Sentence, Subject]]:
    """Every statement with what it is about; a variant pointed at stays until another product or variant is
    spoken of, or the section ends: `### Brook S … It has no microphone.`"""
    known, subject_of = knowledge(reading), {id(sentence): subject for sentence, subject in spoken(reading)}
    section, variant = -1, ""
    for sentence in reading.sentences:
        if sentence.block.section != section:
            section, variant = sentence.block.section, ""
        subject = subject_of.get(id(sentence))
        if sentence.block.kind == "row":
            if subject:
                yield sentence, subject
            continue
        named = subject.mentions if subject else known.names.mentions(sentence.text)
        handles = dict.fromkeys(mention.handle for mention in named)
        places = subject.variants if subject else ()
        if subject is None and len(handles) == 1:  # a question
            places = tuple(known.variants.mentions(sentence.low, next(iter(handles)), sentence.text))
        family = reading.ledger.products[variant].family if variant else ""
        is_headed = bool(
            subject and subject.topic and family not in subject.topic
        )  # the section is another's
        if (
            subject is not None
            and variant
            and family in subject.handles
            and not is_headed
            and (places or not named)
        ):
            kept = (Mention(variant, -1, -1), *places)  # only where the clause has no variant of its own
            yield sentence, replace(subject, variants=kept, handles=(str(family),))
        elif subject is not None:
            yield sentence, subject
        if handles or places:
            variant = places[-1].handle if len({place.handle for place in places}) == 1 else ""


def without(subject: Subject, echoed: Sequence[int]) -> Subject:
    """The subject of what a sentence says besides its echoes, without their names: `it is vegan and Nova is not`."""
    if not echoed or subject.certainty != "named":
        return subject
    mentions = tuple(m for m in subject.mentions if m.start < min(echoed))
    if mentions:
        return replace(subject, mentions=mentions, handles=tuple(dict.fromkeys(m.handle for m in mentions)))
    return replace(
        subject, mentions=(), handles=subject.before or subject.main or subject.on_page, certainty="carried"
    )


def owners_of(
    assertion: Assertion, sentence: Sentence, subject: Subject, language: str
) -> tuple[tuple[str, ...], str]:
    """The products named in its clause, else those named before, else the page's own; where the clause points
    at a variant, that. With them, how sure it is."""
    owners, certainty = _products(assertion, sentence, subject, language)
    if subject.variants and len(owners) == 1 and certainty in {"named", "carried", "page"}:
        places = _now(subject.variants, assertion)
        told = tuple(dict.fromkeys(mention.handle for mention in places))
        place = _ordinal(assertion, sentence, language) if len(told) == _TWO else None
        return (_nearest(assertion, sentence, places) if place is None else (told[place],)), "named"
    if certainty == "carried":  # "it" may be the section's product or the page's
        return tuple(dict.fromkeys((*owners, *subject.main))), certainty
    return owners, certainty


def _now(variants: Sequence[Mention], assertion: Assertion) -> Sequence[Mention]:
    """Without the variant of an earlier sentence where the sentence has pointed at one of its own by then."""
    own = [mention for mention in variants if mention.start >= 0]
    return own if any(mention.end <= assertion.start for mention in own) else variants


def _products(
    assertion: Assertion, sentence: Sentence, subject: Subject, language: str
) -> tuple[tuple[str, ...], str]:
    every = (*subject.mentions, *subject.others)
    own = related(assertion.start, sentence.low, every, language) or described(
        assertion.end, sentence.low, every, language
    )
    if own:
        return (own,), "named"
    if (
        len(subject.handles) in _FEW
        and polarities(language).both.search(sentence.low)
        and not _is_one_alone(assertion, sentence, subject, language)
    ):
        is_sure = subject.certainty not in {"any", "category"}
        return subject.handles, "named" if is_sure else "both" if len(subject.handles) == _TWO else "any"
    if subject.certainty in {"page", "carried"} and polarities(language).both.search(sentence.low):
        return (
            subject.around or subject.on_page or subject.handles,
            "any",
        )  # "both": more than the one carried on
    if subject.certainty != "named" or not subject.mentions:
        place = _ordinal(assertion, sentence, language) if len(subject.handles) == _TWO else None
        return (subject.handles, subject.certainty) if place is None else ((subject.handles[place],), "named")
    end = assertion.clause[1]
    is_elsewhere = not any(m.start < end or m.end <= assertion.start for m in subject.mentions)
    if (
        end and is_elsewhere
    ):  # "It charges wirelessly, which Luna does not"; "the big one does, Luna does not"
        return subject.before or subject.main or subject.on_page, "carried"
    owners = _nearest(assertion, sentence, subject.mentions)
    start, end = assertion.clause
    is_apart = end > 0 and not any(start <= m.start < end for m in subject.mentions)
    if (
        is_apart and subject.topic and not set(subject.topic) & set(owners)
    ):  # "thrice as much as Nova has; it …"
        return (*owners, *subject.topic), "carried"
    return owners, "named"


def _is_one_alone(assertion: Assertion, sentence: Sentence, subject: Subject, language: str) -> bool:
    """Whether the clause names one of them without `both`: "both are of linen, and you may cut the Aldermoor"."""
    start, end = assertion.clause
    named = {mention.handle for mention in subject.mentions if start <= mention.start < end}
    return end > 0 and len(named) == 1 and not polarities(language).both.search(sentence.low, start, end)


def _ordinal(assertion: Assertion, sentence: Sentence, language: str) -> int | None:
    """Which of two `the former` or `the latter` is."""
    polarity = polarities(language)
    ahead = sentence.low[: max(assertion.start, 0)]
    former, latter = polarity.former.search(ahead), polarity.latter.search(ahead)
    return None if bool(former) == bool(latter) else 0 if former else 1


def _nearest(assertion: Assertion, sentence: Sentence, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Those ahead of it in its clause, else behind it, else a list among its own words, else the last before its
    clause, else the first of all."""
    start, end = assertion.clause if assertion.clause != (0, 0) else (0, len(sentence.text))
    mentions = [m for m in mentions if not _is_aside(m, assertion, sentence.low)] or mentions
    inside = [m for m in mentions if start <= m.start < end]
    within = [m for m in inside if assertion.start <= m.start and m.end <= assertion.end]
    if len({m.handle for m in within}) == 1:  # غطاء برالين غير قابل للنزع: its own words hold the name
        return _together(within)
    ahead = [m for m in inside if m.end <= assertion.start]
    behind = [m for m in inside if m.start >= assertion.end]
    if ahead:
        return _together(ahead)
    if behind:
        return tuple(dict.fromkeys(m.handle for m in behind))
    if within and all(later.start - earlier.end <= _LISTED for earlier, later in pairwise(within)):
        return _together(within)
    earlier = [m for m in mentions if m.end <= assertion.start] or list(mentions[:1])
    return _together(earlier)


def _is_aside(mention: Mention, assertion: Assertion, text: str) -> bool:
    """`Luna (Nova: two) has three ports and a timer`: what stands in brackets is not the topic behind them."""
    opened = text.rfind("(", 0, max(0, mention.start))
    closed = text.find(")", mention.end)
    is_inside = opened >= 0 and closed >= 0 and ")" not in text[opened : mention.start]
    return is_inside and not opened < assertion.start < closed


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
