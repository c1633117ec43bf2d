"""No text is encoded twice, and the answer is the same from the file."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from seo.encoders.cached import Cached
from seo.encoders.encoder import Encoder
from seo.encoders.universal import Universal


class Counting(Encoder):
    """Counts the texts that reach the real encoder."""

    name = "counting"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._inner = Universal()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.asked += texts
        return self._inner.encode(texts)


def test_each_text_is_encoded_once_even_by_another_process(tmp_path: Path) -> None:
    file, inner = tmp_path / "deep" / "vectors.sqlite", Counting()
    first = Cached(inner, file).encode(["b", "a", "b"])
    again = Cached(inner, file).encode(["a", "b", "c"])
    assert sorted(inner.asked) == ["a", "b", "c"]
    assert np.array_equal(first[0], again[1])
    assert np.array_equal(first[1], again[0])


def test_the_cache_changes_next_to_nothing(tmp_path: Path) -> None:
    texts = ["blackout curtain", "遮光カーテン"]
    kept = Cached(Universal(), tmp_path / "v.sqlite").encode(texts)
    assert np.allclose(kept, Universal().encode(texts), atol=2e-3)
    assert np.allclose(np.linalg.norm(kept, axis=1), 1.0, atol=1e-6)


def test_more_texts_than_a_statement_takes(tmp_path: Path) -> None:
    texts = [f"query {number}" for number in range(1201)]
    encoder = Cached(Counting(), tmp_path / "v.sqlite")
    assert np.array_equal(encoder.encode(texts), encoder.encode(texts))


@pytest.mark.parametrize("ending", ["", " WITHOUT ROWID"])
def test_a_file_of_an_earlier_layout_is_read_and_goes_on(tmp_path: Path, ending: str) -> None:
    file, inner = tmp_path / "v.sqlite", Counting()
    with closing(sqlite3.connect(file)) as database:
        database.execute(f"CREATE TABLE vector (key BLOB PRIMARY KEY, value BLOB NOT NULL){ending}")
    first = Cached(inner, file).encode(["a", "b"])
    assert np.array_equal(Cached(inner, file).encode(["b", "a"]), first[::-1])
    assert sorted(inner.asked) == ["a", "b"]


def test_a_text_takes_little_more_room_than_its_vector(tmp_path: Path) -> None:
    file = tmp_path / "v.sqlite"
    Cached(Counting(), file).encode([f"query {number}" for number in range(2000)])
    assert file.stat().st_size < 2000 * 1.5 * 1024
