"""A brief for a model offers what the shop wrote in another language, marked so; one for the assembler does not."""

from pathlib import Path

import pytest

from content.briefs.markdown import read as read_brief
from content.briefs.markdown import written
from content.briefs.sheet import facts_of
from content.dossier import Dossier
from tests.content.translated import ASKED, DAY, LANGUAGES, NOTE, SIZE, brief_of, read


@pytest.mark.parametrize("language", LANGUAGES)
def test_german_advice_leads_the_size_guide_and_its_question_is_not_barred(
    tmp_path: Path, language: str
) -> None:
    brief = brief_of(read(tmp_path), language)
    opening, howto, experience = brief.sections
    assert (brief.shape, opening.questions) == ("size guide", (ASKED[language],))
    assert opening.evidence == howto.evidence == ("advice.kids-size",)
    assert experience.evidence == ("evidence.kinder",)
    assert not any(ASKED[language] in barred.what for barred in brief.never)
    assert not any("Mantel" in text for text in (*brief.titles, howto.heading))  # no German heading


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_model_its_question_is_barred_and_no_advice_is_offered(
    tmp_path: Path, language: str
) -> None:
    brief = brief_of(read(tmp_path), language, can_translate=False)
    assert any(ASKED[language] in barred.what for barred in brief.never)
    assert not any(section.evidence for section in brief.sections)


@pytest.mark.parametrize(
    ("language", "washed", "cared_for"),
    [
        ("fr", "Le manteau passe-t-il en machine ?", "Comment entretenir un manteau ?"),
        ("ar", "هل يغسل المعطف في الغسالة؟", "كيف العناية بالمعطف؟"),
        ("ja", "コートは洗濯機で洗えますか？", "コートのお手入れは？"),
    ],
)
def test_beside_a_question_that_facts_answer_its_own_is_barred_without_a_model_and_answered_with_one(
    tmp_path: Path, language: str, washed: str, cared_for: str
) -> None:
    ledger = read(tmp_path)
    brief = brief_of(ledger, language, washed, cared_for, can_translate=False)
    assert any(cared_for in barred.what for barred in brief.never)
    assert not any(section.evidence for section in brief.sections)
    brief = brief_of(ledger, language, washed, cared_for)
    assert not any(cared_for in barred.what for barred in brief.never)
    assert any(cared_for in each.questions and each.evidence == ("advice.airing",) for each in brief.sections)


@pytest.mark.parametrize(
    ("language", "marker"), [("fr", "en allemand"), ("ar", "باللغة الألمانية"), ("ja", "ドイツ語")]
)
def test_its_line_says_in_which_language_it_is_and_keeps_the_references(
    tmp_path: Path, language: str, marker: str
) -> None:
    ledger = read(tmp_path)
    brief = brief_of(ledger, language)
    market = next(each for each in ledger.shop.markets if each.language == language)
    lines = {line.reference: line for line in facts_of(brief, ledger, market, DAY)}
    advice, note = lines["advice.kids-size"], lines["evidence.kinder"]
    assert (advice.language, advice.value) == ("de", f"{SIZE}\nSo passt ein Fleece darunter.")
    assert advice.label == f"Welche Größe beim Mantel? ({marker})"
    assert (note.language, note.value) == ("de", NOTE)
    assert note.label.endswith(f"Mara Lorenzen ({marker})")
    assert lines["shop.growing_room"].typed == "{{shop.growing_room}}"


def test_a_page_in_the_shop_s_own_language_is_briefed_the_same_for_both(tmp_path: Path) -> None:
    ledger = read(tmp_path)
    assert brief_of(ledger, "de") == brief_of(ledger, "de", can_translate=False)
    market = next(each for each in ledger.shop.markets if each.language == "de")
    assert not any(line.language for line in facts_of(brief_of(ledger, "de"), ledger, market, DAY))


def test_a_person_reads_the_language_beside_it_and_brings_the_same_brief_back(tmp_path: Path) -> None:
    ledger = read(tmp_path)
    brief = brief_of(ledger, "fr")
    page = written(brief, ledger, Dossier(), DAY)
    assert "- advice.kids-size — (en allemand) Körpergröße plus" in page
    assert read_brief(page, brief, ledger, Dossier(), DAY) == brief
