"""Customers' questions as a page quotes them."""

import pytest

from content.writing.questions import asked_well


@pytest.mark.parametrize(
    ("language", "asked", "printed"),
    [
        ("en", "can these be cut", "Can these be cut?"),
        ("es", "puedo acortar la cortina yo misma?", "¿Puedo acortar la cortina yo misma?"),
        ("es", "¿Se puede lavar?", "¿Se puede lavar?"),
        ("fr", "est-ce que ça se lave ?", "Est-ce que ça se lave\u202f?"),
        ("de", "Darf ich kürzen?", "Darf ich kürzen?"),
        ("ar", "هل يمكن قصها", "هل يمكن قصها؟"),
        ("ja", "切ってもいいですか", "切ってもいいですか？"),
        ("en", "Mine shrank.", "Mine shrank."),  # no question
    ],
)
def test_a_question_has_its_marks_and_its_own_words(language: str, asked: str, printed: str) -> None:
    assert asked_well(asked, language) == printed
