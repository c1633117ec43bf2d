"""Where topics stand: the mean of what a few of their members mean."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from seo.encoders.encoder import Encoder
from seo.vectors import Floats

_BATCH: Final = 20_000  # texts read at a time: 60 MB; the members of 100,000 topics at once took 4 GB


def centres(texts: Sequence[Sequence[str]], encoder: Encoder) -> Floats:
    """One row of length 1 for each group of texts. No group may be empty."""
    found = [_means(batch, encoder) for batch in _batches(texts)]
    return np.concatenate(found) if found else np.zeros((0, 1), dtype=np.float32)


def _batches(texts: Sequence[Sequence[str]]) -> list[Sequence[Sequence[str]]]:
    """Runs of groups that hold so many texts together, but for the last group of each."""
    runs = np.cumsum([0, *map(len, texts)])[:-1] // _BATCH
    starts = [0, *(np.flatnonzero(np.diff(runs)) + 1).tolist(), len(texts)]
    return [texts[start:end] for start, end in pairwise(starts) if end > start]


def _means(texts: Sequence[Sequence[str]], encoder: Encoder) -> Floats:
    vectors = encoder.encode([text for some in texts for text in some]).astype(np.float32)
    starts = np.cumsum([0, *map(len, texts)])[:-1]
    means: Floats = np.add.reduceat(vectors, starts, axis=0)
    means /= np.linalg.norm(means, axis=1, keepdims=True).clip(1e-6)
    return means
