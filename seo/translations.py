"""The same topic in other languages: for hreflang, and for research that is done once.

The encoder puts a text near its translation. Two topics are linked when each is the other's nearest in its language,
near enough, and neither says that it wants something else (another act, another size, the opposite).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from seo.centres import centres
from seo.encoders.encoder import Encoder
from seo.neighbours import beside
from seo.records import Topic
from seo.vectors import Floats
from seo.wishes import act

LEAST: Final = 0.5
"""Cosine of two topics' centres. On the topics of the demo shop 434 of 502 links made at .5 are of one concept by the
catalogue, too (at .6 346 of 382); among the rest stand pairs that the catalogue cannot place, and right ones."""

MEMBERS: Final = 5  # of a topic whose vectors make its centre


def linked(topics: Sequence[Topic], encoder: Encoder) -> list[Topic]:
    """The topics of all languages, each with the ids of its translations."""
    by_language: dict[str, list[int]] = defaultdict(list)
    for place, topic in enumerate(topics):
        by_language[topic.language].append(place)
    languages = sorted(by_language)
    if len(languages) < 2:  # noqa: PLR2004 - no other language: of 100,000 topics 600,000 texts need not be read
        return [replace(topic, translations=()) if topic.translations else topic for topic in topics]
    where = _centres(topics, encoder)
    acts = [act(topic.name, topic.language) for topic in topics]
    found: dict[int, set[str]] = defaultdict(set)
    for at, one in enumerate(languages):
        for other in languages[at + 1 :]:
            for left, right in _mutual(where, by_language[one], by_language[other], acts):
                found[left].add(topics[right].id)
                found[right].add(topics[left].id)
    return [replace(topic, translations=tuple(sorted(found[place]))) for place, topic in enumerate(topics)]


def _centres(topics: Sequence[Topic], encoder: Encoder) -> Floats:
    where = centres([[t.name, *(k.phrase for k in t.keywords[:MEMBERS])] for t in topics], encoder)
    return np.round(where, 4).astype(np.float32)


def _mutual(
    where: Floats, here: Sequence[int], there: Sequence[int], acts: Sequence[str]
) -> list[tuple[int, int]]:
    """Pairs that are each other's nearest."""
    forth = _nearest(where, here, there, acts)
    back = _nearest(where, there, here, acts)
    return [(one, other) for one, other in forth.items() if back.get(other) == one]


def _nearest(where: Floats, here: Sequence[int], there: Sequence[int], acts: Sequence[str]) -> dict[int, int]:
    names = {name: number for number, name in enumerate(sorted(set(acts) | {""}))}
    told = np.array([names[name] for name in acts])
    rows, columns = np.array(here), np.array(there)
    found: dict[int, int] = {}
    for mine, theirs in beside(where[rows], where[columns]):
        some, others = rows[mine], columns[theirs]
        likeness = where[some] @ where[others].T
        wants, wanted = told[some][:, None], told[others]
        likeness[(wants != wanted) & (wants > 0) & (wanted > 0)] = -1
        best = np.argmax(likeness, axis=1)
        is_near = likeness[np.arange(len(some)), best] >= LEAST
        found.update(zip(some[is_near].tolist(), others[best[is_near]].tolist(), strict=True))
    return found
