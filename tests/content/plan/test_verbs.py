"""A German question asks in the third person: "kürzt" is known where "kürzen" is."""

import pytest

from content.plan.verbs import Verbs

PHRASES = [
    "kürzen",
    "in der Maschine waschen",
    "bügeln",
    "abschneiden",
    "Marken",
    "laden",
    "tropfen",
    "gefüttert",
]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Wie kürzt man den Vorhang?", "Wie kürzen man den Vorhang?"),
        ("gekürzt", "kürzen"),
        ("Wie wäscht man ihn", "Wie waschen man ihn"),
        ("bügelt", "bügeln"),
        ("Markt", "Markt"),  # no verb: Marken is a noun
        ("gefüttert", "gefüttert"),
        ("Zelt und Brett", "Zelt und Brett"),
    ],
)
def test_a_form_of_a_known_verb_is_read_as_the_verb(text: str, told: str) -> None:
    assert Verbs(PHRASES, "de").told(text) == told


def test_other_languages_need_no_help() -> None:
    assert Verbs(["cut"], "en").told("it cut") == "it cut"
