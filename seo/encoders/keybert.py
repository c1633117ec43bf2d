"""KeyBERT on our own encoder, without torch. https://maartengr.github.io/KeyBERT/"""

from typing import Any

import numpy as np
from keybert import KeyBERT
from keybert.backend import BaseEmbedder
from numpy.typing import NDArray

from seo.encoders.encoder import Encoder


class Backend(BaseEmbedder):  # type: ignore[misc] # keybert ships no types
    """KeyBERT takes what subclasses its base as it is; anything else it would look up in
    sentence-transformers.
    """

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self._encoder = encoder

    def embed(self, documents: Any, verbose: bool = False) -> NDArray[np.float32]:  # noqa: ARG002 - KeyBERT's signature
        return self._encoder.encode([str(document) for document in documents])


def keybert_with(encoder: Encoder) -> Any:  # keybert ships no types
    """A KeyBERT that reads with this encoder."""
    return KeyBERT(model=Backend(encoder))
