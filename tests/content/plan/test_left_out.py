"""What is left is shown by demand, and one word that leaves several searches once, with the line that cures it."""

import pytest

from content.plan.concepts import FOREIGN
from content.plan.left_out import SHOWN, told
from content.plan.plan import NOTHING
from content.records import Action, Assignment, Support
from seo.records import Intent, Market, Topic


def left(name: str, why: str, shown: int | None = None, language: str = "de") -> Assignment:
    topic = Topic(name, language, name, Intent.COMMERCIAL, 1.0, "test", (), (), 0.0)
    market = Market(f"{language}-{language.upper()}", "EUR")
    return Assignment(
        name, "2026-W48", 0, market, topic, "", "", "", (), (), Action.SKIP, why, NOTHING,
        support=Support(heard=2, sources=1, shown=shown),
    )  # fmt: skip


def test_the_most_wanted_stand_first() -> None:
    lines = told(
        [left("a", "the shop has no boots"), left("b", f"{FOREIGN}helm, rot", 900), left("c", "none", 40)]
    )
    assert lines == [
        "b (de-DE, 900 impressions): not in the catalogue: helm, rot",
        "c (de-DE, 40 impressions): none",
        "a (de-DE, heard 2 times): the shop has no boots",
    ]


@pytest.mark.parametrize(
    ("language", "one", "many"),
    [
        ("en", "bike", "bikes"), ("es", "bicicleta", "bicicletas"), ("fr", "casque", "casques"),
        ("de", "Fahrrad", "fahrrad"), ("ar", "دراجة", "دراجات"), ("ja", "自転車", "自転車"),
    ],
)  # fmt: skip
def test_one_word_is_told_once_with_its_cure(language: str, one: str, many: str) -> None:
    found = [
        left(f"{one} abc", f"{FOREIGN}{one}", 100, language), left("x", f"{FOREIGN}{one}, y", 150, language),
        left(f"{many} d", f"{FOREIGN}{many}", 90, language),
    ]  # fmt: skip
    market = f"{language}-{language.upper()}"
    assert told(found) == [
        f"2 × {one} ({market}, 190 impressions): {one} abc; {many} d. Where you sell that, say so in words.csv: "
        f"<product line>,{language},{many} d,<your name>",
        f"x ({market}, 150 impressions): not in the catalogue: {one}, y",
    ]


def test_the_same_letters_of_two_languages_are_two_lines_to_add() -> None:
    found = [left(f"{lang} bikepacking", f"{FOREIGN}bikepacking", 9, lang) for lang in ("de", "es")]
    assert len(told(found)) == len(found)


def test_a_long_list_says_how_many_are_not_shown() -> None:
    found = [left(f"t{n:02}", "none", n) for n in range(SHOWN + 3)]
    assert told(found)[-1] == "and 3 more: acreage topics --full"
