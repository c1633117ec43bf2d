"""Whose yes and no counts: variants, what has a value, and `it`."""

import pytest

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import Ledger
from tests.content.small_shop import opened

SHOP = """name = "Invented"
site = "https://invented.example"
language = "en"
time_zone = "Europe/Berlin"
contact = "hello@invented.example"
editor = "Mara Lind"
[[markets]]
locale = "en-GB"
currency = "GBP"
"""
PRODUCTS = """sku,title,group,category,brand,price@GB,availability,Weight [g],Wireless charging,Water resistance,Timer,Backlit display
PB-10,Volt power bank S,volt,Power banks,Odo,29.00,in_stock,215,no,,,
PB-20,Volt power bank L,volt,Power banks,Odo,49.00,in_stock,390,yes,,,
SP-1,Brenn speaker,,Speakers,Odo,79.00,in_stock,600,,IPX7,no,
SC-1,Grint scale,,Scales,Odo,19.00,in_stock,92,,,yes,yes
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder = tmp_path_factory.mktemp("shop")
    return opened(folder, {"shop.toml": SHOP, "products.csv": PRODUCTS})


def rules(ledger: Ledger, text: str) -> list[str]:
    market = ledger.shop.markets[0]
    draft = parse_draft(f"---\ntitle: Invented\nlang: en\nmarket: en-GB\n---\n{text}\n", "page.md")
    return [found.rule for found in check(draft, ledger, market) if found.rule.startswith("capability.")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Volt power bank L has wireless charging.", []),
        ("The Volt power bank S has wireless charging.", ["capability.contradicted"]),
        (
            "The Volt power bank travels well. The Volt power bank has wireless charging.",
            ["capability.mixed"],
        ),
        ("The Volt power bank L weighs 390 g. It has wireless charging.", []),
        ("The Volt power bank S weighs 215 g. It has wireless charging.", ["capability.contradicted"]),
    ],
)
def test_where_variants_differ_the_one_pointed_at_counts(ledger: Ledger, text: str, found: list[str]) -> None:
    assert rules(ledger, text) == found


def test_a_value_states_what_its_attribute_is_called(ledger: Ledger) -> None:
    assert rules(ledger, "The Brenn speaker is waterproof.") == []
    assert rules(ledger, "The Grint scale is waterproof.") == ["capability.unsupported"]


def test_a_yes_states_the_things_in_its_name(ledger: Ledger) -> None:
    assert rules(ledger, "The Grint scale has a display.") == []
    assert rules(ledger, "The Brenn speaker has a display.") == ["capability.unsupported"]


def test_a_relative_clause_about_another_product_takes_nothing_away(ledger: Ledger) -> None:
    text = "The Grint scale weighs 92 g. It has a timer, which the Brenn speaker does not have."
    assert rules(ledger, text) == []


def test_brackets_are_not_the_topic_behind_them(ledger: Ledger) -> None:
    assert rules(ledger, "The Grint scale (Brenn speaker: 600 g) weighs 92 g and has a timer.") == []
