"""A number the page's question brings may be said in the answer; it is no product's unless a word makes it so."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.checks import examine
from content.checks.reading import Reading
from content.files import parse_draft
from content.ledger.ledger import Ledger
from tests.content.small_shop import opened

LOCALES = {"de": "de-DE", "en": "en-GB", "fr": "fr-FR", "es": "es-ES", "ar": "ar-AE", "ja": "ja-JP"}
SHOP = 'id = "x"\nname = "X"\nlanguage = "en"\ncurrency = "EUR"\ntime_zone = "UTC"\n' + "".join(
    f'[[markets]]\nlocale = "{locale}"\ncurrency = "EUR"\nshare = 0.1\n' for locale in LOCALES.values()
)
PRODUCTS = "sku,title,category,size,strap [cm]\nA,Lark suit,suits,110-116,8\nB,Finch suit,suits,98-104,9\n"
ASKED = {
    "de": "Welche Größe bei 107 cm?",
    "en": "Which size at 107 cm?",
    "fr": "Quelle taille à 107 cm ?",
    "es": "¿Qué talla con 107 cm?",
    "ar": "أي مقاس عند 107 سم؟",
    "ja": "107cmならどのサイズ？",
}
SAID = {
    "de": "Bei 107 cm nehmen Sie Lark.",
    "en": "At 107 cm take the Lark.",
    "fr": "À 107 cm, prenez Lark.",
    "es": "Con 107 cm, elige Lark.",
    "ar": "عند 107 سم اختر Lark.",
    "ja": "107cmならLarkを選びます。",
}


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    return opened(tmp_path, {"shop.toml": SHOP, "products.csv": PRODUCTS})


def blocked(ledger: Ledger, language: str, body: str, asked: str = "") -> list[str]:
    """The numbers of a page that block, with the page's question or without."""
    market = next(each for each in ledger.shop.markets if each.language == language)
    front = f"---\ntitle: {body}\nlang: {language}\nmarket: {market.locale}\n---\n"
    draft = replace(parse_draft(f"{front}{body}", "page.md"), questions=(asked,) if asked else ())
    found = examine(Reading(draft, ledger, market))
    return [each.rule for each in found if each.rule.startswith("number.") and each.severity.value == "block"]


@pytest.mark.parametrize("language", LOCALES)
def test_the_questions_own_number_may_be_said(ledger: Ledger, language: str) -> None:
    assert blocked(ledger, language, SAID[language], ASKED[language]) == []


@pytest.mark.parametrize("said", ["At 107 cm take the Lark.", "107 cm is where to take the Lark."])
def test_a_number_that_nobody_asked_for_blocks(ledger: Ledger, said: str) -> None:
    assert blocked(ledger, "en", said, "Which size at 95 cm?")


@pytest.mark.parametrize(
    "said", ["The Lark is 107 cm.", "The strap is 107 cm long.", "Take the Lark: its strap has 107 cm."]
)
def test_a_number_given_to_a_product_blocks_whatever_was_asked(ledger: Ledger, said: str) -> None:
    assert blocked(ledger, "en", said, ASKED["en"])
