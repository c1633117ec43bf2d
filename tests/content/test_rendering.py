from datetime import date
from pathlib import Path

import pytest

from content.errors import DraftError, LedgerGap
from content.ledger.ledger import Ledger
from content.rendering import Form, render, slots
from seo.records import Market
from tests.content.small_shop import opened

DE, US, AE, EG, JP = (
    Market("de-DE", "EUR"),
    Market("en-US", "USD"),
    Market("ar-AE", "AED"),
    Market("ar-EG", "EGP"),
    Market("ja-JP", "JPY"),
)
SHOP = 'name = "S"\n[[markets]]\nlocale = "de-DE"\ncurrency = "EUR"\n'
PRODUCTS = """sku,group,title,title@de,title@ar,brand,price@DE,price@US,url,url@de,Width [cm],Material,Finish,Cordless
L 1,luna,Luna & Sol curtain,Vorhang Luna & Sol,ستارة لونا,Luna,24.90,29,https://x.example/l?a=1&b=2,https://x.example/de,117,cotton,quilted velours,no
L 2,luna,Luna & Sol curtain,Vorhang Luna & Sol,ستارة لونا,Luna,34.90,39,https://x.example/l?a=1&b=2,https://x.example/de,137,cotton,quilted velours,no
K1,,Kettle KX100,,,Krups,,,,,20,,,yes
"""
FACTS = """
[facts]
overlap = "15 cm"
[[delivery]]
country = "DE"
route = "standard"
days = "3-5 working days"
[[certificate]]
name = "GOTS"
products = ["K1"]
valid_until = 2026-01-31
"""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    folder: Path = tmp_path_factory.mktemp("shop")
    return opened(folder, {"shop.toml": SHOP, "products.csv": PRODUCTS, "facts.toml": FACTS})


@pytest.mark.parametrize(
    ("text", "market", "words"),
    [
        ("{{k1.width}} wide", US, "7.9 in (20 cm) wide"),
        ("{{luna.width}} breit", DE, "117 und 137 cm breit"),
        ("ab {{min(luna.width)}} bis {{max(luna.width)}}", DE, "ab 117 cm bis 137 cm"),
        ("ab {{min(luna.price)}}", DE, "ab 24,90\u00a0€"),
        ("from {{min(luna.price)}}", US, "from $29.00"),
        ("{{diff(l-2.width, k1.width)}} breiter", DE, "117 cm breiter"),
        ("{{convert(k1.width, in)}}", DE, "7,9 Zoll"),
        ("{{convert(luna.width, m)}}", DE, "1,17 und 1,37 m"),
        ("{{luna.name}}", DE, "Vorhang Luna & Sol"),
        ("{{k1.name}}", JP, "Krups KX100"),
        ("{{luna.url}}", DE, "https://x.example/de"),
        ("{{luna.cordless}}", DE, "nein"),
        ("{{luna.material}}", JP, "綿"),
        ("{{luna.brand}}", JP, "Luna"),
        ("{{shop.delivery_standard_days}}", DE, "3–5 Werktage"),
        ("{{shop.overlap}}", US, "5.9 in (15 cm)"),
        ("no references", DE, "no references"),
    ],
)
def test_plain_text(ledger: Ledger, text: str, market: Market, words: str) -> None:
    assert render(text, ledger, market, "plain") == words


@pytest.mark.parametrize(
    ("text", "market", "form", "words"),
    [
        ("{{k1.width}}", DE, "html", '<data data-acreage="k1.width" value="20 cm">20 cm</data>'),
        (
            "{{min(luna.width)}}",
            DE,
            "html",
            '<data data-acreage="min(luna.width)" value="117 cm">117 cm</data>',
        ),
        (
            "{{luna.name}}",
            DE,
            "html",
            '<data data-acreage="luna.name" value="Vorhang Luna &amp; Sol">Vorhang Luna &amp; Sol</data>',
        ),
        (
            '<a href="{{luna.url}}" title="{{luna.width}}">x</a>',
            US,
            "html",
            '<a href="https://x.example/l?a=1&amp;b=2" title="46.1 and 53.9 in (117 and 137 cm)">x</a>',
        ),
        ("{{k1.width}}", AE, "html", '<data data-acreage="k1.width" value="20 cm"><bdi>20 سم</bdi></data>'),
        ("العرض {{k1.width}}.", AE, "plain", "العرض \u206820 سم\u2069."),
        ("العرض {{k1.width}}.", EG, "plain", "العرض \u2068٢٠ سم\u2069."),
        ("{{k1.width}}", AE, "json", "20 سم"),
        ("{{luna.url}}", DE, "plain", "https://x.example/de"),
    ],
)
def test_forms(ledger: Ledger, text: str, market: Market, form: Form, words: str) -> None:
    assert render(text, ledger, market, form) == words


def test_markdown_signs_in_a_value_stay_text(tmp_path: Path) -> None:
    ledger = opened(
        tmp_path, {"shop.toml": SHOP, "products.csv": "sku,title\nA1,The *best* [kettle] | 5_L\n"}
    )
    market = Market("en-GB", "GBP")
    assert render("{{a1.name}}", ledger, market, "markdown") == r"The \*best\* \[kettle\] \| 5\_L"


@pytest.mark.parametrize(
    ("text", "market", "said"),
    [
        ("{{luna.finish}}", DE, "no de word for 'quilted velours' (column 'Finish' of 'L 1'): add one"),
        ("{{k1.material}}", DE, "unknown in de-DE: fill in column 'Material' of 'K1' in products.csv"),
        ("{{k1.price}}", DE, "fill in column 'price@DE' of 'K1'"),
        ("{{luna.price}}", JP, "{{luna.price}} is unknown in ja-JP"),
        ("{{shop.delivery_standard_days}}", US, "state 'delivery_standard_days' in facts.toml"),
        ("{{nobody.width}}", DE, "there is no 'nobody' in this shop"),
        ("{{luna.url}}", AE, "is unknown in ar-AE: fill in column 'url"),
        ("{{min(luna.material)}}", DE, "{{min(luna.material)}} cannot be worked out from 'cotton'"),
        ("{{diff(luna.width, k1.width)}}", DE, "cannot be worked out"),  # which of the widths?
        ("{{convert(k1.width, kg)}}", DE, "cannot be worked out from '20 cm'"),
    ],
)  # fmt: skip
def test_a_gap_names_the_product_and_the_column(ledger: Ledger, text: str, market: Market, said: str) -> None:
    with pytest.raises(LedgerGap) as caught:
        render(text, ledger, market, "plain")
    assert said in str(caught.value)


def test_a_fact_is_good_until_its_last_day(ledger: Ledger) -> None:
    assert render("{{k1.certificate}}", ledger, DE, "plain", date(2026, 1, 31)) == "GOTS"
    with pytest.raises(LedgerGap):
        render("{{k1.certificate}}", ledger, DE, "plain", date(2026, 2, 1))


def test_braces_that_hold_something_else_stop_the_page(ledger: Ledger) -> None:
    with pytest.raises(DraftError):
        render("{{ k1 }}", ledger, DE, "plain")


def test_slots_make_two_texts_comparable() -> None:
    assert slots("It is {{a.width}} wide.") == slots("It is {{max(b.width)}} wide.") != "It is  wide."
