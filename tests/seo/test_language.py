"""Six languages are told apart, cut into words, sentences and keys, and their questions are heard."""

import subprocess
import sys

import pytest

from seo.language import NEGATIONS, STOP, detect, is_question, key, sentences, stem, stems, words

MARKETS = ("en", "es", "fr", "de", "ar", "ja")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("How do I wash blackout curtains without shrinking them?", "en"),
        ("¿Cómo se lavan las cortinas opacas sin que encojan?", "es"),
        ("Comment laver des rideaux occultants sans les rétrécir ?", "fr"),
        ("Wie wäscht man Verdunkelungsvorhänge, ohne dass sie einlaufen?", "de"),
        ("كيف أغسل الستائر المعتمة؟", "ar"),
        ("遮光カーテンはどうやって洗いますか", "ja"),
    ],
)
def test_a_sentence_is_told_whatever_its_file_was_thought_to_be(text: str, language: str) -> None:
    for prior in ("", *MARKETS):
        assert detect(text, prior)[0] == language
    assert detect(text)[1] > 0.9


def test_a_short_query_keeps_the_language_of_where_it_came_from() -> None:
    assert detect("thermo", "de") == ("de", 0.5)
    assert detect("IKEA", "ja") == ("ja", 0.5)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("cortinas opacas", "es"),
        ("kaffee", "de"),
        ("rideau occultant lavable", "fr"),
        ("blackout blinds", "en"),
    ],
)
def test_without_a_prior_a_short_query_is_weighed_between_the_markets(text: str, language: str) -> None:
    assert detect(text, "", MARKETS)[0] == language


def test_chinese_characters_alone_are_japanese_where_japanese_is_expected() -> None:
    assert detect("遮光", "ja") == ("ja", 0.9)
    assert detect("遮光")[0] == "zh"


def test_persian_is_not_arabic_and_digits_are_no_language() -> None:
    assert detect("پرده ضخیم چگونه")[0] == "fa"
    assert detect("140 × 245", "fr") == ("fr", 0.0)


@pytest.mark.parametrize(
    "text", ["100 µm sleeves", "100 μm sleeves", "8 Ω speaker for a blackout room", "α hydroxy cream"]
)
def test_a_sign_in_greek_letters_is_no_greek(text: str) -> None:
    assert detect(text, "en")[0] == "en"
    assert detect("κουρτίνες", "en")[0] == "el"


def test_importing_the_file_loads_nothing_heavy() -> None:
    seen = (
        "import sys, seo.language; print([m for m in ('py3langid', 'numpy', 'budoux') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Can't I cut 1.5 m off?", ["Cant", "I", "cut", "1.5", "m", "off"]),
        ("es", "¿La corto a 1,20 m?", ["La", "corto", "a", "1,20", "m"]),
        ("fr", "l'ourlet d’un rideau", ["l", "ourlet", "d", "un", "rideau"]),
        ("de", "Verdunkelungsvorhang 140x245", ["Verdunkelungsvorhang", "140", "x", "245"]),
        ("ar", "قصّ الستائر؟", ["قصّ", "الستائر"]),
        ("ja", "遮光カーテンは丈を", ["遮光", "カーテン", "は", "丈", "を"]),
    ],
)
def test_words_come_as_typed_and_numbers_whole(language: str, text: str, found: list[str]) -> None:
    assert words(text, language) == found


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "curtains", "Curtain"),
        ("es", "cortinas", "CORTINA"),
        ("fr", "lavés", "lavée"),
        ("de", "Vorhänge", "Vorhang"),
        ("ar", "الستارة", "ستاره"),
        ("ja", "カーテン", "ｶｰﾃﾝ"),
    ],
)
def test_forms_of_a_word_share_their_stem(language: str, one: str, other: str) -> None:
    assert stem(one, language) == stem(other, language)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "Can the curtains not be washed?", ("curtain", "not", "wash")),
        ("es", "¿No se puede lavar la cortina?", ("no", "lav", "cortin")),
        ("fr", "le rideau sans ourlet", ("rideau", "sans", "ourlet")),
        ("de", "Kann man den Vorhang nicht kürzen?", ("vorhang", "nicht", "kurz")),
        ("ar", "هل الستائر بدون خياطة", ("ستاير", "بدون", "خياط")),
        ("ja", "カーテンは洗えない", ("カーテン", "洗", "ない")),
    ],
)
def test_stop_words_go_and_negations_stay(language: str, text: str, found: tuple[str, ...]) -> None:
    assert stems(text, language) == found


def test_no_shopping_word_and_no_negation_is_a_stop_word() -> None:
    shopping = (
        "length width long room home best how without free buy cheap price ohne gross kurz nicht sans sin"
    )
    for language in MARKETS:
        assert not STOP[language] & {*shopping.split(), *NEGATIONS[language]}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "Blackout curtains, washable!", "washable blackout CURTAINS"),
        ("es", "¿Cortina térmica?", "cortina termica"),
        ("fr", "Rideau lavé", "RIDEAU LAVE"),
        ("de", "Vorhang-Kürzen", "kurzen vorhang"),
        ("ar", "ستائر ٢٤٥ سم", "ستائر 245 سم"),
        ("ja", "ｶｰﾃﾝ　丈", "丈 カーテン"),
    ],
)
def test_case_marks_accents_and_order_make_no_other_key(language: str, one: str, other: str) -> None:
    assert key(one, language) == key(other, language)


def test_numbers_and_negations_make_another_key() -> None:
    assert key("curtain 140x245", "en") != key("curtain 135x245", "en")
    assert key("kann man waschen", "de") != key("kann man nicht waschen", "de")
    assert key("が", "ja") != key("か", "ja")


@pytest.mark.parametrize(
    ("language", "text", "parts"),
    [
        ("en", "It is approx. 3 m. Nice! Is it?", ["It is approx. 3 m.", "Nice!", "Is it?"]),
        ("es", "Es bonita. ¿Se lava?", ["Es bonita.", "¿Se lava?"]),
        ("fr", "C’est env. 3 m de tissu. Bien ?", ["C’est env. 3 m de tissu.", "Bien ?"]),
        ("de", "Hält ca. 3 Tage. Passt er?", ["Hält ca. 3 Tage.", "Passt er?"]),
        ("ar", "جميلة جدا. هل تغسل؟ نعم", ["جميلة جدا.", "هل تغسل؟", "نعم"]),
        ("ja", "良い。洗えますか？はい。", ["良い。", "洗えますか？", "はい。"]),
    ],
)
def test_sentences_end_at_marks_and_not_at_abbreviations(language: str, text: str, parts: list[str]) -> None:
    assert sentences(text, language) == parts


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "can i wash blackout curtains"),
        ("en", "curtains?"),
        ("en", "in which sizes do they come"),
        ("es", "se puede lavar la cortina"),
        ("es", "de qué material es"),
        ("fr", "peut-on couper le rideau"),
        ("fr", "le rideau est-il lavable"),
        ("de", "kann man den vorhang kürzen"),
        ("de", "aus welchem stoff ist er"),
        ("ar", "هل يمكن قص الستارة"),
        ("ar", "كم عرض الستارة"),
        ("ja", "丈を切れますか"),
        ("ja", "どのくらいで届く"),
    ],
)
def test_a_question_needs_no_mark(language: str, text: str) -> None:
    assert is_question(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "washable blackout curtains"),
        ("es", "cortinas opacas lavables"),
        ("fr", "rideau occultant lavable"),
        ("de", "verdunkelungsvorhang waschbar"),
        ("ar", "ستائر معتمة للغسل"),
        ("ja", "遮光カーテン 洗濯機"),
        ("en", "???"),
    ],
)
def test_a_thing_named_is_no_question(language: str, text: str) -> None:
    assert not is_question(text, language)
