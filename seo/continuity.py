"""A topic keeps its id from week to week: known by the members it shares with last week's, whatever its name now.

New phrases join the topic of their nearest neighbour (`joining.py`); only what is near nothing is clustered anew. A
whole new clustering is a choice, and even then a topic that keeps half of its members keeps its id.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from pathlib import Path
from typing import Final

from seo.drawing import draw
from seo.encoders.encoder import Encoder
from seo.intents import intents
from seo.joining import join
from seo.keywords import by_demand, each_keyword
from seo.records import Keyword, Signal, SignalKind, Topic
from seo.rules import rules
from seo.shared_pages import Pages
from seo.topics import built, questions, topics
from seo.uncollected import uncollected

SAME: Final = 0.5  # share of the smaller topic's members that two weeks must have in common


def with_ids(
    found: Sequence[Topic], before: Sequence[Topic], gone: AbstractSet[str] = frozenset()
) -> list[Topic]:
    """The same topics under the ids they had; each id goes to the one that kept most of its members. `gone`: ids that
    are somebody's already."""
    homes = {(t.language, k.key): place for place, t in enumerate(before) for k in t.keywords}
    shared: Counter[tuple[int, int]] = Counter()
    for place, topic in enumerate(found):
        for keyword in topic.keywords:
            old = homes.get((topic.language, keyword.key))
            if old is not None:
                shared[place, old] += 1
    ids: dict[int, str] = {}
    taken: set[str] = set(gone)
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
    signals: Iterable[Signal],
    language: str,
    encoder: Encoder,
    before: Sequence[Topic],
    pages: Pages | None = None,
    kept: Path | None = None,
) -> list[Topic]:
    """This week's topics of one language, grown out of those of an earlier week; without any, clustered anew.

    `kept`: a folder for what was read of the topics, from week to week (`drawing.py`); None keeps nothing.
    """
    mine = {signal.id: signal for signal in signals if signal.language == language}
    old = [topic for topic in before if topic.language == language]
    if not old:
        return topics(mine.values(), language, encoder, pages)
    with uncollected():
        return _grown(mine, language, encoder, old, pages, kept / f"{language}.npy" if kept else None)


def _grown(
    mine: Mapping[str, Signal],
    language: str,
    encoder: Encoder,
    old: Sequence[Topic],
    pages: Pages | None,
    file: Path | None,
) -> list[Topic]:
    homes = {k.key: place for place, topic in enumerate(old) for k in topic.keywords}
    groups: defaultdict[int, list[Keyword]] = defaultdict(list)
    fresh = []
    found = each_keyword(mine.values(), language, _told(old))
    for keyword in found:
        home = homes.get(keyword.key)
        if home is None:
            fresh.append(keyword)
        else:
            groups[home].append(keyword)
    fresh.sort(key=by_demand)
    left, changed = [], set()
    for keyword, home in zip(fresh, _joined(fresh, groups, language, encoder, pages, file), strict=True):
        if home is None:
            left.append(keyword)
        else:
            groups[home].append(keyword)
            changed.add(home)
    same = {home for home in groups.keys() - changed if len(groups[home]) == len(old[home].keywords)}
    grown = _built([groups[home] for home in sorted(groups) if home not in same], language, encoder, mine)
    names = sorted(name for keyword in left for name in keyword.signals)
    rest = topics([mine[name] for name in names], language, encoder, pages, len(found))
    others = [topic for home, topic in enumerate(old) if home not in same]
    everything = [_again(old[home], groups[home], mine) for home in sorted(same)]
    everything += with_ids([*grown, *rest], others, {topic.id for topic in everything})
    return sorted(everything, key=lambda t: (-t.demand, -sum(k.count for k in t.keywords), t.id))


def _told(old: Iterable[Topic]) -> dict[str, Keyword]:
    """The keyword each phrase of an earlier week was: of a million phrases 45 s, read anew. Nothing of topics that were
    made by other rules."""
    return {k.phrase: k for topic in old if topic.rules == rules() for k in topic.keywords}


def _joined(
    fresh: Sequence[Keyword],
    groups: Mapping[int, Sequence[Keyword]],
    language: str,
    encoder: Encoder,
    pages: Pages | None,
    file: Path | None,
) -> list[int | None]:
    """For each new phrase the topic it joins, by its place among the old ones; None where it starts one of its own."""
    if not fresh or not groups:
        return [None] * len(fresh)
    homes = sorted(groups)
    texts = [[keyword.phrase for keyword in sorted(groups[home], key=_by_key)] for home in homes]
    drawn = draw(texts, language, encoder, file)
    found = join([k.phrase for k in fresh], drawn, language, encoder, len(drawn.texts), pages)
    return [None if place is None else homes[place] for place in found]


def _by_key(keyword: Keyword) -> str:
    return keyword.key


def _again(topic: Topic, members: Sequence[Keyword], signals: Mapping[str, Signal]) -> Topic:
    """A topic with the members it had: its name and intent stand, its demand and questions are this week's. Of a
    million keywords nearly all are so, and only what grew is read anew."""
    behind = [signals[place] for keyword in members for place in keyword.signals]
    silent = _silent(topic)
    is_asked = any(each.kind is SignalKind.QUESTION or each.text not in silent for each in behind)
    return replace(
        topic,
        keywords=tuple(sorted(members, key=by_demand)),
        questions=questions(members, signals, silent) if is_asked else (),
        demand=max(keyword.demand for keyword in members),
        countries=tuple(sorted({signal.country for signal in behind if signal.country})),
        rules=rules(),
    )


def _silent(topic: Topic) -> set[str]:
    """Phrases that one signal alone was behind and that were no question by the rules of today: to ask a million
    phrases again takes 4 s."""
    if topic.rules != rules():
        return set()
    alone = {keyword.phrase for keyword in topic.keywords if len(keyword.signals) == 1}
    return alone - {question.text for question in topic.questions}


def _built(
    groups: Sequence[Sequence[Keyword]], language: str, encoder: Encoder, signals: Mapping[str, Signal]
) -> list[Topic]:
    """Topics out of given members: name, intent and questions are told anew."""
    members = [sorted(group, key=_by_key) for group in groups]
    texts = [k.phrase for group in members for k in group]
    told = intents(texts, language, encoder)
    vectors = encoder.encode(texts)
    found, start = [], 0
    for group in members:
        places = range(start, start + len(group))
        found.append(built(group, vectors[list(places)], [told[p] for p in places], signals))
        start += len(group)
    return found
