"""How fine to cut is told by the texts: as alike as one wish is, or as things agree."""

from typing import Any

import numpy as np
import pytest
from scipy import sparse
from sklearn.metrics import adjusted_rand_score, cohen_kappa_score

from seo.levels import (
    _PER_THING,
    _agreement,
    _Compared,
    _counterparts,
    _level,
    _mutual,
    alike,
    by_likeness,
    by_wish,
    things,
    without_mean,
)
from seo.neighbours import neighbours
from seo.vectors import Space

RNG = np.random.default_rng(3)


def space_of(rows: Any) -> Space:
    return Space((rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float16))


def graph_of(where: Space, least: float = 0.2) -> Any:
    near = neighbours(where, least)
    rows = np.repeat(np.arange(len(where)), near.places.shape[1])
    matrix = sparse.csr_matrix((near.likeness.ravel(), (rows, near.places.ravel())), shape=(len(where),) * 2)
    return matrix.maximum(matrix.T).tocsr()


def said(wishes: int, wordings: int, spread: float) -> tuple[Any, Any]:
    """Directions of wishes with some wordings each, and which wish each wording is of."""
    wish = np.repeat(np.arange(wishes), wordings)
    return RNG.normal(size=(wishes, 200))[wish] + spread * RNG.normal(size=(len(wish), 200)), wish


@pytest.mark.parametrize(("wishes", "wordings"), [(5, 40), (40, 40), (60, 8)])
def test_few_large_and_many_small_wishes_are_found_with_the_same_setting(wishes: int, wordings: int) -> None:
    rows, wish = said(wishes, wordings, spread=1.2)  # members are 1 / (1 + 1.2²) = .41 alike
    where = space_of(rows)
    labels, _ = by_likeness(graph_of(where), where)
    assert adjusted_rand_score(wish, labels) > 0.9


def test_wishes_alone_are_no_things() -> None:
    where = space_of(said(20, 30, spread=1.2)[0])
    assert (things(graph_of(where), where) == -1).all()


def test_things_are_found_and_their_wishes_by_agreement() -> None:
    rows, wish = said(8, 5, spread=0.4)
    thing = np.repeat(np.arange(12), len(rows))
    crossed = (
        1.6 * RNG.normal(size=(12, 200))[thing] + np.tile(rows, (12, 1)) + 0.3 * RNG.normal(size=(480, 200))
    )
    where = space_of(crossed)
    found = things(graph_of(where), where)
    assert adjusted_rand_score(thing, found) > 0.95
    names = np.unique(found, return_inverse=True)[1]
    beyond = without_mean(where.of(slice(None)), names)
    likeness = (beyond @ beyond.T).clip(0) * (names[:, None] == names[None, :])
    likeness[np.arange(480), np.arange(480)] = 0
    labels, told = by_wish(sparse.csr_matrix(likeness), beyond.astype(np.float16), names)
    assert adjusted_rand_score(thing * 8 + np.tile(wish, 12), labels) > 0.9
    assert told.startswith("by wish: 12 things")


def test_how_alike_members_are_is_told_by_pairs() -> None:
    where = space_of(np.array([[1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]))
    assert alike(where, np.array([0, 0, 1])) == pytest.approx(0.707, abs=1e-3)
    assert alike(where, np.array([0, 1, 2])) == 1.0


@pytest.mark.parametrize("spread", [1.4, 1.6, 1.8, 2.0])
def test_texts_that_are_less_alike_than_usual_are_not_left_alone(spread: float) -> None:
    """Wishes .19 to .34 alike: asked for .40, halving ended in single texts (agreement .03)."""
    rows, wish = said(25, 4, spread)
    where = space_of(rows)
    labels, level = by_likeness(graph_of(where, 0.1), where)
    assert adjusted_rand_score(wish, labels) > 0.6, level


# ---- how well things agree -----------------------------------------------------------------------


def compared(things: int, wishes: int = 3, wordings: int = 8) -> _Compared:
    """Things of which the same is said, each in words of its own."""
    rows = np.repeat(np.eye(64, dtype=np.float32)[:wishes], wordings, axis=0)
    said_of = np.tile(rows, (things, 1)) + 0.05 * RNG.normal(size=(things * len(rows), 64))
    places = np.arange(len(said_of)).reshape(things, -1)
    return _counterparts(said_of.astype(np.float16), list(places))


def test_only_texts_that_are_each_others_likest_are_counterparts() -> None:
    mine = np.array(
        [[1.0, 0.0], [0.9, 0.1], [0.0, 1.0]], dtype=np.float32
    )  # the second is likest to what the first is
    at, match = _mutual(mine, np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32))
    assert (at.tolist(), match.tolist()) == ([0, 2], [0, 1])


def test_wishes_that_repeat_agree_wholly_and_a_cut_by_chance_does_not() -> None:
    drawn = compared(things=6)
    assert _agreement(np.tile(np.repeat([0, 1, 2], 8), 6), drawn) == (1.0, 0.0)
    by_chance, error = _agreement(np.random.default_rng(1).integers(3, size=144), drawn)
    assert abs(by_chance) < 0.3
    assert error > 0.01


def test_the_error_is_how_much_agreement_moves_when_things_are_left_out() -> None:
    labels, drawn = np.random.default_rng(1).integers(3, size=144), compared(things=6)
    here, there = (labels[one] == labels[other] for one, other in (drawn.mine, drawn.theirs))
    without = [(drawn.both[drawn.number] != thing).all(axis=1) for thing in range(6)]
    left_out = [cohen_kappa_score(here[kept], there[kept]) for kept in without]  # each anew: slow and clear
    found, error = _agreement(labels, drawn)
    assert found == pytest.approx(cohen_kappa_score(here, there))
    assert error == pytest.approx(np.sqrt(5 / 6 * ((left_out - np.mean(left_out)) ** 2).sum()))


@pytest.mark.parametrize("things", [1, 2])
def test_one_or_two_things_repeat_nothing_so_their_agreement_has_no_bound(things: int) -> None:
    assert _agreement(np.tile(np.repeat([0, 1, 2], 8), things), compared(things))[1] == float("inf")


def test_things_without_a_counterpart_agree_by_nothing() -> None:
    drawn = compared(things=4, wishes=1, wordings=1)
    assert _agreement(np.arange(4), drawn) == (0.0, 0.0)


@pytest.mark.parametrize(
    ("agreed", "resolution"),
    [
        (
            {0.5: (0.29, 0.05), 0.71: (0.28, 0.03), 1.0: (0.27, 0.03), 1.41: (0.27, 0.03)},
            1.0,
        ),  # Spanish: noise decides
        (
            {1.41: (0.76, 0.02), 2.0: (0.83, 0.02), 2.83: (0.85, 0.01), 4.0: (0.82, 0.01)},
            2.83,
        ),  # English: it is sure
        (
            {1.41: (0.56, 0.03), 2.0: (0.59, 0.04), 2.83: (0.58, 0.04), 4.0: (0.58, 0.04)},
            1.41,
        ),  # Japanese: in between
        (
            {0.25: (0.86, 0.02), 0.35: (0.85, 0.02), 0.5: (0.70, 0.02), 1.0: (0.86, 0.02)},
            0.35,
        ),  # a run has no gap
        ({1.41: (0.80, float("inf"))}, 1.0),  # two things
        ({}, 1.0),  # nothing to compare
    ],
)
def test_of_levels_that_agree_as_well_but_for_noise_the_one_nearest_to_1_is_taken(
    agreed: dict[float, tuple[float, float]], resolution: float
) -> None:
    ladder = [agreed.get(round(step, 2), (0.0, 0.0)) for step in _PER_THING]
    assert round(_PER_THING[_level(ladder)], 2) == resolution
