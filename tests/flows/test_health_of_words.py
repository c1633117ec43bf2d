"""`doctor` names what has no word: attributes, categories and choices, those of most products first."""

import json
from pathlib import Path

import pytest

from content.ledger.ledger import read_ledger
from content.shop import load_shop
from flows.__main__ import main
from flows.health_of_words import short_signs, stray_signs, word_signs

LOCALES = ("en-GB", "es-ES", "fr-FR", "de-DE", "ar-AE", "ja-JP")
SHOP = 'name = "S"\nlanguage = "{}"\n' + "".join(
    f'[[markets]]\nlocale = "{locale}"\ncurrency = "EUR"\n' for locale in LOCALES
)
HEADERS = [f"Zorp{letter}" for letter in "abcdefghi"] + ["Width [cm]"]
PRODUCTS = (
    f"sku,title,category,{','.join(HEADERS)}\n"
    f"A1,Ember,Quorls,{'yes,' * 9}10\nA2,Lumo,Quorls,{'yes,' * 8}mauvish,20\nA3,Nova,Mugs,yes{',' * 9}30\n"
)
WORDS = "source,lang,text\nQuorls,{0},quorl\nmauvish,{0},mau\n" + "".join(
    f"{header},{{0}},{header.lower()}x\n" for header in HEADERS
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "products.csv").write_text(PRODUCTS, encoding="utf-8")
    (tmp_path / "shop.toml").write_text(SHOP.format("en"), encoding="utf-8")
    return tmp_path


def said(folder: Path) -> list[str]:
    shop = load_shop(folder)
    return [sign.says for sign in word_signs(shop, read_ledger(shop))]


def test_each_kind_is_counted_and_its_first_eight_are_named_as_the_shop_writes_them(folder: Path) -> None:
    attributes, categories, choices = said(folder)
    assert attributes.startswith(
        "no word in ar, de, es, fr, ja: 9 of 10 attributes: Zorpa (3 products), Zorpb (2), Zorpc (2), "
        "Zorpd (2), Zorpe (2), Zorpf (2), Zorpg (2), Zorph (2) and 1 more (--json names all); "
        "what has none is not written"
    )
    assert "no word in ar, de, es, fr, ja: 1 of 2 categories: quorls (2 products);" in categories
    assert ": 1 of 1 choices: mauvish (1 product);" in choices
    assert all(line.endswith("add rows source,lang,text to words.csv") for line in said(folder))


@pytest.mark.parametrize("language", [locale[:2] for locale in LOCALES])
def test_a_language_with_words_is_not_named(folder: Path, language: str) -> None:
    home = "de" if language == "en" else "en"
    (folder / "shop.toml").write_text(SHOP.format(home), encoding="utf-8")
    (folder / "words.csv").write_text(WORDS.format(language), encoding="utf-8")
    lines = said(folder)
    assert lines
    assert all(
        language not in line.partition(":")[0].removeprefix("no word in ").split(", ") for line in lines
    )


@pytest.mark.parametrize("language", ["es", "fr", "de", "ar", "ja"])
def test_a_title_without_a_short_name_is_named_where_others_have_one(folder: Path, language: str) -> None:
    def shorts(short: str) -> list[str]:
        table = f"sku,title,title@{language},short@{language}\nA1,Ember,Ember X,{short}\nA2,Lumo,Lumo X,\nA3,Nova,,\n"
        (folder / "products.csv").write_text(table, encoding="utf-8")
        shop = load_shop(folder)
        return [sign.says for sign in short_signs(shop, read_ledger(shop))]

    assert shorts("E") == [
        f"none in {language} for Lumo, and others have one: fill in short@{language}, or each sentence has the whole title"
    ]
    assert shorts("") == []


def test_with_every_word_one_line_says_so_and_a_shop_of_one_language_needs_none(folder: Path) -> None:
    every = "".join(WORDS.format(locale[:2]).partition("\n")[2] for locale in LOCALES)
    (folder / "words.csv").write_text(f"source,lang,text\n{every}", encoding="utf-8")
    assert said(folder) == ["every attribute, category and choice has a word in ar, de, es, fr, ja"]
    alone = 'name = "S"\nlanguage = "en"\n[[markets]]\nlocale = "en-GB"\ncurrency = "GBP"\n'
    (folder / "shop.toml").write_text(alone, encoding="utf-8")
    assert said(folder) == ["not needed: one language"]


def test_json_holds_all_of_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor", "--json", "--shop", str(folder)]) == 0
    signs = [each for each in json.loads(capsys.readouterr().out)["signs"] if each["name"] == "words.csv"]
    assert signs[0]["lists"] == {"attributes without a word in ar, de, es, fr, ja": HEADERS[:9]}


STRAYS = "source,lang,text\n{0},de,x\n"


@pytest.mark.parametrize(
    "source",
    [
        "Zorpa",
        "zorpa",
        "Quorls",
        "Mauvish",
        "Width",
        "Width [cm]",
        "Flux (zib)",
        "刃渡り",
        "刃渡り [mm]",
        "too long",
    ],
)
def test_a_word_for_what_the_shop_has_is_no_stray(folder: Path, source: str) -> None:
    evidence = folder / "evidence"
    evidence.mkdir()
    table = "sku,reason,returned,sold,from,to\nA1,too long,3,90,2026-01-01,2026-06-30\n"
    (evidence / "returns.csv").write_text(table, encoding="utf-8")
    more = PRODUCTS.replace("Zorpi,", "Zorpi,Flux (zib),刃渡り [mm],").replace("yes,10", "yes,4,210,10")
    (folder / "products.csv").write_text(more.replace("mauvish,", "mauvish,5,180,"), encoding="utf-8")
    (folder / "words.csv").write_text(STRAYS.format(source), encoding="utf-8")
    shop = load_shop(folder)
    assert [sign.says for sign in stray_signs(shop, read_ledger(shop))] == []


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("Zropa", "Zropa (your list has Zorpa)"),
        ("Gloss", "Gloss"),
        ("Flux", "Flux (your list has Flux (zib))"),
    ],
)
def test_a_word_for_nothing_is_named_with_what_may_be_meant(folder: Path, source: str, told: str) -> None:
    (folder / "products.csv").write_text(PRODUCTS.replace("Zorpi", "Flux (zib)"), encoding="utf-8")
    (folder / "words.csv").write_text(STRAYS.format(source), encoding="utf-8")
    shop = load_shop(folder)
    (sign,) = stray_signs(shop, read_ledger(shop))
    assert sign.says.startswith(f"no attribute, category or choice is called {told}: write into source")


def test_the_word_of_a_column_with_its_unit_is_used(folder: Path) -> None:
    products = "sku,title,category,刃渡り [mm]\nA1,Ember,Knives,210\n"
    (folder / "products.csv").write_text(products, encoding="utf-8")
    (folder / "words.csv").write_text("source,lang,text\n刃渡り [mm],de,Klingenlänge\n", encoding="utf-8")
    assert read_ledger(load_shop(folder)).lexicon.attribute("刃渡り", "de") == "Klingenlänge"
