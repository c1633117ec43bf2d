"""Whether a number is the reader's: "your window is 120 cm wide", "if you weigh 60 kg"."""

from typing import Final

from content.checks.naming import Hit
from content.checks.places import Place
from content.checks.whose import cue, is_readers

_BESIDE: Final = 24  # letters between a body and its measure
_LAST: Final = 90  # letters of the sentence before that may have spoken of the reader


def is_the_readers(place: Place, hit: Hit | None, language: str) -> bool:
    """Whether the number is the reader's; in a clause that names a product only a condition makes it so."""
    if place.has_name:
        return _is_on_condition(place, hit, language) or _is_of_a_body(place, language)
    if _is_told_before(place, hit, language):
        return True
    amount = place.amount
    if hit and amount.dimension == "time" and not _is_on_condition(place, hit, language):
        return False
    own_word = hit.letters_to(amount) if hit else None
    subject_word = hit.start if hit and hit.start < amount.start else None
    return is_readers(amount, place.text, language, own_word, subject_word, place.sentence.text)


def is_beside_the_readers(place: Place, language: str) -> bool:
    """Whether another measure of the sentence is the reader's: "for 23 kg allowed, aim at 22.5"."""
    return place.amount.dimension == "mass" and any(
        is_the_readers(place.of(other), None, language) for other in place.alike
    )


def _is_told_before(place: Place, hit: Hit | None, language: str) -> bool:
    """`20 % of your weight. At 60 kg that is …`: the words just before have spoken of the reader."""
    amount, sentence = place.amount, place.sentence
    if amount.dimension not in {"mass", "length"} or (hit is not None and hit.is_at(amount)):
        return False
    here = sentence.start + amount.start
    earlier = sentence.block.view.low[max(0, here - _LAST) : here]
    return cue("yours", language).search(earlier) is not None


def _is_of_a_body(place: Place, language: str) -> bool:
    """`At a body height of 104 cm take the Kiesel suit`: a clause that begins with whom it is for, and no product's."""
    start, amount = place.clause[0], place.amount
    ahead, behind = place.text[start : amount.start], place.text[amount.end : amount.end + _BESIDE]
    return (
        amount.dimension in {"length", "mass"}
        and not any(start <= mention.start < amount.start for mention in place.subject.mentions)
        and cue("forwhom", language).match(ahead.lstrip()) is not None
        and any(cue("body", language).search(text) for text in (ahead[-_BESIDE:], behind))
    )


def _is_on_condition(place: Place, hit: Hit | None, language: str) -> bool:
    """Whether a condition holds the number; none does behind `ف` (`وإن كان …، فكانديل …`), nor the word of its
    attribute itself (`nach zwei Stunden voll`)."""
    text, (start, end) = place.text, place.clause
    conditions = cue("condition", language).finditer(text, start, end)
    own = (hit.start, hit.end) if hit else (0, 0)
    found = [match for match in conditions if not own[0] <= match.start() < own[1]]
    if language == "ar" and found:
        begun = [m.start for m in place.subject.mentions if text[m.start - 1 : m.start] == "ف"]
        return not any(found[0].end() <= at <= place.amount.start for at in begun)
    return bool(found)
