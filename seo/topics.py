"""Keywords of one wish in one language become a topic: what one page could answer."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

import numpy as np

from seo.clusters import cluster
from seo.encoders.encoder import Encoder
from seo.intents import intents
from seo.keywords import keywords
from seo.language import is_question, key
from seo.privacy import GAP
from seo.records import Intent, Keyword, Question, Signal, SignalKind, Topic
from seo.rules import rules
from seo.shared_pages import Pages

# members nearest the centre, at least, among which the name is chosen; a third of a larger topic
_NEAREST: Final = 3


def topics(
    signals: Iterable[Signal],
    language: str,
    encoder: Encoder,
    pages: Pages | None = None,
    size: int = 0,
) -> list[Topic]:
    """Topics of one language, most wanted first. Every keyword is in exactly one; a lone keyword is a topic
    of its own. `pages`: first pages of results, where some were looked up. `size`: keywords of the list that these are
    a part of, which decides the encoder; 0: they are the whole.
    """
    mine = {signal.id: signal for signal in signals if signal.language == language}
    found = keywords(mine.values(), language)
    found.sort(key=lambda keyword: keyword.key)
    if not found:
        return []
    texts = [keyword.phrase for keyword in found]
    grouping = cluster(texts, language, encoder, [keyword.count for keyword in found], pages, size)
    told = intents(texts, language, encoder)
    vectors = encoder.encode(texts)
    groups = [*grouping.clusters, *((place,) for place in grouping.unclustered)]
    made = [
        built([found[p] for p in places], vectors[list(places)], [told[p] for p in places], mine)
        for places in groups
    ]
    return sorted(
        made, key=lambda topic: (-topic.demand, -sum(keyword.count for keyword in topic.keywords), topic.id)
    )


def built(
    members: Sequence[Keyword],
    vectors: np.ndarray[tuple[int, int], np.dtype[np.float32]],
    votes: Sequence[tuple[Intent, float, str]],
    signals: Mapping[str, Signal],
) -> Topic:
    """A topic out of its members, their vectors and intents: name, intent, questions, countries."""
    name = _name(members, vectors)
    language = members[0].language
    intent, sure, reason = _decided(members, votes)
    behind = [signals[place] for keyword in members for place in keyword.signals]
    return Topic(
        id=topic_id(name, language),
        language=language,
        name=name,
        intent=intent,
        intent_confidence=sure,
        intent_by=reason,
        keywords=tuple(sorted(members, key=lambda keyword: (-keyword.demand, -keyword.count, keyword.key))),
        questions=questions(members, signals),
        demand=max(keyword.demand for keyword in members),
        countries=tuple(sorted({signal.country for signal in behind if signal.country})),
        rules=rules(),
    )


def topic_id(name: str, language: str) -> str:
    """Equal as long as the topic's name says the same: a new member does not make a new topic."""
    return hashlib.sha256(f"{language}\0{key(name, language) or name}".encode()).hexdigest()[:16]


def _name(members: Sequence[Keyword], vectors: np.ndarray[tuple[int, int], np.dtype[np.float32]]) -> str:
    """As a consumer typed it: the most wanted of those nearest the centre, the nearest of equals."""
    near = vectors @ vectors.mean(axis=0)
    order = sorted(range(len(members)), key=lambda place: (-round(float(near[place]), 3), members[place].key))
    nearest = order[: max(_NEAREST, len(members) // 3)]
    best = min(nearest, key=lambda place: (-members[place].demand, -members[place].count, order.index(place)))
    return members[best].phrase


def _decided(
    members: Sequence[Keyword], votes: Sequence[tuple[Intent, float, str]]
) -> tuple[Intent, float, str]:
    """The intent most of the demand speaks for, as sure as that share times its votes."""
    weight: Counter[Intent] = Counter()
    for keyword, (intent, sure, _) in zip(members, votes, strict=True):
        weight[intent] += sure * keyword.count  # type: ignore[assignment] # a Counter counts in fractions as well
    best = min(weight, key=lambda intent: (-weight[intent], intent.value))
    voters = [(keyword, vote) for keyword, vote in zip(members, votes, strict=True) if vote[0] is best]
    sure = sum(vote[1] * keyword.count for keyword, vote in voters) / sum(
        keyword.count for keyword, _ in voters
    )
    _, (_, _, reason) = min(voters, key=lambda pair: (-pair[1][1], -pair[0].count, pair[0].key))
    return best, round(sure * weight[best] / weight.total(), 3), reason


def questions(
    members: Sequence[Keyword], signals: Mapping[str, Signal], silent: AbstractSet[str] = frozenset()
) -> tuple[Question, ...]:
    """Distinct questions, most asked first; those that had personal data in them are not quoted.

    Asked about several products, a question names none. `silent`: texts that are known to ask nothing.
    """
    asked: defaultdict[str, list[Signal]] = defaultdict(list)
    for keyword in members:
        for place in keyword.signals:
            signal = signals[place]
            is_asked = signal.kind is SignalKind.QUESTION or (
                signal.text not in silent and is_question(signal.text, signal.language)
            )
            if is_asked and GAP not in signal.text:
                asked[keyword.key].append(signal)
    found = [
        _question(sorted(group, key=lambda signal: (-signal.count, signal.id))) for group in asked.values()
    ]
    return tuple(sorted(found, key=lambda question: (-question.count, question.text)))


def _question(group: Sequence[Signal]) -> Question:
    first = next((signal for signal in group if signal.kind is SignalKind.QUESTION), group[0])
    products = {signal.sku for signal in group if signal.sku}
    return Question(
        text=first.text,
        count=sum(signal.count for signal in group),
        source=first.source,
        sku=products.pop() if len(products) == 1 else None,
        signal=first.id,
    )
