"""The nearest texts of every text. Exact up to 20,000; above that within the nearest of many cells.

Plain matrix products, the same on every run: 39 CPU s for 100,000 texts of 768 columns. An HNSW index (usearch) takes
25-61 for that and builds the same index twice only on one thread.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seo.vectors import Floats, Space

Ints = NDArray[np.int64]
Places = NDArray[np.int32]

EXACT: Final = 20_000  # 6.7 s for 15,000 on one core; the cost grows with the square
_FEWEST, _MOST = 6, 15  # neighbours: half the root of the number of texts, within these
_BLOCK: Final = 1000  # rows at a time: 80 MB at the most
_WIDTH: Final = (
    128  # main directions in which candidates are looked for: finds 94 % of true neighbours, 64 finds 80
)
_CELL: Final = 250  # texts in a cell, on average
_AROUND: Final = 16  # cells in which a cell's texts are looked for, itself among them
_CANDIDATES: Final = 48  # compared in full
_TOPS: Final = 256  # of a row's values, that tell how high the highest are
_TOGETHER: Final = (
    100  # texts whose candidates are compared at a time: 15 MB, what the core's own memory holds
)
_ROUNDS: Final = 4  # of moving the cells' centres
_SAMPLE: Final = 20_000  # texts that tell the main directions
_PER_CELL: Final = 25  # texts that place a cell's centre


@dataclass(frozen=True, slots=True)
class Neighbours:
    """One row per text: places of its neighbours and their likeness; 0 where there was none."""

    places: Places
    likeness: Floats


def neighbours(where: Space, least: float) -> Neighbours:
    """Up to 15 neighbours of each text that are at least so alike."""
    count = min(len(where) - 1, max(_FEWEST, min(_MOST, round(len(where) ** 0.5 / 2))))
    found = _exact(where, count) if len(where) <= EXACT else _in_cells(where, count)
    found.likeness[found.likeness < least] = 0.0
    return found


def nearest(rows: Floats, columns: Floats, count: int, own: Ints | None = None) -> tuple[Ints, Floats]:
    """For each row the places of the `count` likest columns and their likeness, best first, of equals the lower place.
    `own`: the column that is the row itself, never its neighbour."""
    likeness = rows @ columns.T
    if own is not None:
        likeness[np.arange(len(rows)), own] = -1.0
    count = min(count, likeness.shape[1])
    places = np.sort(np.argpartition(-likeness, count - 1, axis=1)[:, :count], axis=1)
    values = np.take_along_axis(likeness, places, axis=1)
    order = np.argsort(-values, axis=1, kind="stable")
    return np.take_along_axis(places, order, axis=1), np.take_along_axis(values, order, axis=1)


def highest(near: Floats, count: int) -> Iterator[Ints]:
    """Of each row the columns of its `count` highest values, of equals the first, in their order.

    The tops of stretches give a bound that `count` values reach at least, and only what reaches it is ordered: .7 s for
    5,000 rows of 100,000, where numpy's `argpartition` of whole rows takes 18.
    """
    every = min(_TOPS, near.shape[1])
    tops = near[:, : near.shape[1] // every * every].reshape(len(near), -1, every).max(axis=1)
    bounds = np.partition(tops, -count, axis=1)[:, -count]
    for row, bound in zip(near, bounds, strict=True):
        found = np.flatnonzero(row >= bound)
        yield np.sort(found[np.argsort(-row[found], kind="stable")[:count]])


def beside(rows: Floats, columns: Floats) -> Iterator[tuple[Ints, Ints]]:
    """All rows, some at a time, with the places of the columns to compare them with, in their order: every one up to
    20,000, of more those in the cells around."""
    if len(columns) <= EXACT:
        for at in range(0, len(rows), _BLOCK):
            yield np.arange(at, min(at + _BLOCK, len(rows))), np.arange(len(columns))
        return
    centres = _centres(columns)
    inside, mine = (_members(_cell_of(those, centres), len(centres)) for those in (columns, rows))
    around, _ = nearest(centres, centres, _AROUND)
    for number, members in enumerate(mine):
        others = np.sort(np.concatenate([inside[near] for near in around[number]]))
        for at in range(0, len(members), _BLOCK):
            yield members[at : at + _BLOCK], others


def _empty(size: int, count: int) -> Neighbours:
    return Neighbours(np.zeros((size, count), dtype=np.int32), np.zeros((size, count), dtype=np.float32))


def _exact(where: Space, count: int) -> Neighbours:
    found, everything = _empty(len(where), count), where.of(slice(None))
    for at in range(0, len(where), _BLOCK):
        rows = slice(at, at + _BLOCK)
        own = np.arange(at, min(at + _BLOCK, len(where)))
        found.places[rows], found.likeness[rows] = nearest(everything[rows], everything, count, own)
    return found


# ---- cells ---------------------------------------------------------------------------------------


def _in_cells(where: Space, count: int) -> Neighbours:
    """Each text among those of its own cell and of the cells around it."""
    short = _shortened(where)
    centres = _centres(short)
    inside = _members(_cell_of(short, centres), len(centres))
    around, _ = nearest(centres, centres, _AROUND)
    found = _empty(len(where), count)
    for number, members in enumerate(inside):
        others = np.sort(np.concatenate([inside[near] for near in around[number]]))
        full, brief = where.of(others), short[others]
        for at in range(0, len(members), _BLOCK):
            rows = members[at : at + _BLOCK]
            places, likeness = _compared(full, brief, rows, others)
            found.places[rows, : places.shape[1]] = places[:, :count]
            found.likeness[rows, : places.shape[1]] = likeness[:, :count]
    return found


def _compared(full: Floats, brief: Floats, rows: Ints, others: Ints) -> tuple[Ints, Floats]:
    """Candidates by main directions, then in full. `full` and `brief` are the rows of `others`, texts of `rows` among
    them: brought to full precision once for a cell, not once for each candidate."""
    own = np.searchsorted(others, rows)
    at, _ = nearest(brief[own], brief, _CANDIDATES, own)
    likeness = np.empty(at.shape, dtype=np.float32)
    for start in range(0, len(rows), _TOGETHER):
        part = slice(start, start + _TOGETHER)
        likeness[part] = np.einsum("ij,ikj->ik", full[own[part]], full[at[part]])
    places = others[at]
    likeness[places == rows[:, None]] = -1.0
    order = np.lexsort((places, -likeness), axis=1)
    return np.take_along_axis(places, order, axis=1), np.take_along_axis(likeness, order, axis=1)


def _shortened(where: Space) -> Floats:
    """Rows in their main directions, found on an even sample."""
    sample = where.of(slice(None, None, -(-len(where) // _SAMPLE)))
    _, directions = np.linalg.eigh(sample.T @ sample)
    main = directions[:, -_WIDTH:].astype(np.float32)
    short = np.empty((len(where), main.shape[1]), dtype=np.float32)
    for at in range(0, len(where), _BLOCK):
        short[at : at + _BLOCK] = where.of(slice(at, at + _BLOCK)) @ main
    return short


def _centres(short: Floats) -> Floats:
    """Centres of cells: an even sample's, moved a few times to the middle of those nearest to them."""
    count = -(-len(short) // _CELL)
    sample = short[:: -(-len(short) // (_PER_CELL * count))]
    centres = sample[np.linspace(0, len(sample) - 1, count).astype(np.int64)]
    for _ in range(_ROUNDS):
        cell = _cell_of(sample, centres)
        moved = np.zeros_like(centres)
        np.add.at(moved, cell, sample)
        full = np.bincount(cell, minlength=count) > 0
        centres[full] = moved[full] / np.linalg.norm(moved[full], axis=1, keepdims=True).clip(1e-6)
    return centres


def _cell_of(short: Floats, centres: Floats) -> Ints:
    blocks = [(short[at : at + _BLOCK] @ centres.T).argmax(axis=1) for at in range(0, len(short), _BLOCK)]
    return np.concatenate(blocks)


def _members(cell: Ints, count: int) -> list[Ints]:
    """What is in each of the cells, in its order."""
    return np.split(np.argsort(cell, kind="stable"), np.cumsum(np.bincount(cell, minlength=count))[:-1])
