"""Where texts stand: the encoder's meaning and the words themselves, weighed together.

Meaning alone blurs products that share a verb; words alone miss synonyms. A quarter of words was best or
nearly so on
BANKING77 (ARI .40 -> .48 against meaning alone), on CLINC150 (.66 -> .63), on product queries (.14 -> .15).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seo.encoders.encoder import Encoder

Floats = NDArray[np.float32]

WORDS: Final = 0.25  # share of the words in a likeness
FEW: Final = 12  # the mean of a handful of texts is the topic itself: nothing to take off
_PAIRS: Final = 20_000  # random pairs that tell what likeness chance gives


@dataclass(frozen=True, slots=True)
class Space:
    """Meaning, centred on the texts' mean (without that every pair looks alike), and word weights (idf),
    rows of length 1.
    """

    meaning: Floats
    words: Any  # scipy sparse matrix

    def __len__(self) -> int:
        return int(self.meaning.shape[0])

    def likeness(self, rows: Any, columns: Any) -> Floats:
        """Likeness of some texts with others, a matrix. Takes slices and index arrays."""
        meaning = self.meaning[rows] @ self.meaning[columns].T
        meaning *= 1 - WORDS
        meaning += (self.words[rows] @ self.words[columns].T).toarray() * WORDS
        return np.asarray(meaning, dtype=np.float32)

    def to_centre(self, rows: Sequence[int], members: Sequence[int]) -> Floats:
        """Likeness of texts with the centre of others; a member's own part in it is taken out."""
        inside = set(members)
        likeness = self.likeness(np.asarray(rows), np.asarray(members))
        own = np.array([row in inside for row in rows])
        others = np.maximum(len(members) - own, 1)
        mean = (likeness.sum(axis=1) - own * _diagonal(likeness, rows, members)) / others
        # A mean of likenesses understates the likeness to the normalised centre; the centre's length makes up
        # for it.
        return np.asarray(mean / np.sqrt(max(self._tightness(members), 0.05)), dtype=np.float32)

    def _tightness(self, members: Sequence[int]) -> float:
        """Mean likeness between all members, themselves included: the squared length of their centre."""
        chosen = np.asarray(members)
        centre = self.meaning[chosen].mean(axis=0)
        words = np.asarray(self.words[chosen].mean(axis=0)).ravel()
        return float((1 - WORDS) * (centre @ centre) + WORDS * (words @ words))

    def chance(self, spread: float) -> float:
        """Likeness that random pairs reach `spread` deviations above their middle. Only the lower half is
        measured: the
        upper holds true pairs, many of them in a small shop."""
        size = len(self)
        steps = np.arange(_PAIRS, dtype=np.int64)
        # spread evenly, no chance
        left, right = (steps * 7919) % size, (steps * 104_729 + steps // size + 1) % size
        left, right = left[left != right], right[left != right]
        drawn = (1 - WORDS) * np.einsum("ij,ij->i", self.meaning[left], self.meaning[right])
        drawn += WORDS * np.asarray(self.words[left].multiply(self.words[right]).sum(axis=1)).ravel()
        middle = float(np.median(drawn))
        below = drawn[drawn < middle] - middle
        return middle + spread * float(np.sqrt((below**2).mean())) if below.size else middle


def _diagonal(likeness: Floats, rows: Sequence[int], members: Sequence[int]) -> Floats:
    column = {member: place for place, member in enumerate(members)}
    return np.array(
        [likeness[at, column[row]] if row in column else 0.0 for at, row in enumerate(rows)], dtype=np.float32
    )


def space(texts: Sequence[str], stems: Sequence[Sequence[str]], encoder: Encoder) -> Space:
    """Encode, centre and weigh some texts."""
    meaning = encoder.encode(texts).astype(np.float32)
    if len(texts) > FEW:
        meaning -= meaning.mean(axis=0)
    meaning /= np.linalg.norm(meaning, axis=1, keepdims=True).clip(1e-6)
    # rounded: batches of other sizes differ in the 7th digit
    return Space(np.round(meaning, 4), word_weights(stems))


def word_weights(stems: Sequence[Sequence[str]]) -> Any:  # scipy sparse matrix
    """Rows of length 1 with the idf of each stem a text holds."""
    from scipy import sparse  # type: ignore[import-untyped] # noqa: PLC0415 - only to cluster

    sets = [sorted(set(item)) for item in stems]
    seen = Counter(stem for item in sets for stem in item)
    column = {stem: place for place, stem in enumerate(sorted(seen))}
    rows = np.repeat(np.arange(len(sets)), [len(item) for item in sets])
    columns = np.array([column[stem] for item in sets for stem in item], dtype=np.int64)
    values = np.array(
        [np.log((len(sets) + 1) / (seen[stem] + 0.5)) for item in sets for stem in item], dtype=np.float32
    )
    matrix = sparse.csr_matrix(
        (values, (rows, columns)), shape=(len(sets), max(1, len(column))), dtype=np.float32
    )
    length = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel()).clip(1e-6)
    return (sparse.diags((1 / length).astype(np.float32)) @ matrix).tocsr()
