"""A page whose question turns on repair or warranty holds what the shop itself stands for."""

from pathlib import Path

import pytest

from content.briefs.sheet import facts_of
from tests.content.briefs.packs import brief_of, read
from tests.content.briefs.test_scope import PROOF, REPAIRABLE
from tests.content.small_shop import DAY

BROKEN = {
    "en": "My rucksack is broken: can it be repaired?",
    "es": "Mi mochila está rota: ¿se puede reparar?",
    "fr": "Mon sac à dos est cassé : peut-on réparer ?",
    "de": "Mein Rucksack ist kaputt: lässt er sich reparieren?",
    "ar": "حقيبة الظهر مكسورة: هل يمكن إصلاحه؟",
    "ja": "リュックが壊れました。修理できるものですか？",
}


@pytest.mark.parametrize("language", BROKEN)
@pytest.mark.parametrize("asked", [BROKEN, REPAIRABLE])
def test_repair_is_answered_with_what_the_shop_repairs_and_how_long_it_stands_for_its_goods(
    tmp_path: Path, language: str, asked: dict[str, str]
) -> None:
    facts = brief_of(read(tmp_path), language, (asked[language], 3)).sections[0].facts
    assert {"shop.repairs_other_brands", "shop.warranty_period", "shop.contact_email"} <= set(facts)
    assert {"kontor.warranty", "kontor.repairable", "lore.repairable"} <= set(facts)
    assert "shop.wheel_repair" not in facts  # the shop's advice says it of a duffel
    assert "shop.rolls" not in facts


@pytest.mark.parametrize("language", BROKEN)
def test_what_the_shop_promises_for_all_its_goods_is_not_unknown_of_one(
    tmp_path: Path, language: str
) -> None:
    ledger = read(tmp_path)
    brief = brief_of(ledger, language, (BROKEN[language], 3))
    label = ledger.lexicon.attribute("warranty", language)
    assert not any("warranty" in ref for s in brief.sections for ref in s.facts if ref.startswith("unknown("))
    assert not any(barred.what.startswith(f"{label}") for barred in brief.never)


@pytest.mark.parametrize("language", PROOF)
def test_a_question_on_rain_brings_no_warranty(tmp_path: Path, language: str) -> None:
    brief = brief_of(read(tmp_path), language, (PROOF[language], 3))
    assert not any(ref.startswith("shop.") for section in brief.sections for ref in section.facts)


def test_a_writer_reads_what_each_of_them_says(tmp_path: Path) -> None:
    ledger = read(tmp_path)
    market = next(each for each in ledger.shop.markets if each.language == "en")
    brief = brief_of(ledger, "en", (BROKEN["en"], 3))
    told = {line.reference: line.value for line in facts_of(brief, ledger, market, DAY)}
    assert (told["shop.warranty_period"], told["shop.repairs_other_brands"]) == ("2 years", "no")
