"""The second level: which topics belong to one wider subject. Topics are joined as keywords were, but coarsely.

Each topic is the mean of its members' vectors, less what all topics of the language share; neighbours make a graph, its
communities at the usual resolution of modularity are the pillars. A pillar bears the name of its strongest topic.
Up to 20,000 topics neighbours are exact.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seo.centres import centres
from seo.encoders.encoder import Encoder
from seo.neighbours import EXACT, highest, neighbours
from seo.records import Topic
from seo.vectors import Floats, Space, long

NEIGHBOURS: Final = 8
MEMBERS: Final = 12  # of a topic whose vectors make its centre: the most wanted
LEAST: Final = 0.2  # likeness, after the common mean is taken off, below which two topics are strangers
FEW: Final = 4  # topics: so few are no map
BLOCK: Final = 1024


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
    where = centres([[k.phrase for k in t.keywords[:MEMBERS]] or [t.name] for t in topics], encoder)
    return np.round(long(where - where.mean(axis=0)), 4).astype(np.float32)


def _communities(where: Floats) -> list[int]:
    """Louvain over the nearest neighbours; its seed is fixed, so that the same topics give the same pillars."""
    from sknetwork.clustering import Louvain  # noqa: PLC0415

    graph = _graph(where) if len(where) <= EXACT else _graph_of_many(where)
    if not graph.nnz:
        return list(range(len(where)))
    return [int(label) for label in Louvain(random_state=0).fit_predict(graph)]


def _graph(where: Floats) -> Any:  # scipy ships no types
    """Each topic with its nearest, of equals the first: all are compared with all."""
    rows, columns, weights = [], [], []
    for start in range(0, len(where), BLOCK):
        likeness = where[start : start + BLOCK] @ where.T
        own = np.arange(start, start + len(likeness))
        likeness[own - start, own] = -1
        for row, best in zip(own, highest(likeness, min(NEIGHBOURS, len(where))), strict=True):
            rows.append(np.full(len(best), row))
            columns.append(best)
            weights.append(likeness[row - start, best])
    return _linked(np.concatenate(rows), np.concatenate(columns), np.concatenate(weights), len(where))


def _graph_of_many(where: Floats) -> Any:  # as above
    """The same within the cells of `neighbours.py`: 30,000 topics take 14 CPU s with their vectors, 100,000 take 39.
    Compared all with all and sorted, 30,000 took 126."""
    near = neighbours(Space(where.astype(np.float16)), LEAST)
    columns, weights = near.places[:, :NEIGHBOURS], near.likeness[:, :NEIGHBOURS]
    rows = np.repeat(np.arange(len(where)), columns.shape[1])
    return _linked(rows, columns.ravel(), weights.ravel(), len(where))


def _linked(rows: NDArray[Any], columns: NDArray[Any], weights: Floats, size: int) -> Any:  # as above
    """Links both ways between topics that are no strangers."""
    from scipy import sparse  # type: ignore[import-untyped] # noqa: PLC0415

    keep = weights >= LEAST
    graph = sparse.csr_matrix((weights[keep], (rows[keep], columns[keep])), shape=(size, size))
    return graph.maximum(graph.T)
