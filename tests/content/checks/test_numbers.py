from collections.abc import Callable

import pytest

from content.records import Finding, Proof, Severity

Ask = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("body", "rule", "quote"),
    [
        ("The Norrvik panel is 150 cm wide.", "number.contradicted", "150 cm"),
        ("The Norrvik panel is 140 in wide.", "number.contradicted", "140 in"),
        ("The Ferra pan weighs 1.1 kg.", "number.elsewhere", "1.1 kg"),  # the kettle's weight
        ("Standard delivery takes 4 working days.", "number.between", "4 working days"),
        ("Express takes 5-7 working days.", "number.contradicted", "5-7 working days"),  # another route's
        ("The Ferra pan holds 3 litres.", "number.unsupported", "3 litres"),
        ("Ferra costs £39.00.", "price.contradicted", "£39.00"),
        ("Ferra costs $38.00.", "price.currency", "$38.00"),
    ],
)
def test_a_number_the_ledger_does_not_say_is_blocked(blocked: Ask, body: str, rule: str, quote: str) -> None:
    assert (rule, quote) in blocked(body)


@pytest.mark.parametrize(
    "body",
    [
        "The Norrvik panel is 140 cm wide.",
        "The Norrvik panel is 1.4 m wide.",
        "The Norrvik panel is 1400 mm wide.",
        "The Norrvik panel is about 55 in wide.",
        "Norrvik comes in two drops, 175 and 245 cm.",
        "Norrvik comes in drops from 175 cm to 245 cm.",
        "Norrvik from £34.90, in drops of 175 and 245 cm.",
        "£34.90 for Norrvik and £54.00 for Brisa.",
        "The kettle Tarn K17 carries a two-year warranty.",
        "Two panels of Norrvik side by side are 280 cm wide.",
        "You have 30 days to send it back.",
        "Brisa is 10 cm narrower than Norrvik, 130 cm against 140 cm.",
        "If your window is 120 cm wide, one panel of Norrvik is enough.",
    ],
)
def test_what_the_ledger_says_in_other_words_passes(blocked: Ask, body: str) -> None:
    assert blocked(body) == []


def test_a_blocked_number_shows_the_row_that_speaks_against_it(
    findings: Callable[..., list[Finding]],
) -> None:
    (found,) = [f for f in findings("The Ferra pan is 30 cm across.") if f.severity == Severity.BLOCK]
    assert found.evidence == Proof("products.csv", 9, "fp-28.diameter = 28 cm")
    assert found.cap == 40
    assert "{{fp-28.diameter}}" in found.cure


def test_the_readers_words_are_exempt(blocked: Ask) -> None:
    assert blocked("> My Norrvik is 200 cm wide, can I cut it?\n\nNorrvik cannot be cut.") == []
    assert blocked("Can Norrvik be 200 cm wide?") == []


def test_a_rendered_reference_is_proven(blocked: Ask) -> None:
    assert blocked("Norrvik is {{norrvik.width}} wide and Ferra {{fp-28.diameter}} across.") == []


def test_a_cell_of_a_table_is_bound_by_row_and_header(blocked: Ask) -> None:
    table = (
        "| Product | Width | Length |\n|---|---|---|\n| Norrvik | 140 cm | 175 cm |\n| Brisa | {} | 250 cm |"
    )
    assert blocked(table.format("130 cm")) == []
    assert blocked(table.format("250 cm")) != []


@pytest.mark.parametrize(
    "body",
    [
        "Norrvik is 140 cm wide.",
        "Norrvik is １４０ cm wide.",
        "Norrvik is\u00a0140\u202fcm wide.",
        "Norrvik is 1400 mm wide.",
    ],
)
def test_spelling_of_a_number_changes_nothing(blocked: Ask, body: str) -> None:
    assert blocked(body) == []
