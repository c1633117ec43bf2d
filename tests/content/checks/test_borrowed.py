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
    ("en", "The Tambo is 34 cm long and 3 deep drawers fit in."),
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


PUMPS = f"""\
sku,{LANGUAGES},{PRICES},Flow (l/h),Tank [l],Data speed (Gbps),Impact force (kN),Silk weight (momme)
PU-1,Vorlo pump,Bomba Vorlo,Pompe Vorlo,Pumpe Vorlo,مضخة فورلو,ヴォルロ ポンプ,Pumps,in_stock,21.00,21.00,21.00,21.00,77,3100,800,12,,,
CA-1,Kabelo cable,Cable Kabelo,Câble Kabelo,Kabel Kabelo,كابل كابيلو,カベロ ケーブル,Cables,in_stock,9.00,9.00,9.00,9.00,33,1300,,,10,,
RO-1,Seilor rope,Cuerda Seilor,Corde Seilor,Seil Seilor,حبل سيلور,セイロール ロープ,Ropes,in_stock,99.00,99.00,99.00,99.00,363,14300,,,,8.7,
PI-1,Sedor pillowcase,Funda Sedor,Taie Sedor,Kissenbezug Sedor,غطاء سيدور,セドル 枕カバー,Pillowcases,in_stock,39.00,39.00,39.00,39.00,143,5600,,,,,22
"""

FLOWING: Rows = [
    ("de", "Die Vorlo wälzt stündlich {} um.", "800 l", "950 l"),
    ("en", "The Vorlo moves {}.", "800 litres an hour", "950 litres an hour"),
    ("en", "The Vorlo moves {}.", "800 l/h", "950 l/h"),
    ("fr", "La Vorlo brasse {}.", "800 litres par heure", "950 litres par heure"),
    ("es", "La Vorlo mueve {}.", "800 litros por hora", "950 litros por hora"),
    ("ar", "تضخ فورلو {}.", "800 لتر في الساعة", "950 لتر في الساعة"),
    ("ja", "ヴォルロは毎時{}を循環させます。", "800リットル", "950リットル"),
    ("en", "The Kabelo moves data at {}.", "10 Gbps", "13 Gbps"),
    ("fr", "Le Kabelo transmet {}.", "10 Gbit/s", "13 Gbit/s"),
    ("de", "Der Fangstoß des Seilor beträgt {}.", "8,7 kN", "9,4 kN"),
    ("en", "The Sedor is {}.", "22 momme", "19 momme"),
]


@pytest.mark.parametrize("row", FLOWING)
def test_what_flows_and_what_few_things_have_is_held_to_its_column(
    asked: Asked, row: tuple[str, str, str, str]
) -> None:
    judged(asked, PUMPS, row)


def test_what_a_unit_is_is_said_of_no_product(asked: Asked) -> None:
    body = "One momme is roughly 4.34 g per square metre. The Sedor is 22 momme."
    assert asked(PUMPS, "en", body, "number.contradicted", "number.elsewhere") == []
