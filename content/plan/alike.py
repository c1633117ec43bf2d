"""Titles that mean what a question asks, where no word of the catalogue says so.

Likeness is that of meaning (encoder) and of rare words in common. Meaning alone brings "A short history of tea" near
to "How many cups does the teapot hold?", so a pair must also share a word, ask for the same act, or mean nearly the
same. Measured on tests/content/plan/overlaps*.csv, both without any help of the catalogue.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from math import log, sqrt

import numpy as np

from seo.encoders.encoder import Encoder
from seo.language import stems
from seo.records import Page
from seo.wishes import act

MEANING, WORDS, ACT = 0.7, 0.3, 0.1
ENOUGH = 0.3  # of the three together
SHARED = 0.1  # of their words, weighed by how rare they are
STRANGE = 0.1  # cosine below which no word in common makes two texts alike
SAME = 0.5  # cosine from which no word in common is needed


class Alike:
    """The titles of one language. Without an encoder nothing is alike."""

    def __init__(self, pages: Sequence[Page], language: str, encoder: Encoder | None) -> None:
        self._pages = [page for page in pages if page.title.strip()]
        self._language = language
        self._encoder = encoder if self._pages else None
        self._stems = [frozenset(stems(f"{p.title} {p.heading}", language)) for p in self._pages]
        self._acts = [act(page.title, language) for page in self._pages]
        self._seen = Counter(stem for words in self._stems for stem in words)
        self._meaning = encoder.encode([p.title for p in self._pages]) if encoder and self._pages else None

    def near(self, texts: Sequence[str], among: Collection[str] | None = None) -> dict[str, float]:
        """Address -> likeness, for each page that is alike to one of the texts; `among`: of these pages only."""
        if self._encoder is None or self._meaning is None or not texts:
            return {}
        cosines = np.asarray(self._meaning @ self._encoder.encode(list(texts)).T)
        found: dict[str, float] = {}
        for column, text in enumerate(texts):
            words, wanted = frozenset(stems(text, self._language)), act(text, self._language)
            for row in np.flatnonzero(cosines[:, column] >= STRANGE).tolist():
                url = self._pages[row].url
                if among is not None and url not in among:
                    continue
                likeness = self._likeness(row, float(cosines[row, column]), words, wanted)
                if likeness >= ENOUGH and likeness > found.get(url, 0.0):
                    found[url] = likeness
        return found

    def _likeness(self, row: int, cosine: float, words: frozenset[str], wanted: str) -> float:
        theirs = self._acts[row]
        if wanted and theirs and wanted != theirs:
            return 0.0
        shared = self._shared(row, words)
        is_same_act = bool(wanted) and wanted == theirs
        if shared < SHARED and not is_same_act and cosine < SAME:
            return 0.0
        return MEANING * cosine + WORDS * shared + ACT * is_same_act

    def _shared(self, row: int, words: frozenset[str]) -> float:
        """Cosine of the two sets of words, each weighed by how few titles hold it."""
        ours = self._stems[row]
        common = sum(self._weight(stem) for stem in ours & words)
        if not common:
            return 0.0
        return common / sqrt(sum(map(self._weight, ours)) * sum(map(self._weight, words)))

    def _weight(self, stem: str) -> float:
        return log((len(self._pages) + 2) / (self._seen[stem] + 1)) ** 2
