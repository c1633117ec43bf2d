"""Number words to 999 in five languages, and halves; kanji are read digit by digit."""

from decimal import Decimal

import pytest

from content.checks.amounts import number_words
from content.checks.extract import extract
from content.checks.view import fold


def values(text: str, locale: str) -> list[tuple[Decimal, str]]:
    """The first value and unit of each number."""
    return [(amount.values[0], amount.unit) for amount in extract(fold(text), locale)]


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "ar"])
def test_every_number_from_two_to_ninety_nine_has_its_word(language: str) -> None:
    words = {int(value) for value in number_words(language).values() if value == int(value)}
    assert set(range(2, 100)) - words == set()


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "ar"])
def test_every_round_hundred_has_its_word(language: str) -> None:
    words = set(number_words(language).values())
    assert {Decimal(value) for value in range(100, 1000, 100)} - words == set()


@pytest.mark.parametrize(
    ("locale", "text", "value", "unit"),
    [
        ("en-US", "twenty-four centimetres", 24, "cm"),
        ("en-US", "ninety nine centimetres", 99, "cm"),
        ("en-US", "two hundred grams", 200, "g"),
        ("en-US", "a hundred and twenty grams", 120, "g"),
        ("en-US", "nine hundred and ninety-nine grams", 999, "g"),
        ("en-US", "two hundred fifty grams", 250, "g"),
        ("es-ES", "treinta y cinco centímetros", 35, "cm"),
        ("es-ES", "veintidós centímetros", 22, "cm"),
        ("es-ES", "quinientos gramos", 500, "g"),
        ("es-ES", "ciento veinte gramos", 120, "g"),
        ("es-ES", "novecientos noventa y nueve gramos", 999, "g"),
        ("fr-FR", "quatre-vingt-dix-neuf centimètres", 99, "cm"),
        ("fr-FR", "soixante et onze centimètres", 71, "cm"),
        ("fr-FR", "vingt et un centimètres", 21, "cm"),
        ("fr-FR", "cent vingt grammes", 120, "g"),
        ("fr-FR", "deux cent cinquante grammes", 250, "g"),
        ("fr-FR", "neuf cent quatre-vingt-dix-neuf grammes", 999, "g"),
        ("de-DE", "vierundzwanzig Zentimeter", 24, "cm"),
        ("de-DE", "einundzwanzig Zentimeter", 21, "cm"),
        ("de-DE", "zweihundert Gramm", 200, "g"),
        ("de-DE", "hundertzwanzig Gramm", 120, "g"),
        ("de-DE", "zweihundertfünfzig Gramm", 250, "g"),
        ("de-DE", "neunhundertneunundneunzig Gramm", 999, "g"),
        ("ar-AE", "خمسة وأربعون سنتيمترا", 45, "cm"),
        ("ar-AE", "خمسة عشر سنتيمترا", 15, "cm"),
        ("ar-AE", "ثلاثمئة غرام", 300, "g"),
        ("ar-AE", "مئة وعشرون غراما", 120, "g"),
        ("ar-AE", "مئتان وخمسون غراما", 250, "g"),
        ("ar-AE", "تسعمئة وتسعة وتسعون غراما", 999, "g"),
        ("ja-JP", "二十四センチ", 24, "cm"),
        ("ja-JP", "九百九十九グラム", 999, "g"),
    ],
)
def test_a_number_in_words_is_read_whole(locale: str, text: str, value: int, unit: str) -> None:
    assert values(text, locale) == [(Decimal(value), unit)]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-US", "three and a half hours"),
        ("es-ES", "tres horas y media"),
        ("fr-FR", "trois heures et demie"),
        ("de-DE", "dreieinhalb Stunden"),
        ("ar-AE", "ثلاث ساعات ونصف"),
        ("ja-JP", "3時間半"),
    ],
)
def test_a_half_is_added_as_the_language_adds_it(locale: str, text: str) -> None:
    assert values(text, locale) == [(Decimal("3.5"), "h")]


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-US", "half an hour"), ("es-ES", "media hora"), ("fr-FR", "une demi-heure"), ("de-DE", "eine halbe Stunde"),
        ("ar-AE", "نصف ساعة"), ("ja-JP", "30分"),
    ],
)  # fmt: skip
def test_half_an_hour_is_thirty_minutes(locale: str, text: str) -> None:
    assert [amount.base[0] for amount in extract(fold(text), locale)] == [1800]
