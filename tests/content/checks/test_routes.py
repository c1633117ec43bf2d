"""What a delivery route is called, and what of its name may stand alone."""

from collections.abc import Callable

import pytest

from content.checks.attribute_phrases import attribute_phrases
from content.ledger.ledger import Ledger

PRODUCTS = "sku,title\nA-1,Alma cup\n"
FACTS = """
[[delivery]]
country = "ES"
route = "standard"
name = { es = "Envío estándar" }
days = "2-4 working days"

[[delivery]]
country = "ES"
route = "pickup"
name = { es = "Recogida en tienda asociada" }
days = "3-6 working days"
"""


def keys_in(ledger: Ledger, text: str, language: str = "es") -> set[str]:
    """The routes a text names."""
    found = attribute_phrases(ledger, language).find(text)
    return {
        key for _, _, keys in found if len({key.split("_")[1] for key in keys}) == 1
        for key in keys if key.endswith("_days")
    }  # fmt: skip


def test_small_words_of_a_long_name_name_no_route(opened: Callable[..., Ledger]) -> None:
    ledger = opened(PRODUCTS, FACTS)
    assert keys_in(ledger, "dos semanas en el fondo de una tienda") == set()
    assert keys_in(ledger, "con la recogida en tienda asociada") == {"delivery_pickup_days"}
    assert keys_in(ledger, "la recogida tarda más") == {"delivery_pickup_days"}
    assert keys_in(ledger, "el estándar tarda menos") == {"delivery_standard_days"}


BARE = """
[[delivery]]
country = "ES"
route = "standard"
days = "2-4 working days"

[[delivery]]
country = "ES"
route = "express"
days = "1 working day"

[[delivery]]
country = "ES"
route = "pickup"
days = "3-6 working days"
"""


@pytest.mark.parametrize(
    ("language", "express", "pickup", "home"),
    [
        ("en", "by express it is 27 €", "from a pickup point", "to your door"),
        ("es", "con el exprés son 27 €", "en un punto de recogida", "se entrega a domicilio"),
        ("fr", "en express, 27 €", "jusqu'au point relais", "jusque chez vous"),
        ("de", "per express sind es 27 €", "an den paketshop", "zu ihnen nach hause"),
        ("ar", "التوصيل السريع", "من نقطه الاستلام", "الي باب بيتك"),
        ("ja", "速達なら", "コンビニ受取の場合", "ご自宅まで"),
    ],
)
def test_everybodys_word_names_a_route_the_shop_gives_no_name(
    opened: Callable[..., Ledger], language: str, express: str, pickup: str, home: str
) -> None:
    ledger = opened(PRODUCTS, BARE)
    assert keys_in(ledger, express, language) == {"delivery_express_days"}
    assert keys_in(ledger, pickup, language) == {"delivery_pickup_days"}
    assert keys_in(ledger, home, language) == {"delivery_standard_days"}


def test_where_two_routes_are_express_the_word_names_neither(opened: Callable[..., Ledger]) -> None:
    two = BARE.replace('route = "express"', 'route = "express"\nname = { es = "Exprés por mar" }')
    two = two.replace('route = "pickup"', 'route = "air"\nname = { es = "Exprés por aire" }')
    assert keys_in(opened(PRODUCTS, two), "con el exprés") == set()


def test_without_a_pickup_point_every_parcel_comes_home(opened: Callable[..., Ledger]) -> None:
    ledger = opened(PRODUCTS, BARE.replace('route = "pickup"', 'route = "economy"'))
    assert keys_in(ledger, "se entrega a domicilio") == set()
