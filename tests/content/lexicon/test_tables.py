"""The bundled word tables: their form, and that no word leads to the wrong thing."""

import csv
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from content.lexicon import lexicon as module
from content.lexicon.keys import Kind, plain
from content.lexicon.lexicon import load_lexicon
from seo.language import stems
from seo.records import LANGUAGES

FOLDER = Path(module.__file__).parent
FILES = ("aspects.csv", "attributes.csv", "values.csv", "categories.csv")
HEADERS = {
    "aspects.csv": "aspect,en,es,fr,de,ar,ja",
    "attributes.csv": "key,aspect,kind,en,es,fr,de,ar,ja",
    "values.csv": "key,en,es,fr,de,ar,ja",
    "categories.csv": "key,en,es,fr,de,ar,ja",
}
ASPECTS = [
    *("size", "cut", "care", "light", "warmth", "comfort", "material", "capacity", "power", "cleaning"),
    *("safety", "noise", "durability", "features", "delivery", "returns", "price", "certificates", "choose"),
]
KINDS = {"boolean", "quantity", "choice", "text", "money"}
KEYS = {
    "attributes.csv": r"[a-z0-9_]+",
    "categories.csv": r"[a-z0-9]+(-[a-z0-9]+)*",
    "values.csv": r"[a-z0-9' -]+",
}

SAME_STEM = {
    ("en", "size"): "`US size`: `us` is a word without weight, so the stem is that of `size`",
    ("en", "made"): "made of and made in are told apart by their small word alone",
    ("es", "fabric"): "fabricante and fabricado en are one word, of one aspect",
    ("fr", "fabriqu"): "fabriqué par and fabriqué en are one word, of one aspect",
    ("de", "hergestellt"): "hergestellt von and hergestellt in are one word, of one aspect",
}
"""Words of two attributes that a stem cannot tell apart, each with the reason why they stay."""

OPPOSITES = {
    "en": ("slippery", "creases", "pilling", "contains BPA", "unlined", "drips", "quiet", "hard to clean"),
    "es": ("resbaladizo", "se arruga", "hace bolitas", "contiene BPA", "sin forro", "gotea", "silencioso"),
    "fr": ("glissant", "se froisse", "bouloche", "contient du BPA", "non doublé", "silencieux", "déteint"),
    "de": ("rutschig", "knittert", "Pilling", "enthält BPA", "ungefüttert", "tropft", "leise", "färbt ab"),
    "ar": ("تنزلق", "تتجعد", "يلتصق", "هادئ", "صعب التنظيف"),
    "ja": ("毛玉", "色落ち", "水漏れ"),
}
"""Headers that say the opposite of an attribute: `Slippery: no` must not become `non-slip: no`."""

NARROWER = (
    ("voile", "polyester voile"),
    ("felt", "wool felt"),
    ("terry", "cotton terry"),
    ("flannel", "cotton flannel"),
    ("linen blend", "linen and polyester blend"),
    ("bamboo viscose", "bamboo"),
    ("rubber", "natural rubber"),
    ("heat-resistant glass", "borosilicate glass"),
)
"""What a catalogue says, and what it must not be made into."""


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def key_of(row: dict[str, str]) -> str:
    return row["aspect"] if "key" not in row else row["key"]


def words(row: dict[str, str], language: str) -> list[str]:
    return row[language].split("|") if row[language] else []


def spoken(name: str) -> Iterator[tuple[str, str, str]]:
    """Language, key and word of everything a table says."""
    for row in table(name):
        for language in LANGUAGES:
            for word in words(row, language):
                yield language, key_of(row), word


@pytest.mark.parametrize("name", FILES)
def test_the_header_is_the_contract(name: str) -> None:
    first = (FOLDER / name).read_text(encoding="utf-8").splitlines()[0]
    assert first == HEADERS[name]


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_its_columns_and_no_more(name: str) -> None:
    width = len(HEADERS[name].split(","))
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        assert [row for row in csv.reader(file) if len(row) != width] == []


@pytest.mark.parametrize("name", FILES)
def test_text_is_nfc_and_without_loose_spaces(name: str) -> None:
    cells = [cell for row in table(name) for cell in row.values()]
    parts = [part for cell in cells if cell for part in cell.split("|")]
    assert [part for part in parts if part != " ".join(part.split()) or not part] == []
    assert [cell for cell in cells if not unicodedata.is_normalized("NFC", cell)] == []


def test_arabic_is_written_without_vowel_marks() -> None:
    marks = re.compile(r"[\u064b-\u0652\u0640]")
    assert [word for name in FILES for _, _, word in spoken(name) if marks.search(word)] == []


@pytest.mark.parametrize("name", FILES)
def test_no_key_stands_twice(name: str) -> None:
    keys = [key_of(row) for row in table(name)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", KEYS)
def test_keys_have_the_shape_of_their_kind(name: str) -> None:
    assert [key_of(row) for row in table(name) if not re.fullmatch(KEYS[name], key_of(row))] == []


def test_the_aspects_are_the_closed_list() -> None:
    assert [row["aspect"] for row in table("aspects.csv")] == ASPECTS
    assert {row["aspect"] for row in table("attributes.csv")} <= set(ASPECTS)


def test_attributes_have_a_known_kind() -> None:
    assert {row["kind"] for row in table("attributes.csv")} <= KINDS


@pytest.mark.parametrize("name", ["aspects.csv", "attributes.csv", "categories.csv"])
def test_every_cell_is_filled(name: str) -> None:
    assert [(key_of(row), lang) for row in table(name) for lang in LANGUAGES if not row[lang]] == []


def test_every_value_has_an_english_word() -> None:
    assert [key_of(row) for row in table("values.csv") if not row["en"]] == []


@pytest.mark.parametrize("name", FILES)
def test_a_word_means_one_thing_in_a_language(name: str) -> None:
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for language, key, word in spoken(name):
        owners[language, unicodedata.normalize("NFKC", word).casefold()].append(key)
    assert {word: keys for word, keys in owners.items() if len(keys) > 1} == {}


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "ja"])
def test_stems_of_two_attributes_meet_only_where_we_know_it(language: str) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for lang, key, word in spoken("attributes.csv"):
        if lang == language:
            owners[" ".join(stems(word, language))].add(key)
    met = {(language, stem) for stem, keys in owners.items() if len(keys) > 1 and stem}
    assert met == {pair for pair in SAME_STEM if pair[0] == language}


@pytest.mark.parametrize("name", ["attributes.csv", "values.csv", "categories.csv"])
def test_an_english_word_is_not_another_thing_in_a_catalogue_of_another_language(name: str) -> None:
    """`robe` was a bathrobe in English and a dress in French; a French catalogue is looked up in both."""
    english: dict[str, str] = {}
    for row in table(name):
        for word in [key_of(row), *words(row, "en")]:
            assert english.setdefault(plain(word), key_of(row)) == key_of(row), word
    apart = [
        (language, word, key, english[plain(word)])
        for language, key, word in spoken(name)
        if english.get(plain(word), key) != key
    ]
    assert apart == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_header_that_says_the_opposite_names_no_attribute(language: str) -> None:
    lexicon = load_lexicon(None, language)
    assert [word for word in OPPOSITES[language] if lexicon.find("attribute", word)] == []


@pytest.mark.parametrize(("said", "narrower"), NARROWER)
def test_a_choice_is_never_made_narrower_than_the_catalogue_says(said: str, narrower: str) -> None:
    lexicon = load_lexicon(None, "en")
    assert lexicon.find("value", narrower) == narrower
    assert lexicon.find("value", said) != narrower


@pytest.mark.parametrize(
    ("kind", "text", "key"),
    [  # headers, choices and titles of a real kitchen catalogue (Open Icecat)
        ("attribute", "water tank capacity", "water_tank_capacity"),
        ("attribute", "product colour", "colour"),
        ("attribute", "dishwasher proof parts", "dishwasher_proof_parts"),
        ("attribute", "360 rotational base", "360_rotational_base"),
        ("attribute", "bisphenol a bpa free", "bpa_free"),
        ("attribute", "cool touch handle s", "cool_touch_handles"),
        ("value", "Countertop (placement)", "countertop"),
        ("value", "Polypropylene (PP)", "polypropylene"),
        ("value", "Fully-auto", "fully automatic"),
        ("value", "Dry & Steam iron", "dry and steam iron"),
        ("category", "Immersion blender", "hand-blenders"),
        ("category", "Waffle iron", "waffle-makers"),
        ("category", "Blackout curtains", "blackout-curtains"),
    ],
)
def test_what_catalogues_write_is_found(kind: Kind, text: str, key: str) -> None:
    assert load_lexicon(None, "en").find(kind, text) == key


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", "can be cut"),
        ("es", "se puede cortar"),
        ("fr", "peut-on couper"),
        ("de", "lassen sich kürzen"),
        ("ar", "يمكن قصها"),
        ("ja", "カットできる"),
    ],
)
def test_what_people_type_for_cutting_is_there(language: str, typed: str) -> None:
    assert typed in load_lexicon(None, "en").synonyms("attribute", "can_be_cut", language)


@pytest.mark.parametrize(
    ("language", "header", "key"),
    [
        ("ar", "تُغسَل في الغسّالة", "machine_washable"),  # with the vowel signs a careful shop writes
        ("ar", "يُجفَّف في المجفف", "tumble_dry"),
        ("ar", "آمن لغسالة الصحون", "dishwasher_proof"),
        ("ar", "طبقة غير لاصقة", "non_stick_coating"),
        ("ar", "مضاد للانزلاق", "non_slip"),
        ("ar", "قابل للشحن", "rechargeable"),
        ("ar", "عمق المرتبة", "max_mattress_height"),
        ("ar", "الوزن الصافي", "weight"),
        ("ar", "بلد التصنيع", "country_of_origin"),
        ("ja", "食器洗い乾燥機対応", "dishwasher_proof"),
        ("ja", "タンブラー乾燥可", "tumble_dry"),
        ("ja", "床暖対応", "suitable_for_underfloor_heating"),
        ("ja", "最大耐荷重", "maximum_load"),
        ("ja", "マチ幅", "max_mattress_height"),
        ("ja", "製品寸法", "dimensions"),
        ("ja", "ブルートゥース対応", "bluetooth"),
        ("ja", "連続使用可能時間", "battery_life"),
    ],
)
def test_a_header_as_shops_of_the_language_write_it(language: str, header: str, key: str) -> None:
    assert load_lexicon(None, language).find("attribute", header) == key
