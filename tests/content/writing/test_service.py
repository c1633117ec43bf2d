"""Delivery as it is told: route by route, with what is known of each and nothing else."""

from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.plan.plan import plan
from content.plan.vocabulary import vocabulary_of
from content.records import Action
from content.rendering import render
from content.shop import load_shop
from content.writing.page import Page
from content.writing.phrases import Wording
from content.writing.service import routes_sentence
from content.writing.statements import Speaker
from content.writing.tables import route_table
from seo.records import Intent, Keyword, Question, Topic

MARKETS = {"en": ("GB", "GBP"), "es": ("ES", "EUR"), "fr": ("FR", "EUR"), "de": ("DE", "EUR"), "ar": ("AE", "AED"), "ja": ("JP", "JPY")}  # fmt: skip
SHOP = (
    'id = "x"\nname = "X"\nsite = "https://x.example"\nlanguage = "es"\ncurrency = "EUR"\ntime_zone = "UTC"\n'
)
ASKED = {
    "en": "How long does delivery take?",
    "es": "¿Cuánto tarda el envío?",
    "fr": "Quel est le délai de livraison ?",
    "de": "Wie lange dauert der Versand?",
    "ar": "كم يستغرق التوصيل؟",
    "ja": "配送は何日かかりますか？",
}
EXPRESS = {
    "en": "Express delivery", "es": "Envío exprés", "fr": "Livraison express", "de": "Expressversand",
    "ar": "التوصيل السريع", "ja": "お急ぎ便",
}  # fmt: skip
HEAD = "sku,attribute,value,market,quote,source,row,note,replaces,valid_from,valid_until,by,on\n"
SIGNED = ",,,,,,,,Noelia,2026-11-27\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    markets = "".join(
        f'[[markets]]\nlocale = "{language}-{country}"\ncurrency = "{money}"\n'
        for language, (country, money) in MARKETS.items()
    )
    (tmp_path / "shop.toml").write_text(SHOP + markets, encoding="utf-8")
    (tmp_path / "products.csv").write_text("sku,title\nA1,Kettle\n", encoding="utf-8")
    return tmp_path


def accepted(folder: Path, language: str, *rows: tuple[str, str]) -> Ledger:
    """The ledger of a shop where a person has accepted these facts of the language's market."""
    country, _ = MARKETS[language]
    text = HEAD + "".join(f"shop,{key},{value},{country}{SIGNED}" for key, value in rows)
    (folder / "facts_accepted.csv").write_text(text, encoding="utf-8")
    return read_ledger(load_shop(folder))


def told(ledger: Ledger, language: str) -> str:
    """The sentence and the table on delivery as their readers see them."""
    asked = ASKED[language]
    keyword = Keyword(asked, asked, language, 50.0, 1)
    topic = Topic(
        asked, language, asked, Intent.INFORMATIONAL, 1.0, "t", (keyword,), (Question(asked),), 50.0
    )
    made = plan([topic], ledger, (), ledger.shop.markets, "2026-W48", 50)
    (chosen,) = [
        a
        for a in made
        if (a.action, a.concept, a.market.language) == (Action.WRITE, "shop/delivery", language)
    ]
    speaker = Speaker(ledger, chosen.market, Wording(language, 1))
    page = Page(chosen, speaker, vocabulary_of(ledger, language), frozenset(), set())
    table, _ = route_table(ledger, chosen.market, speaker.wording)
    said = "".join(part.text for part in routes_sentence(page))
    return render(f"{said}\n{table}", ledger, chosen.market, "plain")


@pytest.mark.parametrize("language", MARKETS)
def test_an_accepted_route_of_a_common_kind_goes_by_the_name_of_its_kind(folder: Path, language: str) -> None:
    money = MARKETS[language][1]
    ledger = accepted(
        folder,
        language,
        ("delivery_express_days", "2-3 working days"),
        ("delivery_express_cost", f"17 {money}"),
    )
    assert told(ledger, language).count(EXPRESS[language]) == 2


@pytest.mark.parametrize("language", MARKETS)
@pytest.mark.parametrize("parts", [("cost",), ("free_from",), ("cost", "free_from"), ()])
def test_a_route_nobody_has_named_is_told_by_what_is_known_of_it(
    folder: Path, language: str, parts: tuple[str, ...]
) -> None:
    rows = [(f"delivery_gls_{part}", f"17 {MARKETS[language][1]}") for part in parts]
    page = told(accepted(folder, language, ("delivery_gls_days", "2-3 working days"), *rows), language)
    assert "2" in page
    assert ("17" in page) == bool(parts)
    assert "gls" not in page


def test_a_route_named_in_another_language_only_is_told_without_its_name(folder: Path) -> None:
    route = '[[delivery]]\ncountry = "DE"\nroute = "gls"\nname = { es = "Mensajero" }\ndays = "4 days"\n'
    (folder / "facts.toml").write_text(route, encoding="utf-8")
    page = told(read_ledger(load_shop(folder)), "de")
    assert "4 Tage" in page
    assert "Mensajero" not in page


@pytest.mark.parametrize(
    ("language", "zone", "place"),
    [
        ("ar", "Asia/Dubai", "داخل الإمارات"),
        ("ar", "Asia/Riyadh", "إلى الإمارات"),
        ("ar", "UTC", "إلى الإمارات"),  # nobody knows where such a shop is
        ("ja", "Asia/Tokyo", "日本国内"),
        ("es", "Europe/Madrid", "en España"),
        ("es", "Europe/Paris", "a España"),
    ],
)
def test_a_parcel_goes_to_another_country_and_inside_its_own(
    folder: Path, language: str, zone: str, place: str
) -> None:
    settings = folder / "shop.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("UTC", zone), encoding="utf-8")
    page = told(accepted(folder, language, ("delivery_gls_days", "2-3 working days")), language)
    assert place in page


@pytest.mark.parametrize("language", MARKETS)
def test_of_two_products_nobody_speaks_of_a_scale(tmp_path: Path, language: str) -> None:
    country, money = MARKETS[language]
    market = f'[[markets]]\nlocale = "{language}-{country}"\ncurrency = "{money}"\n'
    (tmp_path / "shop.toml").write_text(SHOP + market, encoding="utf-8")
    titles = ",".join(f"title@{each}" for each in MARKETS if each != "es")
    rows = [
        f"{name},{','.join([name] * 6)},lamps,{cm}" for name, cm in (("Ada", 10), ("Bea", 20), ("Cleo", 30))
    ]
    text = "\n".join([f"sku,title,{titles},category,Width [cm]", *rows])
    (tmp_path / "products.csv").write_text(text, encoding="utf-8")
    ledger = read_ledger(load_shop(tmp_path))
    for count, used in ((2, "say.pair"), (3, "say.range")):
        wording = Wording(language, 1)
        handles = list(ledger.products)[:count]
        assert Speaker(ledger, ledger.shop.markets[0], wording).say("width", handles) is not None
        assert [each.rpartition(".")[0] for each in wording.used] == [used]
