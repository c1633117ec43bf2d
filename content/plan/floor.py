"""Whether enough people ask for a topic to give it a page of its own.

Two voices, or one count of searches, impressions or clicks. Why two: who was heard c times in a span is heard again in
the next with a chance of 1 - 2^-(c + 1/2) (Poisson, without any opinion beforehand): .65 for one voice, .82 for two.
One question is answered where it was asked; a page is for those who come after. Where nobody counts searches, voices
are all there is to go by. Silence says something only where somebody listened: in a language without a signal, and of
topics whose signals are not known, nothing is judged.

What the catalogue itself compares needs no voice, but one page per product line: as long as too few ask for one aspect
alone, it is a part of the comparison of the line. A topic that a person wants is not weighed here.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from content.plan.concepts import CHOOSE, SHOP_ASPECTS, Concept
from content.records import Action, Assignment

VOICES = 2


def worth_a_page(
    weighed: Sequence[Assignment], concepts: Sequence[Concept], heard: Set[str]
) -> list[Assignment]:
    """The same topics; those to write that too few ask for are held, with the reason. Both in the same order.

    `heard`: languages in which the shop hears anything.
    """
    pairs = list(zip(weighed, concepts, strict=True))
    whole = {(a.market.language, a.category): a.topic.name for a, c in pairs if _is_whole(a, c)}
    return [
        replace(a, action=Action.HOLD, why=why)
        if a.market.language in heard and (why := _too_few(a, c, whole))
        else a
        for a, c in pairs
    ]


def _is_whole(each: Assignment, concept: Concept) -> bool:
    """The comparison of a whole line, to be written or on our site already."""
    is_ours = each.action is Action.REFRESH or (each.action is Action.HOLD and bool(each.covered_by))
    is_to_come = each.action is Action.WRITE and _may_stand(each, concept)
    return each.aspect == CHOOSE and (is_ours or is_to_come)


def _too_few(each: Assignment, concept: Concept, whole: Mapping[tuple[str, str], str]) -> str:
    if each.action is not Action.WRITE or _may_stand(each, concept):
        return ""
    told = f"{_voices(each.support.heard)}, and nobody has counted searches for it"
    comparison = whole.get((each.market.language, each.category))
    if comparison and concept.is_in_catalogue:
        return f"{told}: it is a part of {comparison!r} until more ask"
    return "" if concept.is_in_catalogue else f"{told}: it waits until another asks"


def _may_stand(each: Assignment, concept: Concept) -> bool:
    """Asked for by enough, counted by somebody, wanted by a person, or the catalogue's own comparison of a line."""
    found = each.opportunity
    is_counted = any(count is not None for count in (found.volume, found.earns, each.support.shown))
    is_wanted = bool(each.by) or concept.is_pinned
    is_comparison = concept.is_in_catalogue and concept.aspect == CHOOSE
    return (
        is_counted
        or is_wanted
        or is_comparison
        or concept.aspect in SHOP_ASPECTS
        or each.support.heard >= VOICES
        or (each.support.heard > 0 and not each.support.sources)  # its signals are not known
    )


def _voices(heard: int) -> str:
    return "one voice" if heard else "nobody asked for it alone"
