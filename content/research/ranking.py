"""Chooses the passages of a topic: near to what is asked, not the same thing twice, and not all from one host."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from content.dossier import Passage, StoredPage
from content.research.addresses import host_of
from content.research.likeness import Matrix, near_floor
from seo.encoders.encoder import Encoder

MOST: Final = 14
OF_ONE_HOST: Final = 4
_TIERS: Final = {
    "official": 0.06,
    "scholar": 0.06,
    "press": 0.03,
    "maker": 0.03,
    "unknown": 0.0,
    "trade": -0.04,
    "crowd": -0.02,
}
"""What a source's standing is worth beside a likeness: it decides between equals."""
_AGAIN: Final = 0.25  # of the likeness to what is chosen already
_SAME: Final = 0.9  # from here on it is the same text
_SAME_HOST: Final = 0.03  # for each passage chosen of the host


def chosen(
    found: Sequence[Passage], likenesses: Matrix, pages: Mapping[str, StoredPage], encoder: Encoder
) -> list[Passage]:
    """At most 14, the best first; none that has nothing to do with the topic."""
    if not found:
        return []
    worth, floor = likenesses.max(axis=0), near_floor(encoder.name)
    near = [int(column) for column in np.argsort(-worth, kind="stable") if worth[column] >= floor][: MOST * 6]
    vectors = encoder.encode([found[column].text for column in near])
    alike = vectors @ vectors.T
    picked: list[int] = []
    hosts: Counter[str] = Counter()
    while len(picked) < MOST:
        best, best_worth = -1, 0.0
        for place, column in enumerate(near):
            host = host_of(pages[found[column].page].url)
            again = max((float(alike[place, other]) for other in picked), default=0.0)
            if place in picked or hosts[host] >= OF_ONE_HOST or again >= _SAME:
                continue
            tier = _TIERS[pages[found[column].page].tier]
            value = float(worth[column]) + tier - _AGAIN * max(0.0, again) - _SAME_HOST * hosts[host]
            if best < 0 or value > best_worth:
                best, best_worth = place, value
        if best < 0:
            break
        picked.append(best)
        hosts[host_of(pages[found[near[best]].page].url)] += 1
    return [replace(found[near[place]], likeness=round(float(worth[near[place]]), 3)) for place in picked]
