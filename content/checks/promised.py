"""What the ledger's verdict on a yes or no comes to where the sentence stands: promised of the product, or said of any
such thing, a material, a part, whoever; and the column an encoder finds where no word does (`meaning.py`)."""

import re
from collections.abc import Sequence
from typing import Final

from content.checks.assertions import Assertion
from content.checks.general import (
    is_about_it,
    is_had,
    is_of_any,
    is_of_others,
    is_of_such,
    is_order,
    is_wished,
)
from content.checks.knowledge import Knowledge
from content.checks.meaning import WITHOUT
from content.checks.reading import Sentence
from content.checks.subjects import Subject
from content.checks.truth import Verdict
from content.checks.view import low
from content.checks.vocabulary import polarities
from content.checks.whose import cue
from content.records import Fact

_ENTRY: Final = 4  # words of an entry in a list: "jug, lid or holder"
_READ: Final = 3  # products whose columns are read for a claim


def weighed(
    verdict: Verdict,
    assertion: Assertion,
    sentence: Sentence,
    subject: Subject,
    known: Knowledge,
) -> Verdict:
    """The verdict as far as the sentence speaks of the product: what it says of anybody's stays open."""
    language = known.truth.language
    if verdict == "contradicted":
        start, end = assertion.clause
        is_named = any(start <= mention.start < end for mention in subject.mentions)
        is_others = is_of_others(sentence.low, start, end, language) or _is_for_use(
            assertion, sentence, known
        )
        if end and not is_named and (is_others or _is_any_such(assertion, sentence, subject, known)):
            return "open"
        return "mixed" if _is_of_a_part(assertion, sentence, language) else verdict
    is_entry = len(sentence.low[slice(*assertion.clause)].split()) <= _ENTRY
    if assertion.is_part and is_entry and polarities(language).skip.search(sentence.low):
        return "open"  # "which of them, jug, lid or holder, nobody says"
    if verdict in {"unsupported", "unproven"} and not _is_claimed(assertion, sentence, subject, known):
        return "open"
    is_unnamed_title = sentence.block.kind == "title" and not subject.mentions
    is_loose = sentence.block.kind == "heading" or is_unnamed_title
    is_loose = is_loose or _is_general(assertion, sentence, subject, known)
    return "unproven" if verdict == "unsupported" and is_loose else verdict  # a person decides what is meant


def meant(
    verdict: Verdict,
    assertion: Assertion,
    sentence: Sentence,
    handles: Sequence[str],
    certainty: str,
    known: Knowledge,
) -> tuple[Verdict, Fact] | None:
    """The verdict of the columns an encoder finds for the claim, where words found none that is filled in. Of several
    products named each must have one, of those that "it" may be any."""
    said, place = sentence.low[assertion.start : assertion.end], (assertion.start, assertion.end)
    answers: list[tuple[Verdict, Fact] | None] = []
    for handle in handles[:_READ]:
        fact = known.meaning.of(handle, sentence.low, place, assertion.clause, assertion.capability)
        if fact is None:
            answers.append(None)
            continue
        is_turned = bool(WITHOUT.search(said)) != bool(WITHOUT.search(low(fact.column)))
        is_said_so = (
            not isinstance(fact.value, bool) or fact.value is not is_turned
        )  # "unscented" of `Scented: no`
        answers.append(("open" if is_said_so else verdict, fact))
    found = [answer for answer in answers if answer]
    holding = [answer for answer in found if answer[0] == "open"]
    if holding and (certainty == "carried" or len(holding) == len(handles)):
        return holding[0]
    return next((answer for answer in found if answer[0] != "open"), None)


def _is_claimed(assertion: Assertion, sentence: Sentence, subject: Subject, known: Knowledge) -> bool:
    """Whether what nobody has stated is promised of a product; a clause of its own may speak of anybody's, and a part
    it only names it does not hand over."""
    start, end = assertion.clause
    if not end or sentence.block.kind == "row" or assertion.capability.startswith("new:"):
        return True
    if _is_of_matter(assertion, sentence, subject, known):
        return False
    text, language = sentence.low, known.truth.language
    is_named = any(start <= mention.start < end for mention in subject.mentions)
    if not is_named and is_wished(text, start, end, language):
        return False
    if not is_named and _is_for_use(assertion, sentence, known):
        return False
    place = (assertion.start, assertion.end)
    said = text[assertion.start : assertion.end]

    def is_said(words: str) -> bool:
        """`A timer tells you …`: the subject is the very thing."""
        return said in words or words.split(maxsplit=1)[0] in said

    is_bare_part = assertion.is_part and not (language == "ja" and is_named)
    if is_bare_part and not is_had(text, place, (start, end), language):
        return False
    return is_named or language == "ja" or not is_of_any(text, start, end, language, is_said)


def _is_any_such(assertion: Assertion, sentence: Sentence, subject: Subject, known: Knowledge) -> bool:
    """`A grinder in the machine saves you a separate one`, `Une pièce qui se retire n'est pas …`: of any such thing."""
    (start, end), language = assertion.clause, known.truth.language
    if subject.certainty == "named" or is_about_it(sentence.low, start, end, language):
        return False
    return is_of_such(sentence.low, (assertion.start, assertion.end), (start, end), language)


def _is_of_a_part(assertion: Assertion, sentence: Sentence, language: str) -> bool:
    """`Filling: polyester; do not wash`: of what is inside something else may be true than of the whole."""
    part = cue("inner", language)
    ahead = sentence.low[: assertion.start]
    label = ahead.partition(":")[0] if ":" in ahead else ""
    start = assertion.clause[0]
    own = sentence.low[start : assertion.start]
    return bool(part.fullmatch(label.strip(" *-")) or part.match(own, len(own) - len(own.lstrip())))


def _is_general(assertion: Assertion, sentence: Sentence, subject: Subject, known: Knowledge) -> bool:
    """`… since bare wood likes to breathe`: said of a material, in a clause that names no product."""
    start, end = assertion.clause
    if any(start <= mention.start < end for mention in subject.mentions):
        return False
    ahead = sentence.low[start : assertion.start]
    if cue("nature", known.truth.language).match(ahead, len(ahead) - len(ahead.lstrip())):
        return True  # "Frozen water expands"
    found = known.choices.phrases["material"].find(ahead)
    return bool(found) and not cue("owned", known.truth.language).search(ahead, 0, found[0][0])


def _is_for_use(assertion: Assertion, sentence: Sentence, known: Knowledge) -> bool:
    """`Use a soap without perfume`: what the reader is told to take is like that, not the product."""
    truth, clause = known.truth, assertion.clause
    return (
        not (assertion.is_order or assertion.is_bid)
        and assertion.capability in truth.had
        and truth.language != "es"  # `lleva`: take, and it has
        and is_order(sentence.low, *clause, truth.language)
        and not is_about_it(sentence.low, *clause, truth.language)
    )


def _is_of_matter(assertion: Assertion, sentence: Sentence, subject: Subject, known: Knowledge) -> bool:
    """`Canvas ages nicely`: a clause that begins with a bare material, no product named, is about the material."""
    start, end = assertion.clause
    if known.truth.language not in _BARE or any(start <= m.start < end for m in subject.mentions):
        return False
    ahead = sentence.low[start : assertion.start]
    found = known.choices.phrases["material"].find(ahead)
    return bool(found) and _BARE[known.truth.language].fullmatch(ahead, 0, found[0][0]) is not None


_BARE: Final = {  # languages that speak of a material in general without an article
    "en": re.compile(r"\W*(?:(?:and|but|since|because|as|while|bare|raw|wet|hot|dry|most) )*"),
    "de": re.compile(r"\W*(?:(?:und|aber|denn|weil|da|rohes|nasses|nasser|trockenes) )*"),
}
