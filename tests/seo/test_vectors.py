"""Meaning and words weigh together."""

import numpy as np
import pytest

from seo.vectors import WORDS, Space, word_weights


def test_rare_words_weigh_more_and_rows_have_length_one() -> None:
    weights = word_weights([("curtain", "wash"), ("curtain", "cut"), ("curtain",), ()]).toarray()
    assert np.linalg.norm(weights[:3], axis=1) == pytest.approx(1.0)
    cut, curtain = weights[1][1], weights[1][0]
    assert {round(float(cut), 3), round(float(curtain), 3)} == {0.956, 0.294} or max(cut, curtain) > 0.9
    assert not weights[3].any()


def test_likeness_is_a_weighted_sum() -> None:
    where = Space(np.array([[1, 0], [0, 1]], dtype=np.float32), word_weights([("a",), ("a",)]))
    assert where.likeness(np.array([0]), np.array([1])).tolist() == [[WORDS]]


def test_a_member_does_not_vouch_for_itself() -> None:
    where = Space(
        np.array([[1, 0], [1, 0], [0, 1]], dtype=np.float32), word_weights([("a",), ("a",), ("b",)])
    )
    near = where.to_centre([0, 2], [0, 1, 2])
    assert near[0] > 0.5
    assert near[1] == pytest.approx(0.0)
