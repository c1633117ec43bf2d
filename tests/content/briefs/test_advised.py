"""What no column states and the shop's own advice answers is not "not known": the advice holds, and no more."""

from pathlib import Path

import pytest

from content.briefs.phrases import say
from content.ledger.ledger import Ledger
from tests.content.briefs.packs import FACTS, PRODUCTS, brief_of, read
from tests.content.briefs.test_scope import REPAIRABLE

MENDING = """
[[advice]]
id = "mending"
aspect = "durability"
about = ["backpacks"]
[advice.title]
en = "Can the rucksack be repaired?"
de = "Ist der Rucksack reparierbar?"
[advice.answer]
en = "A hole in the cloth can be patched: clean it, and let the patch dry for a day."
de = "Ein Loch im Stoff lässt sich flicken: säubern und den Flicken einen Tag trocknen lassen."
"""
BLANK = PRODUCTS.replace("20,yes,yes,", "20,yes,,").replace("15,no,no,", "15,no,,")
"""The same shop, where nobody has filled the column "repairable" in for a backpack."""


def reasons(ledger: Ledger, language: str) -> set[str]:
    """Why the brief bars the attribute, and what it says is not stated."""
    brief = brief_of(ledger, language, (REPAIRABLE[language], 3))
    label = ledger.lexicon.attribute("repairable", language) or "-"
    facts = {ref for s in brief.sections for ref in s.facts if "repairable" in ref and ref.endswith(")")}
    return {barred.why for barred in brief.never if barred.what.startswith(label)} | facts


@pytest.mark.parametrize("language", ["en", "de"])
def test_where_advice_answers_what_no_column_states_the_page_does_not_deny_it(
    tmp_path: Path, language: str
) -> None:
    ledger = read(tmp_path, BLANK, FACTS + MENDING)
    assert reasons(ledger, language) == {say(language, "never.advised_why")}


@pytest.mark.parametrize("language", ["en", "de"])
def test_without_advice_it_is_not_known(tmp_path: Path, language: str) -> None:
    assert say(language, "never.unknown_why") in reasons(read(tmp_path, BLANK, FACTS), language)


@pytest.mark.parametrize("language", ["en", "de"])
def test_where_one_product_states_it_the_others_are_not_known_whatever_the_advice(
    tmp_path: Path, language: str
) -> None:
    ledger = read(tmp_path, PRODUCTS, FACTS + MENDING)  # Marsch has a blank, Kontor and Lore have none
    assert say(language, "never.unknown_why") in reasons(ledger, language)
    assert say(language, "never.advised_why") not in reasons(ledger, language)


WASHING = """
[[advice]]
id = "washing"
aspect = "care"
about = ["backpacks"]
[advice.title]
en = "How do I care for my rucksack?"
[advice.answer]
en = "Brush off the dirt, wipe the cloth with lukewarm water and hang it up open until it is dry."
"""


def test_a_matter_the_shop_advises_on_is_not_called_unknown(tmp_path: Path) -> None:
    """ "We have not checked how the stones are washed" stood under the shop's own advice on their care."""
    barred = []
    for number, facts in enumerate((FACTS, FACTS + WASHING)):
        folder = tmp_path / str(number)
        folder.mkdir()
        ledger = read(folder, PRODUCTS, facts)
        brief = brief_of(ledger, "en", ("How do I care for my rucksack?", 9))
        matter = ledger.lexicon.synonyms("aspect", "care", "en")[0]
        barred.append([each.what for each in brief.never if each.what.lower().startswith(matter)])
    assert not barred[1]
    assert barred[0]
