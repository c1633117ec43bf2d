"""The constants of the formulas, each by a text small enough to reckon by hand."""

import pytest

from content.checks import readability as r
from content.checks.readability import BANDS
from seo.records import LANGUAGES


def test_ari() -> None:  # 4 words, 16 letters, 2 sentences
    assert r.ari([["four", "open"], ["jars", "here"]]) == pytest.approx(4.71 * 4 + 0.5 * 2 - 21.43)


def test_fernandez_huerta_and_inflesz() -> None:  # 3 words, 6 syllables, 1 sentence
    text = [["la", "casa", "blanca"]]
    assert sum(map(r.syllables_es, text[0])) == 5
    assert r.fernandez_huerta(text) == pytest.approx(206.84 - 60 * 5 / 3 - 1.02 * 3)
    assert r.inflesz(text) == pytest.approx(206.835 - 62.3 * 5 / 3 - 3)


def test_kandel_moles() -> None:  # le ri-deau
    assert r.kandel_moles([["le", "rideau"]]) == pytest.approx(207 - 1.015 * 2 - 73.6 * 3 / 2)


def test_wiener() -> None:  # one long word of three syllables, one short of one
    assert r.wiener([["das", "Badezimmer"]]) == pytest.approx(
        0.1935 * 50 + 0.1672 * 2 + 0.1297 * 50 - 0.0327 * 50 - 0.875
    )


def test_osman() -> None:  # one word of three letters with one long vowel: two syllables, nothing hard
    assert r.syllables_ar("باب") == 2
    assert r.osman([["باب"]]) == pytest.approx(200.791 - 1.015 - 24.181 * 2)


def test_kanji_and_length() -> None:  # 4 letters, half of them kanji
    assert r.kanji_and_length([["遮光です"]]) == pytest.approx(4 + 20)


@pytest.mark.parametrize(
    ("word", "count"),
    [("país", 2), ("cuello", 2), ("queso", 2), ("guerra", 2), ("aéreo", 4), ("ciudad", 2), ("ley", 1)],
)
def test_spanish_syllables(word: str, count: int) -> None:
    assert r.syllables_es(word) == count


@pytest.mark.parametrize(("word", "count"), [("rideaux", 2), ("table", 1), ("occultant", 3), ("le", 1)])
def test_french_syllables(word: str, count: int) -> None:
    assert r.syllables_fr(word) == count


@pytest.mark.parametrize(
    ("word", "count"), [("Fenster", 2), ("Verdunkelungsvorhang", 6), ("Leinen", 2), ("Maschine", 3)]
)
def test_german_syllables(word: str, count: int) -> None:
    assert r.syllables_de(word.lower()) == count


def test_every_language_has_its_band_and_knows_both_ends() -> None:
    assert set(BANDS) == set(LANGUAGES)
    for band in BANDS.values():
        above, below = max(band.easy, band.hard) + 1, min(band.easy, band.hard) - 1
        assert {band.verdict(above), band.verdict(below)} == {"hard", "easy"}
        assert band.verdict((band.easy + band.hard) / 2) == ""
