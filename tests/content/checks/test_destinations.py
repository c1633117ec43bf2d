"""Delivery told for another country the shop sends to."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

JAR = "sku,title,category,price@US,price@ES,price@FR,price@DE,price@AE,price@JP\nJA-1,Melvo jar,Jars,20,20,20,20,80,3000\n"
ROUTES = "\n".join(
    f'[[delivery]]\ncountry = "{country}"\nroute = "standard"\nname = {{ en = "Standard" }}\ndays = "{days} working days"\ncost = "{cost}"'
    for country, days, cost in (
        ("US", "1-2", "4 USD"), ("DE", "5-7", "9 EUR"), ("ES", "2-3", "5 EUR"), ("FR", "2-3", "5 EUR"),
        ("AE", "1-2", "15 AED"), ("JP", "1-2", "700 JPY"),
    )
)  # fmt: skip

SENT = [  # true of Germany, and what is true at home
    ("en", "Delivery to Germany takes 5–7 working days and costs €9.", "Delivery to Germany takes 1–2 working days."),
    ("es", "El envío a Alemania tarda de 5 a 7 días laborables y cuesta 9 €.", "El envío a Alemania tarda de 2 a 3 días laborables."),
    ("fr", "La livraison vers l'Allemagne prend 5 à 7 jours ouvrés.", "La livraison vers l'Allemagne prend 2 à 3 jours ouvrés."),
    ("ar", "التوصيل إلى ألمانيا يستغرق من 5 إلى 7 أيام عمل.", "التوصيل إلى ألمانيا يستغرق من 1 إلى 2 يوم عمل."),
    ("ja", "ドイツへの送料は9ユーロ、お届けは5〜7営業日です。", "ドイツへのお届けは1〜2営業日です。"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "true", "false"), SENT)
def test_a_delivery_elsewhere_is_held_against_the_rows_of_that_country(
    asked: Asked, lang: str, true: str, false: str
) -> None:
    assert asked(JAR, lang, true, "number.", "price.", facts=ROUTES) == []
    assert asked(JAR, lang, false, "number.", "price.", facts=ROUTES)


def test_a_delivery_at_home_and_a_thing_made_elsewhere_keep_our_own_rows(asked: Asked) -> None:
    at_home = "Delivery within the United States takes 1–2 working days."
    made = "Made in Germany, delivered in 1–2 working days: Standard delivery costs $4."
    assert asked(JAR, "en", at_home, "number.", "price.", facts=ROUTES) == []
    assert asked(JAR, "en", made, "number.", "price.", facts=ROUTES) == []
