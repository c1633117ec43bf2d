"""What the shop itself says of a line is nothing foreign beside it; what it says of another line, or denies, is."""

from pathlib import Path

import pytest

from content.ledger.ledger import Ledger
from content.plan.concepts import about
from content.plan.own_words import OwnWords
from content.plan.vocabulary import vocabulary_of
from seo.records import LANGUAGES
from tests.content.plan.test_heads import SHOP
from tests.content.small_shop import opened, words_csv

PRODUCTS = """sku,title,title@en,category,Passender Laptop [in],Für Carbonrahmen geeignet,Für Anhänger geeignet,description
G1,Fjord 20,Fjord 20,Gepäckträgertaschen,15,,nein,"Nicht für Fahrradkörbe."
G2,Fjord 25,Fjord 25,Gepäckträgertaschen,16,,nein,
L1,Holm 3,Holm 3,Lenkertaschen,,ja,nein,
L2,Holm 6,Holm 6,Lenkertaschen,,ja,nein,
K1,Skerry,Skerry,Motorradtaschen,,,ja,
"""
NAMES = {
    "Gepäckträgertaschen": {
        "de": "Gepäckträgertaschen|Fahrrad-Gepäckträgertaschen", "en": "panniers|bike panniers",
        "es": "alforjas|alforjas de bicicleta", "fr": "sacoches arrière|sacoches arrière vélo",
        "ar": "حقائب خلفية|حقائب الدراجة الخلفية", "ja": "パニアバッグ|自転車用パニアバッグ",
    },
    "Lenkertaschen": {
        "de": "Lenkertaschen|Fahrrad-Lenkertaschen", "en": "handlebar bags|bike handlebar bags",
        "es": "bolsas de manillar|bolsas de manillar para bicicleta",
        "fr": "sacoches de guidon|sacoches guidon vélo",
        "ar": "حقائب المقود|حقائب مقود الدراجة", "ja": "フロントバッグ|自転車用フロントバッグ",
    },
    "Motorradtaschen": {
        "en": "motorbike bags", "es": "bolsas de moto", "fr": "sacs pour moto", "ar": "حقائب نارية",
        "ja": "オートバイバッグ",
    },
    "Passender Laptop": {
        "en": "laptop size", "es": "tamaño del portátil", "fr": "taille d'ordinateur",
        "ar": "مقاس الحاسوب", "ja": "パソコンサイズ",
    },
    "Für Carbonrahmen geeignet": {
        "en": "suitable for carbon frames", "es": "compatible con cuadro de carbono",
        "fr": "compatible cadre carbone", "ar": "مناسبة لإطار الكربون", "ja": "カーボンフレーム対応",
    },
    "Für Anhänger geeignet": {"en": "suitable for trailers"},
}  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    files = {"shop.toml": SHOP, "products.csv": PRODUCTS, "words.csv": words_csv(NAMES)}
    return opened(tmp_path, files)


def test_every_language_has_its_row() -> None:
    assert set(NAMES["Gepäckträgertaschen"]) == set(LANGUAGES)


@pytest.mark.parametrize(
    ("language", "search", "line"),
    [
        ("en", "bike pannier", "gepaecktraegertaschen"),
        ("es", "bolsa manillar bicicleta", "lenkertaschen"),
        ("fr", "sacoche vélo guidon", "lenkertaschen"),
        ("de", "lenkertasche fahrrad", "lenkertaschen"),
        ("ar", "حقيبة دراجة خلفية", "gepaecktraegertaschen"),
        ("ja", "自転車 フロントバッグ", "lenkertaschen"),
    ],
)
def test_the_word_of_the_trade_makes_nothing_foreign(
    ledger: Ledger, language: str, search: str, line: str
) -> None:
    sense = vocabulary_of(ledger, language).understand(search)
    assert (about(search, sense, ledger)[0], sense.unknown) == (line, ())


@pytest.mark.parametrize(
    ("language", "search", "column"),
    [
        ("en", "pannier laptop", "passender_laptop"),
        ("es", "alforja portátil", "passender_laptop"),
        ("fr", "sacoche arrière ordinateur", "passender_laptop"),
        ("de", "gepäckträgertasche laptop", "passender_laptop"),
        ("ar", "حقيبة خلفية حاسوب", "passender_laptop"),
        ("ja", "パニアバッグ パソコン", "passender_laptop"),
        ("en", "handlebar bag carbon frame", "fuer_carbonrahmen_geeignet"),
        ("es", "bolsa de manillar cuadro carbono", "fuer_carbonrahmen_geeignet"),
        ("fr", "sacoche guidon cadre carbone", "fuer_carbonrahmen_geeignet"),
        ("de", "lenkertasche carbonrahmen", "fuer_carbonrahmen_geeignet"),
        ("ar", "حقيبة مقود إطار كربون", "fuer_carbonrahmen_geeignet"),
        ("ja", "フロントバッグ カーボン", "fuer_carbonrahmen_geeignet"),
    ],
)
def test_one_question_is_about_one_column_in_every_language(
    ledger: Ledger, language: str, search: str, column: str
) -> None:
    sense = vocabulary_of(ledger, language).understand(search)
    assert (sense.keys("attribute"), sense.unknown) == ((column,), ())


@pytest.mark.parametrize(
    ("language", "search", "word"),
    [
        ("en", "motorbike panniers", "motorbike"),  # a line of its own is for them
        ("es", "alforjas moto", "moto"),
        ("fr", "sacoche arrière moto", "moto"),
        ("de", "gepäckträgertasche motorrad", "motorrad"),
        ("ar", "حقيبة خلفية نارية", "نارية"),
        ("ja", "パニアバッグ オートバイ", "オートバイ"),
        ("en", "laptop handlebar bag", "laptop"),  # stated for other bags
        ("de", "fahrradkörbe gepäckträgertasche", "fahrradkörbe"),  # denied in the only text that has it
        ("en", "ortlieb panniers", "ortlieb"),
        ("ja", "パニアバッグ オルトリーブ", "オルトリーブ"),
    ],
)
def test_what_the_shop_does_not_sell_stays_foreign(
    ledger: Ledger, language: str, search: str, word: str
) -> None:
    assert vocabulary_of(ledger, language).strange(search) == (word,)


def test_a_column_that_says_no_is_asked_about_and_lends_its_words_to_nothing(ledger: Ledger) -> None:
    sense = vocabulary_of(ledger, "en").understand("handlebar bag for trailers")
    assert sense.keys("attribute") == ("fuer_anhaenger_geeignet",)
    own = OwnWords(ledger, "en", str)
    assert own.is_said("carbon", ["lenkertaschen"])
    assert not own.is_said("trailer", ["lenkertaschen"])


def test_beside_another_thing_no_word_is_ours(ledger: Ledger) -> None:
    assert vocabulary_of(ledger, "en").understand("bike trousers").unknown == ("bike",)
