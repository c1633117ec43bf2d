"""Where texts stand: the encoder's meaning and the words themselves, weighed together.

Meaning alone blurs products that share a verb; words alone miss synonyms. A quarter of words was best or nearly so on
BANKING77 (ARI .40 -> .48 against meaning alone), on CLINC150 (.66 -> .63), on product queries (.14 -> .15).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seo.encoders.encoder import Encoder

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]

WORDS: Final = 0.25  # share of the words in a likeness
FEW: Final = 12  # the mean of a handful of texts is the topic itself: nothing to take off
_SIGNS: Final = (
    256  # columns for words: each stem is a row of signs, so two texts' words meet within .06 of exactly
)
_PAIRS: Final = 20_000  # random pairs that tell what likeness chance gives
_MOVED: Final = 13  # bits of a fraction: 23 in full precision, 10 in half
_SIGN_AND_NUMBER: Final = np.int32(-0x7000_2000)  # without the copies of the sign that moving left behind it
_POWER: Final = np.float32(2.0**112)  # powers are counted from 127 in full precision, from 15 in half
_BATCH: Final = 20_000  # texts encoded at a time: the encoder's own floats never stand beside all of ours


@dataclass(frozen=True, slots=True)
class Space:
    """One row of length 1 per text, in half precision (1.5 kB). The product of two rows is their likeness: three
    quarters meaning, centred on the texts' mean (without that every pair looks alike), one quarter words.
    """

    rows: Halves

    def __len__(self) -> int:
        return int(self.rows.shape[0])

    def of(self, places: Any) -> Floats:
        """Rows in full precision. Takes slices and index arrays."""
        return full(self.rows[places])

    def likeness(self, rows: Any, columns: Any) -> Floats:
        """Likeness of some texts with others, a matrix."""
        found: Floats = self.of(rows) @ self.of(columns).T
        return found

    def to_centre(self, rows: Sequence[int], members: Sequence[int]) -> Floats:
        """Likeness of texts with the centre of others; a member's own part in it is taken out."""
        inside = set(members)
        mine = self.of(list(rows))
        own = np.array([row in inside for row in rows], dtype=np.float32)[:, None]
        return unit(self.of(list(members)).sum(axis=0) - own * mine, mine)

    def chance(self, spread: float) -> float:
        """Likeness that random pairs reach `spread` deviations above their middle. Only the lower half is measured:
        the upper holds true pairs, many of them in a small shop."""
        size = len(self)
        steps = np.arange(_PAIRS, dtype=np.int64)
        left, right = (
            (steps * 7919) % size,
            (steps * 104_729 + steps // size + 1) % size,
        )  # spread evenly, no chance
        left, right = left[left != right], right[left != right]
        drawn = np.einsum("ij,ij->i", self.of(left), self.of(right))
        middle = float(np.median(drawn))
        below = drawn[drawn < middle] - middle
        return middle + spread * float(np.sqrt((below**2).mean())) if below.size else middle


def unit(centres: Floats, rows: Floats) -> Floats:
    """Likeness of each row with its own centre."""
    length = np.linalg.norm(centres, axis=1).clip(1e-6)
    near: Floats = np.einsum("ij,ij->i", rows, centres) / length
    return near


def space(texts: Sequence[str], stems: Sequence[Sequence[str]], encoder: Encoder) -> Space:
    """Encode, centre and weigh some texts. One matrix is filled, then weighed in place: a million texts are 1.5 GB."""
    rows = np.empty((0, 0), dtype=np.float16)
    mean = np.zeros(0, dtype=np.float64)
    for at in range(0, len(texts), _BATCH):
        meaning = encoder.encode(texts[at : at + _BATCH]).astype(np.float16)
        if not at:
            rows = np.empty((len(texts), meaning.shape[1] + _SIGNS), dtype=np.float16)
            mean = np.zeros(meaning.shape[1], dtype=np.float64)
        rows[at : at + len(meaning), : len(mean)] = meaning
        mean += meaning.sum(axis=0, dtype=np.float64)
    rows[:, len(mean) :] = word_rows(stems)
    centre = (mean / len(texts) if len(texts) > FEW else np.zeros_like(mean)).astype(np.float32)
    for at in range(0, len(texts), _BATCH):
        part = full(rows[at : at + _BATCH])
        # Rounded: batches of other sizes differ in the 7th digit.
        told = np.round(long(part[:, : len(centre)] - centre), 4) * np.sqrt(1 - WORDS)
        rows[at : at + _BATCH] = long(np.hstack([told, part[:, len(centre) :] * np.sqrt(WORDS)]))
    return Space(rows)


def full(rows: Halves) -> Floats:
    """Rows in full precision. The bits are moved to where they stand there and the power made good: exact for every
    finite number, a fifth of the time of numpy's `astype`, which takes them one by one (10 s of 100,000 texts)."""
    if rows.dtype != np.float16:
        raise TypeError(f"rows in half precision are expected, not {rows.dtype}")
    bits = np.ascontiguousarray(rows).view(np.int16).astype(np.int32)
    bits <<= _MOVED
    bits &= _SIGN_AND_NUMBER
    found: Floats = bits.view(np.float32)
    found *= _POWER
    return found


def long(rows: Floats) -> Floats:
    """Rows brought to length 1; an empty one stays empty."""
    long: Floats = rows / np.linalg.norm(rows, axis=1, keepdims=True).clip(1e-6)
    return long


def word_rows(stems: Sequence[Sequence[str]]) -> Halves:
    """Rows of length 1 of the stems a text holds, rare ones heavier (idf)."""
    from scipy import sparse  # type: ignore[import-untyped] # noqa: PLC0415 - only to cluster

    seen = Counter(stem for item in stems for stem in set(item))
    names = sorted(seen)
    column = {stem: place for place, stem in enumerate(names)}
    signs = np.stack([_signs(name) for name in names]) if names else np.zeros((1, _SIGNS), dtype=np.int8)
    weight = np.log((len(stems) + 1) / (np.array([seen[name] for name in names]) + 0.5)).astype(np.float32)
    rows = np.zeros((len(stems), _SIGNS), dtype=np.float16)
    for at in range(0, len(stems), _BATCH):
        sets = [sorted({column[stem] for stem in item}) for item in stems[at : at + _BATCH]]
        columns = np.array([place for item in sets for place in item], dtype=np.int64)
        bounds = np.cumsum([0, *map(len, sets)])
        matrix = sparse.csr_matrix((weight[columns], columns, bounds), shape=(len(sets), len(signs)))
        rows[at : at + _BATCH] = long(np.asarray(matrix @ signs, dtype=np.float32))
    return rows


@lru_cache(maxsize=100_000)
def _signs(stem: str) -> NDArray[np.int8]:
    """A stem's own 256 signs: the bits of its hash. Equal on every machine and in every run."""
    bits = np.unpackbits(
        np.frombuffer(blake2b(stem.encode(), digest_size=_SIGNS // 8).digest(), dtype=np.uint8)
    )
    return bits.astype(np.int8) * np.int8(2) - np.int8(1)
