"""A page on durability or features is about what its question names, not about all that its aspect holds."""

from pathlib import Path

import pytest

from tests.content.briefs.packs import brief_of, keys_of, read

PROOF = {
    "en": "Is the rucksack waterproof?",
    "es": "¿La mochila es impermeable?",
    "fr": "Le sac à dos est-il étanche\u00a0?",
    "de": "Ist der Rucksack wasserdicht?",
    "ar": "هل حقيبة الظهر ضد الماء؟",
    "ja": "リュックは完全防水ですか？",
}
REPAIRABLE = {
    "en": "Can the rucksack be repaired?",
    "es": "¿La mochila se puede reparar?",
    "fr": "Le sac à dos peut-il être réparé ?",
    "de": "Ist der Rucksack reparierbar?",
    "ar": "هل حقيبة الظهر قابل للإصلاح؟",
    "ja": "修理可能なリュックですか？",
}


@pytest.mark.parametrize("language", PROOF)
def test_a_page_on_rain_leaves_repairs_and_colours_to_another(tmp_path: Path, language: str) -> None:
    brief = brief_of(read(tmp_path), language, (PROOF[language], 3))
    assert {"waterproof", "capacity"} <= keys_of(brief)  # and what one chooses a rucksack by
    assert not keys_of(brief) & {"repairable", "colour", "price", "warranty"}
    label = read(tmp_path).lexicon.attribute("repairable", language)
    assert not any(barred.what.startswith(f"{label}") for barred in brief.never)


@pytest.mark.parametrize("language", PROOF)
def test_another_feature_keeps_a_section_where_several_ask_for_it(tmp_path: Path, language: str) -> None:
    ledger = read(tmp_path)
    few = brief_of(
        ledger, language, (PROOF[language], 9), (REPAIRABLE[language], 1), searched=PROOF[language]
    )
    assert few.question == PROOF[language]
    assert not {q for s in few.sections for q in s.questions} & {REPAIRABLE[language]}
    many = brief_of(
        ledger, language, (PROOF[language], 9), (REPAIRABLE[language], 5), searched=PROOF[language]
    )
    (own,) = [section for section in many.sections if REPAIRABLE[language] in section.questions]
    assert own.form == "questions"
    assert "kontor.repairable" in own.facts
    assert "kontor.repairable" not in many.sections[0].facts


def test_an_aspect_that_is_one_matter_keeps_all_of_it(tmp_path: Path) -> None:
    brief = brief_of(read(tmp_path), "en", ("What size of rucksack do I need?", 3))
    assert "open_width" in keys_of(brief)
