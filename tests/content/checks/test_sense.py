"""Words in an order their language allows, and an end that is one."""

import random

import pytest

from content.checks.sense import ends_open, order, repeated
from content.checks.view import fold
from content.corruption.damage import inside_out

ARABIC = [
    "طول الستارة أربعة أمتار وعرضها عشرون مترًا.",
    "تزن ثمانون قطعة منها نحو كيلوغرام، وسعرها خمسون درهمًا.",
    "طوله متر واحد، وسعته لتر ونصف لتر.",
    "ضعها مع وسادة من القطن، ولا تضعها في وسط الغرفة.",
    "فالكلب الذي يزن ثلاثين كيلوغرامًا يحتاج إلى المقاس الكبير.",
]


def test_a_unit_in_words_stands_behind_a_number_in_words() -> None:
    found = order([fold(sentence) for sentence in ARABIC], "ar")
    assert (found.wrong, found.chances > 8) == (0, True)


def test_shuffled_arabic_shows() -> None:
    mixed = [inside_out(sentence, "ar", random.Random(seed)) for seed in range(3) for sentence in ARABIC]
    assert order([fold(sentence) for sentence in mixed], "ar").share > 0.2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It is Bluetooth or"),
        ("es", "¿Y si hay un núcleo? El"),
        ("fr", "Elle sèche plus vite que le"),
        ("de", "Für"),
        ("ar", "يمكن غسلها في"),
        ("ja", "丈は"),
    ],
)
def test_no_sentence_ends_in_a_small_word_that_waits(language: str, text: str) -> None:
    assert ends_open(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Which one do you put it on"), ("de", "Er schaltet sich aus"), ("fr", "Lavez-les"), ("ja", "白")],
)
def test_a_small_word_may_end_one(language: str, text: str) -> None:
    assert not ends_open(text, language)


def test_a_label_ends_in_a_noun_and_a_sentence_does_not() -> None:
    assert order(["サイズの選び方：折りたたみ傘"], "ja").wrong == 0
    assert order(["サイズの選び方は折りたたみ傘。"], "ja").wrong == 1


def test_sizes_told_again_in_a_table_are_no_repetition() -> None:
    sizes = ["86", "92", "98", "104", "110", "116", "122", "128"]
    assert repeated(["the", "suit", "comes", "in", *sizes, "the", "jacket", "too", *sizes]) == 0.0
    assert (
        repeated(
            ["a", "warm", "light", "for", "the", "room", "and", "a", "warm", "light", "for", "the", "room"]
        )
        > 0.2
    )
