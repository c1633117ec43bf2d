"""Many texts at once are ranked as one by one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seo.language import _identifier, _rank_one, _ranker, detect, prepare

TEXTS = [
    "blackout curtains for the bedroom", "verdunkelungsvorhang für das schlafzimmer", "rideau occultant pour bébé",
    "cortina opaca para dormitorio de niños", "tende oscuranti", "gordijnen verduisterend kopen", "zasłony zaciemniające",
    "karartma perdesi", "zatemňovací závěsy", "mörkläggningsgardiner", "cortinas blackout para quarto", "a", "é", "", "140x245",
    "x" * 400, "GROSS", "parka",
]  # fmt: skip


def alike(text: str) -> None:
    ((_, many),) = _ranker().rank([text])
    one = _rank_one(text)
    assert dict(many) == pytest.approx(dict(one), abs=1e-4)
    assert many[0][0] == one[0][0] or many[0][1] - many[1][1] < 1e-4


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_ranked_as_the_identifier_ranks_it(text: str) -> None:
    alike(text)


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec="utf-8", max_codepoint=0x24F), max_size=60))
def test_whatever_the_letters_the_ranking_is_the_identifiers(text: str) -> None:
    alike(text)


def test_company_changes_nothing() -> None:
    together = dict(_ranker().rank(TEXTS))
    for text in TEXTS:
        ((_, alone),) = _ranker().rank([text])
        assert dict(together[text]) == pytest.approx(dict(alone), abs=1e-12)


def test_a_prepared_text_is_detected_as_an_unprepared_one() -> None:
    markets = ("ar", "de", "en", "es", "fr", "ja")
    before = [detect(text, "de", markets) for text in TEXTS]
    prepare(TEXTS)
    after = [detect(text, "de", markets) for text in TEXTS]
    assert [language for language, _ in after] == [language for language, _ in before]
    assert [sure for _, sure in after] == pytest.approx([sure for _, sure in before], abs=2e-3)


def test_every_language_of_ours_in_latin_letters_is_among_them() -> None:
    assert {"en", "es", "fr", "de"} <= set(_identifier().nb_classes)
