"""The demo shop's ledger and whole plan, made once for the tests of briefs."""

from datetime import date
from pathlib import Path

import pytest

from content.briefs.brief import Brief
from content.briefs.outline import outline
from content.dossier import Dossier
from content.errors import LedgerGap
from content.ledger.ledger import Ledger, read_ledger
from content.plan.plan import plan
from content.records import Action, Assignment
from content.shop import load_shop
from seo.records import LANGUAGES, Intent, Keyword, Question, Topic

DEMO = Path(__file__).parents[3] / "flows" / "demo_shop"
DAY = date(2026, 11, 25)
QUESTIONS = {
    "en": (
        "Can blackout curtains be cut?",
        "Are blackout curtains machine washable?",
        "How long does delivery take?",
    ),
    "es": (
        "¿Se puede cortar la cortina opaca?",
        "¿Se pueden lavar las cortinas opacas a máquina?",
        "¿Cuánto tarda el envío?",
    ),
    "fr": (
        "Peut-on recouper le rideau occultant ?",
        "Le rideau occultant passe-t-il en machine ?",
        "Quel est le délai de livraison ?",
    ),
    "de": (
        "Kann man den Verdunkelungsvorhang kürzen?",
        "Ist der Verdunkelungsvorhang waschbar?",
        "Wie lange dauert der Versand?",
    ),
    "ar": ("هل يمكن قص الستارة المعتمة؟", "هل تغسل الستارة المعتمة في الغسالة؟", "كم يستغرق التوصيل؟"),
    "ja": ("遮光カーテンは切れますか？", "遮光カーテンは洗濯機で洗えますか？", "配送は何日かかりますか？"),
}


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO)).as_of(DAY)


@pytest.fixture(scope="session")
def planned(ledger: Ledger) -> list[Assignment]:
    """Everything that deserves a page in any market of the demo shop."""
    topics = [
        Topic(
            q,
            lang,
            q,
            Intent.INFORMATIONAL,
            1.0,
            "test",
            (Keyword(q, q, lang, 50.0, 1),),
            (Question(q),),
            50.0,
        )
        for lang, questions in QUESTIONS.items()
        for q in questions
    ]
    found = plan(topics, ledger, [], ledger.shop.markets, "2026-W48", 100)
    return [each for each in found if each.action is Action.WRITE]


@pytest.fixture(scope="session")
def briefs(ledger: Ledger, planned: list[Assignment]) -> list[tuple[Assignment, Brief]]:
    """The brief of each; what the shop has nothing to say to is left out."""
    found = []
    for each in planned:
        try:
            found.append((each, outline(each, f"key-{each.id}", "2026-W48", ledger, Dossier(), (), DAY)))
        except LedgerGap:
            continue
    assert {brief.language for _, brief in found} == set(LANGUAGES)
    return found


def of_aspect(briefs: list[tuple[Assignment, Brief]], aspect: str, language: str) -> tuple[Assignment, Brief]:
    """The first of an aspect in a language."""
    return next((a, b) for a, b in briefs if (a.aspect, b.language) == (aspect, language))
