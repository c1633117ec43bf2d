"""Columns with a meaning of their own, by the names shops and the exports of their systems give them."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from content.ledger import column_names
from content.ledger.column_names import NEEDED, form, headers_of
from content.ledger.headers import KNOWN
from content.ledger.offers import availability
from content.lexicon.lexicon import load_lexicon
from content.records import Choice, Many, Money
from seo.records import LANGUAGES
from tests.content.ledger.conftest import ReadLedger

ROWS = (
    "A-1,Mokka,{name} 1,{sort},12.50,https://shop.example/a,{stock},{text},https://shop.example/a.jpg,Alba,{colour}\n"
    "A-2,Mokka,{name} 2,{sort},14.50,https://shop.example/a,{stock},{text},https://shop.example/a.jpg,Alba,{colour}\n"
)
LISTS = [  # language, header, what stands below it
    (
        "es",
        "sku,SKU padre,title,Categorías,Precio (imp. incl.),Enlace,Existencias,Descripción corta,Imagen,Marca,Color",
        ("Taza", "Tazas", "agotado", "Una taza.", "azul"),
    ),
    (
        "fr",
        "sku,Produit parent,title,Catégorie,Prix TTC,Lien du produit,Disponibilité,Descriptif,Image principale,Marque,"
        "Couleur",
        ("Tasse", "Tasses", "en rupture", "Une tasse.", "bleu"),
    ),
    (
        "de",
        "sku,Hauptartikel,title,Warengruppe,Bruttopreis,Produktlink,Lagerstatus,Artikelbeschreibung,Bild 1,Marke,Farbe",
        ("Tasse", "Tassen", "vergriffen", "Eine Tasse.", "blau"),
    ),
    (
        "ar",
        "sku,المنتج الأب,title,تصنيف المنتج,سعر المنتج,رابط المنتج,حالة المخزون,وصف المُنتج,صوره المنتج,الماركة,اللون",
        ("كوب", "أكواب", "نفدت الكمية", "كوب من الخزف.", "أزرق"),
    ),
    (
        "ja",
        "sku,親商品コード,title,商品カテゴリ,販売価格（税込）,商品ページURL,在庫状況,商品説明文,画像1,ブランド名,色",
        ("カップ", "カップ", "完売", "カップです。", "青"),
    ),
]


def names() -> list[tuple[str, str]]:
    """Every column with every name of its."""
    with Path(column_names.__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return [(row["column"], name) for row in csv.DictReader(file) for name in row["names"].split("|")]


@pytest.mark.parametrize(("language", "header", "words"), LISTS)
def test_a_header_row_in_the_shop_s_own_language(
    ledger_of: ReadLedger, language: str, header: str, words: tuple[str, ...]
) -> None:
    name, sort, stock, text, colour = words
    rows = ROWS.format(name=name, sort=sort, stock=stock, text=text, colour=colour)
    ledger = ledger_of(f"{header}\n{rows}", language)
    (family,) = ledger.families()
    market = ledger.shop.markets[0]
    variants = [ledger.products[handle] for handle in family.variants]
    assert [(each.sku, each.title, each.brand) for each in variants] == [
        ("A-1", f"{name} 1", "Alba"),
        ("A-2", f"{name} 2", "Alba"),
    ]
    assert family.image == "https://shop.example/a.jpg"
    assert ledger.lexicon.category(family.category, language) is not None
    assert ledger.url(family.handle, market) == "https://shop.example/a"
    sides = ledger.fact(family.handle, "price", market).value
    assert isinstance(sides, Many)
    assert all(isinstance(side, Money) for side in sides.values)
    assert ledger.fact(family.handle, "availability", market).value is False
    assert [fact.column for fact in ledger.facts(family.handle) if isinstance(fact.value, Choice)] == [
        header.rsplit(",", maxsplit=1)[-1]
    ]


def test_a_finding_names_the_column_as_the_shop_does(ledger_of: ReadLedger) -> None:
    ledger = ledger_of("sku,title,السعر\nA,كوب,قريبا\n", "ar")
    assert "'قريبا' in 'السعر' is no price" in ledger.conflicts[0].cure


def test_our_own_name_goes_before_any_other() -> None:
    known = [header.known for header in headers_of(("sku", "title", "price", "Retail price", "価格"))]
    assert known == ["sku", "title", "price", "", ""]


def test_of_two_other_names_the_likelier_is_taken() -> None:
    assert [header.known for header in headers_of(("通常価格", "販売価格"))] == ["", "price"]


@pytest.mark.parametrize(
    "header", ["Prix HT", "Nettopreis", "税抜価格", "Precio sin IVA", "سعر التكلفة", "Quantity"]
)
def test_what_only_sounds_like_it_stays_an_attribute(header: str) -> None:
    assert headers_of((header,))[0].known == ""


@pytest.mark.parametrize("header", ["商品名@en", "اسم المنتج@de", "価格@US", "Beschreibung@fr", "السعر@EG"])
def test_a_column_of_a_language_or_country_has_other_names_too(header: str) -> None:
    found = headers_of((header,))[0]
    assert found.known in {"title", "price", "description"}
    assert found.language or found.country


def test_an_image_has_no_language() -> None:
    assert headers_of(("Bild@fr",))[0].known == ""


def test_a_name_means_one_column() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for column, name in names():
        owners[form(name)].add(column)
    assert {name: columns for name, columns in owners.items() if len(columns) > 1} == {}
    assert {column for column, _ in names()} <= set(KNOWN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_name_of_a_known_column_is_no_other_attribute_s(language: str) -> None:
    lexicon = load_lexicon(None, language)
    found = {
        (column, name): lexicon.find("attribute", name) for column, name in names() if column not in NEEDED
    }
    assert {pair: key for pair, key in found.items() if key not in (None, pair[0])} == {}


@pytest.mark.parametrize(
    ("cell", "state"),
    [
        *(
            ("sin existencias", False),
            ("vorrätig", True),
            ("en rupture", False),
            ("نفدت", False),
            ("完売", False),
        ),
        *(
            ("残りわずか", True),
            ("متوفر بالمخزون", True),
            ("受注生産", "coming"),
            ("نعم", True),
            ("いいえ", False),
        ),
        *(("12", True), ("0", False), ("vielleicht", None)),
    ],
)
def test_stock_in_every_language(cell: str, state: bool | str | None) -> None:
    assert availability(cell) == state
