"""A topic stands in the middle of its members, read together or in parts."""

import numpy as np
import pytest

from seo import centres as module
from seo.centres import centres
from seo.encoders.universal import Universal

ENCODER = Universal()
GROUPS = [
    ["wash a rug", "rug washing"],
    ["cut a curtain"],
    ["slippers", "felt slippers", "slipper"],
    ["lamp"],
]


def test_a_centre_is_the_mean_of_its_texts_and_of_length_1() -> None:
    found = centres(GROUPS, ENCODER)
    means = np.stack([ENCODER.encode(group).sum(axis=0) for group in GROUPS])
    assert np.allclose(found, means / np.linalg.norm(means, axis=1, keepdims=True), atol=1e-5)
    assert centres([], ENCODER).shape[0] == 0


@pytest.mark.parametrize("batch", [1, 2, 3, 7, 8])
def test_reading_in_parts_changes_nothing(monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    whole = centres(GROUPS, ENCODER)
    monkeypatch.setattr(module, "_BATCH", batch)
    assert np.allclose(centres(GROUPS, ENCODER), whole, atol=1e-6)
