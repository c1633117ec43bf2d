"""The encoder of all six markets keeps its promise."""

import numpy as np

from seo.encoders.universal import Universal

ENCODER = Universal()


def test_rows_have_length_one_and_no_texts_no_rows() -> None:
    rows = ENCODER.encode(["curtain", "", "カーテン"])
    assert rows.shape == (3, 512)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-3)
    assert ENCODER.encode([]).shape == (0, 512)


def test_one_question_is_near_itself_in_six_languages() -> None:
    cut = ["can I cut the curtain", "puedo cortar la cortina", "puis-je couper le rideau",
        "kann ich den Vorhang kürzen",
           "هل يمكن قص الستارة", "カーテンを切れますか"]  # fmt: skip
    likeness = ENCODER.encode(cut) @ ENCODER.encode(["can I cut the curtain", "when does the train leave"]).T
    assert (likeness[:, 0] > likeness[:, 1] + 0.3).all()
