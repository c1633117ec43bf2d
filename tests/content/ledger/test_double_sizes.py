"""`86/92` is one size: split, a shop of four sizes had eight, and its double sizes were no longer double."""

from decimal import Decimal

import pytest

from content.records import Choice, Many, Quantity
from tests.content.ledger.conftest import ReadLedger

WORDS = {"en": "Size", "es": "Talla", "fr": "Taille", "de": "Größe", "ar": "المقاس", "ja": "サイズ"}


@pytest.mark.parametrize("language", WORDS)
def test_a_double_size_is_one_size_in_every_language(ledger_of: ReadLedger, language: str) -> None:
    rows = "A-1,a,Suit,86/92\nA-2,a,Suit,98 / 104\nA-3,a,Suit,116\n"
    ledger = ledger_of(f"sku,group,title,{WORDS[language]}\n{rows}", language)
    assert ledger.fact("a", "size").value == Many(
        (Choice("86/92"), Choice("98/104"), Quantity(Decimal(116), ""))
    )
    assert ledger.fact("a-1", "size").value == Choice("86/92")


@pytest.mark.parametrize(
    ("header", "cell", "value"),
    [
        ("EU size", "39/40", Choice("39/40")),
        ("Size", "S/M", Choice("S/M")),
        ("Size", "80/86 cm", Choice("80/86 cm")),
        ("Size [cm]", "80/86", Choice("80/86 cm")),
        ("Size", "36/38/40", Many(tuple(Quantity(Decimal(n), "") for n in (36, 38, 40)))),
        ("Pole set", "39/40", Choice("39/40")),  # nobody knows the header, but the variants differ in it
        ("Voltage", "110/220", Many(tuple(Quantity(Decimal(n), "V") for n in (110, 220)))),
    ],
)
def test_what_a_slash_means_in_an_option(
    ledger_of: ReadLedger, header: str, cell: str, value: Choice | Many
) -> None:
    ledger = ledger_of(f"sku,group,title,{header}\nA-1,a,Thing,{cell}\nA-2,a,Thing,41\n")
    key = ledger.keys(["a-1"])[0]
    assert ledger.fact("a-1", key).value == value


def test_a_slash_elsewhere_is_a_list(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,group,title,Cable lengths\nA-1,a,Thing,60/80 cm\nA-2,a,Thing,60/80 cm\n")
    assert ledger.fact("a", ledger.keys(["a"])[0]).value == Many(
        (Quantity(Decimal(60), "cm"), Quantity(Decimal(80), "cm"))
    )
