"""Why a topic is left is told in whole words that are foreign: no question word, no measure, no piece of a verb."""

import pytest

from content.plan.strange import is_foreign, told
from seo.language import stems


@pytest.mark.parametrize(
    ("language", "text", "unknown", "named"),
    [
        ("en", "do you sell helmets", ("sell", "helmet"), ("helmets",)),
        ("es", "¿Vendéis cascos siempre?", ("vend", "casc", "siempr"), ("cascos",)),
        ("fr", "Vendez-vous toujours des casques ?", ("vend", "toujour", "casqu"), ("casques",)),
        ("de", "Verkauft ihr immer Helme", ("verkauft", "imm", "helm"), ("Helme",)),
        ("ar", "هل عندكم خوذات", ("عندكم", "خوذ"), ("خوذات",)),
        ("ja", "パニアバッグ 取り付け方", ("取", "付"), ("取り付け方",)),
        ("ja", "カーボンでも使えますか？", ("使",), ("使えます",)),
        ("ja", "サドルバッグ シートポスト", ("シートポスト",), ("シートポスト",)),
        ("fr", "toujours", ("toujour",), ("toujours",)),  # nothing else to name
    ],
)
def test_only_what_is_foreign_is_named(
    language: str, text: str, unknown: tuple[str, ...], named: tuple[str, ...]
) -> None:
    assert told(text, unknown, lambda word: stems(word, language), language) == named


@pytest.mark.parametrize(
    ("language", "text", "foreign"),
    [
        ("en", "how 16 mm tube", ["tube"]),
        ("es", "cómo tubo 16 mm", ["tub"]),
        ("fr", "comment tube 16 mm", ["tub"]),
        ("de", "welches rohr 16 mm", ["rohr"]),
        ("ar", "كيف أنبوب 16 ملم", ["انبوب"]),
        ("ja", "24.5 cm 金具", ["金具"]),
        ("en", "foot warmer", ["foot", "warmer"]),  # a unit is one beside its figure
    ],
)
def test_question_words_and_measures_are_nothing_a_shop_lacks(
    language: str, text: str, foreign: list[str]
) -> None:
    tokens = stems(text, language)
    assert [token for at, token in enumerate(tokens) if is_foreign(at, tokens, language)] == foreign
