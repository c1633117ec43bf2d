"""Why somebody searches is told from a word, and the word is named."""

import pytest

from seo.encoders.universal import Universal
from seo.intents import intent, intents
from seo.records import Intent


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "best blackout curtains", Intent.COMMERCIAL),
        ("en", "buy blackout curtains", Intent.TRANSACTIONAL),
        ("en", "how to wash blackout curtains", Intent.INFORMATIONAL),
        ("en", "acme customer service", Intent.NAVIGATIONAL),
        ("es", "mejores cortinas opacas", Intent.COMMERCIAL),
        ("es", "comprar cortinas", Intent.TRANSACTIONAL),
        ("es", "cómo lavar cortinas", Intent.INFORMATIONAL),
        ("fr", "rideau occultant avis", Intent.COMMERCIAL),
        ("fr", "acheter rideau", Intent.TRANSACTIONAL),
        ("fr", "laver rideau occultant", Intent.INFORMATIONAL),
        ("de", "verdunkelungsvorhang test", Intent.COMMERCIAL),
        ("de", "vorhang kaufen", Intent.TRANSACTIONAL),
        ("de", "vorhang kürzen", Intent.INFORMATIONAL),
        ("ar", "أفضل الستائر المعتمة", Intent.COMMERCIAL),
        ("ar", "شراء ستائر", Intent.TRANSACTIONAL),
        ("ar", "غسل الستائر", Intent.INFORMATIONAL),
        ("ja", "遮光カーテン おすすめ", Intent.COMMERCIAL),
        ("ja", "遮光カーテン 通販", Intent.TRANSACTIONAL),
        ("ja", "遮光カーテン 洗い方", Intent.INFORMATIONAL),
    ],
)
def test_a_telling_word_decides(language: str, text: str, told: Intent) -> None:
    found, sure, reason = intent(text, language)
    assert (found, sure >= 0.7, reason.startswith("says")) == (told, True, True)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "How much does a blackout curtain cost?"),
        ("es", "¿Cuánto cuesta una cortina?"),
        ("fr", "Combien coûte un rideau ?"),
        ("de", "Was kostet ein Vorhang?"),
        ("ar", "بكم الستارة؟"),
        ("ja", "カーテンはいくらですか"),
    ],
)
def test_a_question_about_the_price_is_commercial(language: str, text: str) -> None:
    assert intent(text, language)[0] is Intent.COMMERCIAL


def test_a_word_inside_another_decides_nothing() -> None:
    assert intent("bestie testament", "en") == (Intent.COMMERCIAL, 0.4, "names a thing without a verb")


def test_the_arabic_word_for_width_is_no_offer() -> None:
    assert intent("عرض النافذة", "ar")[0] is not Intent.TRANSACTIONAL


def test_what_no_word_decides_keeps_its_doubt() -> None:
    told = intents(["blackout curtains", "best blackout curtains", "is it soft"], "en", Universal())
    assert [item[0] for item in told][1:] == [Intent.COMMERCIAL, Intent.INFORMATIONAL]
    assert told[0][1] <= 0.6
