"""Columns whose words an article sets apart, in every language."""

from collections.abc import Callable

import pytest

from content.checks.parted import parted

Asked = Callable[..., list[tuple[str, str]]]

PRODUCTS = (
    "sku,title,title@de,title@fr,title@es,title@ar,title@ja,category,Removable lid,Suitable for suede,Padded,PVC-free\n"
    "T1,Tern box,Kiste Tern,Boîte Tern,Caja Tern,صندوق تيرن,ターン 箱,Boxes,yes,yes,yes,yes\n"
    "A1,Auk bag,Tasche Auk,Sac Auk,Bolsa Auk,حقيبة أوك,モーク バッグ,Bags,no,no,no,no\n"
)

FALSE = [
    ("en", "The lid of the Auk is removable."),
    ("en", "The Auk is suitable for cleaning suede."),
    ("de", "Der Deckel der Auk ist gut abnehmbar."),
    ("de", "Für Wildleder ist die Auk gut geeignet."),
    ("fr", "Le couvercle de l'Auk est amovible."),
    ("fr", "L'Auk convient très bien au daim."),
    ("es", "La Auk es apta incluso para ante."),
    ("ja", "モークにはクッションが付いています。"),
]
TRUE = [
    ("en", "The lid of the Tern is removable. The lid of the Auk is not removable."),
    ("en", "The Auk is not suitable for cleaning suede."),
    ("de", "Der Deckel der Tern ist gut abnehmbar."),
    ("de", "Für Wildleder ist die Auk nicht geeignet."),
    ("fr", "L'Auk ne convient pas au daim."),
    ("es", "La Auk no es apta para ante."),
    ("ja", "モークにはクッションがありません。"),
]


@pytest.mark.parametrize(("lang", "body"), FALSE)
def test_words_of_a_column_apart_say_what_it_says(asked: Asked, lang: str, body: str) -> None:
    assert [rule for rule, _ in asked(PRODUCTS, lang, body, "capability")] == ["capability.contradicted"]


@pytest.mark.parametrize(("lang", "body"), TRUE)
def test_a_no_between_them_turns_it(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "capability") == []


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "The lid of the Auk is heavy; the strap is removable."),  # of two clauses
        ("en", "Brush suede after you have carried the Auk."),  # nothing says that it suits
        ("de", "Wildleder bürstet man, bevor man die Auk packt."),
        ("ja", "クッションを敷いてモークを置きます。"),
    ],
)
def test_half_a_name_is_no_column(asked: Asked, lang: str, body: str) -> None:
    assert asked(PRODUCTS, lang, body, "capability") == []


@pytest.mark.parametrize(
    ("lang", "body"),
    [
        ("en", "Our PVC-free Auk weighs little."),
        ("de", "Unsere PVC-freie Auk wiegt wenig."),
        ("es", "Nuestra Auk sin PVC pesa poco."),
    ],
)
def test_an_adjective_claims_without_a_verb(asked: Asked, lang: str, body: str) -> None:
    assert [rule for rule, _ in asked(PRODUCTS, lang, body, "capability")] == ["capability.contradicted"]


@pytest.mark.parametrize(
    ("language", "name", "text", "found"),
    [
        ("en", "detachable veil", "the veil detaches", "detaches"),
        ("es", "sonido desactivable", "el sonido se puede desactivar", "desactivar"),
        ("fr", "crochet pivotant", "un crochet large et pivotant", "pivotant"),
        ("de", "spitzen auswechselbar", "die spitzen lassen sich auswechseln", "auswechseln"),
        ("ja", "クッション入り", "クッションも入っています", "入っ"),
        ("ja", "リング付き", "センタリング機能がありません", ""),  # no word of its own
        ("ja", "収納袋付き", "専用収納袋が付いています", "付い"),
        ("en", "lid", "the lid", ""),  # one word is not parted
        (
            "en",
            "open heel",
            "open the box at the heel of the loaf",
            "heel",
        ),  # an order of words is not asked for
        ("en", "pen lid", "the pencil and its lid", ""),  # short words do not bend
    ],
)
def test_the_last_word_is_the_place(language: str, name: str, text: str, found: str) -> None:
    places = [(start, end) for start, end, _ in parted([(name, "key")], language).find(text)]
    assert [text[start:end] for start, end in places] == ([found] if found else [])
