"""Candidates are what the text says, word beside word."""

import pytest

from seo.phrases import phrases


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "The blackout curtains can be shortened.", ["blackout curtains", "shortened"]),
        ("es", "Las cortinas opacas se lavan a máquina.", ["cortinas opacas", "máquina"]),
        ("fr", "Les rideaux occultants et le voilage.", ["rideaux occultants", "voilage"]),
        ("de", "Der Vorhang mit der Gardinenstange.", ["Vorhang", "Gardinenstange"]),
        ("ar", "الستائر المعتمة في غرفة النوم", ["الستائر المعتمة", "غرفة النوم"]),
        ("ja", "遮光カーテンは洗濯機で洗えますか", ["遮光カーテン", "洗濯機"]),
    ],
)
def test_spans_between_stop_words_and_marks(language: str, text: str, found: list[str]) -> None:
    assert phrases(text, language) == found


def test_no_phrase_crosses_a_mark_or_exceeds_four_words() -> None:
    found = phrases("red cotton, blue linen. one two three four five six seven", "en")
    assert "cotton blue" not in found
    assert max(len(phrase.split()) for phrase in found) <= 4
    assert "red cotton" in found


def test_numbers_stand_inside_a_phrase_only() -> None:
    assert phrases("245 long curtain 140", "en") == ["long curtain"]
