"""The nearest texts of every text. Exact up to 20,000; above that within cells around spread pivots."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seo.vectors import Space

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

EXACT: Final = 20_000  # 6.7 s for 15,000 on one core; the cost grows with the square
_FEWEST, _MOST = 6, 15  # neighbours: half the root of the number of texts, within these
_BLOCK: Final = 1000  # rows at a time: 80 MB at the most
_CELL: Final = 400  # texts to a pivot
_PROBES: Final = 6  # cells a text is looked up in


@dataclass(frozen=True, slots=True)
class Neighbours:
    """One row per text: places of its neighbours and their likeness; 0 where there was none."""

    places: Ints
    likeness: Floats


def neighbours(where: Space, least: float) -> Neighbours:
    """Up to 15 neighbours of each text that are at least so alike."""
    size = len(where)
    count = min(size - 1, max(_FEWEST, min(_MOST, round(size**0.5 / 2))))
    found = Neighbours(np.zeros((size, count), dtype=np.int64), np.zeros((size, count), dtype=np.float32))
    for rows, columns in _cells(where):
        likeness = where.likeness(rows, columns)
        likeness[rows[:, None] == columns[None, :]] = -1.0
        _keep_best(found, rows, columns, likeness)
    found.likeness[found.likeness < least] = 0.0
    return found


def _cells(where: Space) -> Iterator[tuple[Ints, Ints]]:
    """Blocks of texts and those they are compared with."""
    size = len(where)
    everything = np.arange(size, dtype=np.int64)
    if size <= EXACT:
        for start in range(0, size, _BLOCK):
            yield everything[start : start + _BLOCK], everything
        return
    pivots = everything[::_CELL]
    nearest = np.empty((size, _PROBES), dtype=np.int64)
    for start in range(0, size, _BLOCK):
        likeness = where.likeness(everything[start : start + _BLOCK], pivots)
        nearest[start : start + _BLOCK] = np.argsort(-likeness, axis=1, kind="stable")[:, :_PROBES]
    for cell in range(len(pivots)):
        inside = np.flatnonzero((nearest == cell).any(axis=1))
        for start in range(0, len(inside), _BLOCK):
            yield inside[start : start + _BLOCK], inside


def _keep_best(found: Neighbours, rows: Ints, columns: Ints, likeness: Floats) -> None:
    """Merge a block's candidates into what was found so far; equal likeness goes to the lower place."""
    count = found.places.shape[1]
    take = min(count, likeness.shape[1])
    best = np.argpartition(-likeness, take - 1, axis=1)[:, :take]
    places = np.concatenate([found.places[rows], columns[best]], axis=1)
    values = np.concatenate([found.likeness[rows], np.take_along_axis(likeness, best, axis=1)], axis=1)
    order = np.lexsort((places, -values), axis=1)
    places, values = np.take_along_axis(places, order, axis=1), np.take_along_axis(values, order, axis=1)
    if len(columns) < len(found.places):  # cells overlap: a pair met twice counts once
        values[:, 1:][places[:, 1:] == places[:, :-1]] = 0.0
        order = np.lexsort((places, -values), axis=1)
        places, values = np.take_along_axis(places, order, axis=1), np.take_along_axis(values, order, axis=1)
    found.places[rows], found.likeness[rows] = places[:, :count], values[:, :count]
