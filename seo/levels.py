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
texts of one thing that stand together should have counterparts about another thing that stand together too, where a
counterpart is the likest text about the other thing, if it says the same of this one. How well they agree (Cohen's
kappa) tells the resolution, with its error, had by leaving one thing after the other out: kappa is .85 ± .01 at its
best in our English product queries, .29 ± .06 in the Spanish, .19 ± .04 in the German, where nine of 15 levels are
equal but for noise. Of the run of levels within one error of the best the one nearest to 1 is taken: at 1 modularity
joins what is linked more than chance would, so finer or coarser is cut only where the things clearly ask for it.

What was tried for this, found of the best resolution of the plain graph, which does not see things (above 1: better
than any); `parts`: mean and worst of 36 random ones, half of the things, half of the wishes, or 1,000 texts:

                                                            de    en    es    ja   parts
    likest texts, middle of the run within a tenth         .90  1.10   .87  1.14   1.20 .76   (until November 2026)
    likest texts, middle of the run within one error       .82  1.10   .87  1.24   1.24 .90
    likest texts, within one error, nearest to 1           .96  1.09  1.00  1.14   1.25 .91
    the same, pairs weighed by likeness squared            .96  1.10  1.00  1.28   1.28 .86
    the same, each thing compared with 16, not with 4      .96  1.09  1.00  1.14   1.26 .91
    each other's likest, within a tenth, middle            .75  1.10   .78  1.20   1.28 .76
    each other's likest, within one error, middle          .96  1.10   .95  1.20   1.29 .91
    each other's likest, within one error, nearest to 1    .96  1.10  1.00  1.24   1.29 .91   (taken)
    kappa of each two things alone, one error, middle      .82  1.10  1.05  1.20   1.28 .94
    always 1                                               .96   .95  1.00  1.14   1.25 .91

On 114 parts drawn after that was settled, English also read by the multilingual encoder: halves and 1,000 texts 1.14 ->
1.20 (worst .59 -> .81), 2 to 10 things or 3 wishes 1.11 -> 1.12 (worst .69 -> .61, two things, which tell little).
No number was fitted: one error, and 1, are what the words mean. How it does where a thing has far more wishes than our
ten and kappa is weak was not measured; 1 would be too coarse there. Our phrasings repeat from product to product, which
real lists do less.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seo.neighbours import Ints, nearest
from seo.vectors import Floats, Halves, Space, full, long

Doubles = NDArray[np.float64]

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
    drawn = _counterparts(rows[nodes], [np.searchsorted(nodes, some) for some in sample])
    agreed = [_agreement(louvain(part, step * len(sample)), drawn) for step in _PER_THING]
    step = _level(agreed)
    # A resolution is relative to the weight of all links: the whole needs as much more as it is heavier.
    resolution = _PER_THING[step] * len(sample) * float(inner.sum()) / max(float(part.sum()), 1e-9)
    told = f"by wish: {len(members)} things, resolution {_PER_THING[step]:.2g} in each, agreement {agreed[step][0]:.2f}"
    return louvain(inner, resolution), told


def _sampled(members: Sequence[Ints]) -> list[Ints]:
    """Things spread over all, at most 20,000 texts of them, and of each as many as can be compared pair by pair."""
    every = -(-sum(min(len(some), _LARGEST) for some in members) // _ROOM)
    return [some[:: -(-len(some) // _LARGEST)] for some in members[::every]]


@dataclass(frozen=True, slots=True)
class _Compared:
    """Pairs of texts of one thing, and the pairs that say the same of another: two rows each, a column per pair."""

    mine: Ints
    theirs: Ints
    number: Ints
    """Of the comparison that a pair is of."""

    both: Ints
    """The two things of each comparison, a row each."""

    things: int


def _counterparts(rows: Halves, sample: Sequence[Ints]) -> _Compared:
    """Each thing compared with some others, by those texts of the two that are each other's likest."""
    mine, theirs, both = [], [], []
    for one, here in enumerate(sample):
        for step in range(1, min(_OTHERS, len(sample) - 1) + 1):
            other = (one + step * max(1, len(sample) // (_OTHERS + 1))) % len(sample)
            if other == one:
                continue
            at, match = _mutual(full(rows[here]), full(rows[sample[other]]))
            pairs = np.stack(np.triu_indices(len(at), 1))
            pairs = pairs[:, :: max(1, pairs.shape[1] // _PAIRS)]
            mine.append(here[at][pairs])
            theirs.append(sample[other][match][pairs])
            both.append((one, other))
    none = np.zeros((2, 0), dtype=np.int64)
    number = np.repeat(np.arange(len(mine)), np.array([pairs.shape[1] for pairs in mine], dtype=np.int64))
    ends = np.array(both, dtype=np.int64).reshape(-1, 2)
    return _Compared(np.hstack([none, *mine]), np.hstack([none, *theirs]), number, ends, len(sample))


def _mutual(mine: Floats, theirs: Floats) -> tuple[Ints, Ints]:
    """Rows that are each other's likest: places in the one and in the other."""
    match, back = nearest(mine, theirs, 1)[0][:, 0], nearest(theirs, mine, 1)[0][:, 0]
    at = np.flatnonzero(back[match] == np.arange(len(mine)))
    return at, match[at]


def _agreement(labels: Ints, drawn: _Compared) -> tuple[float, float]:
    """Agreement beyond chance on which pairs stand together (Cohen's kappa), and its standard error: how much it moves
    when one thing after the other is left out (jackknife). Two things are one comparison: it has no error to tell."""
    here, there = (labels[one] == labels[other] for one, other in (drawn.mine, drawn.theirs))
    told = [np.ones_like(here), here, there, here == there]
    count = [np.bincount(drawn.number, weights=row, minlength=len(drawn.both)) for row in told]
    whole = np.array([row.sum() for row in count])
    if drawn.things < 3:  # noqa: PLR2004 - see above
        return float(_kappa(whole)), float("inf")
    ends = drawn.both.T.ravel()
    of_thing = np.stack([np.bincount(ends, weights=np.tile(row, 2), minlength=drawn.things) for row in count])
    return float(_kappa(whole)), float(np.sqrt((drawn.things - 1) * _kappa(whole[:, None] - of_thing).var()))


def _kappa(count: Doubles) -> Doubles:
    """Cohen's kappa of counts: pairs, together here, together there, and the same in both."""
    here, there, same = count[1:] / count[0].clip(1)
    by_chance = here * there + (1 - here) * (1 - there)
    return np.where(count[0] > 0, (same - by_chance) / (1 - by_chance).clip(1e-9), 0.0)


def _level(agreed: Sequence[tuple[float, float]]) -> int:
    """Of the run of levels around the best that agree as well but for its error, the one nearest to resolution 1."""
    best = max(range(len(agreed)), key=lambda step: agreed[step][0])
    enough = agreed[best][0] - agreed[best][1]
    poor = [-1, *(step for step in range(len(agreed)) if agreed[step][0] < enough), len(agreed)]
    low, high = next((low, high) for low, high in pairwise(poor) if low < best < high)
    return min(max(_PER_THING.index(1.0), low + 1), high - 1)
