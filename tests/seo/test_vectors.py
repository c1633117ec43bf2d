"""Meaning and words weigh together."""

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from seo.encoders.encoder import Encoder
from seo.vectors import WORDS, Space, full, space, word_rows


class Same(Encoder):
    """Tells no text from another."""

    name = "same"

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.tile(np.array([[1, 0]], dtype=np.float32), (len(texts), 1))


def test_rare_words_weigh_more_and_rows_have_length_one() -> None:
    curtain, wash, both, none = word_rows([("curtain",), ("wash",), ("curtain", "wash"), (), ("curtain",)])[
        :4
    ]
    assert np.linalg.norm(both.astype(np.float32)) == pytest.approx(1.0, abs=1e-3)
    assert both @ wash > both @ curtain + 0.2
    assert not none.any()


def test_a_word_in_common_counts_a_quarter() -> None:
    where = space(["x", "y"], [("a", "b"), ("c", "d")], Same())
    assert where.likeness([0], [1])[0, 0] == pytest.approx(1 - WORDS, abs=0.07)
    assert where.likeness([0], [0])[0, 0] == pytest.approx(1.0, abs=0.01)


def test_stems_weigh_the_same_in_every_run() -> None:
    assert word_rows([("a",), ("b",)])[0, :4].tolist() == word_rows([("b",), ("a",)])[1, :4].tolist()


def test_a_member_does_not_vouch_for_itself() -> None:
    where = Space(np.array([[1, 0], [1, 0], [0, 1]], dtype=np.float16))
    near = where.to_centre([0, 2], [0, 1, 2])
    assert near[0] > 0.5
    assert near[1] == pytest.approx(0.0)


def test_half_precision_is_brought_to_full_without_loss() -> None:
    halves = np.arange(65_536, dtype=np.uint16).view(np.float16)
    halves = halves[np.isfinite(halves)]
    assert np.array_equal(full(halves), halves.astype(np.float32))
    with pytest.raises(TypeError, match="half precision"):
        full(np.zeros(3, dtype=np.float32))  # type: ignore[arg-type]
