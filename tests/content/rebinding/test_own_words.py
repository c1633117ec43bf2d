"""A block that repeats the shop's own people rests on their words; a list of all routes rests on there being no more."""

from dataclasses import replace

import pytest

from content.ledger.ledger import Ledger
from content.rebinding.own_words import complete_lists, own_words
from content.records import Advice, Text
from tests.content.rebinding.conftest import market

ADVICE = {
    "en-GB": "Measure from the rod down to the floor and take a finger's breadth off, so that nothing drags.",
    "es-ES": "Mide desde la barra hasta el suelo y resta el ancho de un dedo, para que nada arrastre por el suelo.",
    "fr-FR": "Mesurez de la tringle jusqu'au sol et retirez la largeur d'un doigt, afin que rien ne traîne par terre.",
    "de-DE": "Messen Sie von der Stange bis zum Boden und ziehen Sie eine Fingerbreite ab, damit nichts schleift.",
    "ar-EG": "قس من القضيب حتى الأرض ثم اطرح عرض إصبع واحد حتى لا تلامس الستارة الأرض أبدا.",
    "ja-JP": "レールから床までを測り、指一本分を引いてください。裾を引きずらずにすみます。",
}


@pytest.mark.parametrize("locale", ADVICE)
def test_repeated_advice_is_named_and_other_words_are_not(three: Ledger, locale: str) -> None:
    told = Text(((locale[:2], ADVICE[locale]),))
    ledger = replace_advice(three, Advice("measure", "size", (), told, told, Text(())))
    blocks = ["Luna.", f"Hello. {ADVICE[locale]}", "{{l1.short}}"]
    assert list(own_words(blocks, ledger, market(ledger, locale))) == [(1, "advice(measure)")]


def replace_advice(ledger: Ledger, *advice: Advice) -> Ledger:
    found = ledger.as_of(ledger._day) if ledger._day else ledger  # a copy of its own
    found.advice = advice
    return found


def test_all_routes_and_all_variants(three: Ledger) -> None:
    blocks = [
        "{{shop.delivery_standard_days}}",
        "{{t-100.width}} | {{t-117.width}}",
        "{{t-100.width}} | {{t-117.width}} | {{t-137.width}}",
    ]
    assert list(complete_lists(blocks, three, market(three, "de-DE"))) == [
        (0, "routes()"),
        (2, "variants(tarn)"),
    ]


def test_short_advice_counts_when_it_stands_alone(three: Ledger) -> None:
    told = Text((("en", "Wash it."),))
    ledger = replace_advice(three, replace(Advice("w", "care", (), told, told, Text(()))))
    assert list(own_words(["Wash it.", "Wash it now."], ledger, market(ledger, "en-GB"))) == [
        (0, "advice(w)")
    ]
