"""What every encoder promises."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Encoder(Protocol):
    """Turns texts into vectors whose cosine says how near their meanings are. Holds no text and opens no
    connection.
    """

    name: str
    """Model and version: part of the key under which vectors are kept, so change it with the weights."""

    @abstractmethod
    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One row of length 1 (L2) per text, in order. No texts give a matrix without rows."""

    def of(self, language: str, size: int) -> "Encoder":  # noqa: ARG002 - what a choice would look at
        """The encoder to read `size` texts of a language with: itself, unless it chooses among several."""
        return self
