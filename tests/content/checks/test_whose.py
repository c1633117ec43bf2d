"""Numbers that are the reader's, or another thing's, are no claim about a product; the product's own still are."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,Width [cm],Height [cm],Weight [g],Capacity [ml],Brightness [lm],Power [W]
BO-1,Bolvo speaker,Altavoz Bolvo,Enceinte Bolvo,Lautsprecher Bolvo,مكبر صوت بولفو,ボルヴォ スピーカー,Bluetooth speakers,in_stock,42,20,1900,900,800,9
"""

READERS = [
    ("en", "If your shelf is 60 cm wide, Bolvo has room to spare."),
    ("en", "Your shelf may be 60 cm wide or more."),
    ("en", "It fits on a shelf of 60 cm."),
    ("en", "A person of 70 kg lifts it with one hand."),
    ("es", "Si tu estante mide 60 cm de ancho, el Bolvo cabe de sobra."),
    ("es", "Cabe en una balda de 60 cm."),
    ("fr", "Si votre étagère fait 60 cm de large, Bolvo y tient sans peine."),
    ("fr", "Il se pose sur une étagère de 60 cm."),
    ("de", "Wenn Ihr Regal 60 cm breit ist, hat der Bolvo genug Platz."),
    ("de", "Misst Ihr Lieblingsplatz 60 cm, steht er dort gut."),
    ("de", "Er passt auf ein Regalbrett von 60 cm."),
    ("ar", "إذا كان عرض رفك 60 سم فإن بولفو يتسع فوقه بسهولة."),
    ("ar", "يوضع على رف عرضه 60 سم."),
    ("ja", "お使いの棚の幅が60cmなら、ボルヴォは余裕で置けます。"),
    ("ja", "幅60cmの棚に置けます。"),
]
OWN = [
    ("en", "Bolvo is 60 cm wide.", "60 cm"),
    ("en", "Your Bolvo is 60 cm wide.", "60 cm"),
    ("es", "El Bolvo mide 60 cm de ancho.", "60 cm"),
    ("fr", "Bolvo fait 60 cm de large.", "60 cm"),
    ("de", "Der Bolvo ist 60 cm breit.", "60 cm"),
    ("de", "Wie breit sie wirkt, ist gleich: Der Bolvo und ihr Gehäuse messen 60 cm.", "60 cm"),  # small ihr
    ("ar", "عرض بولفو 60 سم.", "60 سم"),
    ("ja", "ボルヴォの幅は60cmです。", "60cm"),
]
LIKENED = [
    ("en", "At 9 W it is as bright as an old 60 W bulb."),
    ("es", "Con 9 W alumbra tanto como una bombilla de 60 W."),
    ("fr", "Avec 9 W, elle éclaire autant qu'une ampoule de 60 W."),
    ("de", "Mit 9 W ersetzt er eine 60-W-Glühbirne."),
    ("ar", "بقدرة 9 واط يعادل مصباح 60 واط."),
    ("ja", "9Wで、60W電球に相当する明るさです。"),
]
TITLE = {
    "en": "Bolvo speaker", "es": "Altavoz Bolvo", "fr": "Enceinte Bolvo", "de": "Lautsprecher Bolvo",
    "ar": "مكبر صوت بولفو", "ja": "ボルヴォ スピーカー",
}  # fmt: skip


@pytest.mark.parametrize(("lang", "body"), READERS)
def test_a_readers_number_is_no_claim(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "number.", title=TITLE[lang]) == []


@pytest.mark.parametrize(("lang", "body", "quote"), OWN)
def test_the_products_own_number_is_held_against_the_ledger(
    asked: Asked, lang: str, body: str, quote: str
) -> None:
    assert asked(PRODUCTS, lang, body, "number.", title=TITLE[lang]) == [("number.contradicted", quote)]


@pytest.mark.parametrize(("lang", "body"), LIKENED)
def test_what_it_is_likened_to_keeps_its_own_number(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "number.", title=TITLE[lang]) == []


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "A 250 ml cup fills three times and a bit."),
        ("es", "Una taza de 250 ml se llena tres veces."),
        ("fr", "Une tasse de 250 ml se remplit trois fois."),
        ("de", "Eine Tasse mit 250 ml füllt sich dreimal."),
        ("ar", "كوب سعته 250 مل يمتلئ ثلاث مرات."),
        ("ja", "250mlのカップなら3回分です。"),
    ],
)
def test_a_cup_has_its_own_measure(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "number.", title=TITLE[lang]) == []
