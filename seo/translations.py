"""The same topic in other languages: for hreflang, and for research that is done once.

The encoder puts a text near its translation. Two topics are linked when each is the other's nearest in its language,
near enough, and neither says that it wants something else (another act, another size, the opposite).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seo.encoders.encoder import Encoder
from seo.records import Topic
from seo.wishes import act

LEAST: Final = 0.5
"""Cosine of two topics' centres. On the topics of the demo shop 434 of 502 links made at .5 are of one concept by the
catalogue, too (at .6 346 of 382); among the rest stand pairs that the catalogue cannot place, and right ones."""

MEMBERS: Final = 5  # of a topic whose vectors make its centre
BLOCK: Final = 1024

Floats = NDArray[np.float32]


def linked(topics: Sequence[Topic], encoder: Encoder) -> list[Topic]:
    """The topics of all languages, each with the ids of its translations."""
    by_language: dict[str, list[int]] = defaultdict(list)
    for place, topic in enumerate(topics):
        by_language[topic.language].append(place)
    languages = sorted(by_language)
    centres = _centres(topics, encoder)
    acts = [act(topic.name, topic.language) for topic in topics]
    found: dict[int, set[str]] = defaultdict(set)
    for at, one in enumerate(languages):
        for other in languages[at + 1 :]:
            for left, right in _mutual(centres, by_language[one], by_language[other], acts):
                found[left].add(topics[right].id)
                found[right].add(topics[left].id)
    return [replace(topic, translations=tuple(sorted(found[place]))) for place, topic in enumerate(topics)]


def _centres(topics: Sequence[Topic], encoder: Encoder) -> Floats:
    if not topics:
        return np.zeros((0, 1), dtype=np.float32)
    texts = [[topic.name, *(k.phrase for k in topic.keywords[:MEMBERS])] for topic in topics]
    vectors = encoder.encode([text for some in texts for text in some]).astype(np.float32)
    starts = np.cumsum([0, *(len(some) for some in texts)])[:-1]
    centres = np.add.reduceat(vectors, starts, axis=0)
    centres /= np.linalg.norm(centres, axis=1, keepdims=True).clip(1e-6)
    return np.round(centres, 4).astype(np.float32)


def _mutual(
    centres: Floats, here: Sequence[int], there: Sequence[int], acts: Sequence[str]
) -> list[tuple[int, int]]:
    """Pairs that are each other's nearest."""
    forth = _nearest(centres, here, there, acts)
    back = _nearest(centres, there, here, acts)
    return [(one, other) for one, other in forth.items() if back.get(other) == one]


def _nearest(
    centres: Floats, here: Sequence[int], there: Sequence[int], acts: Sequence[str]
) -> dict[int, int]:
    names = {name: number for number, name in enumerate(sorted(set(acts) | {""}))}
    wanted = np.array([names[acts[place]] for place in there])
    found = {}
    for start in range(0, len(here), BLOCK):
        some = here[start : start + BLOCK]
        likeness = centres[list(some)] @ centres[list(there)].T
        mine = np.array([names[acts[place]] for place in some])[:, None]
        likeness[(mine != wanted) & (mine > 0) & (wanted > 0)] = -1
        best = np.argmax(likeness, axis=1)
        for row, place in enumerate(some):
            if likeness[row, best[row]] >= LEAST:
                found[place] = there[int(best[row])]
    return found
