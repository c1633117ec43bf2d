"""Advice, evidence and returns about something the shop does not have are named with file, line and cure."""

from collections.abc import Callable

import pytest

from content.ledger.ledger import Ledger

ReadLedger = Callable[..., Ledger]
PRODUCTS = {
    "en": ("Umbrellas", "Weight [g]", "Weight"),
    "de": ("Regenschirme", "Gewicht [g]", "Gewicht"),
    "fr": ("Parapluies", "Poids [g]", "Poids"),
    "es": ("Paraguas", "Peso [g]", "Peso"),
    "ar": ("مظلات", "الوزن [g]", "الوزن"),
    "ja": ("傘", "重さ [g]", "重さ"),
}
ADVICE = """
[[advice]]
id = "dry"
aspect = "care"
about = [
  "{0}",  # "a comment" is no name
  'K-1',
  "{1}",
]
title = {{ en = "Drying" }}
answer = {{ en = "Open." }}
"""


def said(ledger: Ledger, rule: str) -> list[str]:
    return [finding.cure for finding in ledger.conflicts if finding.rule == rule]


@pytest.mark.parametrize("language", PRODUCTS)
def test_a_name_that_means_nothing_is_told_with_its_line_and_what_is_there(
    ledger_of: ReadLedger, language: str
) -> None:
    category, column, attribute = PRODUCTS[language]
    products = f"sku,title,category,{column}\nK-1,Bura,{category},400\nK-2,Luna,{category},300\n"
    files = {"facts.toml": ADVICE.format(category, "nerz-85")}
    ledger = ledger_of(products, language, files)
    (key,) = ledger.categories()
    assert said(ledger, "ledger.about") == [
        "facts.toml, line 8: about names 'nerz-85', which is nothing here: "
        f"write a SKU, a handle or a category ({key})"
    ]
    files["facts.toml"] = ADVICE.format(key, attribute)
    (cure,) = said(ledger_of(products, language, files), "ledger.about")
    assert cure.startswith(f"facts.toml, line 8: about names {attribute!r}, an attribute, and only products")


@pytest.mark.parametrize("name", ["shop", "Shop"])
def test_about_the_shop_is_for_pages_on_a_matter_of_the_shop(ledger_of: ReadLedger, name: str) -> None:
    ledger = ledger_of("sku,title\nK-1,Bura\n", files={"facts.toml": ADVICE.format("K-1", name)})
    assert said(ledger, "ledger.about") == []


def test_a_note_in_evidence_is_looked_at_as_well(ledger_of: ReadLedger) -> None:
    note = 'kind = "note"\naspect = "care"\nabout = ["K-9"]\nby = "Jo"\non = 2026-09-01\n[text]\nen = "Dry it."\n'
    ledger = ledger_of("sku,title\nK-1,Bura\n", files={"evidence/dry.toml": note})
    assert said(ledger, "ledger.about") == [
        "evidence/dry.toml, line 3: about names 'K-9', which is nothing here: "
        "write a SKU, a handle or a category (there is none)"
    ]


def test_returns_of_a_product_the_shop_does_not_have_are_named_with_what_may_be_meant(
    ledger_of: ReadLedger,
) -> None:
    returns = "sku,reason,returned,sold,from,to\n{},too small,3,40,2026-01-01,2026-06-30\n"
    table = returns.format("K-1") + "WS-117-98/-BLA,too small,3,40,2026-01-01,2026-06-30\n"
    products = "sku,title\nK-1,Bura\nWS-117-98/104-BLA,Suit\n"
    ledger = ledger_of(products, files={"evidence/back.csv": table})
    (finding,) = [each for each in ledger.conflicts if each.rule == "evidence.sku"]
    assert (finding.evidence.source, finding.evidence.row) == ("evidence/back.csv", 3)
    assert finding.cure == (
        "evidence/back.csv, line 3: no product has the SKU or handle 'WS-117-98/-BLA' (did you mean "
        "'WS-117-98/104-BLA'?), so the row is not counted: correct it, or take it out"
    )
    assert ledger.evidence[0].about == ("k-1",)
