"""Pillars and hubs: the wider subject each topic belongs to, and the page of it that leads to the others.

The second clustering level (seo/pillars.py) says which topics lie together; a product line goes where most of its
topics went, whole, so that a reader finds all of it in one place. Lines that went to one place make one pillar.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from content.ledger.ledger import Ledger
from content.plan.concepts import CHOOSE
from content.records import Action, Assignment
from seo.records import Intent

NAMED = 2  # lines in a pillar's name; the strongest
Line = tuple[str, str]  # language, product line; of a shop matter its aspect


def with_pillars(candidates: Sequence[Assignment], ledger: Ledger) -> list[Assignment]:
    """Each topic with its pillar, and the hub of each pillar marked."""
    names = _names(candidates, ledger)
    named = [replace(each, pillar=names[_line(each)]) for each in candidates]
    hubs = _hubs(named)
    return [replace(each, is_hub=each.id in hubs) for each in named]


def _line(each: Assignment) -> Line:
    return each.market.language, each.category or each.aspect


def _names(candidates: Sequence[Assignment], ledger: Ledger) -> dict[Line, str]:
    """Product line -> its pillar's name: the words of the strongest lines that went to the same place."""
    votes: dict[Line, Counter[str]] = defaultdict(Counter)
    weight: Counter[Line] = Counter()
    for each in candidates:
        heard = 1 + len(each.topic.keywords)
        weight[_line(each)] += heard
        if each.topic.pillar:
            votes[_line(each)][each.topic.pillar] += heard
    together: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in sorted(weight, key=lambda line: (-weight[line], line)):
        found = votes[line]
        place = max(sorted(found), key=lambda p: found[p]) if found else f"\0{line[1]}"
        together[line[0], place].append(line)
    return {
        line: ", ".join(_word(each, ledger) for each in lines[:NAMED])
        for lines in together.values()
        for line in lines
    }


def _word(line: Line, ledger: Ledger) -> str:
    language, name = line
    aspects = ledger.lexicon.synonyms("aspect", name, language)
    return ledger.lexicon.category(name, language) or (aspects[0] if aspects else name)


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
