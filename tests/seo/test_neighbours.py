"""Cells find nearly what looking at everything finds."""

import numpy as np
import pytest

from seo import neighbours as module
from seo.neighbours import beside, highest, neighbours
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


@pytest.mark.parametrize("width", [1, 5, 16, 255, 256, 257, 1000, 1023])
def test_the_highest_of_a_row_are_those_that_sorting_it_finds(width: int) -> None:
    """Values that repeat: of equals the first columns are taken."""
    values = np.random.default_rng(width).integers(0, 40, (20, width)).astype(np.float32)
    values[0] = 0
    count = min(16, width)
    sorted_out = np.sort(np.argsort(-values, axis=1, kind="stable")[:, :count], axis=1)
    assert [row.tolist() for row in highest(values, count)] == sorted_out.tolist()


def test_up_to_20_000_columns_all_are_compared_with_every_row() -> None:
    rows, columns = (scattered(size).of(slice(None)) for size in (1500, 700))
    found = list(beside(rows, columns))
    assert np.concatenate([mine for mine, _ in found]).tolist() == list(range(1500))
    assert all(others.tolist() == list(range(700)) for _, others in found)


def test_of_more_columns_those_around_hold_nearly_every_nearest(monkeypatch: pytest.MonkeyPatch) -> None:
    columns = scattered(4000).of(slice(None))
    rows = columns[::2] + np.random.default_rng(3).normal(size=(2000, 160)).astype(np.float32) / 20
    monkeypatch.setattr(module, "EXACT", 100)
    monkeypatch.setattr(module, "_CELL", 50)
    best, seen = np.full(len(rows), -1), 0
    for mine, others in beside(rows, columns):
        best[mine] = others[(rows[mine] @ columns[others].T).argmax(axis=1)]
        seen += len(mine) * len(others)
    assert (best == (rows @ columns.T).argmax(axis=1)).mean() > 0.95
    assert seen < len(rows) * len(columns) / 2
