"""True words add demand and never lose any: a line's own words, a word of two lines, the noun behind a name."""

from pathlib import Path

import pytest

from content.ledger.ledger import Ledger
from content.plan.concepts import about, gather, lines
from content.plan.keyword_map import KeywordMap
from content.plan.vocabulary import vocabulary_of
from seo.records import LANGUAGES, Page
from tests.content.small_shop import heard, opened, planned, shop_toml

SHOP = shop_toml("de", ("de-DE",))
TITLES = "sku,title,title@en,title@es,title@fr,title@ar,title@ja,category,Gewicht [g],Reparierbar\n"
PRODUCTS = TITLES + "".join(
    f"{sku},{name} {de},{name} {en},{es} {name},{fr} {name},{ar} {name},{ja} {name},{line},{weight},ja\n"
    for sku, name, line, weight, de, en, es, fr, ar, ja in (
        ("L1", "Fjord", "Stehlampen", 900, "Stehlampe", "floor lamp", "Lámpara de pie",
         "Lampadaire", "مصباح أرضي", "フロアランプ"),
        ("L2", "Holm", "Stehlampen", 800, "Stehlampe", "floor lamp", "Lámpara de pie",
         "Lampadaire", "مصباح أرضي", "フロアランプ"),
        ("T1", "Skerry", "Tischlampen", 400, "Tischlampe", "table lamp", "Lámpara de mesa",
         "Lampe de table", "مصباح طاولة", "テーブルランプ"),
        ("T2", "Vik", "Tischlampen", 300, "Tischlampe", "table lamp", "Lámpara de mesa",
         "Lampe de table", "مصباح طاولة", "テーブルランプ"),
        ("H1", "Strand", "Hocker & Kisten", 300, "Polsterhocker", "footstool", "Puf",
         "Tabouret bas", "مسند قدم", "オットマン"),
        ("H2", "Bucht", "Hocker & Kisten", 300, "Polsterhocker", "footstool", "Puf",
         "Tabouret bas", "مسند قدم", "オットマン"),
    )
)  # fmt: skip
NAMES = {
    "en": ("floor lamps", "table lamps", "stools and boxes"),
    "es": ("lámparas de pie", "lámparas de mesa", "taburetes y cajas"),
    "fr": ("lampes sur pied", "lampes de table", "tabourets et boîtes"),
    "ar": ("مصابيح أرضية", "مصابيح طاولة", "مقاعد وصناديق"),
    "ja": ("フロアランプ", "テーブルランプ", "スツールと箱"),
}
LINES = ("Stehlampen", "Tischlampen", "Hocker & Kisten")
WORDS = "source,lang,text\n" + "".join(
    f"{line},{language},{word}\n"
    for language, names in NAMES.items()
    for line, word in zip(LINES, names, strict=True)
)
LAMPS = {"stehlampen", "tischlampen"}
NOUN = {"en": "lamp", "es": "lámpara", "fr": "lampe", "de": "Lampe", "ar": "مصابيح", "ja": "ランプ"}


def read(folder: Path, more: str = "") -> Ledger:
    return opened(folder, {"shop.toml": SHOP, "products.csv": PRODUCTS, "words.csv": WORDS + more})


def read_as(ledger: Ledger, language: str, text: str) -> tuple[set[str], str, tuple[str, ...]]:
    """The lines a text may be about, the one it is counted for, and what of it is unknown."""
    sense = vocabulary_of(ledger, language).understand(text)
    return lines(sense, ledger), about(text, sense, ledger)[0], sense.unknown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_noun_behind_the_names_means_any_of_them(tmp_path: Path, language: str) -> None:
    ledger = read(tmp_path)
    found, one, unknown = read_as(ledger, language, NOUN[language])
    assert (found, one in LAMPS, unknown) == (LAMPS, True, ())


SYNONYM = {
    "en": "reading light", "es": "flexo", "fr": "liseuse", "de": "Leseleuchte", "ar": "أباجورة", "ja": "読書灯",
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_word_of_two_lines_means_either_and_no_comparison(tmp_path: Path, language: str) -> None:
    word = SYNONYM[language]
    ledger = read(tmp_path, "".join(f"{line},{language},{word}\n" for line in LINES[:2]))
    sense = vocabulary_of(ledger, language).understand(word)
    assert (lines(sense, ledger), sense.unknown) == (LAMPS, ())
    assert about(word, sense, ledger)[1] != "choose"


def test_with_a_product_named_the_word_of_two_lines_means_its_line(tmp_path: Path) -> None:
    ledger = read(tmp_path, "".join(f"{line},de,Leseleuchte\n" for line in LINES[:2]))
    assert read_as(ledger, "de", "Leseleuchte Vik")[1] == "tischlampen"
    assert read_as(ledger, "de", "Leseleuchte Holm")[1] == "stehlampen"


@pytest.mark.parametrize("form", ["stehlampe", "Stehlampen", "tischlampe", "lampe", "Polsterhocker"])
def test_own_words_in_the_catalogue_s_language_lose_nothing(tmp_path: Path, form: str) -> None:
    bare = read_as(read(tmp_path), "de", form)
    more = "".join(f"{line},de,{line}\n{line},de,{line.removesuffix('n')}\n" for line in LINES[:2])
    told = read_as(read(tmp_path, more), "de", form)
    assert told[0] == bare[0] != set()
    assert told[2] == ()


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "footstool"), ("es", "puf"), ("de", "Polsterhocker"), ("fr", "tabouret"), ("ar", "مسند")],
)
def test_a_word_that_only_one_line_s_titles_have_means_that_line(
    tmp_path: Path, language: str, word: str
) -> None:
    assert read_as(read(tmp_path), language, word)[0] == {"hocker-kisten"}


def test_a_kind_of_ours_under_another_name_is_not_said_to_be_missing(tmp_path: Path) -> None:
    """The bundled words know lamps, a shop that calls its lines Stehlampen has them."""
    ledger = read(tmp_path)
    topics = [heard("en", [], [word]) for word in ("lamp", "lamps weight")]
    concepts, strays = gather(topics, ledger, {"en": vocabulary_of(ledger, "en")})
    assert strays == []
    assert {concept.category for concept in concepts} <= LAMPS


def test_a_thing_that_is_not_sold_stays_missing(tmp_path: Path) -> None:
    found, one, _ = read_as(read(tmp_path), "en", "do you sell blackout curtains")
    assert (found, one) == (set(), "")


def test_a_comparison_counts_the_products_of_its_own_line(tmp_path: Path) -> None:
    advice = '[[advice]]\nid = "which"\naspect = "choose"\nabout = ["Stehlampen", "Tischlampen"]\n'
    advice += '[advice.title]\nde = "Welche Lampe?"\n[advice.answer]\nde = "Die hellere."\n'
    more = "".join(f"L{n},Lykke {n}0,,,,,,Stehlampen,{n}50,{said}\n" for n, said in ((5, "ja"), (6, "nein")))
    ledger = opened(tmp_path, {"shop.toml": SHOP, "products.csv": PRODUCTS + more, "facts.toml": advice})
    told = next(a for a in planned(ledger) if a.concept == "stehlampen/choose")
    assert len(told.handles) > 4
    assert told.why.startswith("4 products differ in it")


def test_the_page_of_one_line_goes_before_the_page_of_several(tmp_path: Path) -> None:
    """Both lines are called "Leseleuchte": the page of that name is not the page of table lamps."""
    ledger = read(tmp_path, "".join(f"{line},de,Leseleuchten\n" for line in LINES[:2]))
    pages = [Page(f"/{name}", name, "category", "de") for name in ("Leseleuchten", "Tischlampen")]
    found = KeywordMap(pages, ledger, {"de": vocabulary_of(ledger, "de")})
    assert found.category_page("de", "tischlampen") == "/Tischlampen"
    assert found.category_page("de", "stehlampen") == "/Leseleuchten"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "lamp tall floor"),
        ("es", "lámpara alta pie"),
        ("fr", "lampe haute pied"),
        ("ar", "مصابيح كبيرة أرضية"),
        ("ja", "ランプ おしゃれ フロア"),
    ],
)
def test_a_search_that_takes_a_name_apart_means_that_line(tmp_path: Path, language: str, text: str) -> None:
    found, one, _ = read_as(read(tmp_path), language, text)
    assert (found, one) == ({"stehlampen"}, "stehlampen")
