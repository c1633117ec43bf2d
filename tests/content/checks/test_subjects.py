"""Which product a sentence is about."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,Width [cm],Weight [g]
LU-1,Lumo lamp,Lámpara Lumo,Lampe Lumo,Leuchte Lumo,مصباح لومو,ルモ ランプ,Table lamps,in_stock,30,1200
FE-1,Ferra pan,Sartén Ferra,Poêle Ferra,Bratpfanne Ferra,مقلاة فيرا,フェラ フライパン,Frying pans,in_stock,28,1400
NO-1,Novo rug,Alfombra Novo,Tapis Novo,Teppich Novo,سجادة نوفو,ノヴォ ラグ,Rugs,in_stock,160,4600
"""
WIDTH = {"en": "Width", "es": "Ancho", "fr": "Largeur", "de": "Breite", "ar": "العرض", "ja": "幅"}
WEIGHT = {"en": "Weight", "es": "Peso", "fr": "Poids", "de": "Gewicht", "ar": "الوزن", "ja": "重さ"}
LUMO = {"ar": "لومو", "ja": "ルモ"}
FERRA = {"ar": "فيرا", "ja": "フェラ"}
LANGUAGES = ("en", "es", "fr", "de", "ar", "ja")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_column_is_about_the_product_in_its_head_though_the_corner_is_blank(
    asked: Asked, lang: str
) -> None:
    head = f"|  | {LUMO.get(lang, 'Lumo')} | {FERRA.get(lang, 'Ferra')} |\n|---|---|---|\n"
    right = head + f"| {WIDTH[lang]} | 30 cm | 28 cm |\n| {WEIGHT[lang]} | 1200 g | 1400 g |\n"
    wrong = head + f"| {WIDTH[lang]} | 28 cm | 30 cm |\n| {WEIGHT[lang]} | 1200 g | 1400 g |\n"
    assert asked(PRODUCTS, lang, right, "number.") == []
    assert [quote for _, quote in asked(PRODUCTS, lang, wrong, "number.")] == ["28 cm", "30 cm"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_row_is_about_the_product_in_its_last_cell(asked: Asked, lang: str) -> None:
    head = f"| {WIDTH[lang]} | {WEIGHT[lang]} | * |\n|---|---|---|\n"
    rows = (
        "| {} | 1200 g | "
        + LUMO.get(lang, "Lumo")
        + " |\n| 28 cm | 1400 g | "
        + FERRA.get(lang, "Ferra")
        + " |\n"
    )
    assert asked(PRODUCTS, lang, head + rows.format("30 cm"), "number.") == []
    assert [quote for _, quote in asked(PRODUCTS, lang, head + rows.format("28 cm"), "number.")] == ["28 cm"]


@pytest.mark.parametrize(
    ("lang", "body", "own", "other"),
    [
        ("en", "## Lumo for the desk\n\nPut it where you read. It weighs {} g.", "1200", "1400"),
        ("es", "## Lumo para el escritorio\n\nPóngala donde lee. Pesa {} g.", "1200", "1400"),
        ("fr", "## Lumo pour le bureau\n\nPosez-la là où vous lisez. Elle pèse {} g.", "1200", "1400"),
        (
            "de",
            "## Lumo für den Schreibtisch\n\nStellen Sie sie zum Lesen hin. Sie wiegt {} g.",
            "1200",
            "1400",
        ),
        ("ar", "## لومو للمكتب\n\nضعه حيث تقرأ. وزنه {} غ.", "1200", "1400"),
        ("ja", "## 机の上のルモ\n\n読書のそばに置きます。重さは{}gです。", "1200", "1400"),
    ],
)
def test_a_heading_names_what_its_section_is_about(
    asked: Asked, lang: str, body: str, own: str, other: str
) -> None:
    around = f"{FERRA.get(lang, 'Ferra')}.\n\n"  # another product was named before
    assert asked(PRODUCTS, lang, around + body.format(own), "number.") == []
    assert [rule for rule, _ in asked(PRODUCTS, lang, around + body.format(other), "number.")] == [
        "number.elsewhere"
    ]


@pytest.mark.parametrize(
    ("lang", "body", "own", "other"),
    [
        ("en", "Lumo and Ferra stand on one table. The pan weighs {} g.", "1400", "1200"),
        ("es", "Lumo y Ferra están en la misma mesa. La sartén pesa {} g.", "1400", "1200"),
        ("fr", "Lumo et Ferra sont sur la même table. La poêle pèse {} g.", "1400", "1200"),
        ("de", "Lumo und Ferra stehen auf einem Tisch. Die Bratpfanne wiegt {} g.", "1400", "1200"),
        ("ar", "لومو وفيرا على طاولة واحدة. المقلاة وزنها {} غ.", "1400", "1200"),
        ("ja", "ルモとフェラが並んでいます。フライパンの重さは{}gです。", "1400", "1200"),
    ],
)
def test_the_pan_is_the_one_pan_of_the_page(asked: Asked, lang: str, body: str, own: str, other: str) -> None:
    assert asked(PRODUCTS, lang, body.format(own), "number.") == []
    assert [rule for rule, _ in asked(PRODUCTS, lang, body.format(other), "number.")] == ["number.elsewhere"]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "Unlike Ferra, Lumo weighs {} g."),
        ("es", "A diferencia de Ferra, Lumo pesa {} g."),
        ("fr", "Contrairement à Ferra, Lumo pèse {} g."),
        ("de", "Anders als Ferra wiegt Lumo {} g."),
        ("ar", "على عكس فيرا، وزن لومو {} غ."),
        ("ja", "フェラとは違い、ルモの重さは{}gです。"),
        ("en", "Wider than Ferra, it is Lumo that weighs {} g."),
        ("de", "Breiter als Ferra ist Lumo, und sie wiegt {} g."),
    ],
)
def test_what_it_is_set_against_is_not_the_subject(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body.format("1200"), "number.") == []
    assert [rule for rule, _ in asked(PRODUCTS, lang, body.format("1400"), "number.")] == ["number.elsewhere"]


def test_the_products_of_a_page_are_not_carried_into_the_next_section(asked: Asked) -> None:
    body = "## Lumo\n\nIt weighs 1200 g.\n\n## Ferra\n\nIt weighs {} g."
    assert asked(PRODUCTS, "en", body.format("1400"), "number.") == []
    assert [quote for _, quote in asked(PRODUCTS, "en", body.format("1200"), "number.")] == ["1200 g"]


FITS = {
    "en": ("The Lumo lamp fits the Ferra and weighs {}.", "1200 g", "1400 g"),
    "es": ("La lámpara Lumo vale para la Ferra y pesa {}.", "1200 g", "1400 g"),
    "fr": ("La lampe Lumo est compatible avec la Ferra et pèse {}.", "1200 g", "1400 g"),
    "de": ("Die Leuchte Lumo passt zur Ferra und wiegt {}.", "1200 g", "1400 g"),
    "ar": ("مصباح لومو يناسب فيرا ووزنه {}.", "1200 غرام", "1400 غرام"),
    "ja": ("ルモはフェラに対応し、重さは{}です。", "1200g", "1400g"),
}


@pytest.mark.parametrize("lang", FITS)
def test_what_it_fits_is_not_what_is_spoken_of(asked: Asked, lang: str) -> None:
    said, right, wrong = FITS[lang]
    assert asked(PRODUCTS, lang, said.format(right), "number.") == []
    assert asked(PRODUCTS, lang, said.format(wrong), "number.") != []
