"""Forms of one wish are one keyword; what is negated, counted, measured or asked otherwise is another."""

import pytest

from seo.keywords import keywords
from seo.records import Signal, SignalKind
from seo.wordings import base, wording


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "how to cut blackout curtain", "cutting blackout curtains"),
        ("en", "can you cut curtains", "Could I cut the curtain?"),
        ("en", "curtain 120 cm", "curtains 120cm"),
        ("en", "best way to wash wool blankets", "washing a wool blanket"),
        ("de", "Vorhänge kürzen", "wie kann ich einen Vorhang kürzen"),
        ("de", "wie wasche ich Vorhänge", "Vorhang waschen"),
        ("de", "Matratze 90 cm reinigen", "Matratzen reinigen 90cm"),
        ("fr", "comment laver des rideaux occultants", "laver rideau occultant"),
        ("fr", "rideau thermique", "rideaux thermiques"),
        ("es", "cómo lavar cortinas opacas", "lavar cortina opaca"),
        ("es", "cómo puedo cortar las cortinas", "cortar cortina"),
        ("ar", "كيفية غسل الستائر", "غسل الستائر"),
        ("ar", "طريقة تنظيف السجادة", "تنظيف السجاد"),
        ("ja", "遮光カーテンの切り方", "遮光カーテンを切る"),
        ("ja", "カーテン 洗濯 方法", "カーテンの洗濯"),
    ],
)
def test_forms_of_one_wish_are_one(language: str, one: str, other: str) -> None:
    assert wording(one, language) == wording(other, language)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        # negation
        ("en", "washable curtains", "not washable curtains"),
        ("de", "Decke mit Ärmeln", "Decke ohne Ärmel"),
        ("fr", "le rideau se lave", "le rideau ne se lave pas"),
        ("es", "cortina con ojales", "cortina sin ojales"),
        ("ar", "ستائر قابلة للغسل", "ستائر غير قابلة للغسل"),
        ("ja", "洗えるカーテン", "洗えないカーテン"),
        # numbers, units, sizes
        ("en", "curtain 120 cm", "curtain 120 in"),
        ("en", "curtain 140x245", "curtain 245x140"),
        ("en", "slippers size 38", "slippers size 44"),
        ("de", "Vorhang 120 cm", "Vorhang 140 cm"),
        ("fr", "chaussons taille 38", "chaussons taille 44"),
        ("es", "cortina 2 m", "cortina 2 cm"),
        ("ar", "ستارة 120 سم", "ستارة 140 سم"),
        ("ja", "幅100cm カーテン", "幅150cm カーテン"),
        # another question
        ("en", "can curtains be cut", "how to cut curtains"),
        ("en", "why wash curtains", "wash curtains"),
        ("en", "how long are curtains", "long curtains"),
        ("de", "wie lange dauert die Lieferung", "Lieferung"),
        ("ja", "カーテンは洗えますか", "洗えるカーテン"),
        # the same stem, another word
        ("en", "weighted blanket", "blanket weight"),
        ("en", "warm comforter", "warm comfort"),
        ("en", "bedding set", "bed set"),
        ("de", "große Vorhänge", "Größe Vorhänge"),
        ("fr", "rideau sur mesure", "mesure rideau"),
        ("es", "cortina corta", "cortar cortina"),
        ("es", "cortinas a medida", "medida cortinas"),
        ("ja", "洗える カーテン", "カーテンを洗う"),
        # words that turn the sense
        ("en", "rug under bed", "rug over bed"),
        ("de", "Teppich unter Bett", "Teppich vor Bett"),
    ],
)
def test_what_is_not_the_same_stays_apart(language: str, one: str, other: str) -> None:
    assert wording(one, language) != wording(other, language)


@pytest.mark.parametrize(("text", "language"), [("🙂", "en"), ("", "ja"), ("...", "ar")])
def test_a_text_without_words_has_none(text: str, language: str) -> None:
    assert wording(text, language) == ""


def test_small_words_alone_are_what_they_say() -> None:
    assert wording("what is this", "en") != wording("how about you", "en")


def test_a_form_is_told_from_another_word() -> None:
    assert base("curtains", "en") == base("curtain", "en")
    assert base("heated", "en") != base("heating", "en") != base("heat", "en")


def test_a_folded_keyword_has_all_the_support_and_the_commonest_wording() -> None:
    said = [
        ("how to cut blackout curtain", 2),
        ("cutting blackout curtains", 5),
        ("cut blackout curtain 2 m", 1),
    ]
    signals = [Signal(text, text, SignalKind.QUERY, "q.csv", "en", 1.0, count) for text, count in said]
    found = keywords(signals, "en")
    assert [(k.phrase, k.count, k.signals) for k in found] == [
        ("cutting blackout curtains", 7, ("cutting blackout curtains", "how to cut blackout curtain")),
        ("cut blackout curtain 2 m", 1, ("cut blackout curtain 2 m",)),
    ]
