"""What a brief hands over beside what was asked: the attributes by which the shop's advice tells products apart."""

import pytest

from content.briefs.outline import outline
from tests.golden import read


@pytest.mark.parametrize("name", ["ar-measuring-curtains", "de-measuring-curtains"])
def test_advice_that_speaks_of_eyelets_and_tape_brings_along_who_has_them(name: str) -> None:
    """An article said that eyelets need so much cloth and could not say which curtain has eyelets."""
    case = read(name)
    brief = outline(case.assignment, "k", "2026-W48", case.ledger, case.dossier, (), case.on)
    facts = {fact for section in brief.sections for fact in section.facts}
    assert {"aldermoor.heading", "nachtal.heading", "duskfield.heading"} <= facts
