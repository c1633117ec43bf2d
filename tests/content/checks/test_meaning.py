"""Claims whose words nobody has listed find their column by meaning, in any language; what no column says stays blocked."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,Bag included,Batteries included,Built-in tuner,Scented,Gluten-free,Hem
ZE-1,Zefra,Zefra,Zefra,Zefra,زفرا,ゼフラ,Things,in_stock,yes,yes,yes,no,,hanging tab
NO-1,Nolto,Nolto,Nolto,Nolto,نولتو,ノルト,Things,in_stock,,,,yes,no,
"""

TRUE = [
    ("en", "The Zefra comes with its own bag."),
    ("de", "Die Zefra hat eine Tasche."),
    ("fr", "Le Zefra est livré avec une pile fournie."),
    ("es", "El Zefra trae un afinador incorporado."),
    ("en", "The Zefra is unscented."),
    ("de", "Zefra ist unparfümiert."),
    ("es", "El Zefra no lleva perfume."),
]
UNKNOWN = [
    ("de", "Die Nolto hat eine Tasche."),
    ("es", "El Nolto trae un afinador incorporado."),
    ("en", "The Nolto is sugar-free."),  # like `Gluten-free`, and not it
    ("es", "El Nolto no lleva azúcar añadido."),
    ("en", "The Zefra can go in the microwave."),
    ("fr", "Le Zefra est étanche."),
]


@pytest.mark.parametrize(("lang", "body"), TRUE)
def test_what_a_column_says_in_other_words_is_not_reported(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "capability.") == []


@pytest.mark.parametrize(("lang", "body"), UNKNOWN)
def test_what_no_column_says_is(asked: Asked, lang: str, body: str) -> None:
    assert [rule for rule, _ in asked(PRODUCTS, lang, body, "capability.")] == ["capability.unsupported"]


def test_the_contrary_of_a_column_is_not_taken_for_it(asked: Asked) -> None:
    assert asked(PRODUCTS, "de", "Nolto ist unparfümiert.", "capability.")


def test_of_two_products_named_each_must_have_it(asked: Asked) -> None:
    body = "Die {} und die Nolto haben eine Tasche."
    assert asked(PRODUCTS, "de", body.format("Zefra"), "capability.")
    assert asked(PRODUCTS, "de", "Die Zefra hat eine Tasche.", "capability.") == []
