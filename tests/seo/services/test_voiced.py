"""How an interest is told to be a question, with a language and without one."""

import pytest

from seo.records import SignalKind
from seo.services.voiced import asks, voiced


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("how to wash curtains", "en"),
        ("cómo lavar cortinas", "es"),
        ("comment laver un rideau", "fr"),
        ("kann man vorhänge bügeln", "de"),
        ("كيف أغسل الستائر", "ar"),
        ("カーテンは洗えますか", "ja"),
    ],
)
def test_a_question_is_told_in_each_language_without_a_mark(text: str, language: str) -> None:
    assert voiced(text, language) is SignalKind.QUESTION
    assert voiced(f"{text} 2026", otherwise=SignalKind.SUGGESTION) in {
        SignalKind.QUESTION,
        SignalKind.SUGGESTION,
    }


@pytest.mark.parametrize(
    "text",
    [
        "Was Omas Vorhang kann",  # German: `was` asks here
        "War der Vorhang teuer",
    ],
)
def test_a_word_that_asks_in_one_language_only_is_judged_by_the_language_of_the_whole(text: str) -> None:
    assert asks(text)


@pytest.mark.parametrize(
    "text",
    [
        "War of the Worlds curtain prints",
        "Come home to linen",
        "Si mesure: linen curtains",
        "カーテン",
        "نصائح",
        "?!",
        "2026",
    ],
)
def test_what_asks_nothing_is_what_the_caller_says(text: str) -> None:
    assert voiced(text, otherwise=SignalKind.SUGGESTION) is SignalKind.SUGGESTION
