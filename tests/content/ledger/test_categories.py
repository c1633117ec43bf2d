"""Titles of real appliances: product data of Open Icecat, Open Icecat Content Licence."""

from collections.abc import Callable

import pytest

from content.ledger.categories import category_key, tell
from content.ledger.ledger import Ledger
from content.lexicon.lexicon import KINDS, Entry, Lexicon, load_lexicon

ReadLedger = Callable[..., Ledger]

APPLIANCES = [
    ("Inventum HW86 electric kettle 1 L Stainless steel 2000 W", "Inventum", "electric-kettles"),
    ("Philips HD4649 1.7 liter Kettle", "Philips", "electric-kettles"),
    ("Philips 1.7 l 3000 W 1 cup indicator White grey Kettle", "Philips", "electric-kettles"),
    ("Philips Café Gaia Collection Coffee maker HD7546/20", "Philips", "coffee-makers"),
    ("Braun KF 520 Drip coffee maker Manual", "Braun", "drip-coffee-makers"),
    ("Senseo HD7820/60 coffee maker Pod coffee machine 1.2 L Semi-auto", "Senseo", "pod-coffee-machines"),
    ("Krups EA8050 coffee maker Espresso machine 1.8 L Fully-auto", "Krups", "espresso-machines"),
    ("Gaggia Titanium Espresso machine 2.3 L Fully-auto", "Gaggia", "espresso-machines"),
    ("Philips Pure Essentials Collection Hand blender HR1372/90", "Philips", "hand-blenders"),
    ("Braun MR 4050 HC Immersion blender Blue,White 450 W", "Braun", "hand-blenders"),
    ("Braun PowerBlend MX 2050 1.75 L Tabletop blender Blue,White 525 W", "Braun", "blenders"),
    ("Moulinex Principio Hand mixer White 160 W", "Moulinex", "hand-mixers"),
    ("Tristar CP-2262 Citrus juicer", "Tristar", "citrus-juicers"),
    ("Philips Aluminium Collection Juicer HR1861/00", "Philips", "juicers"),
    ("Morphy Richards 401012 food processor 4 L Multicolor 350 W", "Morphy Richards", "food-processors"),
    ("Braun Sommelier HT 600 toaster 1 slice(s) Stainless steel", "Braun", "toasters"),
    ("Rowenta First Class Steam iron Microsteam 200 soleplate Blue,White 1000 W", "Rowenta", "steam-irons"),
    ("Philips 2500 series GC 2510 steam iron", "Philips", "steam-irons"),
    ("Samsung GE89MST microwave 23 L 850 W Stainless steel", "Samsung", "microwaves"),
]


@pytest.mark.parametrize(("title", "brand", "category"), APPLIANCES)
def test_the_lexicon_knows_what_a_title_sells(title: str, brand: str, category: str) -> None:
    assert tell([(title, brand)], load_lexicon(None, "en")).keys == (category,)


def test_without_words_recurring_nouns_tell_and_series_do_not() -> None:
    no_words = Lexicon({kind: {} for kind in KINDS}, {kind: {} for kind in KINDS}, "en")
    colours = [Entry(word, {"en": (word,)}) for word in ("stainless steel", "white", "blue", "black")]
    lexicon = no_words.declaring("value", colours)
    told = tell([(title, brand) for title, brand, _ in APPLIANCES], lexicon)
    found = dict(zip((title for title, *_ in APPLIANCES), told.keys, strict=True))
    assert found["Gaggia Titanium Espresso machine 2.3 L Fully-auto"] == "espresso-machines"
    assert found["Philips 2500 series GC 2510 steam iron"] == "steam-irons"
    assert found["Philips HD4649 1.7 liter Kettle"] == "kettles"
    assert found["Samsung GE89MST microwave 23 L 850 W Stainless steel"] == ""  # it stands alone
    assert not any("collection" in key for key in told.keys)


@pytest.mark.parametrize(
    ("title", "language", "category"),
    [
        ("Baumwollbettwäsche Weidtal", "de", "bed-linen"),
        ("Verdunkelungsvorhang Aldermoor", "de", "blackout-curtains"),
        ("Rideau occultant Aldermoor", "fr", "blackout-curtains"),
        ("Cortina opaca Aldermoor", "es", "blackout-curtains"),
        ("アルダームーア 遮光カーテン", "ja", "blackout-curtains"),
    ],
)
def test_titles_of_other_languages(title: str, language: str, category: str) -> None:
    assert tell([(title, "")], load_lexicon(None, language)).keys == (category,)


def test_what_a_product_goes_with_is_not_what_it_is() -> None:
    assert tell(
        [("Cleaning brush for kettles", ""), ("Lid with toaster", "")], load_lexicon(None, "en")
    ).keys == (
        "",
        "",
    )


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Kettles", "electric-kettles"),
        ("Toaster", "toasters"),
        ("Garden gnomes", "garden-gnomes"),
        ("Tableware", "tableware"),
    ],
)
def test_a_category_as_the_shop_writes_it(written: str, key: str) -> None:
    assert category_key(written, load_lexicon(None, "en")) == key


def test_a_column_goes_before_the_title_and_type_is_an_attribute(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(
        "sku,title,category,type,product type\n"
        "A1,Coffee maker X1,Home > Kitchen > Garden gnomes,Coffee,Drip coffee maker\n"
        "A2,Coffee maker X2,,Coffee,Drip coffee maker\n"
    )
    assert [product.category for product in ledger.families()] == ["garden-gnomes", "coffee-makers"]
    assert ledger.lexicon.category("garden-gnomes", "en") == "garden gnomes"
    assert ledger.lexicon.category("garden-gnomes", "de") is None
    assert {"type", "product_type"} <= set(ledger.keys(["a1"]))
