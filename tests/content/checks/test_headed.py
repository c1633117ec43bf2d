"""Numbers whose unit only the header of their column tells."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from content.checks.headed import headed
from content.records import Fact, Quantity

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,title,title@de,title@fr,category,availability,price@US,price@DE,price@FR,Size [ml],Dosage (ml per 100 l),Accuracy (± °C),Energy (kcal/100 g),Pieces per pack (approx.)
KL-1,Klar water conditioner,Wasseraufbereiter Klar,Conditionneur Klar,Conditioners,in_stock,9.40,9.40,9.40,250,25,,,
TH-1,Celsa thermometer,Thermometer Celsa,Thermomètre Celsa,Thermometers,in_stock,28.90,28.90,28.90,,,0.5,,
LI-1,Lichette beef treats,Lichette Rindersnack,Friandises Lichette,Treats,in_stock,6.20,6.20,6.20,,,,350,60
"""


@pytest.mark.parametrize(
    ("lang", "body", "right", "wrong"),
    [
        ("en", "Of Klar you need {} to 100 l.", "25 ml", "35 ml"),
        ("de", "Von Klar nimmt man {} auf 100 Liter.", "25 ml", "35 ml"),
        ("fr", "Klar se dose à {} pour 100 l.", "25 ml", "35 ml"),
        ("en", "The Celsa is accurate to ±0.5 °C, or {} either way.", "0.9 °F", "1.9 °F"),
        ("en", "Lichette beef has {} in 100 g.", "350 kcal", "450 kcal"),
    ],
)
def test_a_number_is_held_against_the_unit_of_its_header(
    asked: Asked, lang: str, body: str, right: str, wrong: str
) -> None:
    assert asked(PRODUCTS, lang, body.format(right), "number.") == []
    assert wrong in [said for _, said in asked(PRODUCTS, lang, body.format(wrong), "number.")]


@pytest.mark.parametrize(
    ("header", "unit", "told"),
    [
        ("Dosage (ml per 100 l)", "", [("25", "ml", "volume"), ("100", "l", "volume")]),
        ("Dosierung (ml je 100 l)", "", [("25", "ml", "volume"), ("100", "l", "volume")]),
        ("Énergie (kcal/100 g)", "", [("25", "kcal", "food energy"), ("100", "g", "mass")]),
        ("Coverage (m²/l)", "", [("25", "m2/l", "rate")]),
        ("Accuracy (± °C)", "", [("25", "°C", "temperature"), ("45", "°F", "temperature")]),
        ("Accuracy (± °F)", "", [("25", "°F", "temperature"), ("13.8889", "°C", "temperature")]),
        ("Tension (stitches per 10 cm)", "", [("25", "", ""), ("10", "cm", "length")]),
        ("Tension (stitches per row)", "", []),
        ("Pieces (approx.)", "", []),
        ("Dosage (ml per 100 l)", "ml", []),
    ],
)
def test_what_a_header_tells(header: str, unit: str, told: list[tuple[str, str, str]]) -> None:
    fact = Fact("p", "dosage", Quantity(Decimal(25), unit), "products.csv", 2, header)
    assert [(f"{round(number, 4).normalize():f}", *rest) for number, *rest in headed(fact)] == told


def test_a_cell_under_an_attributes_name_works_nothing_out(asked: Asked) -> None:
    """17 kg is what a rucksack of 16 l weighs full of water: worked out in a sentence, and a wrong load in a row."""
    products = "sku,title,category,price@GB,Maximum load (kg),Capacity (l),Weight (g)\nT1,Tern bag,Bags,20,8,16,780\n"
    table = "| | Tern |\n|---|---|\n| Maximum load | {} kg |"
    assert asked(products, "en", table.format(8), "number") == []
    assert asked(products, "en", table.format(17), "number") == [("number.contradicted", "17 kg")]
