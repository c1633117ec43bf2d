"""Advice in another language answers a question for whoever can translate it, in the plan as in the brief."""

from pathlib import Path

import pytest

from content.errors import LedgerGap
from content.plan.answered import Matter, given
from content.plan.vocabulary import vocabulary_of
from content.records import Action
from content.writing.assembler import assemble
from seo.records import Question
from tests.content.translated import ASKED, DAY, FACTS, LANGUAGES, brief_of, planned, read


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_question_that_only_german_advice_answers_gets_a_page_where_a_model_writes(
    tmp_path: Path, language: str
) -> None:
    ledger = read(tmp_path)
    by_model = planned(ledger, language, can_translate=True)
    assert (by_model.action, by_model.topic.name) == (Action.WRITE, ASKED[language])
    assembled = planned(ledger, language, can_translate=False)
    assert (assembled.action, assembled.why) == (Action.HOLD, "the product data do not say")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_assembler_never_writes_on_german_advice_whoever_planned_it(
    tmp_path: Path, language: str
) -> None:
    ledger = read(tmp_path)
    with pytest.raises(LedgerGap):
        assemble(planned(ledger, language, can_translate=True), ledger, (), DAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_named_by_a_question_its_brief_answers(tmp_path: Path, language: str) -> None:
    ledger = read(tmp_path)
    found = planned(ledger, language, can_translate=True)
    assert brief_of(ledger, language).question == found.topic.name


@pytest.mark.parametrize(
    ("asked", "advice"),
    [
        ("Le manteau Fjord est cassé, que faire ?", "repair"),
        ("Quelle taille pour le Fjord ?", "kids-size"),
        ("Le manteau est-il vegan ?", ""),
    ],
)
def test_it_answers_what_it_is_about_and_nothing_else(tmp_path: Path, asked: str, advice: str) -> None:
    assert given(Question(asked), matter(tmp_path, "durability")).advice == advice


def test_of_two_pieces_on_one_matter_the_one_that_names_the_product_answers(tmp_path: Path) -> None:
    general = """
[[advice]]
id = "a-hole"
aspect = "durability"
about = ["coats"]
[advice.title]
de = "Loch im Stoff?"
[advice.answer]
de = "Nähen Sie es gleich zu."
"""
    found = matter(tmp_path, "durability", general)
    assert given(Question("Le manteau Fjord est cassé, que faire ?"), found).advice == "repair"
    assert given(Question("Un manteau est cassé, que faire ?"), found).advice == "a-hole"


CUSTOMS = """[[delivery]]
country = "FR"
route = "standard"
days = "2-3 working days"

[[advice]]
id = "customs"
aspect = "delivery"
about = ["shop"]
[advice.title]
de = "Zoll"
[advice.answer]
de = "Der Zoll ist im Preis enthalten."
"""


def test_german_advice_on_delivery_does_not_answer_for_a_place_no_route_reaches(tmp_path: Path) -> None:
    ledger = read(tmp_path, CUSTOMS)
    assert planned(ledger, "fr", "Vous livrez en Belgique ?", can_translate=True).action is Action.HOLD
    assert (
        planned(ledger, "fr", "Quel est le délai de livraison ?", can_translate=True).action is Action.WRITE
    )


def test_german_advice_on_a_matter_of_the_shop_answers_for_who_can_translate(tmp_path: Path) -> None:
    ledger = read(tmp_path, CUSTOMS[CUSTOMS.index("[[advice]]") :])
    asked = "Y a-t-il des taxes à la livraison ?"
    assert planned(ledger, "fr", asked, can_translate=True).action is Action.WRITE
    assert planned(ledger, "fr", asked, can_translate=False).action is Action.HOLD


FRENCH = """
[[advice]]
id = "z-french"
aspect = "size"
about = ["coats", "C1", "C2"]
[advice.title]
fr = "Quelle taille de manteau ?"
[advice.answer]
fr = "Mesurez par-dessus un pull."
"""


def test_advice_in_the_page_s_language_goes_before_a_translation(tmp_path: Path) -> None:
    found = matter(tmp_path, "size", FRENCH)
    assert given(Question(ASKED["fr"]), found).advice == "z-french"
    assert brief_of(found.ledger, "fr").sections[0].evidence == ("advice.z-french",)


def matter(folder: Path, aspect: str, more: str = "") -> Matter:
    ledger = read(folder, FACTS + more)
    market = next(each for each in ledger.shop.markets if each.language == "fr")
    handles = tuple(each.handle for each in ledger.families())
    vocabulary = vocabulary_of(ledger, "fr")
    return Matter(ledger, vocabulary, market, "coats", aspect, handles, DAY, can_translate=True)
