"""What a thing is made of, comes in and comes from: said of the product it must be the ledger's word."""

from collections.abc import Callable

import pytest

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = """\
sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,availability,Material,Color,Country of origin,Handle material,Sole
FP-28,Ferra frying pan,Sartén Ferra,Poêle Ferra,Bratpfanne Ferra,مقلاة فيرا,フェラ フライパン,Frying pans,in_stock,aluminium,black,Italy,walnut,
LV-40,Luvo slippers,Zapatillas Luvo,Chaussons Luvo,Hausschuhe Luvo,خف لوفو,ルヴォ ルームシューズ,Slippers,in_stock,wool felt,grey,Portugal,,rubber
NI-10,Nilo lamp,Lámpara Nilo,Lampe Nilo,Leuchte Nilo,مصباح نيلو,ニーロ ランプ,Table lamps,in_stock,,,,,
"""

TRUE = [
    ("en", "The Ferra frying pan is made of aluminium. It comes in black and is made in Italy."),
    ("en", "Country of origin: Italy. Colour: black. This is the Ferra pan, with a handle of walnut."),
    ("es", "La sartén Ferra está hecha de aluminio, está disponible en negro y se fabrica en Italia."),
    ("fr", "La poêle Ferra est fabriquée en aluminium, proposée en noir, et elle vient d'Italie."),
    ("de", "Die Bratpfanne Ferra besteht aus Aluminium. Farbe: Schwarz. Sie wird in Italien hergestellt."),
    ("de", "Die Hausschuhe Luvo sind aus Wollfilz und kommen aus Portugal."),
    ("ar", "مقلاة فيرا مصنوعة من الألومنيوم، لونها أسود، وصنعت في إيطاليا."),
    ("ja", "フェラ フライパンはアルミニウム製です。色はブラックです。イタリア製です。"),
]
FALSE = [
    ("en", "The Ferra frying pan is made of cast iron.", "cast iron"),
    ("en", "The Luvo slippers come in red.", "red"),
    ("en", "Luvo is sewn in Spain.", "Spain"),
    ("es", "La sartén Ferra está hecha de acero inoxidable.", "acero inoxidable"),
    ("es", "Las zapatillas Luvo están disponibles en rojo.", "rojo"),
    ("es", "La sartén Ferra está fabricada en Francia.", "Francia"),
    ("fr", "Les chaussons Luvo sont en cuir.", "cuir"),
    ("fr", "La poêle Ferra existe en rouge.", "rouge"),
    ("fr", "La poêle Ferra est fabriquée en Allemagne.", "Allemagne"),
    ("de", "Die Bratpfanne Ferra besteht aus Gusseisen.", "Gusseisen"),
    ("de", "Die Hausschuhe Luvo gibt es in Blau.", "Blau"),
    ("de", "Die Bratpfanne Ferra wird in Polen hergestellt.", "Polen"),
    ("ar", "خف لوفو مصنوع من الجلد.", "جلد"),
    ("ar", "مقلاة فيرا لونها أحمر.", "أحمر"),
    ("ar", "مقلاة فيرا صنعت في إسبانيا.", "إسبانيا"),
    ("ja", "フェラ フライパンは鉄製です。", "鉄"),
    ("ja", "ルヴォ ルームシューズの色はレッドです。", "レッド"),
    ("ja", "フェラ フライパンはドイツ製です。", "ドイツ"),
]


@pytest.mark.parametrize(("lang", "body"), TRUE)
def test_what_the_ledger_says_passes(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "choice.") == []


@pytest.mark.parametrize(("lang", "body", "quote"), FALSE)
def test_another_material_colour_or_country_is_contradicted(
    asked: Asked, lang: str, body: str, quote: str
) -> None:
    found = asked(PRODUCTS, lang, body, "choice.")
    assert {rule for rule, _ in found} == {"choice.contradicted"}
    assert quote in {said for _, said in found}


@pytest.mark.parametrize(
    ("lang", "body", "quote"),
    [
        ("en", "The Nilo lamp is made of brass.", "brass"),
        ("es", "La lámpara Nilo está hecha de latón.", "latón"),
        ("fr", "La lampe Nilo est fabriquée en laiton.", "laiton"),
        ("de", "Die Leuchte Nilo besteht aus Messing.", "Messing"),
        ("ar", "مصباح نيلو مصنوع من الزجاج.", "زجاج"),
        ("ja", "ニーロ ランプはガラス製です。", "ガラス"),
    ],
)
def test_a_choice_nobody_stated_is_unsupported(asked: Asked, lang: str, body: str, quote: str) -> None:
    assert asked(PRODUCTS, lang, body, "choice.") == [("choice.unsupported", quote)]


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "The Ferra frying pan is not made of cast iron."),
        ("es", "La sartén Ferra no está hecha de acero."),
        ("fr", "La poêle Ferra n'est pas fabriquée en fonte."),
        ("de", "Die Bratpfanne Ferra ist nicht aus Gusseisen."),
        ("ar", "مقلاة فيرا ليست مصنوعة من الحديد."),
        ("ja", "フェラ フライパンは鉄製ではありません。"),
    ],
)
def test_a_no_is_no_claim(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "choice.") == []


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "Wipe the Ferra pan with a cotton cloth and use a wooden spatula."),
        ("es", "Limpie la sartén Ferra con un paño de algodón."),
        ("fr", "Essuyez la poêle Ferra avec un chiffon en coton."),
        ("de", "Wischen Sie die Bratpfanne Ferra mit einem Baumwolltuch ab."),
        ("ar", "امسح مقلاة فيرا بقطعة قطن."),
        ("ja", "フェラ フライパンは綿の布で拭いてください。"),
    ],
)
def test_a_cloth_beside_it_is_nobodys_material(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "choice.") == []


@pytest.mark.parametrize(
    ("lang", "body", "quotes"),
    [
        ("en", "The Luvo slippers are made of cotton and leather.", ["cotton", "leather"]),
        ("es", "Las zapatillas Luvo están hechas de algodón y cuero.", ["algodón", "cuero"]),
        ("de", "Die Hausschuhe Luvo sind aus Baumwolle und Leder.", ["Baumwolle", "Leder"]),
    ],
)
def test_words_joined_by_and_share_what_binds_them(
    asked: Asked, lang: str, body: str, quotes: list[str]
) -> None:
    assert [quote for _, quote in asked(PRODUCTS, lang, body, "choice.")] == quotes


@pytest.mark.parametrize(
    ("lang", "body", "right", "wrong"),
    [
        ("en", "The Luvo slippers: sole: {}.", "rubber", "cork"),
        ("en", "The Luvo slippers come with a sole of {}.", "rubber", "cork"),
        ("en", "Handle material: {}. That is what the Ferra pan is held by.", "walnut", "bamboo"),
        ("es", "Zapatillas Luvo: suela: {}.", "caucho", "corcho"),
        ("fr", "Les chaussons Luvo ont une semelle en {}.", "caoutchouc", "liège"),
        ("de", "Die Hausschuhe Luvo haben eine Sohle aus {}.", "Gummi", "Kork"),
        ("ar", "خف لوفو: النعل: {}.", "مطاط", "فلين"),
        ("ja", "ルヴォ ルームシューズのソールは{}。", "ゴム", "コルク"),
    ],
)
def test_the_value_behind_an_attributes_name_is_the_ledgers(
    asked: Asked, lang: str, body: str, right: str, wrong: str
) -> None:
    assert asked(PRODUCTS, lang, body.format(right), "choice.") == []
    assert {rule for rule, _ in asked(PRODUCTS, lang, body.format(wrong), "choice.")} == {
        "choice.contradicted"
    }


def test_a_short_word_is_not_found_inside_a_name(asked: Asked) -> None:
    """Iron is `fer` in French, and the pan is called Ferra."""
    assert asked(PRODUCTS, "fr", "La poêle Ferra est fabriquée en fer.", "choice.") == [
        ("choice.contradicted", "fer")
    ]


def test_of_two_products_the_word_belongs_to_the_last_one_named(asked: Asked) -> None:
    body = "The Ferra pan is made of {} and Luvo is made of {}."
    assert asked(PRODUCTS, "en", body.format("aluminium", "wool felt"), "choice.") == []
    assert asked(PRODUCTS, "en", body.format("wool felt", "aluminium"), "choice.") == [
        ("choice.contradicted", "wool felt"), ("choice.contradicted", "aluminium"),
    ]  # fmt: skip


def test_a_cell_is_held_under_its_column(asked: Asked) -> None:
    table = "| | Ferra | Luvo |\n|---|---|---|\n| Material | {} | {} |\n"
    assert asked(PRODUCTS, "en", table.format("aluminium", "wool felt"), "choice.") == []
    assert asked(PRODUCTS, "en", table.format("wool felt", "wool felt"), "choice.") == [
        ("choice.contradicted", "wool felt")
    ]


def test_a_list_that_ends_in_a_plural_is_no_entry(blocked: Callable[..., list[tuple[str, str]]]) -> None:
    said = "Norrvik hängt gut. Zwei Ringe und ein paar Farben: Mehr braucht in der Stube niemand."
    assert blocked(said, "de-DE") == []


def test_an_arabic_material_with_its_article_right_behind_a_name_is_the_products(
    asked: Callable[..., list[tuple[str, str]]],
) -> None:
    bowl = "sku,title,title@ar,category,Material\nFA-1,Farno bowl,وعاء فارنو,Bowls,glass\n"
    assert asked(bowl, "ar", "فارنو من الزجاج وسعته كبيرة.", "choice.") == []
    assert asked(bowl, "ar", "بعض الأوعية كفارنو، والأوعية الخشبية غيرها.", "choice.") == []
    assert asked(bowl, "ar", "فارنو من الخشب وسعته كبيرة.", "choice.") == [("choice.contradicted", "خشب")]


STRANGE = """\
sku,title,title@de,title@es,category,availability,Material,Color
KO-22,Korbinian basket,Gärkorb Korbinian,Cesta Korbinian,Baskets,in_stock,Wildgras,black
"""


def test_a_word_of_the_ledger_that_has_none_here_contradicts_nothing(asked: Asked) -> None:
    """`Wildgras` may well be what a Spaniard calls esparto; of the colour, which has a word, the page is held to it."""
    said = asked(STRANGE, "es", "La cesta Korbinian es de ratán y está disponible en rojo.", "choice.")
    assert said == [("choice.untranslated", "ratán"), ("choice.contradicted", "rojo")]
    own = asked(STRANGE, "de", "Der Gärkorb Korbinian ist aus Rattan.", "choice.", home="de")
    assert own == [("choice.contradicted", "Rattan")]


def test_a_small_word_that_is_written_like_a_material_is_none(asked: Asked) -> None:
    assert (
        asked(PRODUCTS, "es", "Mira las zapatillas Luvo antes de pedir: son de fieltro de lana.", "choice.")
        == []
    )
    assert asked(PRODUCTS, "es", "Las zapatillas Luvo son de ante.", "choice.") == [
        ("choice.contradicted", "ante")
    ]
    assert asked(PRODUCTS, "de", "Die Bratpfanne Ferra ist samt Griff da.", "choice.") == []
    assert asked(PRODUCTS, "de", "Die Hausschuhe Luvo sind aus Samt.", "choice.") == [
        ("choice.contradicted", "Samt")
    ]
