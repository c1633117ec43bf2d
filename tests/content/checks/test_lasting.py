"""Hours that a thing stays hot, hours beside other numbers of the shop, and sides of a size behind a price."""

from collections.abc import Callable

import pytest

from content.checks.extract import extract
from content.checks.view import fold

Asked = Callable[..., list[tuple[str, str]]]

FLASKS = (
    "sku,group,title,title@es,title@fr,title@de,title@ar,title@ja,category,Keeps hot [h],Capacity [ml]\n"
    "TO-5,torvi,Torvi flask,Termo Torvi,Thermos Torvi,Thermosflasche Torvi,ترمس تورفي,トルヴィ 水筒,Flasks,10,500\n"
    "TO-9,torvi,Torvi flask,Termo Torvi,Thermos Torvi,Thermosflasche Torvi,ترمس تورفي,トルヴィ 水筒,Flasks,,900\n"
)
LINEN = 'filter_wash_days = "30 days"\n'


@pytest.mark.parametrize(
    ("lang", "true", "false"),
    [
        ("en", "The Torvi keeps tea hot for 10 hours.", "The Torvi keeps tea hot for 18 hours."),
        ("es", "El Torvi mantiene el té caliente 10 horas.", "El Torvi mantiene el té caliente 18 horas."),
        ("fr", "Le Torvi garde le thé au chaud 10 heures.", "Le Torvi garde le thé au chaud 18 heures."),
        ("de", "Die Torvi hält Tee 10 Stunden heiß.", "Die Torvi hält Tee 18 Stunden heiß."),
        ("ar", "ترمس تورفي يحفظ الحرارة 10 ساعات.", "ترمس تورفي يحفظ الحرارة 18 ساعة."),
        ("ja", "トルヴィは10時間保温できます。", "トルヴィは18時間保温できます。"),
    ],
)
def test_hours_of_staying_hot_are_held_against_the_hours_and_not_against_a_shops_days(
    asked: Asked, lang: str, true: str, false: str
) -> None:
    facts = f"[facts]\n{LINEN}"
    assert asked(FLASKS, lang, true, "number.", "capability.", facts=facts) == []
    assert [rule for rule, _ in asked(FLASKS, lang, false, "number.", "capability.", facts=facts)] == [
        "number.contradicted"
    ]


SENT = '[[delivery]]\ncountry = "US"\nroute = "express"\nname = { en = "Express" }\ndays = "1 days"\ncost = "9 USD"\n'


def test_hours_of_staying_hot_are_not_proven_by_how_soon_a_parcel_comes(asked: Asked) -> None:
    assert asked(FLASKS, "en", "The Torvi keeps tea hot for 24 hours.", "number.", facts=SENT) == [
        ("number.contradicted", "24 hours")
    ]
    assert (
        asked(FLASKS, "en", "The Torvi is delivered within 24 hours by Express.", "number.", facts=SENT) == []
    )


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("en-GB", "The sizes: 90 × 200 for £19, 140 × 200 for £23."),
        ("es-ES", "Medidas: 90 × 200 por 19 €, 140 × 200 por 23 €."),
        ("fr-FR", "Dimensions : 90 × 200 à 19 €, 140 × 200 à 23 €."),
        ("de-DE", "Maße: 90 × 200 für 19 €, 140 × 200 für 23 €."),
        ("ar-AE", "المقاسات: 90 × 200 بسعر 19 درهمًا، و140 × 200 بسعر 23 درهمًا."),
        ("ja-JP", "90×200は1,900円、140×200は2,300円です。"),
    ],
)
def test_a_side_of_a_size_behind_a_price_is_no_price(locale: str, text: str) -> None:
    dimensions = [amount.dimension for amount in extract(fold(text), locale)]
    assert dimensions == ["", "", "money", "", "", "money"]


def test_a_price_list_without_sizes_still_shares_its_sign() -> None:
    assert [amount.dimension for amount in extract("19 € y 23, o 27 €.", "es-ES")] == ["money"] * 3


@pytest.mark.parametrize(
    ("text", "values"), [("ولتر ونصف لعشرين فنجانًا", [[0.5], [20]]), ("من نصف ساعة إلى ساعتين", [[0.5, 2]])]
)
def test_one_and_a_half_litres_for_twenty_cups_are_no_range(text: str, values: list[list[float]]) -> None:
    assert [[float(value) for value in amount.values] for amount in extract(fold(text), "ar-AE")] == values
