"""Cells find nearly what looking at everything finds."""

import numpy as np
import pytest

from seo import neighbours as module
from seo.neighbours import neighbours
from seo.vectors import Space, word_weights


def scattered(size: int) -> Space:
    rng = np.random.default_rng(7)
    centres = rng.normal(size=(size // 10, 16))
    meaning = (np.repeat(centres, 10, axis=0) + 0.3 * rng.normal(size=(size, 16))).astype(np.float32)
    meaning /= np.linalg.norm(meaning, axis=1, keepdims=True)
    return Space(meaning, word_weights([(f"w{row // 10}",) for row in range(size)]))


def test_the_nearest_are_found_and_never_the_text_itself() -> None:
    where = scattered(500)
    found = neighbours(where, least=-1.0)
    expected = where.likeness(np.arange(500), np.arange(500)) - 9 * np.eye(500, dtype=np.float32)
    assert np.allclose(
        found.likeness, np.sort(expected, axis=1)[:, ::-1][:, : found.likeness.shape[1]], atol=1e-5
    )
    assert not (found.places == np.arange(500)[:, None]).any()


def test_cells_lose_little(monkeypatch: pytest.MonkeyPatch) -> None:
    where = scattered(2000)
    exact = neighbours(where, least=0.5)
    monkeypatch.setattr(module, "EXACT", 100)
    monkeypatch.setattr(module, "_CELL", 50)
    cells = neighbours(where, least=0.5)
    shared = [len(set(one) & set(other)) for one, other in zip(exact.places, cells.places, strict=True)]
    assert np.mean(shared) > 0.85 * exact.places.shape[1]


def test_below_the_least_there_is_no_neighbour() -> None:
    assert not neighbours(scattered(50), least=2.0).likeness.any()
