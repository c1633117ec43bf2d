"""A range that a catalogue keeps in two columns, its least and its most."""

from collections.abc import Callable

import pytest

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import Ledger
from content.records import Draft

Opened = Callable[..., Ledger]

COLUMNS = {
    "en": ("Tank from (l)", "Tank up to (l)"),
    "de": ("Für Becken ab (l)", "Für Becken bis (l)"),
    "fr": ("Pour bac de (l)", "Pour bac à (l)"),
    "es": ("Acuario mínimo (l)", "Acuario máximo (l)"),
    "ja": ("水槽下限 (l)", "水槽上限 (l)"),
    "ar": ("أدنى سعة حوض (l)", "أقصى سعة حوض (l)"),
}


def rules(ledger: Ledger, draft: Draft) -> set[str]:
    market = next(each for each in ledger.shop.markets if each.language == "en")
    return {finding.rule for finding in check(draft, ledger, market)}


@pytest.mark.parametrize("home", COLUMNS)
@pytest.mark.parametrize(("said", "is_right"), [("80 to 200 litres", True), ("80 to 220 litres", False)])
def test_the_two_columns_are_one_range(opened: Opened, home: str, said: str, is_right: bool) -> None:
    low, high = COLUMNS[home]
    ledger = opened(f"sku,title,title@en,{low},{high}\nFA-2,Brise,Brise filter,80,200\n", home=home)
    draft = parse_draft(f"# The Brise filter\n\nThe Brise filter takes tanks of {said}.\n", "a.md")
    assert ("number.contradicted" not in rules(ledger, draft)) is is_right


@pytest.mark.parametrize(("said", "is_right"), [("30–40 cm", True), ("30–52 cm", False)])
def test_a_small_word_of_the_columns_is_no_end(opened: Opened, said: str, is_right: bool) -> None:
    """`Tour de cou min`: its "de" is no "from"."""
    rows = "TO-1,Tolva,Tolva collar,30,40\nTO-2,Kern,Kern collar,38,52\n"
    ledger = opened(f"sku,title,title@en,Tour de cou min (cm),Tour de cou max (cm)\n{rows}", home="fr")
    draft = parse_draft(f"# The Tolva collar\n\nThe Tolva collar is for a neck of {said}.\n", "a.md")
    assert ("number.contradicted" not in rules(ledger, draft)) is is_right


@pytest.mark.parametrize(("said", "is_right"), [("from 3.2 to 15 kg", True), ("from 3.2 to 18 kg", False)])
def test_the_least_and_the_most_of_two_columns_are_a_range(opened: Opened, said: str, is_right: bool) -> None:
    rows = "sku,title,title@en,Poids minimal de l'enfant (kg),Charge maximale (kg)\nON-1,Ondine,Ondine sling,3.2,15\n"
    draft = parse_draft(f"# The Ondine sling\n\nThe Ondine sling carries children {said}.\n", "a.md")
    assert ("number.contradicted" not in rules(opened(rows, home="fr"), draft)) is is_right


FITTED = (
    "sku,title,title@en,Gesamtbreite (mm),Passt über Brillen bis (mm)\nVI-1,Visier,Visier fit-over,150,140\n"
)


@pytest.mark.parametrize(("width", "is_right"), [(140, True), (120, False)])
def test_a_bound_is_a_bound_whatever_word_stands_beside_it(
    opened: Opened, width: int, is_right: bool
) -> None:
    text = f"The Visier goes over glasses up to {width} mm wide."
    found = rules(
        opened(FITTED, home="de"), parse_draft(f"# The Visier fit-over\n\nThe Visier. {text}\n", "a.md")
    )
    assert ("number.contradicted" not in found) is is_right
