"""Where last week's groups stand, so that new texts can be compared with them; kept in a file, so that a year of
queries is not read again for a week of new ones.

Of a million texts the file is 1 GB and is opened in place; reading as many rows out of the cache of vectors takes 27 s.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from seo.drawn_file import Kept, Places, keep, keys_of, opened
from seo.encoders.encoder import Encoder
from seo.vectors import FEW, Floats, Halves, full, long

_FEW_NEW: Final = (
    0.05  # share of texts that are new or gone up to which the file stays: to write 1 GB takes 5 s
)
_BATCH: Final = 20_000  # texts encoded at a time
_BLOCK: Final = 1000  # texts added up at a time: 2 MB, what the core's own memory holds
_THREADS: Final = 2  # numpy lets the other go on: a million texts are added up in 1.2 s, by one in 2.3


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of texts, taken from where they stand when they are asked for: a copy of a million is .5 GB and 2 s."""

    kept: Halves  # in memory or in a file
    places: Places  # of each text among these; of a new one -1 and less, for the first and further of `new`
    new: Halves

    def of(self, texts: slice | Places) -> Halves:
        places = self.places[texts]
        rows: Halves = self.kept[places.clip(min=0)]
        here = np.flatnonzero(places < 0)
        if here.size:
            rows[here] = self.new[-1 - places[here]]
        return rows

    @property
    def width(self) -> int:
        return int(self.kept.shape[1])


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where groups stand: 1 kB a text and 1 kB a group. `mean` is taken off before centres are compared."""

    texts: tuple[str, ...]  # group by group
    starts: NDArray[np.int64]  # of each group, and the end of the last
    rows: Rows  # of length 1
    mean: Floats  # (width,)
    centres: Halves  # (groups, width), length 1

    def home(self, place: int) -> int:
        """The group a text stands in."""
        return int(np.searchsorted(self.starts, place, side="right")) - 1


def draw(groups: Sequence[Sequence[str]], language: str, encoder: Encoder, file: Path | None = None) -> Drawn:
    """Where groups stand. No group may be empty.

    `file`: where rows are kept from week to week; None keeps none. What it holds of these texts is taken from it, the
    others are read, and when they are more than a twentieth the file is written anew, so that it follows the groups.
    The answer is the same with any file and without.
    """
    texts = tuple(text for group in groups for text in group)
    starts = np.cumsum([0, *map(len, groups)])
    reader = encoder.of(language, len(texts))
    rows = _from_file(texts, reader, file) if file and texts else _all(_read(texts, reader))
    sums = _sums(rows, starts)
    mean = np.zeros(rows.width, dtype=np.float32)
    if len(texts) > FEW:
        mean = (sums.sum(axis=0, dtype=np.float64) / len(texts)).astype(np.float32)
    return Drawn(texts, starts, rows, mean, _centres(sums, starts, mean))


def _read(texts: Sequence[str], reader: Encoder) -> Halves:
    batches = range(0, max(1, len(texts)), _BATCH)
    return np.concatenate([reader.encode(texts[at : at + _BATCH]).astype(np.float16) for at in batches])


def _all(rows: Halves) -> Rows:
    return Rows(rows, np.arange(len(rows), dtype=np.int64), rows[:0])


def _sums(rows: Rows, starts: NDArray[np.int64]) -> Floats:
    sums = np.empty((len(starts) - 1, rows.width), dtype=np.float32)

    def add(part: slice) -> None:
        here = starts[part]
        whole = full(rows.of(slice(here[0], starts[part.stop])))
        np.add.reduceat(whole, here - here[0], axis=0, out=sums[part])

    with ThreadPoolExecutor(_THREADS) as pool:
        list(pool.map(add, _parts(starts)))
    return sums


def _parts(starts: NDArray[np.int64]) -> Iterator[slice]:
    """Groups of about `_BLOCK` texts together, one at least."""
    at, size = 0, len(starts) - 1
    while at < size:
        end = max(at + 1, int(np.searchsorted(starts, starts[at] + _BLOCK, side="right")) - 1)
        yield slice(at, end)
        at = end


def _centres(sums: Floats, starts: NDArray[np.int64], mean: Floats) -> Halves:
    centres = np.empty(sums.shape, dtype=np.float16)
    for at in range(0, len(sums), _BLOCK):
        sizes = np.diff(starts[at : at + _BLOCK + 1])[:, None].astype(np.float32)
        centres[at : at + _BLOCK] = long(sums[at : at + _BLOCK] - sizes * mean)
    return centres


# ---- from week to week ---------------------------------------------------------------------------


def _from_file(texts: Sequence[str], reader: Encoder, file: Path) -> Rows:
    keys = keys_of(reader.name, texts)
    kept = opened(file)
    if kept is not None and kept.is_of(keys):
        return _all(kept.rows)
    places = kept.places(keys) if kept else np.full(len(texts), -1, dtype=np.int64)
    new = np.flatnonzero(places < 0)
    if kept is not None and max(new.size, len(kept.keys) - len(texts)) < _FEW_NEW * len(texts):
        places[new] = -1 - np.arange(new.size)
        return Rows(kept.rows, places, _read([texts[place] for place in new.tolist()], reader))
    keep(file, keys, _blocks(texts, places, reader, kept))
    kept = opened(file)
    if kept is not None and kept.is_of(keys):
        return _all(kept.rows)
    return _all(_read(texts, reader))  # another process of this shop has put its own in place meanwhile


def _blocks(texts: Sequence[str], places: Places, reader: Encoder, kept: Kept | None) -> Iterator[Halves]:
    """The rows of all texts: those that are kept, and the others as they are read."""
    for at in range(0, len(texts), _BATCH):
        here = places[at : at + _BATCH]
        new = np.flatnonzero(here < 0)
        rows = (
            kept.rows[here] if kept else np.empty((0, 0), dtype=np.float16)
        )  # of a new text any row stands in
        if new.size:
            read = reader.encode([texts[at + place] for place in new.tolist()]).astype(np.float16)
            rows = rows if kept else np.empty((len(here), read.shape[1]), dtype=np.float16)
            rows[new] = read
        yield rows
