"""Advice about two lines leads a reader from one to the other."""

from pathlib import Path

import pytest

from tests.content.briefs.packs import NAMES, brief_of, read

SIZE = {
    "en": "What size of rucksack do I need?",
    "es": "¿Qué tamaño de mochila necesito?",
    "fr": "Quelle taille de sac à dos ?",
    "de": "Welche Größe brauche ich beim Rucksack?",
    "ar": "ما مقاس حقيبة الظهر؟",
    "ja": "リュックのサイズは？",
}


@pytest.mark.parametrize("language", SIZE)
def test_a_line_that_the_advice_is_about_is_linked_by_its_own_page(tmp_path: Path, language: str) -> None:
    brief = brief_of(read(tmp_path), language, (SIZE[language], 3))
    assert "advice.carry" in brief.sections[0].evidence
    (link,) = [each for each in brief.links_out if each.kind == "category"]
    assert link.url == f"https://x.example/{language}/duffels"
    assert link.anchor == NAMES["duffels"].get(language, "duffels").split("|")[0]


def test_without_such_advice_there_is_no_such_link(tmp_path: Path) -> None:
    brief = brief_of(read(tmp_path), "en", ("Is the Kontor waterproof?", 3))
    assert not [each for each in brief.links_out if each.kind == "category"]
