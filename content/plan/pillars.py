"""Pillars and hubs: the wider subject each topic belongs to, and the page of it that leads to the others."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from content.ledger.ledger import Ledger
from content.plan.concepts import CHOOSE
from content.records import Action, Assignment
from seo.records import Intent


def with_pillars(candidates: Sequence[Assignment], ledger: Ledger) -> list[Assignment]:
    """Each topic in the pillar its signals fell into; one out of the catalogue, where its product line went."""
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for each in candidates:
        if each.topic.pillar:
            votes[each.market.language, each.category][each.topic.pillar] += 1 + len(each.topic.questions)
    named = [_with_pillar(each, votes, ledger) for each in candidates]
    hubs = _hubs(named)
    return [replace(each, is_hub=each.id in hubs) for each in named]


def _with_pillar(each: Assignment, votes: dict[tuple[str, str], Counter[str]], ledger: Ledger) -> Assignment:
    language = each.market.language
    found = votes.get((language, each.category), Counter())
    line = max(sorted(found), key=lambda p: found[p], default="")
    word = ledger.lexicon.category(each.category, language) if each.category else None
    return replace(each, pillar=each.topic.pillar or line or word or each.category or each.aspect)


def _hubs(candidates: Sequence[Assignment]) -> set[str]:
    """Per language and pillar the informational page most asked for; one for choosing goes before."""
    best: dict[tuple[str, str], Assignment] = {}
    for each in sorted(candidates, key=_headship):
        if each.action in (Action.WRITE, Action.HOLD, Action.REFRESH) and each.concept:
            best.setdefault((each.market.language, each.pillar), each)
    return {each.id for each in best.values()}


def _headship(each: Assignment) -> tuple[bool, bool, bool, float, str]:
    is_informing = each.topic.intent is Intent.INFORMATIONAL
    return (
        each.action is not Action.WRITE,
        each.aspect != CHOOSE,
        not is_informing,
        -each.opportunity.demand,
        each.concept,
    )
