from collections.abc import Callable
from pathlib import Path

import pytest

from content.ledger.ledger import Ledger
from content.proposing.descriptions import from_descriptions
from tests.content.small_shop import opened

Proposed = Callable[..., dict[str, str]]
SHOP = (
    'name = "S"\nlanguage = "{language}"\ncurrency = "EUR"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n'
)


def ledger(folder: Path, products: str, language: str = "en") -> Ledger:
    return opened(folder, {"shop.toml": SHOP.format(language=language), "products.csv": products})


@pytest.fixture
def proposed(tmp_path: Path) -> Proposed:
    def of(
        description: str,
        language: str = "en",
        title: str = "Ember kettle",
        columns: str = "",
        cells: str = "",
    ) -> dict[str, str]:
        text = f'sku,title,description{columns}\nA1,{title},"{description}"{cells}\n'
        return {each.attribute: each.value for each in from_descriptions(ledger(tmp_path, text, language))}

    return of


@pytest.mark.parametrize(
    ("language", "description", "facts"),
    [
        ("en", "2200 W, 1.7 l, cordless.", {"power": "2200 W", "capacity": "1.7 l", "cordless": "yes"}),
        ("en", "The kettle is 20 cm wide and 25 cm high. Weight: 1.1 kg.",
         {"width": "20 cm", "height": "25 cm", "weight": "1.1 kg"}),
        ("es", "Mide 20 cm de ancho. Peso: 1,1 kg. Sin BPA.", {"width": "20 cm", "weight": "1.1 kg", "bpa_free": "yes"}),
        ("fr", "Hauteur : 24 cm. Capacité : 1,7 l. Sans fil.",
         {"height": "24 cm", "capacity": "1.7 l", "cordless": "yes"}),
        ("de", "Der Kessel: 20 cm breit. Gewicht 1,1 kg. Spülmaschinenfest.",
         {"weight": "1.1 kg", "dishwasher_proof": "yes"}),
        ("ar", "الارتفاع: ٢٤ سم. الوزن: 1.1 كجم. لاسلكية.", {"height": "24 cm", "weight": "1.1 kg", "cordless": "yes"}),
        ("ja", "幅20cm、高さは24cmです。重量：1.1kg。コードレス。",
         {"width": "20 cm", "height": "24 cm", "weight": "1.1 kg", "cordless": "yes"}),
    ],
)  # fmt: skip
def test_what_a_description_states_is_proposed(
    proposed: Proposed, language: str, description: str, facts: dict[str, str]
) -> None:
    assert proposed(description, language) == facts


@pytest.mark.parametrize(
    ("language", "description"),
    [
        ("en", "The handle is 12 cm long."),  # whose length?
        ("en", "Seat height: 45 cm."),
        ("en", "About 20 cm wide."),
        ("en", "Up to 25 cm high."),
        ("en", "Weight: 1.1 kg, 200 g less than the Brook kettle."),
        ("en", "Optional: cordless base, sold separately."),
        ("en", "Holds 137 x 213 cm curtains."),
        ("en", "4 L, 1.6 L"),  # which of them?
        ("es", "El cable es de 75 cm de largo."),
        ("fr", "Hauteur d'assise : 45 cm."),
        ("de", "Das Kabel ist 2 m lang."),
        ("de", "Gewicht: 1,5 kg statt 2 kg."),
        ("ar", "يعمل حتى 8 ساعات."),
        ("ja", "座面高さ12cm。連続使用は最大8時間。"),
    ],
)
def test_what_is_not_said_of_the_product_for_good_is_not_proposed(
    proposed: Proposed, language: str, description: str
) -> None:
    assert proposed(description, language) == {}


@pytest.mark.parametrize(
    ("language", "description", "key"),
    [
        ("en", "Without non-stick coating.", "non_stick_coating"),
        ("de", "Nicht spülmaschinenfest.", "dishwasher_proof"),
        ("es", "No apta para lavavajillas.", "dishwasher_proof"),
        ("ar", "غير قابلة للطي.", "foldable"),
        ("ja", "食洗機対応ではありません。", "dishwasher_proof"),
    ],
)
def test_a_no_is_a_fact_too(proposed: Proposed, language: str, description: str, key: str) -> None:
    assert proposed(description, language) == {key: "no"}


@pytest.mark.parametrize(
    ("columns", "cells"),
    [
        (",Power [W]", ",2200"),
        (",Power [kW]", ",2.2"),
        (",Rated input [W]", ",2200"),
        (",Power", ",2000 - 2200 W"),
        (",Power [W]", ",2199.6"),  # a text rounds
    ],
)
def test_what_the_ledger_states_already_is_never_proposed(
    proposed: Proposed, columns: str, cells: str
) -> None:
    assert proposed("Power: 2200 W.", columns=columns, cells=cells) == {}


def test_what_the_ledger_states_otherwise_is_proposed_with_a_note(tmp_path: Path) -> None:
    text = 'sku,title,description,Power [W]\nA1,Kettle,"Power: 2200 W.",1800\n'
    (found,) = from_descriptions(ledger(tmp_path, text))
    assert (found.sku, found.attribute, found.value, found.quote) == (
        "A1",
        "power",
        "2200 W",
        "Power: 2200 W.",
    )
    assert (found.source, found.row) == ("products.csv", 2)
    assert found.note == "the ledger differs: products.csv, row 2, column 'Power [W]' says 1800 W"


def test_a_number_whose_name_was_only_guessed_never_contradicts(tmp_path: Path) -> None:
    text = 'sku,title,description,Power [W]\nA1,Kettle,"Kettle, 2200 W",1800\n'
    assert from_descriptions(ledger(tmp_path, text)) == []


def test_a_description_all_variants_share_is_a_fact_of_the_group(tmp_path: Path) -> None:
    text = 'sku,group,title,description\nA1,luna,Luna 1,"Machine washable."\nA2,luna,Luna 2,"Machine washable."\n'
    found = from_descriptions(ledger(tmp_path, text))
    assert [(each.sku, each.attribute, each.value) for each in found] == [("luna", "machine_washable", "yes")]


def test_a_feature_the_catalogue_answers_by_yes_or_no(tmp_path: Path) -> None:
    text = 'sku,title,description,Timer\nA1,Toaster,,yes\nA2,Kettle,"1000 W, with timer",\n'
    found = {each.attribute: each.value for each in from_descriptions(ledger(tmp_path, text))}
    assert found == {"power": "1000 W", "timer": "yes"}


OPEN = [
    ("en", "Diameter: 112 cm.", "Diameter open [{}]"),
    ("es", "Diámetro: 112 cm.", "Diámetro abierto [{}]"),
    ("fr", "Diamètre : 112 cm.", "Diamètre ouvert [{}]"),
    ("de", "Durchmesser: 112 cm.", "Durchmesser offen [{}]"),
    ("ar", "القطر: 112 سم.", "القطر مفتوحا [{}]"),
    ("ja", "直径：112cm。", "直径 開いた時 [{}]"),
]


@pytest.mark.parametrize(("language", "description", "column"), OPEN)
@pytest.mark.parametrize(("unit", "cell"), [("cm", "112"), ("mm", "1120")])
def test_a_length_the_shops_own_column_holds_is_not_proposed_under_another_name(
    proposed: Proposed, language: str, description: str, column: str, unit: str, cell: str
) -> None:
    assert proposed(description, language, columns="," + column.format(unit), cells=f",{cell}") == {}


@pytest.mark.parametrize(("language", "description", "column"), OPEN)
def test_a_length_the_shops_own_column_of_that_name_says_otherwise_is_a_conflict(
    tmp_path: Path, language: str, description: str, column: str
) -> None:
    named = column.format("cm")
    text = f'sku,title,description,{named}\nA1,Kettle,"{description}",110\n'
    shop = ledger(tmp_path, text, language)
    (found,) = from_descriptions(shop)
    assert (
        shop.fact("a1", found.attribute).column == named
    )  # to be replaced, not to get a second fact beside it
    assert found.value == "112 cm"
    assert found.note == f"the ledger differs: products.csv, row 2, column '{named}' says 110 cm"


def test_a_width_of_the_same_number_does_not_hold_the_height(proposed: Proposed) -> None:
    assert proposed("Height: 20 cm.", columns=",Width [cm]", cells=",20") == {"height": "20 cm"}


def test_a_column_of_something_else_neither_holds_nor_contradicts(proposed: Proposed) -> None:
    assert proposed("Diameter: 20 cm.", columns=",Cable [m]", cells=",1.5") == {"diameter": "20 cm"}
