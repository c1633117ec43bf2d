"""Attributes that only goods of some kind can have."""

import csv
from pathlib import Path

import pytest

from content.lexicon import goods
from content.lexicon.goods import may_have
from content.lexicon.lexicon import load_lexicon


def test_the_table_names_what_the_lexicon_has() -> None:
    lexicon = load_lexicon(None, "en")
    with Path(goods.__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {each for row in rows for each in row["categories"].split("|")} <= set(lexicon.keys("category"))
    assert {each for row in rows for each in row["attributes"].split("|")} <= set(lexicon.keys("attribute"))


@pytest.mark.parametrize(
    ("category", "attribute", "is_possible"),
    [
        ("hand-mixers", "whisk", True),
        ("bedspreads", "whisk", False),
        ("pillows", "lid", False),
        ("water-bottles", "lid", True),
        ("三徳包丁", "can_be_cut", False),  # a line only the shop knows
        ("curtains", "can_be_cut", True),
        ("rugs", "power", False),
        ("三徳包丁", "machine_washable", True),  # named in no row: anybody may ask
        ("bedspreads", "weight", True),
    ],
)
def test_what_a_thing_can_have(category: str, attribute: str, is_possible: bool) -> None:
    assert may_have(category, attribute) is is_possible
