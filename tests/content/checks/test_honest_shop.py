"""Honest sentences of a shop the words were not made for: causes of false blocks met on unread shops, by language.

Each stands beside a lie of the same shape, which must still be stopped.
"""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,group,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,price@US,price@GB,price@ES,price@FR,price@DE,price@AE,price@JP,Colour,Width [cm],Height from [cm],Height to [cm],Weight [kg],Capacity [l],Material,Lid included
OR-30,oru,Oru box,Caja Oru,Coffre Oru,Kiste Oru,صندوق اورو,オル ボックス,Boxes,in_stock,40,40,40,40,40,160,4000,natural,32,20,30,3.1,30,beech,no
OR-55,oru,Oru box,Caja Oru,Coffre Oru,Kiste Oru,صندوق اورو,オル ボックス,Boxes,in_stock,60,60,60,60,60,240,6000,natural,38,20,30,5.2,55,beech,yes
"""
ALL = ("number.", "price.", "capability.", "choice.")
ROWS = [
    # a variant by the measure only it has
    ("en", "The 55-litre Oru box comes with a lid.", "The 30-litre Oru box comes with a lid."),
    ("es", "La caja Oru de 55 litros incluye tapa.", "La caja Oru de 30 litros incluye tapa."),
    ("fr", "Le coffre Oru de 55 litres a un couvercle.", "Le coffre Oru de 30 litres a un couvercle."),
    # what a general word may be said of
    ("en", "The Oru box is made of wood.", "The Oru box is made of plastic."),
    ("de", "Die Kiste Oru ist aus Holz.", "Die Kiste Oru ist aus Kunststoff."),
    ("es", "La caja Oru es de madera.", "La caja Oru es de plástico."),
    ("fr", "Le coffre Oru est en bois.", "Le coffre Oru est en plastique."),
    ("ja", "オル ボックスは木製です。", "オル ボックスはプラスチック製です。"),
    # two columns are one range
    ("en", "The Oru box adjusts from 20 to 30 cm in height.", "The Oru box adjusts from 20 to 40 cm in height."),
    ("de", "Die Höhe der Kiste Oru reicht von 20 bis 30 cm.", "Die Höhe der Kiste Oru reicht von 20 bis 45 cm."),
    # things that are not sold here
    ("en", "A sack of earth weighs 18 kg; the larger Oru weighs 5.2 kg.", "The larger Oru weighs 18 kg."),
    ("es", "Con sacos de 12 kg, la caja Oru se llena pronto.", "La caja Oru pesa 12 kg."),
    ("de", "Ein Dackel mit neun Kilo passt in die Kiste Oru.", "Die Kiste Oru wiegt neun Kilo."),
    ("fr", "Une valise de 18 kg ne rentre pas dans le coffre Oru.", "Le coffre Oru pèse 18 kg."),
    # sums a shopper does
    ("ja", "2個なら、小さいほうのオル ボックスは8,000円です。", "小さいほうのオル ボックスは8,000円です。"),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "honest"), [(lang, honest) for lang, honest, _ in ROWS])
def test_what_is_honest_passes(asked: Asked, lang: str, honest: str) -> None:
    assert asked(PRODUCTS, lang, honest, *ALL) == []


@pytest.mark.parametrize(("lang", "lie"), [(lang, lie) for lang, _, lie in ROWS])
def test_the_lie_of_the_same_shape_is_stopped(asked: Asked, lang: str, lie: str) -> None:
    assert asked(PRODUCTS, lang, lie, *ALL) != []
