"""A topic keeps its id from week to week: known by the members it shares with last week's, whatever its name now.

New phrases join the topic of their nearest neighbour; only what is near nothing is clustered anew. A whole new
clustering is a choice, and even then a topic that keeps half of its members keeps its id.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from seo.encoders.encoder import Encoder
from seo.intents import intents
from seo.keywords import keywords
from seo.records import Keyword, Signal, Topic
from seo.topics import built, topics
from seo.wishes import kept_share, wish

SAME: Final = 0.5  # share of the smaller topic's members that two weeks must have in common
NEAR: Final = 0.75  # cosine from which a new phrase belongs to a topic: below, it starts one of its own
BLOCK: Final = 1024  # phrases compared at a time


def with_ids(found: Sequence[Topic], before: Sequence[Topic]) -> list[Topic]:
    """The same topics under the ids they had; each id goes to the one that kept most of its members."""
    homes = {(t.language, k.key): place for place, t in enumerate(before) for k in t.keywords}
    shared: Counter[tuple[int, int]] = Counter()
    for place, topic in enumerate(found):
        for keyword in topic.keywords:
            old = homes.get((topic.language, keyword.key))
            if old is not None:
                shared[place, old] += 1
    ids: dict[int, str] = {}
    taken: set[str] = set()
    order = sorted(shared, key=lambda pair: (-shared[pair], before[pair[1]].id, found[pair[0]].id))
    for place, old in order:
        smaller = min(len(found[place].keywords), len(before[old].keywords))
        if place not in ids and before[old].id not in taken and shared[place, old] >= SAME * smaller:
            ids[place] = before[old].id
            taken.add(before[old].id)
    return [replace(t, id=ids.get(place) or _free(t.id, taken)) for place, t in enumerate(found)]


def _free(id: str, taken: set[str]) -> str:
    """An id nobody has: a topic that was split off must not take the one its larger half kept."""
    while id in taken:
        id = id[:-1] + "0" if not id.endswith("0") else f"{id[:-2]}{id[-1]}1"
    taken.add(id)
    return id


def continued(
    signals: Iterable[Signal], language: str, encoder: Encoder, before: Sequence[Topic]
) -> list[Topic]:
    """This week's topics of one language, grown out of those of an earlier week; without any, clustered anew."""
    mine = {signal.id: signal for signal in signals if signal.language == language}
    old = [topic for topic in before if topic.language == language]
    if not old:
        return topics(mine.values(), language, encoder)
    found = sorted(keywords(mine.values(), language), key=lambda keyword: keyword.key)
    homes = {k.key: topic.id for topic in old for k in topic.keywords}
    groups: dict[str, list[Keyword]] = defaultdict(list)
    fresh = []
    for keyword in found:
        home = homes.get(keyword.key)
        if home is None:
            fresh.append(keyword)
        else:
            groups[home].append(keyword)
    alone = _joined(fresh, [k for members in groups.values() for k in members], homes, language, encoder)
    for keyword, home in alone.items():
        if home:
            groups[home].append(keyword)
    left = {name for keyword, home in alone.items() if not home for name in keyword.signals}
    grown = _built(list(groups.values()), language, encoder, mine)
    rest = topics([mine[name] for name in sorted(left)], language, encoder)
    everything = with_ids([*grown, *rest], old)
    return sorted(everything, key=lambda t: (-t.demand, -sum(k.count for k in t.keywords), t.id))


def _joined(
    fresh: Sequence[Keyword],
    known: Sequence[Keyword],
    homes: Mapping[str, str],
    language: str,
    encoder: Encoder,
) -> dict[Keyword, str]:
    """New phrase -> the topic of its nearest neighbour; empty when none is near or it wants something else."""
    if not fresh or not known:
        return dict.fromkeys(fresh, "")
    there = encoder.encode([k.phrase for k in known])
    wishes = [wish(k.phrase, language) for k in (*fresh, *known)]
    found = {}
    for start in range(0, len(fresh), BLOCK):
        some = fresh[start : start + BLOCK]
        likeness = encoder.encode([k.phrase for k in some]) @ there.T
        best = np.argmax(np.round(likeness, 4), axis=1)
        left = np.arange(start, start + len(some), dtype=np.int64)
        share = kept_share(wishes, left, best.astype(np.int64) + len(fresh))
        for row, keyword in enumerate(some):
            is_near = likeness[row, best[row]] * share[row] >= NEAR
            found[keyword] = homes[known[int(best[row])].key] if is_near else ""
    return found


def _built(
    groups: Sequence[Sequence[Keyword]], language: str, encoder: Encoder, signals: Mapping[str, Signal]
) -> list[Topic]:
    """Topics out of given members: name, intent and questions are told anew."""
    members = [sorted(group, key=lambda k: k.key) for group in groups]
    texts = [k.phrase for group in members for k in group]
    told = intents(texts, language, encoder)
    vectors = encoder.encode(texts)
    found, start = [], 0
    for group in members:
        places = range(start, start + len(group))
        found.append(built(group, vectors[list(places)], [told[p] for p in places], signals))
        start += len(group)
    return found
