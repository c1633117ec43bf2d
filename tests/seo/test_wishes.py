"""What vectors do not see keeps texts apart."""

import numpy as np
import pytest

from seo.wishes import act, kept_share, matter, wish


def left_of(one: str, other: str, language: str) -> float:
    pair = [wish(one, language), wish(other, language)]
    return float(kept_share(pair, np.array([0]), np.array([1]))[0])


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "cut blackout curtains", "wash blackout curtains"),
        ("es", "cortar cortinas opacas", "lavar cortinas opacas"),
        ("fr", "raccourcir rideau", "laver rideau"),
        ("de", "vorhang kürzen", "vorhang waschen"),
        ("ar", "قص الستائر", "غسل الستائر"),
        ("ja", "カーテン 丈詰め", "カーテン 洗濯"),
    ],
)
def test_other_acts_are_cut(language: str, one: str, other: str) -> None:
    assert left_of(one, other, language) == 0.0


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "are they washable", "are they not washable"),
        ("es", "la cortina se lava", "la cortina no se lava"),
        ("fr", "rideau avec ourlet", "rideau sans ourlet"),
        ("de", "vorhang kürzen mit nähen", "vorhang kürzen ohne nähen"),
        ("ar", "ستارة خياطة", "ستارة بدون خياطة"),
        ("ja", "カーテンは洗える", "カーテンは洗えない"),
    ],
)
def test_the_same_wish_turned_round_is_cut(language: str, one: str, other: str) -> None:
    assert left_of(one, other, language) == 0.0


def test_other_sizes_and_intents_are_cut_and_other_numbers_weakened() -> None:
    assert left_of("curtain 140x245", "curtain 135 x 245", "en") == 0.0
    assert left_of("kettle 1 l", "kettle 2 l", "en") == 0.0
    assert left_of("best kettle", "buy kettle", "en") == 0.0
    assert left_of("model 5 kettle", "model 7 kettle", "en") == 0.5


def test_what_says_the_same_or_nothing_keeps_all() -> None:
    assert left_of("curtain 140x245", "curtain 140 × 245", "en") == 1.0
    assert left_of("blackout curtain", "buy blackout curtain", "en") == 1.0


def test_a_text_with_two_acts_is_free() -> None:
    assert act("can i return it after washing", "en") == ""
    assert act("can i return it", "en") == "returns"


@pytest.mark.parametrize(
    ("language", "text", "named"),
    [
        ("en", "Can I send back a curtain after I washed it?", "returns"),
        ("de", "Kann ich einen Vorhang zurückgeben, den ich schon gekürzt habe?", "returns"),
        ("fr", "Peut-on retourner un rideau déjà lavé ?", "returns"),
        ("es", "Puedo devolver una cortina ya lavada?", "returns"),
        ("ar", "كم تكلفة الشحن إلى الإمارات؟", "delivery"),
        ("ja", "お急ぎ便の送料はいくらですか", "delivery"),
        ("en", "Is the lambswool blanket itchy on bare skin?", "itch"),
        ("de", "Kratzt die Wolldecke?", "itch"),
        ("fr", "La couverture en laine gratte-t-elle ?", "itch"),
        ("es", "¿Se decoloran las cortinas con el sol?", "fade"),
        ("ja", "掛け布団カバーはOEKO-TEX認証ですか？", "certified"),
    ],
)
def test_a_matter_of_the_shop_is_what_is_asked(language: str, text: str, named: str) -> None:
    assert matter(text, language) == named
