"""A search that takes the name of a product line apart means that line; a sentence keeps what its small words part."""

import pytest

from content.plan.scattered import Scattered

NAMES = {
    "en": {"folding": ("folding umbrellas",), "stick": ("stick umbrellas",)},
    "es": {"folding": ("paraguas plegables",), "stick": ("paraguas largos",)},
    "fr": {"folding": ("parapluies pliants",), "stick": ("parapluies cannes",)},
    "de": {"folding": ("faltbare Schirme",), "stick": ("lange Schirme",)},
    "ar": {"folding": ("مظلات مطوية",), "stick": ("مظلات طويلة",)},
    "ja": {"folding": ("折りたたみ傘",), "stick": ("長傘",)},
}


@pytest.mark.parametrize(
    ("language", "text", "gathered"),
    [
        ("en", "umbrella folding windproof", "folding umbrellas windproof"),
        ("es", "paraguas pequeño plegable", "paraguas plegables pequeño"),
        ("fr", "parapluie léger pliant", "parapluies pliants léger"),
        ("de", "Schirm faltbar", "faltbare schirme"),
        ("ar", "مظلة صغيرة مطوية", "مظلات مطوية صغيرة"),
        ("ja", "晴雨兼用 傘 折りたたみ", "折りたたみ傘 晴雨兼用"),
    ],
)
def test_the_words_of_a_line_come_together(language: str, text: str, gathered: str) -> None:
    assert Scattered(NAMES[language], language).gathered(text) == gathered


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "an umbrella for my folding bike"),
        ("en", "umbrella small light strong folding"),  # too far apart
        ("en", "umbrella stick folding"),  # two lines
        ("en", "windproof umbrella"),
        ("es", "paraguas para bici plegable"),
        ("fr", "un parapluie dans un vélo pliant"),
        ("de", "ein Schirm für ein faltbares Rad"),
        ("ar", "مظلة على دراجة مطوية"),
        ("ja", "傘は折りたたみですか"),
        ("ja", "傘 サイズ"),
    ],
)
def test_what_does_not_belong_together_stays_apart(language: str, text: str) -> None:
    assert Scattered(NAMES[language], language).gathered(text) == text
