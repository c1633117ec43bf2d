"""A range that a catalogue keeps in two columns, its least and its most."""

from collections.abc import Callable

import pytest

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import Ledger

Opened = Callable[..., Ledger]

COLUMNS = {
    "en": ("Tank from (l)", "Tank up to (l)"),
    "de": ("Für Becken ab (l)", "Für Becken bis (l)"),
    "fr": ("Pour bac de (l)", "Pour bac à (l)"),
    "es": ("Acuario mínimo (l)", "Acuario máximo (l)"),
    "ja": ("水槽下限 (l)", "水槽上限 (l)"),
    "ar": ("أدنى سعة حوض (l)", "أقصى سعة حوض (l)"),
}


@pytest.mark.parametrize("home", COLUMNS)
@pytest.mark.parametrize(("said", "is_right"), [("80 to 200 litres", True), ("80 to 220 litres", False)])
def test_the_two_columns_are_one_range(opened: Opened, home: str, said: str, is_right: bool) -> None:
    low, high = COLUMNS[home]
    ledger = opened(f"sku,title,title@en,{low},{high}\nFA-2,Brise,Brise filter,80,200\n", home=home)
    draft = parse_draft(f"# The Brise filter\n\nThe Brise filter takes tanks of {said}.\n", "a.md")
    market = next(each for each in ledger.shop.markets if each.language == "en")
    rules = {finding.rule for finding in check(draft, ledger, market)}
    assert ("number.contradicted" not in rules) is is_right


@pytest.mark.parametrize(("said", "is_right"), [("30–40 cm", True), ("30–52 cm", False)])
def test_a_small_word_of_the_columns_is_no_end(opened: Opened, said: str, is_right: bool) -> None:
    """`Tour de cou min`: its "de" is no "from"."""
    rows = "TO-1,Tolva,Tolva collar,30,40\nTO-2,Kern,Kern collar,38,52\n"
    ledger = opened(f"sku,title,title@en,Tour de cou min (cm),Tour de cou max (cm)\n{rows}", home="fr")
    draft = parse_draft(f"# The Tolva collar\n\nThe Tolva collar is for a neck of {said}.\n", "a.md")
    market = next(each for each in ledger.shop.markets if each.language == "en")
    rules = {finding.rule for finding in check(draft, ledger, market)}
    assert ("number.contradicted" not in rules) is is_right
