"""New texts join the groups that are there: a week's queries without grouping a year's again.

A group is kept as its centre and its marks, so a million texts weigh what their topics weigh (1 kB each).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from seo.encoders.encoder import Encoder
from seo.neighbours import nearest
from seo.vectors import FEW, Floats, Halves, long
from seo.wishes import Marks, fits, marks, wish

_NEAREST: Final = 8  # groups whose marks are looked at
_BLOCK: Final = 500  # texts at a time: 200 MB against 100,000 groups


@dataclass(frozen=True, slots=True)
class Drawn:
    """Where groups stand. `mean` is taken off every text, as when the groups were made."""

    mean: Floats
    centres: Halves
    marks: tuple[Marks, ...]


def draw(groups: Sequence[Sequence[str]], language: str, encoder: Encoder) -> Drawn:
    """Centres and marks of groups. No group may be empty."""
    size = sum(map(len, groups))
    reader = encoder.of(language, size)
    sums = np.stack([reader.encode(group).sum(axis=0) for group in groups])
    mean = sums.sum(axis=0) / size if size > FEW else np.zeros(sums.shape[1], dtype=np.float32)
    counts = np.array([len(group) for group in groups], dtype=np.float32)[:, None]
    named = tuple(marks([wish(text, language) for text in group]) for group in groups)
    return Drawn(mean, long(sums - counts * mean).astype(np.float16), named)


def join(texts: Sequence[str], drawn: Drawn, language: str, encoder: Encoder, size: int) -> list[int | None]:
    """For each text the group it belongs to, or None where it starts one of its own. `size`: texts behind `drawn`,
    which decides the encoder as it did then."""
    if not texts or not drawn.marks:
        return [None] * len(texts)
    rows = long(encoder.of(language, size).encode(texts) - drawn.mean)
    centres = drawn.centres.astype(np.float32)
    found: list[int | None] = []
    for at in range(0, len(texts), _BLOCK):
        places, likeness = nearest(rows[at : at + _BLOCK], centres, _NEAREST)
        found += [
            _chosen(text, language, drawn, places[row], likeness[row])
            for row, text in enumerate(texts[at : at + _BLOCK])
        ]
    return found


def _chosen(
    text: str, language: str, drawn: Drawn, places: Sequence[int], likeness: Sequence[float]
) -> int | None:
    mine = marks([wish(text, language)])
    share = [value * fits(mine, drawn.marks[place]) for place, value in zip(places, likeness, strict=True)]
    best = int(np.argmax(share))
    return int(places[best]) if share[best] >= 1.0 else None
