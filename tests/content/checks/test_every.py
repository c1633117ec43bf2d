"""`Both`, `all three`: said of every one of them, where some have it and some have not."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,group,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,Lid included
SO-1,sol,Sol pan 20,Sartén Sol 20,Poêle Sol 20,Pfanne Sol 20,مقلاة سول 20,ソル フライパン 20,Pans,in_stock,no
SO-2,sol,Sol pan 24,Sartén Sol 24,Poêle Sol 24,Pfanne Sol 24,مقلاة سول 24,ソル フライパン 24,Pans,in_stock,yes
SO-3,sol,Sol pan 28,Sartén Sol 28,Poêle Sol 28,Pfanne Sol 28,مقلاة سول 28,ソル フライパン 28,Pans,in_stock,yes
TE-1,teff,Teff pot 2 l,Olla Teff 2 l,Faitout Teff 2 l,Topf Teff 2 l,قدر تيف 2 ل,テフ 鍋 2L,Pots,in_stock,yes
TE-2,teff,Teff pot 4 l,Olla Teff 4 l,Faitout Teff 4 l,Topf Teff 4 l,قدر تيف 4 ل,テフ 鍋 4L,Pots,in_stock,yes
"""

SAID = {  # of the three pans, then of the two pots
    "en": ("The Sol pan comes in three sizes. All three have a lid.", "The Teff pot has two sizes. Both have a lid."),
    "es": ("La Sol existe en tres tallas. Las tres llevan tapa.", "La Teff existe en dos. Las dos llevan tapa."),
    "fr": ("La Sol existe en trois tailles. Les trois ont un couvercle.", "Le Teff existe en deux. Les deux ont un couvercle."),
    "de": ("Die Sol gibt es in drei Größen. Alle drei haben einen Deckel.", "Den Teff gibt es zweimal. Beide haben einen Deckel."),
}  # fmt: skip


@pytest.mark.parametrize("language", SAID)
def test_what_is_said_of_every_size_must_hold_for_each(asked: Asked, language: str) -> None:
    wrong, right = SAID[language]
    assert [rule for rule, _ in asked(PRODUCTS, language, wrong, "capability.")] == [
        "capability.contradicted"
    ]
    assert asked(PRODUCTS, language, right, "capability.") == []


def test_where_the_number_fits_nothing_it_is_left_to_a_person(asked: Asked) -> None:
    """Of five things on the page `both` may be any two."""
    said = "The Sol and the Teff are on offer. Both go well with a lid, and the Sol 24 has one."
    assert asked(PRODUCTS, "en", said, "capability.contradicted") == []
