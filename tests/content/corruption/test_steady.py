"""The same text in another dress: what is changed, and that a change of meaning is none of them."""

import random

import pytest

from content.corruption.corpus import Edit, Original
from content.corruption.damage import inside_out
from content.corruption.steady import dresses, invented, poorer
from content.files import parse_draft
from seo.records import LANGUAGES, Market

TEXT = {
    "en": ("en-GB", "A tray", "It's 30 cm wide and two years old. It weighs 3 kg. We like it “so”."),
    "es": ("es-ES", "Una bandeja", "Mide 30 cm de ancho y tiene dos años. Pesa 3 kg. La llamamos “así”."),
    "fr": ("fr-FR", "Un plateau", "Il mesure 30 cm, l'âge est de deux ans. Il pèse 3 kg. Voilà."),
    "de": ("de-DE", "Ein Tablett", "Es ist 30 cm breit, zwei Jahre alt und wiegt 3 kg. Es heißt “so”."),
    "ar": ("ar-AE", "صينية", "عرضها 30 سم وعمرها ثلاث سنوات. وزنها 3 كجم وهي “جيدة”."),
    "ja": ("ja-JP", "お盆", "幅は30cmで、二年使えます。重さは3kgです。名前は「盆」です。"),
}


def page(language: str) -> Original:
    locale, keyword, body = TEXT[language]
    text = f"---\ntitle: {keyword}\nmarket: {locale}\nkeyword: {keyword}\n---\n\n{body}\n"
    return Original("c", f"{language}/1", text, parse_draft(text, "1.md"), Market(locale, "EUR"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_dress_changes_letters_and_not_what_is_said(language: str) -> None:
    found = {each.kind: each.texts[0] for each in dresses(page(language), ()) if each.rule == "same"}
    digits = "Arabic-Indic digits" if language == "ar" else "full-width digits"
    assert {"CRLF", "white space", "two / 2", digits} <= found.keys()
    assert "\r\n" in found["CRLF"]
    assert ("٣٠" if language == "ar" else "３０") in found[digits]
    assert ("1 cm / 10 mm" in found) is (language != "ar")
    if "1 cm / 10 mm" in found:
        assert "300" in found["1 cm / 10 mm"] and "mm" in found["1 cm / 10 mm"]


def test_lies_are_added_one_two_four() -> None:
    edits = (Edit("number", "30 cm", "90 cm", ""), Edit("number", "3 kg", "9 kg", ""))
    lies = next(each for each in dresses(page("en"), edits) if each.kind == "more lies")
    assert ["90 cm" in text for text in lies.texts] == [False, True, True]
    assert ["9 kg" in text for text in lies.texts] == [False, False, True]


def test_evidence_is_taken_away_piece_by_piece() -> None:
    base = "---\ntitle: x\nauthor: A\ndate: 2026-01-01\nupdated: 2026-01-02\nsources:\n  - a\n  - b\n---\nText.\n"
    texts = poorer(base).texts
    assert [text.count("\n") for text in texts] == [10, 7, 6, 5, 4]
    assert texts[-1] == "---\ntitle: x\n---\nText.\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_invented_page_is_long_and_names_the_keyword(language: str) -> None:
    text = invented("KEY", language)
    assert len(text) >= 2900 if language == "ja" else len(text.split()) >= 1300
    assert text.count("KEY") > 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_gibberish_keeps_the_letters_and_loses_the_order(language: str) -> None:
    body = "\n" + TEXT[language][2] + "\n"
    mixed = inside_out(body, language, random.Random(1))
    assert mixed != body
    if language != "ja":
        assert sorted(mixed.split()) == sorted(body.split())
