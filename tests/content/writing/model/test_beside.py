"""A writer is shown the shop's other advice on the page's products, and where a reader can ask."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.writing.model.beside import MOST, beside
from content.writing.model.material import shown
from content.writing.model.writer import compose
from tests.content.translated import FACTS, LANGUAGES, SIZE, read, task_of
from tests.content.writing.model.conftest import Scripted
from tests.content.writing.model.test_translated import article

CONTACT = '\n[contact]\nemail = "ask@x.example"\n[contact.text]\nfr = "Écrivez-nous avant de commander."\n'


@pytest.mark.parametrize("language", LANGUAGES)
def test_advice_on_another_matter_is_shown_as_such(tmp_path: Path, language: str) -> None:
    task = task_of(read(tmp_path), language)
    assert beside(task).evidence == ("advice.repair", "advice.airing")
    text = shown(task)
    facts, _, behind = text.partition("<<<FACTS ")[2].partition("FACTS ")
    assert "Schicken Sie den Fjord zu uns" in facts
    assert "{{shop.rib_repair}} — " in facts
    order = behind.partition("No section is for them")[0]
    assert "on another matter than the questions:\n\n- advice.repair\n- advice.airing" in order


def test_what_a_section_holds_is_not_shown_twice(tmp_path: Path) -> None:
    task = task_of(read(tmp_path), "de")
    assert "advice.kids-size" not in beside(task).evidence
    assert shown(task).count("Körpergröße plus") == 1


def test_the_address_is_on_offer_and_its_text_in_the_pages_language_alone(tmp_path: Path) -> None:
    ledger = read(tmp_path, FACTS + CONTACT)
    assert beside(task_of(ledger, "fr")).facts == ("shop.contact_text", "shop.contact_email")
    assert beside(task_of(ledger, "ja")).facts == ("shop.contact_email",)
    assert "where to ask: `{{shop.contact_email}}`" in shown(task_of(ledger, "ja"))
    assert "where to ask" not in shown(task_of(read(tmp_path), "ja"))


def test_of_much_advice_only_some_is_shown(tmp_path: Path) -> None:
    more = "".join(
        f'\n[[advice]]\nid = "more-{n}"\naspect = "care"\nabout = ["coats"]\n[advice.title]\nde = "T{n}"\n'
        f'[advice.answer]\nde = "Rat Nummer {"x" * n}."\n'
        for n in range(1, 12)
    )
    assert len(beside(task_of(read(tmp_path, FACTS + more), "fr")).evidence) == MOST


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_stated_on_the_matter_of_that_advice_comes_with_it(tmp_path: Path, language: str) -> None:
    more = FACTS.replace('de = "Mantel richtig pflegen"', 'de = "Mantel in die Waschmaschine?"').replace(
        'de = "Nach dem Tragen auslüften."', 'de = "Nur wenn er maschinenwaschbar ist."'
    )
    facts = beside(task_of(read(tmp_path, more), language)).facts
    assert [each for each in facts if each.endswith(".machine_washable")] == [
        "c1.machine_washable",
        "c2.machine_washable",
    ]
    assert not [each for each in beside(task_of(read(tmp_path), language)).facts if "washable" in each]


def test_for_a_model_that_holds_little_what_stands_beside_the_brief_is_left_out(tmp_path: Path) -> None:
    task = task_of(read(tmp_path, FACTS + CONTACT), "fr")
    lean = shown(task, is_whole=False)
    assert "Schicken Sie den Fjord zu uns" not in lean
    assert "contact_email" not in lean
    assert SIZE in lean
    model = Scripted(article=article("advice.kids-size"))
    for context in (64_000, 7_500):
        compose(task, model, context)
    asked = [request.messages[-1].text for request in model.asked]
    assert ["No section is for them" in text for text in asked] == [True, False]


@pytest.mark.parametrize("language", ["de", "fr"])
def test_what_a_product_is_not_for_is_shown_in_the_pages_language_alone(
    tmp_path: Path, language: str
) -> None:
    row = "C1,limits@de,Nicht für Sturm.,Anna,2026-11-27\n"
    (tmp_path / "facts_accepted.csv").write_text(f"sku,attribute,value,by,on\n{row}", encoding="utf-8")
    task = task_of(read(tmp_path), language)
    assert ("Nicht für Sturm." in shown(task)) is (language == "de")


@pytest.mark.parametrize(("aspect", "is_shown"), [("care", True), ("durability", True), ("size", False)])
def test_a_page_on_wear_holds_what_no_warranty_covers(tmp_path: Path, aspect: str, is_shown: bool) -> None:
    row = "shop,warranty_terms@de,Die Garantie deckt keinen Mottenfraß.,Anna,2026-11-27\n"
    (tmp_path / "facts_accepted.csv").write_text(f"sku,attribute,value,by,on\n{row}", encoding="utf-8")
    task = task_of(read(tmp_path), "de")
    mine = replace(task, assignment=replace(task.assignment, aspect=aspect))
    assert ("shop.warranty_terms" in beside(mine).facts) is is_shown
    assert ("keinen Mottenfraß" in shown(mine)) is is_shown
