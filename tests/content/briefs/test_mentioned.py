"""A question that has one telling word of a column's name brings that column along, for the products it asks about."""

from pathlib import Path

import pytest

from tests.content.briefs.packs import brief_of, keys_of, read

WITHOUT_COVER = {
    "en": "Is the Marsch waterproof without the cover?",
    "es": "¿El Marsch es impermeable sin la funda?",
    "fr": "Le Marsch est-il étanche sans la housse ?",
    "de": "Ist der Marsch ohne die Hülle wasserdicht?",
    "ar": "هل Marsch ضد الماء بدون الغطاء؟",
    "ja": "Marschはカバーなしでも防水ですか？",
}
STRAP = {
    "en": "Is the Marsch waterproof at the strap?",
    "es": "¿El Marsch es impermeable en la correa?",
    "fr": "Le Marsch est-il étanche près de la sangle ?",
    "de": "Ist der Marsch am Riemen wasserdicht?",
    "ar": "هل Marsch ضد الماء عند الحزام؟",
    "ja": "Marschはストラップの所も防水ですか？",
}
OPEN = {
    "en": "Is the Marsch waterproof when open?",
    "es": "¿El Marsch es impermeable abierto?",
    "fr": "Le Marsch est-il étanche ouvert ?",
    "de": "Ist der Marsch offen wasserdicht?",
    "ar": "هل Marsch ضد الماء وهو مفتوح؟",
    "ja": "Marschは開いたままでも防水ですか？",
}


@pytest.mark.parametrize("language", WITHOUT_COVER)
def test_a_cover_that_is_asked_about_comes_with_what_is_stated_of_it(tmp_path: Path, language: str) -> None:
    brief = brief_of(read(tmp_path), language, (WITHOUT_COVER[language], 3))
    facts = brief.sections[0].facts
    assert brief.sections[0].questions == (WITHOUT_COVER[language],)
    assert {"marsch.rain_cover_included", "marsch.waterproof"} <= set(facts)
    assert "kontor.rain_cover_included" not in facts  # nobody asked about that one


@pytest.mark.parametrize("language", STRAP)
def test_a_word_that_stands_in_many_columns_names_brings_none(tmp_path: Path, language: str) -> None:
    brief = brief_of(read(tmp_path), language, (STRAP[language], 3))
    assert not keys_of(brief) & {"carry_strap", "strap_padded", "strap_removable"}


@pytest.mark.parametrize("language", OPEN)
def test_how_a_measure_is_taken_is_no_thing_that_a_question_could_mean(tmp_path: Path, language: str) -> None:
    brief = brief_of(read(tmp_path), language, (OPEN[language], 3))
    assert not any("open_width" in ref for ref in brief.sections[0].facts)
