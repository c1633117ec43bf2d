"""Cells find nearly what looking at everything finds."""

import numpy as np
import pytest

from seo import neighbours as module
from seo.neighbours import neighbours
from seo.vectors import Space


def scattered(size: int) -> Space:
    rng = np.random.default_rng(7)
    centres = rng.normal(size=(size // 10, 160))
    rows = np.repeat(centres, 10, axis=0) + 0.6 * rng.normal(size=(size, 160))
    return Space((rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16))


def test_the_nearest_are_found_and_never_the_text_itself() -> None:
    where = scattered(500)
    found = neighbours(where, least=-1.0)
    expected = where.likeness(slice(None), slice(None)) - 9 * np.eye(500, dtype=np.float32)
    assert np.allclose(
        found.likeness, np.sort(expected, axis=1)[:, ::-1][:, : found.likeness.shape[1]], atol=1e-5
    )
    assert not (found.places == np.arange(500)[:, None]).any()


def test_cells_lose_little(monkeypatch: pytest.MonkeyPatch) -> None:
    where = scattered(2000)
    exact = neighbours(where, least=0.3)
    monkeypatch.setattr(module, "EXACT", 100)
    monkeypatch.setattr(module, "_CELL", 50)
    cells = neighbours(where, least=0.3)
    shared = [
        len(set(one[near > 0]) & set(other)) / max(1, (near > 0).sum())
        for one, near, other in zip(exact.places, exact.likeness, cells.places, strict=True)
    ]
    assert np.mean(shared) > 0.9
    assert not (cells.places == np.arange(2000)[:, None])[cells.likeness > 0].any()


def test_cells_do_not_ask_in_which_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "EXACT", 100)
    where = scattered(600)
    assert np.array_equal(neighbours(where, 0.3).places, neighbours(where, 0.3).places)


def test_below_the_least_there_is_no_neighbour() -> None:
    assert not neighbours(scattered(50), least=2.0).likeness.any()
