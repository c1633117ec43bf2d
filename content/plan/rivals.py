"""Two topics that one results page answers would take each other's place: the weaker one waits."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from content.records import Action, Assignment
from seo.records import Result

SHARED = 4  # addresses that two first pages have in common: the engine takes both searches for one
FIRST_PAGE = 10

Pages = Callable[[str, str], Sequence[Result]]


def apart(candidates: Sequence[Assignment], results: Pages) -> list[Assignment]:
    """Hold each topic whose first page a stronger one of the same market shares, naming that one."""
    order = sorted(candidates, key=lambda c: (not c.by, -c.opportunity.points, c.market.locale, c.concept))
    kept: list[tuple[Assignment, set[str]]] = []
    held: dict[str, Assignment] = {}
    for each in order:
        urls = first_page(each, results) if each.action is Action.WRITE else set()
        other = next(
            (o for o, theirs in kept if o.market == each.market and len(urls & theirs) >= SHARED), None
        )
        if other is not None:
            theirs = f"{other.topic.name!r} ({other.concept})"
            why = f"it would compete with the topic {theirs}: one results page answers both"
            held[each.id] = replace(each, action=Action.HOLD, why=why, covered_by=other.concept)
        elif urls:
            kept.append((each, urls))
    return [held.get(each.id, each) for each in candidates]


def first_page(each: Assignment, results: Pages) -> set[str]:
    """Addresses of the first page of its strongest keyword, when it was seen."""
    for keyword in each.topic.keywords:
        found = {r.url for r in results(keyword.phrase, each.market.locale) if r.rank <= FIRST_PAGE}
        if found:
            return found
    return set()
