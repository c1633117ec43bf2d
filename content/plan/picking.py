"""Which of the topics that deserve a page are written this week: the best, spread out, with a few tries.

What a run began and could not finish comes first, then pinned and locked ones. Then each market has its share of the
places, no pillar more than a third of them while another waits, each further page on one product line counts for less,
and a seventh of the places goes to topics drawn by lot (from the week's name: the same on every run), so that what the
formula undervalues is tried too.
"""

import hashlib
import heapq
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from content.records import Action, Assignment
from seo.records import Market

SAME_LINE = 0.9  # what a second page on the same product line is worth beside the first, in one week
EXPLORED = 0.15  # share of the places that go to tries
PILLAR = 1 / 3  # of the places, at most, to one pillar of a language while another waits
FULL = "deserves a page, but this week is full"


@dataclass(frozen=True, slots=True)
class Week:
    """What bounds a week's choice."""

    name: str
    limit: int
    markets: Sequence[Market]
    frozen: Mapping[str, str] = field(default_factory=dict)  # locale -> the freeze's name
    placed: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (language, concept) -> its ISO week
    begun: Set[tuple[str, str]] = frozenset()  # (language, concept) that a run began and could not finish


def pick(candidates: Sequence[Assignment], week: Week) -> tuple[list[Assignment], list[Assignment]]:
    """Those of the week, best first, and all others with why not."""
    able = [c for c in candidates if c.action is Action.WRITE]
    ready, waiting = _sorted_out(able, week)
    mine = [c for c in ready if _key(c) in week.begun]
    mine += [c for c in ready if c not in mine and week.placed.get(_key(c)) == week.name]
    pinned = [c for c in ready if c.by and c not in mine]
    best = _spread([c for c in ready if c not in mine and c not in pinned])
    chosen = [*mine, *_spread(pinned)][: week.limit]
    full = _fill(chosen, best, week)
    taken = {c.id for c in full}
    order = [*chosen, *(c for c in best if c.id in taken and c not in chosen)]
    why = {c.id: c for c in full}
    late = [replace(c, action=Action.HOLD, why=FULL) for c in [*mine, *pinned, *best] if c.id not in taken]
    others = [c for c in candidates if c.action is not Action.WRITE]
    return [why[c.id] for c in order], [*late, *waiting, *others]


def _sorted_out(able: Sequence[Assignment], week: Week) -> tuple[list[Assignment], list[Assignment]]:
    """Those that may go out this week; those that a freeze or a person keeps for another."""
    ready, waiting = [], []
    for each in able:
        placed = week.placed.get(_key(each), week.name)
        if placed != week.name:
            why = f"{each.by or 'somebody'} placed it in {placed}"
            waiting.append(replace(each, action=Action.HOLD, why=why))
        elif each.market.locale in week.frozen:
            why = f"{each.market.locale} is frozen this week: {week.frozen[each.market.locale]}"
            waiting.append(replace(each, action=Action.HOLD, why=why))
        else:
            ready.append(each)
    return ready, waiting


def _fill(chosen: list[Assignment], best: list[Assignment], week: Week) -> list[Assignment]:
    """Within the quotas, then tries by lot, then the best of the rest: quotas give way before places stay empty."""
    quota = _quotas([m for m in week.markets if m.locale not in week.frozen], week.limit)
    pillars: Counter[tuple[str, str]] = Counter()
    full = list(chosen)
    for each in chosen:
        quota[each.market.locale] -= 1
        pillars[_pillar(each)] += 1
    tries = min(int(EXPLORED * week.limit), week.limit - len(full))
    for candidate in best:
        if len(full) >= week.limit - tries:
            break
        if quota[candidate.market.locale] > 0 and pillars[_pillar(candidate)] < _most(candidate, week):
            quota[candidate.market.locale] -= 1
            pillars[_pillar(candidate)] += 1
            full.append(candidate)
    taken = {c.id for c in full}
    drawn = sorted((c for c in best if c.id not in taken), key=lambda c: _lot(week.name, c))
    drawn.sort(key=lambda c: quota[c.market.locale] <= 0)  # stable: a market with places left goes first
    for candidate in drawn[:tries] if len(best) + len(chosen) > week.limit else []:
        quota[candidate.market.locale] -= 1
        why = f"{candidate.now + '; ' if candidate.now else ''}a try, drawn by lot, to learn what the formula misses"
        full.append(replace(candidate, now=why))
        taken.add(candidate.id)
    rest = [c for c in best if c.id not in taken]
    rest.sort(key=lambda c: (quota[c.market.locale] <= 0, pillars[_pillar(c)] >= _most(c, week)))
    return [*full, *rest[: week.limit - len(full)]]


def _key(each: Assignment) -> tuple[str, str]:
    return each.market.language, each.concept


def _pillar(each: Assignment) -> tuple[str, str]:
    return each.market.language, each.pillar or each.category


def _most(candidate: Assignment, week: Week) -> int:
    """Places one pillar may have within its language: a third of the language's share, two at least."""
    total = sum(m.share for m in week.markets) or 1.0
    share = sum(m.share for m in week.markets if m.language == candidate.market.language) / total
    return max(2, round(week.limit * share * PILLAR))


def _spread(candidates: Sequence[Assignment]) -> list[Assignment]:
    """Best first, each further page on the same product line of a language counting for less.

    Only the line just served changes its worth, so each line waits in a heap with its best page.
    """
    lines: dict[tuple[str, str], list[Assignment]] = {}
    for each in sorted(candidates, key=lambda a: (-a.opportunity.points, a.market.locale, a.concept)):
        lines.setdefault((each.market.language, each.category), []).append(each)
    heap = [_worth(line, 0) for line in lines.values()]
    heapq.heapify(heap)
    order = []
    while heap:
        *_, (place, key) = heapq.heappop(heap)
        line = lines[key]
        order.append(line[place])
        if place + 1 < len(line):
            heapq.heappush(heap, _worth(line, place + 1))
    return order


def _worth(line: list[Assignment], place: int) -> tuple[float, str, str, tuple[int, tuple[str, str]]]:
    """The heap's key of a line's next page: what it is worth after those before it, then market and concept."""
    each = line[place]
    points = -each.opportunity.points * SAME_LINE**place
    return points, each.market.locale, each.concept, (place, (each.market.language, each.category))


def _quotas(markets: Sequence[Market], limit: int) -> Counter[str]:
    """Places per market by its share, largest remainders first (Hare quota)."""
    total = sum(m.share for m in markets)
    if not total:
        return Counter()
    exact = {m.locale: limit * m.share / total for m in markets}
    quota = Counter({locale: int(places) for locale, places in exact.items()})
    rest = sorted(exact, key=lambda locale: (quota[locale] - exact[locale], locale))
    for locale in rest[: limit - sum(quota.values())]:
        quota[locale] += 1
    return quota


def _lot(week: str, candidate: Assignment) -> str:
    drawn = f"{week} {candidate.market.language} {candidate.concept}"
    return hashlib.sha256(drawn.encode()).hexdigest()
