"""A page about features is about the one most people search, not about whichever was asked."""

from pathlib import Path

from content.briefs.outline import outline
from content.dossier import Dossier
from content.ledger.ledger import Ledger
from content.records import Action, Assignment
from content.writing.assembler import assemble
from seo.records import Question
from tests.content.plan.test_answered import NAMES
from tests.content.small_shop import DAY, heard, opened, shop_toml, words_csv
from tests.content.small_shop import planned as planned_of

PRODUCTS = """sku,title,category,Can be reproofed,Hood fits over a helmet,weight [g]
C1,Fjord coat,coats,yes,no,400
C2,Skerry coat,coats,yes,no,500
C3,Holm coat,coats,no,yes,600
"""
OWN_WORDS = {
    "Can be reproofed": {"en": "reproofable|reproof"},
    "Hood fits over a helmet": {"en": "hood fits over a helmet"},
}
ADVICE = """[[advice]]
id = "reproof"
aspect = "care"
about = ["coats"]
[advice.title]
en = "When does a coat need a reproof?"
[advice.answer]
en = "When water no longer beads on the cloth but leaves dark patches on the shoulders and the sleeves."
[advice.body]
en = "Spray the clean, damp coat on the outside, wipe off what is too much and dry it warm."
"""
HOOD = "Does the hood fit over a bike helmet?"


def read(folder: Path, facts: str) -> Ledger:
    words = words_csv(NAMES | OWN_WORDS)
    return opened(
        folder, {"shop.toml": shop_toml(), "products.csv": PRODUCTS, "words.csv": words, "facts.toml": facts}
    )


def planned(ledger: Ledger, *asked: tuple[str, int]) -> Assignment:
    """What becomes of many searches for reproofing, and of what customers ask."""
    questions = [Question(text, count) for text, count in asked]
    topic = heard("en", questions, ["reproof coat"], 80.0, 3300)
    return next(
        each for each in planned_of(ledger, topic) if each.aspect == "features" and each.topic.questions
    )


def question_of(assignment: Assignment, ledger: Ledger) -> str:
    return outline(assignment, "k", "2026-W48", ledger, Dossier(), (), DAY).question


def test_its_question_is_the_one_about_what_is_searched(tmp_path: Path) -> None:
    ledger = read(tmp_path, "")
    found = planned(ledger, (HOOD, 9), ("Can I reproof the coat myself?", 2))
    assert found.action is Action.WRITE
    assert question_of(found, ledger) == "Can I reproof the coat myself?"


def test_where_only_another_feature_is_asked_it_goes_by_the_search(tmp_path: Path) -> None:
    ledger = read(tmp_path, "")
    assert question_of(planned(ledger, (HOOD, 9)), ledger) == "reproof coat"


def test_the_shop_s_advice_on_it_leads_the_page_whatever_aspect_it_is_filed_under(tmp_path: Path) -> None:
    ledger = read(tmp_path, ADVICE)
    draft = assemble(planned(ledger, (HOOD, 9)), ledger, on=DAY)
    assert draft.title == "When does a coat need a reproof?"
    assert draft.body.startswith("When water no longer beads")
    assert draft.body.split("\n\n")[1].startswith("Reproofable: ")


def test_advice_on_something_else_does_not(tmp_path: Path) -> None:
    ledger = read(tmp_path, ADVICE.replace("reproof?", "brush?").replace("reproof", "brush"))
    draft = assemble(planned(ledger, (HOOD, 9)), ledger, on=DAY)
    assert not draft.body.startswith("When water no longer beads")
