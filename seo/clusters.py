"""Texts that one page could answer, put together. No number of clusters is asked for; every text stands in one place.

The way: exact key -> vectors of meaning and of words -> nearest neighbours -> edges between different wishes cut ->
Louvain at the level the texts themselves tell (`levels.py`) -> what is still mixed split. Constants were fixed on
BANKING77 and CLINC150 (train) and on synthetic product queries, never on held-back sets.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seo.encoders.encoder import Encoder
from seo.language import key
from seo.levels import beyond, by_likeness, by_wish, things
from seo.neighbours import Ints, Neighbours, neighbours
from seo.records import Clustering
from seo.shared_pages import Links, Pages, linked
from seo.vectors import FEW, Floats, Halves, Space, full, space
from seo.wishes import Wish, fits, kept_share, marks, wish

_LEAST: Final = 0.28  # likeness under which two texts are never neighbours, however lonely
_MOST_ASKED: Final = 0.45  # likeness that is enough, whatever random pairs reach
_SPREAD: Final = 2.5  # standard deviations above random pairs that a neighbour must reach
_PART: Final = 20_000  # links weighed at a time: 100 MB
_SMALL: Final = 1  # members of a group that may still join a larger one
_LOOSE: Final = 0.30  # a member less like its cluster's centre stands alone


def cluster(
    texts: Sequence[str],
    language: str,
    encoder: Encoder,
    weights: Sequence[float] | None = None,
    pages: Pages | None = None,
    size: int = 0,
) -> Clustering:
    """Positions of `texts` by cluster, largest first, and those left alone. The order of texts changes
    nothing but the numbers.

    `weights` (times seen) order the clusters; first pages of results, where known, tie and part texts. Texts that are
    equal but for case, accents, marks and word order are one. `size`: of the whole list that `texts` are a part of,
    which decides the encoder; 0: they are the whole.
    """
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        by_key[key(text, language)].append(place)
    blank = by_key.pop("", [])
    keys = sorted(by_key)
    looked_up = {key(search, language): page for search, page in sorted((pages or {}).items())}
    shown = [looked_up.get(name, frozenset()) for name in keys]
    reader = encoder.of(language, max(size, len(keys)))
    groups, level = _grouped([_wording(by_key[name], texts) for name in keys], language, reader, shown)
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


def _grouped(
    texts: Sequence[str], language: str, encoder: Encoder, pages: Sequence[frozenset[str]]
) -> tuple[list[list[int]], str]:
    """Nodes by group, singles included, and the level in words."""
    if len(texts) < 3:  # noqa: PLR2004 - nothing to compare with
        return [[node] for node in range(len(texts))], "too few texts to group"
    wishes = [wish(text, language) for text in texts]
    where = space(texts, [item.stems for item in wishes], encoder)
    near = neighbours(where, least=_least(where))
    links = linked(near, _kept(near, wishes), wishes, pages)
    labels, level = _at_level(links, where)
    groups = [part for group in _members(labels) for part in _unmixed(group, wishes, where)]
    ties = links.ties()
    groups = [part for group in groups for part in _without_loose(group, where, ties)]
    return _attached(groups, links, wishes, where), level


# ---- the graph
# ------------------------------------------------------------------------------------------------------


def _kept(near: Neighbours, wishes: Sequence[Wish]) -> Floats:
    """What two wishes leave of a likeness: 0 where intent, size or negation differ."""
    rows = np.repeat(np.arange(near.places.shape[0]), near.places.shape[1])
    return kept_share(wishes, rows, near.places.ravel().astype(np.int64)).reshape(near.places.shape)


def _graph(places: NDArray[Any], likeness: Floats) -> Any:  # scipy ships no types
    """Links both ways, as strong as the stronger of the two."""
    from scipy import sparse  # type: ignore[import-untyped] # noqa: PLC0415 - only to cluster

    size = len(places)
    rows = np.repeat(np.arange(size, dtype=np.int32), places.shape[1])
    columns = np.where(likeness > 0, places, 0).astype(np.int32).ravel()
    matrix = sparse.csr_matrix((likeness.ravel(), (rows, columns)), shape=(size, size))
    matrix.eliminate_zeros()
    return matrix.maximum(matrix.T).tocsr()


def _at_level(links: Links, where: Space) -> tuple[Ints, str]:
    """Labels of texts, and the level in words. Texts about things are cut by wish, the others by likeness."""
    near = links.near
    graph = _graph(near.places, links.strength)
    if not graph.nnz:
        return np.arange(len(where), dtype=np.int64), "nothing alike enough to group"
    thing = things(_graph(near.places, near.likeness), where)
    inside = np.flatnonzero(thing >= 0)
    if not inside.size:
        return by_likeness(graph, where)
    names = np.unique(thing[inside], return_inverse=True)[1]
    rows = beyond(where, inside, names)
    wishes, told = by_wish(_inside(links, thing, rows), rows, names)
    labels = np.full(len(where), -1, dtype=np.int64)
    if len(inside) < len(where):
        labels, level = by_likeness(graph, where)
        told = f"{told}; what is about no thing {level}"
    labels[inside] = labels.max() + 1 + wishes
    return labels, told


def _inside(links: Links, thing: Ints, rows: Halves) -> Any:  # scipy ships no types
    """Links inside things, as strong as what two texts say beyond their thing is alike."""
    places = links.near.places
    inside = np.flatnonzero(thing >= 0)
    number = np.cumsum(thing >= 0) - 1
    at, column = np.nonzero(thing[places[inside]] == thing[inside][:, None])
    other = number[places[inside][at, column]]
    likeness = np.zeros((len(inside), places.shape[1]), dtype=np.float32)
    for part in np.array_split(np.arange(len(at)), max(1, len(at) // _PART)):
        mine, theirs = full(rows[at[part]]), full(rows[other[part]])
        likeness[at[part], column[part]] = np.einsum("ij,ij->i", mine, theirs).clip(0)
    added = np.where(thing[places[inside]] == thing[inside][:, None], links.added[inside], 0)
    return _graph(number[places[inside]], likeness * links.kept[inside] + added)


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


def _without_loose(group: list[int], where: Space, ties: Mapping[int, frozenset[int]]) -> list[list[int]]:
    """Members far from their cluster's centre stand alone: a chain of neighbours is no topic. Those whom results pages
    tie to another member stay."""
    if len(group) < 2:  # noqa: PLR2004 - nothing to compare with
        return [group]
    near = where.to_centre(group, group) >= _LOOSE
    if ties:
        inside = set(group)
        near = near | np.array([bool(ties.get(node, frozenset()) & inside) for node in group])
    kept = [node for node, is_near in zip(group, near.tolist(), strict=True) if is_near]
    return (
        [kept, *([node] for node in group if node not in set(kept))] if kept else [[node] for node in group]
    )


# ---- what was left over --------------------------------------------------------------------------


def _attached(groups: list[list[int]], links: Links, wishes: Sequence[Wish], where: Space) -> list[list[int]]:
    """Singles join the group of a neighbour that they clearly belong to: a page for each wording of one question is
    no plan."""
    near, strength = links.near, links.strength
    large = sorted(sorted(group) for group in groups if len(group) > _SMALL)
    single = sorted(group[0] for group in groups if len(group) <= _SMALL)
    home = np.full(len(where), -1, dtype=np.int64)
    for number, group in enumerate(large):
        home[group] = number
    grown = [list(group) for group in large]
    for node in single:
        beside = np.unique(home[near.places[node][strength[node] > 0]])
        chosen = _chosen(node, [(name, large[name]) for name in beside.tolist() if name >= 0], wishes, where)
        if chosen is None:
            grown.append([node])
        else:
            grown[chosen].append(node)
    return grown


def _chosen(
    node: int, beside: Sequence[tuple[int, Sequence[int]]], wishes: Sequence[Wish], where: Space
) -> int | None:
    """Of some numbered groups the one that a text belongs to, if any."""
    mine, best = marks([wishes[node]]), 1.0
    chosen: int | None = None
    for number, group in beside:
        needed = fits(mine, marks([wishes[member] for member in group]))
        share = needed and needed * float(where.to_centre([node], group)[0])
        if share >= best:
            best, chosen = share, number
    return chosen
