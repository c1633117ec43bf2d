"""What results pages say about two searches: the engine that shows the same pages takes them for one wish.

Of two first pages three addresses or more in common add a tenth each to the likeness of the two searches, neighbours or
not; none in common, where both first pages are known, cuts a weak link. What contradicts (intent, negation, size) stays
cut, whatever is shared. Broad domains rank for everything, so addresses count, never hosts.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

import numpy as np

from seo.neighbours import Neighbours
from seo.vectors import Floats
from seo.wishes import Wish, kept_share

FIRST_PAGE: Final = 10
SHARED: Final = (
    3  # addresses in common that tie: the rule of those who sell such groups (findings: 3 or 4 of 10)
)
_KNOWN: Final = (
    5  # addresses of a page that make it a page: less is a cut answer, and silence in it means nothing
)
_COMMON: Final = 200  # searches that show an address: beyond, it tells them apart no more
_MOST: Final = 10  # ties of one search, the strongest

Pages = Mapping[str, frozenset[str]]
"""Search as asked -> addresses of its first page. What is not in it was never looked up."""


@dataclass(frozen=True, slots=True)
class Links:
    """Neighbours with what wishes leave of their likeness, and what shared pages add to it."""

    near: Neighbours
    kept: Floats
    added: Floats

    @property
    def strength(self) -> Floats:
        """How strong each link is; 0 where there is none."""
        strength: Floats = self.near.likeness * self.kept + self.added
        return strength

    def ties(self) -> dict[int, frozenset[int]]:
        """Texts tied by shared pages."""
        found: defaultdict[int, set[int]] = defaultdict(set)
        for row, column in np.argwhere(self.added > 0).tolist():
            other = int(self.near.places[row, column])
            found[row].add(other)
            found[other].add(row)
        return {node: frozenset(others) for node, others in found.items()}


def address(url: str) -> str:
    """One spelling of an address: without scheme, `www.`, fragment and last slash."""
    parts = urlsplit(url.strip())
    place = f"{parts.netloc.lower().removeprefix('www.')}{parts.path.rstrip('/')}"
    return f"{place}?{parts.query}" if parts.query else place


def linked(near: Neighbours, kept: Floats, wishes: Sequence[Wish], pages: Sequence[frozenset[str]]) -> Links:
    """Links weighed with the first pages of each text (empty: not known)."""
    if sum(map(bool, pages)) < 2:  # noqa: PLR2004 - nothing to compare
        return Links(near, kept, np.zeros_like(kept))
    near, kept, added = _with_ties(near, kept, wishes, pages)
    return Links(near, np.where(_contradicted(near, kept, pages), 0.0, kept).astype(np.float32), added)


def shared(left: frozenset[str], right: frozenset[str]) -> int | None:
    """How many addresses two first pages have in common; None where one of them is not known."""
    return len(left & right) if min(len(left), len(right)) >= _KNOWN else None


def _contradicted(near: Neighbours, kept: Floats, pages: Sequence[frozenset[str]]) -> np.ndarray:
    """Weak links between searches whose first pages are known and have nothing in common. Weak is what lies under the
    middle of all links of this list: a fixed cosine would mean something else for each encoder."""
    strength = near.likeness * kept
    weak = strength < np.median(strength[strength > 0]) if (strength > 0).any() else strength < 0
    is_cut = np.zeros(kept.shape, dtype=bool)
    known = np.array([len(page) >= _KNOWN for page in pages])
    for row, column in np.argwhere(weak & (strength > 0) & known[:, None] & known[near.places]).tolist():
        is_cut[row, column] = not pages[row] & pages[int(near.places[row, column])]
    return is_cut


def _with_ties(
    near: Neighbours, kept: Floats, wishes: Sequence[Wish], pages: Sequence[frozenset[str]]
) -> tuple[Neighbours, Floats, Floats]:
    """The neighbours and those tied by shared pages beside them."""
    pairs = sorted(_pairs(pages))
    rows = np.array([row for row, _, _ in pairs], dtype=np.int64)
    others = np.array([other for _, other, _ in pairs], dtype=np.int64)
    allowed = kept_share(wishes, rows, others) > 0 if pairs else np.zeros(0, dtype=bool)
    tied: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for (row, other, count), is_allowed in zip(pairs, allowed.tolist(), strict=True):
        if is_allowed:
            tied[row].append((-count, other))
            tied[other].append((-count, row))
    size, width = near.places.shape
    more = max((min(_MOST, len(each)) for each in tied.values()), default=0)
    places = np.hstack([near.places, np.zeros((size, more), dtype=np.int32)])
    likeness = np.hstack([near.likeness, np.zeros((size, more), dtype=np.float32)])
    left = np.hstack([kept, np.zeros((size, more), dtype=np.float32)])
    added = np.zeros_like(left)
    for row, each in tied.items():
        for place, (count, other) in enumerate(sorted(each)[:_MOST]):
            there = np.flatnonzero((near.places[row] == other) & (near.likeness[row] > 0))
            column = int(there[0]) if there.size else width + place
            places[row, column] = other
            added[row, column] = -count / FIRST_PAGE
    return Neighbours(places, likeness), left, added


def _pairs(pages: Sequence[frozenset[str]]) -> Iterator[tuple[int, int, int]]:
    """Each two texts with enough addresses in common, and how many."""
    shown: defaultdict[str, list[int]] = defaultdict(list)
    for place, page in enumerate(pages):
        for url in page:
            shown[url].append(place)
    count: defaultdict[tuple[int, int], int] = defaultdict(int)
    for places in shown.values():
        if len(places) <= _COMMON:
            for at, one in enumerate(places):
                for other in places[at + 1 :]:
                    count[one, other] += 1
    for (one, other), number in count.items():
        if number >= SHARED:
            yield one, other, number
