"""The demo shop's ledger and whole plan, made once for the tests of briefs."""

from datetime import date

import pytest

from content.briefs.brief import Brief
from content.briefs.outline import outline
from content.dossier import Dossier
from content.errors import LedgerGap
from content.ledger.ledger import Ledger, read_ledger
from content.records import Action, Assignment
from content.shop import load_shop
from seo.records import LANGUAGES
from tests.content.demo_questions import DEMO, demo_topics
from tests.content.small_shop import planned as planned_of

DAY = date(2026, 11, 25)


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    return read_ledger(load_shop(DEMO)).as_of(DAY)


@pytest.fixture(scope="session")
def planned(ledger: Ledger) -> list[Assignment]:
    """Everything that deserves a page in any market of the demo shop."""
    return [each for each in planned_of(ledger, *demo_topics()) if each.action is Action.WRITE]


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
