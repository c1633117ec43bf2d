"""Sums, differences, shares: a number the text works out from the ledger's passes when the arithmetic is right."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from content.checks.derived import shows
from content.checks.extract import extract

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,price@US,price@ES,price@FR,price@DE,price@AE,price@JP,Width [cm],Length [cm],Weight [g],Fabric weight [g/m²],Max shrinkage [%],Power [W],Pieces in pack
MI-1,Mirro towel,Toalla Mirro,Serviette Mirro,Handtuch Mirro,منشفة ميرو,ミロ タオル,Towels,in_stock,24.00,24.00,24.00,24.00,96,3600,50,100,,400,4,,3
SA-1,Sallo towel,Toalla Sallo,Serviette Sallo,Handtuch Sallo,منشفة سالو,サロ タオル,Towels,in_stock,39.95,39.95,39.95,39.95,160,5990,80,150,620,,,,
TK-1,Tarno kettle,Hervidor Tarno,Bouilloire Tarno,Wasserkocher Tarno,غلاية تارنو,タルノ ケトル,Electric kettles,in_stock,59,59,59,59,236,8850,,,1100,,,2000,
"""

RIGHT = [
    ("en", "A pack of Mirro costs $24.00, which makes $8.00 apiece."),
    ("en", "Together, Mirro and Sallo cost $63.95."),
    ("en", "Mirro is 50 cm wide and Sallo 80 cm, a difference of 30 cm."),
    ("en", "Two Mirro towels side by side are 100 cm wide."),
    ("en", "Mirro shrinks by up to 4 %, so plan for 4 cm on its length of 100 cm."),
    ("en", "Mirro has 400 g/m² and measures 50 × 100 cm, so one towel weighs 200 g."),
    ("en", "Tarno draws 2000 W; running for 6 minutes it uses 200 Wh of energy."),
    ("es", "El paquete de Mirro cuesta 24,00 €: sale a 8,00 € cada una."),
    ("es", "Mirro y Sallo juntas cuestan 63,95 €."),
    ("es", "Mirro mide 50 cm de ancho y Sallo 80 cm, una diferencia de 30 cm."),
    ("fr", "Le lot Mirro coûte 24,00 €, soit 8,00 € chacune."),
    ("fr", "Ensemble, Mirro et Sallo coûtent 63,95 €."),
    ("fr", "Mirro fait 50 cm de large et Sallo 80 cm, soit une différence de 30 cm."),
    ("de", "Das Set Mirro kostet 24,00 €, also 8,00 € pro Stück."),
    ("de", "Zusammen kosten Mirro und Sallo 63,95 €."),
    ("de", "Mirro ist 50 cm breit, Sallo 80 cm: ein Unterschied von 30 cm."),
    ("ar", "سعر طقم منشفة ميرو 96 درهما، أي 32 درهما للقطعة."),
    ("ar", "عرض منشفة ميرو 50 سم وعرض منشفة سالو 80 سم، والفرق 30 سم."),
    ("ja", "ミロは3枚で3,600円、1枚あたり1,200円です。"),
    ("ja", "ミロとサロを合わせて9,590円です。"),
    ("ja", "ミロの幅は50cm、サロは80cmで、差は30cmです。"),
]
WRONG = [
    ("en", "A pack of Mirro costs $24.00, which makes $7.00 apiece.", "$7.00"),
    ("en", "Together, Mirro and Sallo cost $64.95.", "$64.95"),
    ("en", "Together, Mirro and Sallo cost $63.90.", "$63.90"),  # exact to the cent
    ("en", "Mirro is 50 cm wide and Sallo 80 cm, a difference of 35 cm.", "35 cm"),
    ("en", "Two Mirro towels side by side are 120 cm wide.", "120 cm"),
    ("en", "Mirro shrinks by up to 4 %, so plan for 6 cm on its length of 100 cm.", "6 cm"),
    ("en", "Mirro has 400 g/m² and measures 50 × 100 cm, so one towel weighs 260 g.", "260 g"),
    ("es", "El paquete de Mirro cuesta 24,00 €: sale a 7,50 € cada una.", "7,50 €"),
    ("es", "Mirro y Sallo juntas cuestan 62,95 €.", "62,95 €"),
    ("es", "Mirro mide 50 cm de ancho y Sallo 80 cm, una diferencia de 25 cm.", "25 cm"),
    ("fr", "Le lot Mirro coûte 24,00 €, soit 9,00 € chacune.", "9,00 €"),
    ("fr", "Ensemble, Mirro et Sallo coûtent 61,95 €.", "61,95 €"),
    ("de", "Das Set Mirro kostet 24,00 €, also 6,50 € pro Stück.", "6,50 €"),
    ("de", "Zusammen kosten Mirro und Sallo 65,95 €.", "65,95 €"),
    ("de", "Mirro ist 50 cm breit, Sallo 80 cm: ein Unterschied von 20 cm.", "20 cm"),
    ("ar", "سعر طقم منشفة ميرو 96 درهما، أي 30 درهما للقطعة.", "30 درهما"),
    ("ar", "عرض منشفة ميرو 50 سم وعرض منشفة سالو 80 سم، والفرق 45 سم.", "45 سم"),
    ("ja", "ミロは3枚で3,600円、1枚あたり1,500円です。", "1,500円"),
    ("ja", "ミロとサロを合わせて9,800円です。", "9,800円"),
    ("ja", "ミロの幅は50cm、サロは80cmで、差は45cmです。", "45cm"),
]


@pytest.mark.parametrize(("lang", "body"), RIGHT)
def test_what_follows_from_the_ledger_passes(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "number.", "price.") == []


@pytest.mark.parametrize(("lang", "body", "quote"), WRONG)
def test_arithmetic_that_is_wrong_is_blocked(asked: Asked, lang: str, body: str, quote: str) -> None:
    assert quote in [said for _, said in asked(PRODUCTS, lang, body, "number.", "price.")]


def test_what_was_worked_out_is_noted(asked: Asked) -> None:
    body = "A pack of Mirro costs $24.00, which makes $8.00 apiece."
    assert asked(
        PRODUCTS, "en", "Mirro is 50 cm wide and Sallo 80 cm, a difference of 30 cm.", "number.", loud=False
    ) == [("number.derived", "30 cm")]
    assert asked(PRODUCTS, "en", body, "price.", loud=False) == []


def test_a_difference_needs_its_word(asked: Asked) -> None:
    """Any number is the difference of two others somewhere: 30 cm is no width of Mirro."""
    assert asked(PRODUCTS, "en", "Mirro is 30 cm wide.", "number.") != []


@pytest.mark.parametrize(
    ("text", "price", "is_shown"),
    [
        ("about $27.40", "27.375", True),  # said to ten cents
        ("about $27.40", "27.46", False),
        ("$27.40", "27.375", False),
        ("about $27.42", "27.40", False),  # said to one
        ("about $30", "34", False),
        ("about $30", "30.40", True),
    ],
)
def test_an_about_rounds_a_price_as_far_as_its_noughts_say(text: str, price: str, is_shown: bool) -> None:
    assert shows(extract(text, "en", "USD")[0], Decimal(price)) is is_shown
