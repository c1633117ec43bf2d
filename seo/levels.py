"""How fine topics are cut, told by the texts alone: no number, no label, no setting per list.

Two kinds of lists, told apart by a measurement:

*Sentences* (what people say to a bank, to a device). Whatever the list, texts of one wish share about .40 of their
centred vectors: .40 ± .03 in every part of BANKING77 and CLINC150 tried (10 to 150 wishes, 500 to 15,000 texts, equal
and Zipf sizes, two encoders). So the resolution is the one whose groups are that alike on average. On the training
sets it reaches 93 % (BANKING77) and some 95 % (CLINC150) of the best resolution chosen with labels; of parts of them
the worst seen was 89 %. These sets were also looked at while .40 was found: none was held back. A fixed resolution must
move from .25 to 45 between the same sets, and silhouette, Davies-Bouldin, agreement of subsamples and mutual
information of left-out texts each fail on several of them.

*Things and wishes* (40 products, each bought, cleaned, returned). The products are the far clearer groups, at .60
alike, so every index stops there. What shows the second level: what is said of one thing is said of others. With its
group's mean taken off, a text's likest text of another group is .78-.94 like it, against .22-.51 in lists of
sentences, at any resolution. There the groups are things, and every thing is a repetition of the same experiment: two
texts of one thing that stand together should have counterparts about another thing that stand together too. The
resolution at which they agree most (Cohen's kappa) is taken. On our own 4,862 English product queries that is better
than any resolution of the plain graph (.84 against .77), because the thing no longer outshouts the wish; on our German
ones it is worse (.22 against .27). Their phrasings repeat from product to product, which real lists do less.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seo.neighbours import Ints, nearest
from seo.vectors import Floats, Halves, Space, full, long

_LADDER: Final = tuple(2.0 ** (step / 2) for step in range(-4, 23))  # .25 to 1,448
_ALIKE: Final = 0.40  # of texts with one wish, see above
_OF_LIKEST: Final = 0.8  # what true groups are alike of what their likest are, in groups of four to eight
_CROSSED: Final = 0.65  # likeness over things from which a list is one of things; between .51 and .78
_LOOK: Final = (1.0, 4.0)  # resolutions at which a list of things would show
_ROOM: Final = 20_000  # texts a figure is taken on: every so many when there are more
_PROBES: Final = 500
_PER_THING: Final = tuple(
    2.0 ** (step / 2) for step in range(-7, 8)
)  # resolutions inside one thing, .09 to 11
_FEWEST: Final = 6  # texts of a thing that can be compared with another thing
_OTHERS: Final = 4  # things that each is compared with
_LARGEST: Final = 400  # texts of a thing that are compared
_PAIRS: Final = 2000  # pairs of texts in one comparison
_CLOSE: Final = 0.9  # of the best agreement: between such levels noise decides, so their middle is taken


def louvain(graph: Any, resolution: float) -> Ints:  # scipy and scikit-network ship no types
    """Louvain, not Leiden: equal from run to run, and as good on every set tried (scikit-network's Leiden can hang).

    Without a link everything stands alone.
    """
    if not graph.nnz:
        return np.arange(graph.shape[0], dtype=np.int64)
    from sknetwork.clustering import Louvain  # noqa: PLC0415 - only to cluster

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


# ---- sentences: as alike as one wish is ----------------------------------------------------------


def by_likeness(graph: Any, where: Space) -> tuple[Ints, str]:
    """The groups that are nearest to being .40 alike, found by halving the ladder, and the level in words.

    Where even the likest text of the middle text is no nearer than .50 (a few dozen queries of a small shop, in a
    language the encoder reads less well), .40 is out of reach of true groups, and halving would end in single texts: 90
    of 90 German queries of our demo shop. Lists with labels are all above (.54, 500 texts of CLINC150, is the lowest).
    """
    asked = min(_ALIKE, _OF_LIKEST * _median_likest(graph))
    low, high, known = 0, len(_LADDER) - 1, {}

    def at(step: int) -> float:
        if step not in known:
            labels = louvain(graph, _LADDER[step])
            known[step] = (alike(where, labels), labels)
        return known[step][0]

    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if at(middle) < asked else (low, middle)
    best = min((low, high), key=lambda step: (abs(at(step) - asked), step))
    return known[best][1], f"by likeness: resolution {_LADDER[best]:.3g}, members {at(best):.2f} alike"


def _median_likest(graph: Any) -> float:
    """The strongest link of the middle one of the texts that have any."""
    strongest = np.asarray(graph.max(axis=1).todense()).ravel()
    return float(np.median(strongest[strongest > 0]))


def alike(where: Space, labels: Ints) -> float:
    """Mean likeness of two members of a group, over the texts in groups; 1 when all stand alone."""
    labels = np.unique(labels, return_inverse=True)[1]
    sizes = np.bincount(labels)
    chosen = np.flatnonzero(sizes > 1)
    chosen = chosen[:: max(1, -(-int(sizes[chosen].sum()) // _ROOM))]  # some groups of very many, each whole
    if not chosen.size:
        return 1.0
    size = sizes[chosen].astype(np.float64)
    squared = (_sums(where, labels, chosen).astype(np.float64) ** 2).sum(axis=1)
    return float(np.average((squared - size) / (size * (size - 1)), weights=size))


def _sums(where: Space, labels: Ints, chosen: Ints) -> Floats:
    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[order], chosen)
    ends = np.searchsorted(labels[order], chosen, side="right")
    return np.stack([where.of(order[start:end]).sum(axis=0) for start, end in zip(starts, ends, strict=True)])


# ---- things and wishes ---------------------------------------------------------------------------


def things(graph: Any, where: Space) -> Ints:
    """The thing each text is about, -1 for none: for all, when the list is not one of things and wishes."""
    none = np.full(len(where), -1, dtype=np.int64)
    drawn = _draw(where, max(1, len(where) // _PROBES))
    if max(_median_crossing(drawn, louvain(graph, step)) for step in _LOOK) < _CROSSED:
        return none
    best, labels, falls = 0.0, none, 0
    for step in _LADDER:
        found = louvain(graph, step)
        crossing = _median_crossing(drawn, found)
        if crossing > best:
            best, labels, falls = crossing, found, 0
        else:
            falls += 1
        if falls > 2:  # noqa: PLR2004 - the curve has one top
            break
    return _only_things(where, labels)


def _only_things(where: Space, labels: Ints) -> Ints:
    """Groups most of whose texts have a counterpart elsewhere are things."""
    every = max(1, -(-len(where) // (_ROOM // 4)))
    drawn = _draw(where, every)
    places, found = drawn.places, _crossing(drawn, labels)
    names = np.unique(labels, return_inverse=True)[1]
    asked = np.bincount(names[places], minlength=names.max() + 1)
    crossed = np.bincount(names[places], weights=found >= _CROSSED, minlength=names.max() + 1)
    share = np.where(asked > 0, crossed / np.maximum(asked, 1), float(np.median(found) >= _CROSSED))
    is_thing = (share >= 0.5) & (np.bincount(names) >= _FEWEST)  # noqa: PLR2004 - most of them
    return np.where(is_thing[names], names, -1)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Some texts to ask about, and the pool of texts, they among them, in which counterparts are looked for."""

    places: Ints
    pool: Ints
    rows: Floats


def _draw(where: Space, every: int) -> _Drawn:
    places = np.arange(0, len(where), every)
    pool = np.union1d(places, np.arange(0, len(where), -(-len(where) // _ROOM)))
    return _Drawn(places, pool, where.of(pool))


def _median_crossing(drawn: _Drawn, labels: Ints) -> float:
    return float(np.median(_crossing(drawn, labels)))


def _crossing(drawn: _Drawn, labels: Ints) -> Floats:
    """How like each of some texts is to the likest text of another group, both without their group's mean."""
    names = np.unique(labels[drawn.pool], return_inverse=True)[1]
    rows = without_mean(drawn.rows, names)
    asked = np.searchsorted(drawn.pool, drawn.places)
    found = np.empty(len(asked), dtype=np.float32)
    for at in range(0, len(asked), _PROBES):
        part = asked[at : at + _PROBES]
        likeness = rows[part] @ rows.T
        likeness[names[part][:, None] == names[None, :]] = 0.0
        found[at : at + _PROBES] = likeness.max(axis=1)
    return found


def without_mean(rows: Floats, names: Ints) -> Floats:
    """Rows without the mean of their group (numbered from 0), length 1 again: what a text says beyond its thing."""
    order = np.argsort(names, kind="stable")
    means = _means(rows[order], np.bincount(names))
    left: Floats = rows - means[names]
    left /= np.linalg.norm(left, axis=1, keepdims=True).clip(1e-6)
    return left


def _means(rows: Floats, sizes: Ints) -> Floats:
    """Means of rows that stand group by group."""
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    sums = np.add.reduceat(rows, starts, axis=0, dtype=np.float32)
    means: Floats = (sums / sizes[:, None]).astype(np.float32)
    return means


def beyond(where: Space, inside: Ints, names: Ints) -> Halves:
    """The same for many texts, group by group and in half precision: 1.5 GB for a million."""
    rows = np.empty((len(inside), where.rows.shape[1]), dtype=np.float16)
    order = np.argsort(names, kind="stable")
    ends = np.cumsum(np.bincount(names))
    for start, end in zip([0, *ends[:-1].tolist()], ends.tolist(), strict=True):
        mine = order[start:end]
        sums: Floats = np.zeros(rows.shape[1], dtype=np.float32)
        parts = np.array_split(mine, -(-len(mine) // _ROOM))
        for part in parts:
            sums += where.of(inside[part]).sum(axis=0, dtype=np.float32)
        mean: Floats = (sums / len(mine)).astype(np.float32)
        for part in parts:
            rows[part] = long(where.of(inside[part]) - mean)
    return rows


def by_wish(inner: Any, rows: Halves, thing: Ints) -> tuple[Ints, str]:
    """Groups inside things, at the resolution at which things agree best, and the level in words.

    `inner` holds links inside things only, `rows` what each text says beyond its thing.
    """
    members = [np.flatnonzero(thing == name) for name in range(int(thing.max()) + 1)]
    sample = _sampled(members)
    nodes = np.sort(np.concatenate(sample))
    part = inner[nodes][:, nodes]
    drawn = _counterparts(rows, sample)
    places = [(np.searchsorted(nodes, a), np.searchsorted(nodes, b)) for a, b in drawn]
    agreed = [_kappa(louvain(part, step * len(sample)), places) for step in _PER_THING]
    step = _middle(agreed)
    # A resolution is relative to the weight of all links: the whole needs as much more as it is heavier.
    resolution = _PER_THING[step] * len(sample) * float(inner.sum()) / max(float(part.sum()), 1e-9)
    told = f"by wish: {len(members)} things, resolution {_PER_THING[step]:.2g} in each, agreement {agreed[step]:.2f}"
    return louvain(inner, resolution), told


def _sampled(members: Sequence[Ints]) -> list[Ints]:
    """Things spread over all, at most 20,000 texts of them, and of each as many as can be compared pair by pair."""
    every = -(-sum(min(len(some), _LARGEST) for some in members) // _ROOM)
    return [some[:: -(-len(some) // _LARGEST)] for some in members[::every]]


def _counterparts(rows: Halves, sample: Sequence[Ints]) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Pairs of texts of one thing, and the pairs likest to them about another thing; two columns each."""
    drawn = []
    for number, mine in enumerate(sample):
        for step in range(1, min(_OTHERS, len(sample) - 1) + 1):
            theirs = sample[(number + step * max(1, len(sample) // (_OTHERS + 1))) % len(sample)]
            if theirs is mine:
                continue
            match = theirs[nearest(full(rows[mine]), full(rows[theirs]), 1)[0][:, 0]]
            left, right = np.triu_indices(len(mine), 1)
            every = max(1, len(left) // _PAIRS)
            left, right = left[::every], right[::every]
            apart = match[left] != match[right]
            left, right = left[apart], right[apart]
            drawn.append((np.stack([mine[left], mine[right]]), np.stack([match[left], match[right]])))
    return drawn


def _kappa(labels: Ints, drawn: Sequence[tuple[NDArray[np.int64], NDArray[np.int64]]]) -> float:
    """Agreement beyond chance on which pairs stand together (Cohen)."""
    if not drawn:
        return 0.0
    mine = np.concatenate([labels[pairs[0]] == labels[pairs[1]] for pairs, _ in drawn])
    theirs = np.concatenate([labels[pairs[0]] == labels[pairs[1]] for _, pairs in drawn])
    by_chance = mine.mean() * theirs.mean() + (1 - mine.mean()) * (1 - theirs.mean())
    return float(((mine == theirs).mean() - by_chance) / max(1 - by_chance, 1e-9))


def _middle(agreed: Sequence[float]) -> int:
    """The middle of the run of levels around the best one that agree nearly as well."""
    best = max(range(len(agreed)), key=lambda step: agreed[step])
    enough = _CLOSE * agreed[best]
    poor = [-1, *(step for step in range(len(agreed)) if agreed[step] < enough), len(agreed)]
    low, high = next((low, high) for low, high in pairwise(poor) if low < best < high)
    return (low + high) // 2
