"""What of a page must stay as it was, and what is only printed anew."""

from datetime import date
from pathlib import Path

import pytest

from content.freshness import Change, Said, changes, conditions, edges, in_words, shaken, since_writing
from content.ledger.ledger import Ledger
from content.records import Draft, Reliance
from tests.content.small_shop import opened
from tests.content.test_reliance import ALL, FACTS, PRODUCTS, SHOP

ON = date(2026, 11, 24)


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    certificate = '\n[[certificate]]\nname = "Oeko"\nproducts = ["B"]\nvalid_from = 2026-01-01\nvalid_until = 2026-12-31\n'
    files = {"shop.toml": SHOP, "products.csv": PRODUCTS, "facts.toml": FACTS + certificate}
    return opened(tmp_path, files)


def draft(body: str, *relies: tuple[int, str, str]) -> Draft:
    return Draft("T", "", body, "de", "de-DE", relies=tuple(Reliance(*each) for each in relies))


def moved(ledger: Ledger, made: Draft) -> list[tuple[str, str]]:
    found = shaken(made, ledger, ledger.shop.markets[0], ON)
    return [(made.body[slice(*each.span)], each.change.what) for each in found]


def test_a_printed_fact_is_printed_anew_and_a_hidden_one_must_stay(ledger: Ledger) -> None:
    made = draft(
        "{{b.width}} breit.\n\n- {{a.short}}: ja\n- {{b.short}}: ja",
        (0, "b.width", "170 cm"), (1, "a.can_be_cut", "true"), (1, "b.can_be_cut", "true"),
    )  # fmt: skip
    assert moved(ledger, made) == [("- {{b.short}}: ja", "b.can_be_cut")]


def test_printed_elsewhere_is_not_printed_here(ledger: Ledger) -> None:
    made = draft("{{b.short}}: ja.\n\n| {{b.can_be_cut}} |", (0, "b.can_be_cut", "true"))
    assert moved(ledger, made) == [("{{b.short}}: ja.", "b.can_be_cut")]


def test_a_claim_says_which_of_many_facts_matter(ledger: Ledger) -> None:
    widest = f"highest(width; {ALL})"
    relies = ((0, "a.width", "100 cm"), (0, "b.width", "170 cm"), (0, widest, "b"))
    assert moved(ledger, draft("{{b.short}} ist am breitesten.", *relies)) == []
    wrong = (*relies[:2], (0, widest, "a"))
    assert moved(ledger, draft("{{a.short}} ist am breitesten.", *wrong)) == [
        ("{{a.short}} ist am breitesten.", widest)
    ]


def test_only_conditions_and_printed_facts_count_as_changes_since_the_writing(ledger: Ledger) -> None:
    widest = f"highest(width; {ALL})"
    made = draft(
        "{{b.width}}: am breitesten ist {{b.short}}.",
        (0, "a.width", "100 cm"), (0, "b.width", "1.7 m"), (0, widest, "b"),
    )  # fmt: skip
    assert [each.reference for each in conditions(made)] == [widest]
    found = since_writing(made, ledger, ledger.shop.markets[0], ON)
    assert [(each.what, each.then, each.now) for each in found] == [("b.width", "1.7 m", "180 cm")]


def test_what_is_new_on_a_page_is_no_change_of_it() -> None:
    before = [Said("shows", "a.width", "137 cm [137 cm]"), Said("rests on", "a.iron", "true")]
    after = [*before[:1], Said("rests on", "a.iron", "false"), Said("shows", "b.width", "2 m")]
    assert changes(before, after) == (Change("a.iron", "true", "false"),)


def test_the_days_on_which_facts_begin_and_end(ledger: Ledger) -> None:
    assert edges(ledger) == {date(2026, 1, 1), date(2027, 1, 1)}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (Change("a.iron", "true", "unknown"), "a.iron was 'yes' and is 'not stated'"),
        (Change("advice(cut)", "text 1", "text 2"), "the shop's advice 'cut' was put in other words"),
        (Change("evidence(heat)", "text 1", "gone"), "the shop's evidence 'heat' is no longer there"),
    ],
)
def test_a_change_in_words(change: Change, says: str) -> None:
    assert in_words(change) == says


def test_what_a_chart_shows_is_printed_and_only_rests_on_nothing_else(ledger: Ledger) -> None:
    chart = "![](chart:width?of=a+b)"
    made = draft(chart, (0, "b.width", "160 cm"))
    assert list(conditions(made)) == []  # drawn anew, like a figure in a sentence
    assert moved(ledger, made) == []
    assert since_writing(made, ledger, ledger.shop.markets[0], ON) == (Change("b.width", "160 cm", "180 cm"),)
