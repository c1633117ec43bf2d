"""Who, when, where and how many is nothing that a shop lacks; a thing made of such words is."""

import pytest

from content.plan.around import around
from seo.language import stems


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("de", "zwischen zwei größen", ["gross"]),
        ("de", "stoppersocken erwachsene", ["stoppersock"]),
        ("en", "quiet on wooden floors", ["quiet"]),
        ("es", "zapatillas parquet", ["zapatill"]),
        ("fr", "combien de temps", ["combien"]),
        ("fr", "chaussettes de nuit", ["chausset"]),
        ("fr", "table de nuit", ["tabl", "nuit"]),
        ("en", "night light", ["night", "light"]),
        ("en", "floor lamp", ["floor", "lamp"]),
        ("en", "garden chair", ["garden", "chair"]),
        ("es", "mesita de noche", ["mesit", "noch"]),
        ("ar", "شبشب للبلاط", ["شبشب"]),
        ("ar", "ساعة", ["ساع"]),  # a watch as well as an hour
    ],
)
def test_what_only_says_when_or_where_is_left_out(language: str, text: str, left: list[str]) -> None:
    beside = around(text, language)
    assert [word for word in stems(text, language) if word not in beside] == left


def test_of_japanese_only_whole_runs_are_such_words() -> None:
    assert {"大人", "時間"} <= set(around("", "ja")) and "子ども" not in around("", "ja")


def test_a_language_without_a_table_has_no_such_words() -> None:
    assert not around("två dagar", "sv")
