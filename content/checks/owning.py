"""Whose number it is when a sentence names several products, or several variants of one."""

import re
from collections.abc import Iterator
from typing import Final

from content.checks.amounts import Amount
from content.checks.names import Mention
from content.checks.places import Place
from content.checks.proving import proof
from content.checks.reading import Sentence
from content.checks.relatives import related
from content.checks.stated import Numbers
from content.checks.whose import clause

_NEAR: Final = 26  # letters between a variant and its number
_TIGHT: Final = 12  # letters between two names said in one breath
OF: Final = re.compile(  # between a number and the variant right behind it
    r"[ ,(]{0,3}(?:(?:on|for|with|in|of|by|bei|beim|für|am|auf|mit|im|chez|pour|sur|dans|en|para|con) )?"
    r"(?:(?:the|le|la|l'|el|der|die|das|dem|den) ?)?"
)

_AT: Final = re.compile(  # between a name and the number that is its own
    r"[ ,(]{0,3}(?:(?:at|with|avec|à|con|a|mit|bei|zu|de|der|die|das) )?(?:(?:its|ses|sus|seinen|ihren|ihre|seine) )?"
)


def pointed_at(
    amount: Amount, sentence: Sentence, variants: tuple[Mention, ...], all_amounts: list[Amount]
) -> str:
    """The variant a number is given to: its cell's, or the only one pointed at in its clause, close by."""
    if sentence.block.kind == "row":
        return variants[0].handle if variants else ""
    start, end = clause(sentence.low, amount.start, amount.end)
    inside = [m for m in variants if start <= m.start < end]
    if not inside:
        return ""
    firsts = [
        other.start for other in all_amounts if start <= other.start < end and other.unit == amount.unit
    ]
    if inside[0].start > min(firsts, default=amount.start):
        behind = [m for m in inside if m.start >= amount.end]
        is_its = behind and OF.fullmatch(sentence.low, amount.end, behind[0].start)
        return behind[0].handle if is_its else ""
    before = [m for m in inside if m.end <= amount.start]
    gap = sentence.low[before[-1].end : amount.start] if before else ""
    return before[-1].handle if before and len(gap) <= _NEAR and not re.search(r"\d", gap) else ""


def given_to(place: Place, numbers: Numbers, language: str) -> tuple[str, ...]:
    """The products a number may be of: those its words give it to, and those the page or a heading may mean."""
    subject, about = place.subject, _named(place, numbers, language)
    if subject.certainty == "carried" and subject.main:
        about = tuple(dict.fromkeys((*about, *subject.main)))  # "it" may be the page's own product
    if subject.topic and not place.is_in_row:
        about = tuple(dict.fromkeys((*about, *subject.topic)))  # "three times that of Luna" under "Nova"
    return about


def _named(place: Place, numbers: Numbers, language: str) -> tuple[str, ...]:
    """With several products in a sentence a number belongs to the last one named before it; where the
    numbers come first ("24,90 € for Luna and 34,90 € for Nova") to the next."""
    amount, subject, mentions = place.amount, place.subject, place.subject.mentions
    own = related(amount.start, place.text, (*mentions, *subject.others), language)
    own = own or _held_by(amount, subject.others, place.text)
    if own:
        return (own,)
    if subject.before and _is_earlier(place):
        return tuple(dict.fromkeys((*subject.before, *subject.main)))
    if amount.dimension == "money" and _is_earlier(place):
        prices = [s for handle in subject.on_page for s in numbers.of(handle) if s.key == "price"]
        found = proof(amount, prices)  # "the large can is 39.90 €, the Larka 145 €": whose, no name says
        if found:
            return (found.subject,)
    if len({mention.handle for mention in mentions}) < 2:  # noqa: PLR2004 - more than one
        return subject.handles or tuple(p.handle for p in numbers.ledger.products.values() if not p.family)
    first = min(other.start for other in place.beside if other.dimension == amount.dimension)
    return owners(amount, mentions, first)


def _is_earlier(place: Place) -> bool:
    """Whether a number stands in a clause before the first name: then it is of what was said before."""
    mentions = place.subject.mentions
    return bool(mentions) and not place.is_in_row and place.clause[1] <= mentions[0].start


def _held_by(amount: Amount, others: tuple[Mention, ...], text: str) -> str:
    """`… than the steel Kleiber at 5.4 kg`: a number right behind the name something is compared with is its own."""
    return next(
        (m.handle for m in others if m.end <= amount.start and _AT.fullmatch(text, m.end, amount.start)), ""
    )


def owners(amount: Amount, mentions: tuple[Mention, ...], first: int) -> tuple[str, ...]:
    """The product named last before the number; all of them where names stand together
    ("Luna and Nova are …").
    """
    before = [mention for mention in mentions if mention.end <= amount.start]
    after = [mention for mention in mentions if mention.start >= amount.end]
    if first < mentions[0].start and after:
        return (after[0].handle,)
    if not before:
        return (after[0].handle,) if after else tuple(mention.handle for mention in mentions)
    return tuple(dict.fromkeys(_run(before)))


def _run(before: list[Mention]) -> Iterator[str]:
    """The last name and those right in front of it."""
    yield before[-1].handle
    for earlier, later in zip(reversed(before[:-1]), reversed(before), strict=False):
        if later.start - earlier.end > _TIGHT:
            return
        yield earlier.handle
