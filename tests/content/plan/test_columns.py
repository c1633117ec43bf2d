"""A column of the shop's own is found before a verb is taken for an aspect, and a thing's name before either."""

from pathlib import Path

import pytest

from content.ledger.ledger import Ledger
from content.plan.concepts import about
from content.plan.vocabulary import vocabulary_of
from tests.content.plan.test_heads import SHOP
from tests.content.small_shop import opened, words_csv

PRODUCTS = """sku,title,title@en,category,Visier passt über Brille,Im Sturm geprüft bis [km/h]
P1,Fjord Skihelm,Fjord ski helmet,Skihelme,ja,
P2,Holm Skihelm,Holm ski helmet,Skihelme,nein,
S1,Skerry Laterne,Skerry dry lantern,Laternen,,90
S2,Vik Laterne,Vik dry lantern,Laternen,,60
"""
NAMES = {
    "Visier passt über Brille": {
        "en": "visor fits over glasses", "es": "visera que cabe sobre las gafas",
        "fr": "visière compatible avec des lunettes", "ar": "حاجب يناسب النظارة", "ja": "メガネの上から使えるバイザー",
    },
    "Im Sturm geprüft bis": {
        "en": "tested wind speed", "es": "velocidad del viento probada", "fr": "vitesse du vent testée",
        "ar": "سرعة الرياح المختبرة", "ja": "試験した風速",
    },
    "Skihelme": {"en": "ski helmets", "es": "cascos", "fr": "casques", "ar": "خوذات", "ja": "ヘルメット"},
    "Laternen": {"en": "lanterns", "es": "faroles", "fr": "lanternes", "ar": "فوانيس", "ja": "ランタン"},
}  # fmt: skip


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    files = {"shop.toml": SHOP, "products.csv": PRODUCTS, "words.csv": words_csv(NAMES)}
    return opened(tmp_path, files)


@pytest.mark.parametrize(
    ("language", "question", "column", "line"),
    [
        ("de", "Passt das Visier auch über meine Lesebrille?", "visier_passt_ueber_brille", "skihelme"),
        ("en", "Does the visor go over big glasses?", "visier_passt_ueber_brille", "skihelme"),
        ("es", "¿Cabe la visera encima de unas gafas grandes?", "visier_passt_ueber_brille", "skihelme"),
        ("fr", "Est-ce que la visière passe sur des lunettes ?", "visier_passt_ueber_brille", "skihelme"),
        ("ar", "هل الحاجب كبير على النظارة؟", "visier_passt_ueber_brille", "skihelme"),
        ("ja", "メガネをかけてバイザーは使えますか？", "visier_passt_ueber_brille", "skihelme"),
        ("en", "What wind speed is it tested to?", "im_sturm_geprueft_bis", "laternen"),
        ("es", "¿Con qué velocidad de viento se ha probado?", "im_sturm_geprueft_bis", "laternen"),
        ("fr", "À quelle vitesse de vent est-elle testée ?", "im_sturm_geprueft_bis", "laternen"),
    ],
)
def test_a_column_of_the_shop_s_own_is_found_by_its_words(
    ledger: Ledger, language: str, question: str, column: str, line: str
) -> None:
    sense = vocabulary_of(ledger, language).understand(question)
    assert column in sense.keys("attribute")
    assert about(question, sense, ledger) == (line, "features")


@pytest.mark.parametrize(
    ("language", "question"),
    [("de", "Wie groß ist das Visier?"), ("en", "How big is the visor?"), ("ja", "バイザーの大きさは？")],
)
def test_one_word_of_its_name_names_no_column(ledger: Ledger, language: str, question: str) -> None:
    assert "visier_passt_ueber_brille" not in vocabulary_of(ledger, language).understand(question).keys(
        "attribute"
    )


def test_a_dry_lantern_is_not_about_drying(ledger: Ledger) -> None:
    sense = vocabulary_of(ledger, "en").understand("dry lantern size guide")
    assert about("dry lantern size guide", sense, ledger) == ("laternen", "size")
    plain = vocabulary_of(ledger, "en").understand("can a lantern go in the dryer")
    assert about("can a lantern go in the dryer", plain, ledger) == ("laternen", "care")
