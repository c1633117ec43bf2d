"""Numbers that borrow the unit of the one before them are held to the same rows; so many of something are not."""

import pytest

from tests.content.checks.sums import LANGUAGES, PRICES, Asked, Rows, judged

PRODUCTS = f"""\
sku,group,{LANGUAGES},{PRICES},Length [cm],Width [cm],Capacity [l],Weight [g],Hooks
TA-1,,Tambo basket,Cesta Tambo,Panier Tambo,Korb Tambo,سلة تامبو,タンボ バスケット,Baskets,in_stock,21.00,21.00,21.00,21.00,77,3100,34,18,9,410,2
RE-1,,Relvo basket,Cesta Relvo,Panier Relvo,Korb Relvo,سلة ريلفو,レルヴォ バスケット,Baskets,in_stock,29.00,29.00,29.00,29.00,107,4300,46,26,16,655,4
"""

SIDES: Rows = [
    ("en", "The Tambo is 34 cm long and {} wide.", "18", "23"),
    ("es", "La Tambo mide 34 cm de largo y {} de ancho.", "18", "23"),
    ("fr", "Le Tambo mesure 34 cm de long et {} de large.", "18", "23"),
    ("de", "Der Tambo ist 34 cm lang und {} breit.", "18", "23"),
    ("ar", "طول تامبو 34 سم وعرضها {}.", "18", "23"),
    ("ja", "タンボは長さ34cm、幅{}です。", "18", "23"),
]

AGAINST: Rows = [
    ("en", "The Tambo weighs 410 g, against {} for the Relvo.", "655", "720"),
    ("es", "La Tambo pesa 410 g, frente a los {} de la Relvo.", "655", "720"),
    ("fr", "Le Tambo pèse 410 g, contre {} pour le Relvo.", "655", "720"),
    ("de", "Der Tambo wiegt 410 g gegenüber {} beim Relvo.", "655", "720"),
    ("ar", "تزن تامبو 410 غرامات مقابل {} لريلفو.", "655", "720"),
]

BEHIND_A_NAME: Rows = [
    ("en", "The Tambo holds 9 litres, the Relvo holds {}, and that settles it.", "16", "21"),
    ("es", "En la Tambo caben 9 litros y en la Relvo caben {}.", "16", "21"),
    ("fr", "Le Tambo contient 9 litres, le Relvo en contient {}.", "16", "21"),
    ("de", "Der Tambo fasst 9 Liter, der Relvo sogar {}.", "16", "21"),
]

OF_SOMETHING_ELSE = [
    ("en", "The Tambo holds 9 litres and 6 towels."),
    ("en", "The Tambo holds roughly 9 litres against 21 of your old one."),
    ("de", "Der Tambo fasst 9 Liter statt 12 Handtücher."),
    ("fr", "Le Tambo contient 9 litres ; sur la photo, on en voit 3."),
    ("es", "La Tambo mide 34 cm de largo; hay 7 en el almacén."),
]


@pytest.mark.parametrize("row", [*SIDES, *AGAINST])
def test_a_side_and_what_is_held_against_it_borrow(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, PRODUCTS, row)


@pytest.mark.parametrize("row", BEHIND_A_NAME)
def test_a_number_right_behind_a_name_borrows(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, PRODUCTS, row)


@pytest.mark.parametrize(("lang", "body"), OF_SOMETHING_ELSE)
def test_so_many_of_something_borrow_nothing(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "number.contradicted", "number.elsewhere") == []
