"""Texts that one page could answer, put together. No number of clusters is asked for; every text stands in
one place.

The way: exact key -> vectors of meaning and of words -> nearest neighbours -> edges between different wishes
cut ->
Louvain -> what is still mixed split. Why each step, and what else was measured: the notes on clustering in
the project's
findings. Constants were fixed on BANKING77 and CLINC150
(train) and on synthetic product queries, never on held-back sets.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seo.encoders.encoder import Encoder
from seo.language import key
from seo.neighbours import Neighbours, neighbours
from seo.records import Clustering
from seo.vectors import FEW, Space, space
from seo.wishes import Wish, kept_share, wish

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

RESOLUTION: Final = 8.0  # ARI at 8 | 10: CLINC150 .66 | .67, BANKING77 .45 | .43; flat from 4 to 16
_LADDER: Final = (10.0, 14.0, 20.0, 28.0, 40.0, 56.0, 80.0, 112.0, 160.0, 224.0, 320.0, 448.0, 640.0)
_QUERY_WORDS: Final = 5  # a median at or under it: a list of search queries, not of sentences
# queries a page usually answers; finer resolutions are tried until clusters average this
_PARTS: Final = 6  # a resolution above the number of texts / 6 takes groups of seven apart, however alike
_PAGE_SIZE: Final = 12
_LEAST: Final = 0.28  # likeness under which two texts are never neighbours, however lonely
_MOST_ASKED: Final = 0.45  # likeness that is enough, whatever random pairs reach
_SPREAD: Final = 2.5  # standard deviations above random pairs that a neighbour must reach
_SMALL: Final = 1  # members of a group that may still join a larger one
_TOGETHER: Final = 0.5  # likeness to the other group's centre at which it joins
_TOGETHER_SAME_ACT: Final = 0.36  # the same, where both name the same act: cutting and cutting
_LOOSE: Final = 0.30  # a member less like its cluster's centre stands alone


def cluster(
    texts: Sequence[str], language: str, encoder: Encoder, weights: Sequence[float] | None = None
) -> Clustering:
    """Positions of `texts` by cluster, largest first, and those left alone. The order of texts changes
    nothing but the numbers.

    `weights` (times seen) order the clusters. Texts that are equal but for case, accents, marks and word
    order are one.
    """
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        by_key[key(text, language)].append(place)
    blank = by_key.pop("", [])
    keys = sorted(by_key)
    groups, level = _grouped([_wording(by_key[name], texts) for name in keys], language, encoder)
    weight = [1.0] * len(texts) if weights is None else list(weights)
    clusters, alone = [], list(blank)
    for group in groups:
        places = sorted(place for node in group for place in by_key[keys[node]])
        if len(places) > 1:
            clusters.append(tuple(places))
        else:
            alone += places
    clusters.sort(
        key=lambda places: (-sum(weight[place] for place in places), min(texts[place] for place in places))
    )
    return Clustering(tuple(clusters), tuple(sorted(alone)), level)


def _least(where: Space) -> float:
    """How alike neighbours must be: more than chance, which a handful of texts on one thing cannot tell."""
    return _MOST_ASKED if len(where) <= FEW else min(_MOST_ASKED, max(_LEAST, where.chance(_SPREAD)))


def _wording(places: Sequence[int], texts: Sequence[str]) -> str:
    """Of equal texts the one that stands for all, whatever came first."""
    return min(texts[place] for place in places)


def _grouped(texts: Sequence[str], language: str, encoder: Encoder) -> tuple[list[list[int]], str]:
    """Nodes by group, singles included, and the level in words."""
    if len(texts) < 3:  # noqa: PLR2004 - nothing to compare with
        return [[node] for node in range(len(texts))], "too few texts to group"
    wishes = [wish(text, language) for text in texts]
    where = space(texts, [item.stems for item in wishes], encoder)
    near = _cut(neighbours(where, least=_least(where)), wishes)
    graph = _graph(near, len(texts))
    labels, level = _at_level(graph, texts, language)
    groups = [part for group in _members(labels) for part in _unmixed(group, wishes, where)]
    groups = [part for group in groups for part in _without_loose(group, where)]
    return _attached(groups, wishes, where), level


# ---- the graph
# ------------------------------------------------------------------------------------------------------


def _cut(near: Neighbours, wishes: Sequence[Wish]) -> Neighbours:
    """Likeness times what the two wishes leave of it: 0 where intent, size or negation differ."""
    rows = np.repeat(np.arange(near.places.shape[0]), near.places.shape[1]).reshape(near.places.shape)
    share = kept_share(wishes, rows.ravel(), near.places.ravel()).reshape(near.places.shape)
    return Neighbours(near.places, near.likeness * share)


def _graph(near: Neighbours, size: int) -> Any:  # scipy ships no types
    from scipy import sparse  # type: ignore[import-untyped] # noqa: PLC0415 - only to cluster

    rows = np.repeat(np.arange(size), near.places.shape[1])
    matrix = sparse.csr_matrix((near.likeness.ravel(), (rows, near.places.ravel())), shape=(size, size))
    matrix.eliminate_zeros()
    return matrix.maximum(matrix.T).tocsr()


def _at_level(graph: Any, texts: Sequence[str], language: str) -> tuple[Ints, str]:
    """Sentences: one resolution. Search queries: as fine as it takes for page-sized clusters."""
    linked = np.diff(graph.indptr) > 0
    if not linked.any():
        return np.arange(len(texts), dtype=np.int64), "nothing alike enough to group"
    finest = max(1.0, int(linked.sum()) / _PARTS)
    words = float(np.median([len(text.split()) for text in texts])) if language != "ja" else 0.0
    resolution = min(RESOLUTION, finest)
    labels = _louvain(graph, resolution)
    if words > _QUERY_WORDS:
        return labels, f"by intent: sentences of {words:.0f} words, resolution {resolution:g}"
    for step in _LADDER:
        size = int(linked.sum()) / len(np.unique(labels[linked]))
        if size <= _PAGE_SIZE:
            break
        resolution = min(step, finest)
        labels = _louvain(graph, resolution)
    return labels, f"by page: search queries, resolution {resolution:g} gives {size:.1f} queries a group"


def _louvain(graph: Any, resolution: float) -> Ints:
    """Louvain, not Leiden: equal from run to run, and as good on every set tried (scikit-network's Leiden
    can hang).
    """
    from sknetwork.clustering import Louvain  # noqa: PLC0415 - as above

    model = Louvain(
        resolution,
        modularity="newman",
        tol_optimization=1e-5,
        tol_aggregation=1e-5,
        shuffle_nodes=False,
        random_state=0,
    )
    labels: Ints = np.asarray(model.fit_predict(graph), dtype=np.int64)
    return labels


def _members(labels: Ints) -> list[list[int]]:
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for node, label in enumerate(labels.tolist()):
        groups[label].append(node)
    return sorted(groups.values())


# ---- what is still mixed
# --------------------------------------------------------------------------------------------


def _unmixed(group: list[int], wishes: Sequence[Wish], where: Space) -> list[list[int]]:
    """Split a group that holds two intents or two sizes, each said by at least two texts; the rest joins
    the nearer part.
    """
    for mark in ("intent", "act", "size"):
        named: defaultdict[str, list[int]] = defaultdict(list)
        for node in group:
            named[getattr(wishes[node], mark)].append(node)
        open_ones = named.pop("", [])
        parts = {name: nodes for name, nodes in named.items() if len(nodes) > 1}
        if len(parts) > 1:
            open_ones += [node for name, nodes in named.items() if name not in parts for node in nodes]
            return [
                piece
                for part in _joined(parts, open_ones, where)
                for piece in _unmixed(sorted(part), wishes, where)
            ]
    return [group]


def _joined(parts: Mapping[str, list[int]], open_ones: Sequence[int], where: Space) -> list[list[int]]:
    names = sorted(parts)
    grown = {name: list(parts[name]) for name in names}
    if open_ones:
        likeness = np.stack([where.to_centre(open_ones, parts[name]) for name in names])
        for node, best in zip(open_ones, likeness.argmax(axis=0).tolist(), strict=True):
            grown[names[best]].append(node)
    return [grown[name] for name in names]


def _without_loose(group: list[int], where: Space) -> list[list[int]]:
    """Members far from their cluster's centre stand alone: a chain of neighbours is no topic."""
    if len(group) < 2:  # noqa: PLR2004 - nothing to compare with
        return [group]
    near = where.to_centre(group, group) >= _LOOSE
    kept = [node for node, is_near in zip(group, near.tolist(), strict=True) if is_near]
    return (
        [kept, *([node] for node in group if node not in set(kept))] if kept else [[node] for node in group]
    )


# ---- what was left over --------------------------------------------------------------------------


def _attached(groups: list[list[int]], wishes: Sequence[Wish], where: Space) -> list[list[int]]:
    """Singles join the group they clearly belong to: a page for each wording of one question is no plan."""
    large = sorted(sorted(group) for group in groups if len(group) > _SMALL)
    small = sorted(sorted(group) for group in groups if len(group) <= _SMALL)
    if not large or not small:
        return groups
    marks = [_marks(group, wishes) for group in large]
    likeness = np.stack([where.to_centre([group[0] for group in small], group) for group in large], axis=1)
    grown = [list(group) for group in large]
    for row, group in enumerate(small):
        mine = _marks(group, wishes)
        share = np.array(
            [value * _fits(mine, theirs) for value, theirs in zip(likeness[row], marks, strict=True)]
        )
        best = int(share.argmax())
        if share[best] >= 1.0:
            grown[best] += group
        else:
            grown.append(group)
    return grown


def _marks(
    group: Sequence[int], wishes: Sequence[Wish]
) -> tuple[frozenset[str], frozenset[str], frozenset[str], bool]:
    named = (
        frozenset(getattr(wishes[node], mark) for node in group) - {""} for mark in ("intent", "act", "size")
    )
    intents, acts, sizes = named
    return intents, acts, sizes, any(wishes[node].is_negated for node in group)


def _fits(
    mine: tuple[frozenset[str], frozenset[str], frozenset[str], bool],
    theirs: tuple[frozenset[str], frozenset[str], frozenset[str], bool],
) -> float:
    """One over the likeness needed; 0 where the marks of two groups speak against each other."""
    *marks, is_negated = mine
    *others, is_other_negated = theirs
    if is_negated != is_other_negated or any(
        a and b and not a & b for a, b in zip(marks, others, strict=True)
    ):
        return 0.0
    if bool(marks[1]) != bool(others[1]):  # one names an act, the other none
        return 0.0
    return 1 / (_TOGETHER_SAME_ACT if marks[1] & others[1] else _TOGETHER)
