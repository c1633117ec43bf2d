"""What a description lists beside price and size names what the page is about, and promises nothing."""

import pytest

from tests.content.checks.sums import LANGUAGES, PRICES, Asked

PRODUCTS = f"""\
sku,{LANGUAGES},{PRICES},Wheels,Lid
MO-1,Mokka crate,Caja Mokka,Caisse Mokka,Kiste Mokka,صندوق موكا,モッカ 収納箱,Crates,in_stock,21.00,21.00,21.00,21.00,77,3100,no,no
"""

LISTED = [
    ("en", "Size, wheels and price of the Mokka."),
    ("es", "Medidas, ruedas y precio de la Mokka."),
    ("fr", "Dimensions, roulettes et prix de la Mokka."),
    ("de", "Maße, Rollen und Preis der Mokka."),
]
PROMISED = [
    ("en", "The Mokka has wheels and a lid."),
    ("es", "La Mokka tiene ruedas y tapa."),
    ("fr", "La Mokka a des roulettes et un couvercle."),
    ("de", "Die Mokka hat Rollen und einen Deckel."),
]


@pytest.mark.parametrize(("lang", "described"), LISTED)
def test_a_list_of_topics_promises_nothing(asked: Asked, lang: str, described: str) -> None:
    body = f"…\ndescription: {described}"
    assert asked(PRODUCTS, lang, "…", "capability.", title=body) == []


@pytest.mark.parametrize(("lang", "described"), PROMISED)
def test_a_promise_in_a_description_is_one(asked: Asked, lang: str, described: str) -> None:
    body = f"…\ndescription: {described}"
    assert asked(PRODUCTS, lang, "…", "capability.contradicted", title=body)
