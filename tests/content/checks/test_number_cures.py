"""What a person is told to write for a wrong number: the column that holds it, and never a text."""

from collections.abc import Callable

import pytest

from content.checks import examine
from content.checks.numbers import Numbers
from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import Ledger
from content.records import Finding, Severity

Opened = Callable[..., Ledger]
LANGUAGES = ("en", "es", "fr", "de", "ar", "ja")
NAMED = (
    "sku,title,title@es,title@fr,title@de,title@ar,title@ja,category,description,price@US,Tested to [km/h]\n"
)
PROSE = "Eight ribs that spring back, and a handle of ash that a carpenter turns for us. In the wind tunnel it held 90 km/h."
BOTH = f"""{NAMED}A1,Bura,Bura,Bura,Bura,بورا,ブーラ,Umbrellas,"{PROSE}",12.50,90
A2,Tesa,Tesa,Tesa,Tesa,تيسا,テサ,Umbrellas,,18,70
A3,Luna,Luna,Luna,Luna,لونا,ルナ,Umbrellas,,20,
"""
TEXT_ALONE = BOTH.replace(",12.50,90", ",12.50,").replace(",18,70", ",18,")
SAID = {
    "en": "{0} held {1} in the wind tunnel.",
    "es": "{0} aguantó {1} en el túnel de viento.",
    "fr": "{0} a tenu {1} en soufflerie.",
    "de": "{0} hielt {1} im Windkanal.",
    "ar": "تحملت {0} سرعة {1} في نفق الرياح.",
    "ja": "{0}は風洞で{1}に耐えました。",
}
NAMES = {"ar": ("بورا", "لونا"), "ja": ("ブーラ", "ルナ")}


def blocks(ledger: Ledger, language: str, body: str) -> list[Finding]:
    market = next(m for m in ledger.shop.markets if m.language == language)
    draft = parse_draft(f"---\ntitle: X\nlang: {language}\nmarket: {market.locale}\n---\n{body}", "page.md")
    found = examine(Reading(draft, ledger, market), [Numbers])
    return [each for each in found if each.severity is not Severity.NOTE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_column_is_offered_where_a_text_says_the_same(opened: Opened, language: str) -> None:
    bura, luna = NAMES.get(language, ("Bura", "Luna"))
    (found,) = blocks(opened(BOTH), language, SAID[language].format(bura, "95 km/h"))
    assert "{{a1.tested_to}}" in found.cure and found.evidence.value == "a1.tested_to = 90 km/h"
    (found,) = blocks(opened(BOTH), language, SAID[language].format(luna, "90 km/h"))
    assert (found.rule, found.evidence.value) == ("number.elsewhere", "a1.tested_to = 90 km/h")
    assert "{{" not in found.cure  # another product's column is no value of this one


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_is_never_offered_and_is_shown_around_its_number(opened: Opened, language: str) -> None:
    bura, _ = NAMES.get(language, ("Bura", "Luna"))
    (found,) = blocks(opened(TEXT_ALONE), language, SAID[language].format(bura, "95 km/h"))
    assert "{{" not in found.cure
    assert found.evidence.value.startswith("a1.description = …") and "held 90 km/h" in found.cure


def test_a_price_stands_in_a_cure_as_it_is_written(opened: Opened) -> None:
    (found,) = blocks(opened(BOTH), "en", "Bura costs $12.00.")
    assert found.evidence.value == "a1.price = 12.50 USD"
    assert found.cure == "The ledger says a1.price = 12.50 USD: write {{a1.price}}, or correct the row."
