"""The second level: which topics belong to one wider subject. Topics are joined as keywords were, but coarsely.

Each topic is the mean of its members' vectors, less what all topics of the language share; neighbours make a graph, its
communities at the usual resolution of modularity are the pillars. A pillar bears the name of its strongest topic.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seo.encoders.encoder import Encoder
from seo.records import Topic

NEIGHBOURS: Final = 8
MEMBERS: Final = 12  # of a topic whose vectors make its centre: the most wanted
LEAST: Final = 0.2  # likeness, after the common mean is taken off, below which two topics are strangers
FEW: Final = 4  # topics: so few are no map
BLOCK: Final = 1024

Floats = NDArray[np.float32]


def with_pillars(topics: Sequence[Topic], encoder: Encoder) -> list[Topic]:
    """The topics of one language, each with its pillar; in a handful of topics each is its own."""
    if len(topics) < FEW:
        return [replace(topic, pillar=topic.name) for topic in topics]
    order = sorted(range(len(topics)), key=lambda place: topics[place].id)  # whatever the order they come in
    labels = _communities(_centres([topics[place] for place in order], encoder))
    strongest: dict[int, Topic] = {}
    for label, place in zip(labels, order, strict=True):
        best = strongest.get(label)
        if best is None or _strength(topics[place]) > _strength(best):
            strongest[label] = topics[place]
    named = {place: strongest[label].name for label, place in zip(labels, order, strict=True)}
    return [replace(topic, pillar=named[place]) for place, topic in enumerate(topics)]


def _strength(topic: Topic) -> tuple[float, int, str]:
    return topic.demand, sum(k.count for k in topic.keywords), topic.id


def _centres(topics: Sequence[Topic], encoder: Encoder) -> Floats:
    texts = [[k.phrase for k in topic.keywords[:MEMBERS]] or [topic.name] for topic in topics]
    vectors = encoder.encode([text for some in texts for text in some]).astype(np.float32)
    starts = np.cumsum([0, *(len(some) for some in texts)])[:-1]
    centres = np.add.reduceat(vectors, starts, axis=0)
    centres /= np.linalg.norm(centres, axis=1, keepdims=True).clip(1e-6)
    centres -= centres.mean(axis=0)
    centres /= np.linalg.norm(centres, axis=1, keepdims=True).clip(1e-6)
    return np.round(centres, 4).astype(np.float32)


def _communities(centres: Floats) -> list[int]:
    """Louvain over the nearest neighbours; its seed is fixed, so that the same topics give the same pillars."""
    from scipy import sparse  # type: ignore[import-untyped] # noqa: PLC0415
    from sknetwork.clustering import Louvain  # noqa: PLC0415

    size = len(centres)
    rows: list[Any] = []
    columns: list[Any] = []
    weights: list[Any] = []
    for start in range(0, size, BLOCK):
        likeness = centres[start : start + BLOCK] @ centres.T
        likeness[np.arange(len(likeness)), np.arange(start, start + len(likeness))] = -1
        best = np.argsort(-likeness, axis=1, kind="stable")[:, :NEIGHBOURS]
        value = np.take_along_axis(likeness, best, axis=1)
        here = np.repeat(np.arange(start, start + len(likeness)), best.shape[1])
        keep = value.ravel() >= LEAST
        rows.append(here[keep])
        columns.append(best.ravel()[keep])
        weights.append(value.ravel()[keep])
    graph = sparse.csr_matrix(
        (np.concatenate(weights), (np.concatenate(rows), np.concatenate(columns))), shape=(size, size)
    )
    graph = graph.maximum(graph.T)
    if not graph.nnz:
        return list(range(size))
    return [int(label) for label in Louvain(random_state=0).fit_predict(graph)]
