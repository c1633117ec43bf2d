"""A shop of three products in six languages, small enough to be read beside the tests."""

from datetime import date
from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.records import Draft
from content.shop import load_shop
from seo.records import Market

ON = date(2026, 11, 25)
MARKETS = {
    "en-US": "USD", "en-GB": "GBP", "es-ES": "EUR", "fr-FR": "EUR", "de-DE": "EUR", "ar-EG": "EGP", "ja-JP": "JPY",
}  # fmt: skip
SHOP = """\
id = "three"
name = "Three"
site = "https://three.example"
language = "en"
time_zone = "Europe/Berlin"
currency = "EUR"
"""
PRODUCTS = """\
sku,group,title,title@es,title@fr,title@de,title@ar,title@ja,category,price@US,price@GB,price@ES,price@FR,price@DE,price@EG,price@JP,width [cm],length [cm],weight [g],wash temperature [°C],can be cut,machine washable,tumble dry,material
L1,,Luna blackout curtain,Cortina opaca Luna,Rideau occultant Luna,Verdunkelungsvorhang Luna,ستارة لونا المعتمة,ルナ 遮光カーテン,Blackout curtains,29.90,24.90,27.50,27.50,26.90,1250.00,3980,137,213,1250,30,no,yes,no,polyester
N1,,Nova blackout curtain,Cortina opaca Nova,Rideau occultant Nova,Verdunkelungsvorhang Nova,ستارة نوفا المعتمة,ノヴァ 遮光カーテン,Blackout curtains,39.90,34.90,37.50,37.50,36.90,1650.00,4980,180,245,1900,40,yes,yes,no,cotton
T-100,tarn,Tarn blackout curtain,Cortina opaca Tarn,Rideau occultant Tarn,Verdunkelungsvorhang Tarn,ستارة تارن المعتمة,タルン 遮光カーテン,Blackout curtains,19.90,14.90,17.50,17.50,16.90,850.00,1980,100,213,700,60,yes,no,yes,linen
T-117,tarn,Tarn blackout curtain,Cortina opaca Tarn,Rideau occultant Tarn,Verdunkelungsvorhang Tarn,ستارة تارن المعتمة,タルン 遮光カーテン,Blackout curtains,21.90,16.90,19.50,19.50,18.90,950.00,2480,117,213,820,60,yes,no,yes,linen
T-137,tarn,Tarn blackout curtain,Cortina opaca Tarn,Rideau occultant Tarn,Verdunkelungsvorhang Tarn,ستارة تارن المعتمة,タルン 遮光カーテン,Blackout curtains,24.90,18.90,22.50,22.50,21.90,1100.00,2980,137,213,960,60,yes,no,yes,linen
"""
DELIVERY = """
[[delivery]]
country = "{country}"
route = "standard"
name = {{ en = "Standard", es = "Envío estándar", fr = "Livraison standard", de = "Standardversand", ar = "التوصيل العادي", ja = "通常便" }}
days = "3-5 working days"
cost = "4.90 EUR"
"""


def make_shop(folder: Path, products: str = PRODUCTS) -> Ledger:
    """Write the shop and read its ledger."""
    folder.mkdir(parents=True, exist_ok=True)
    markets = "".join(f'[[markets]]\nlocale = "{m}"\ncurrency = "{c}"\n' for m, c in MARKETS.items())
    facts = "".join(DELIVERY.format(country=locale[-2:]) for locale in MARKETS)
    (folder / "shop.toml").write_text(SHOP + markets, encoding="utf-8")
    (folder / "products.csv").write_text(products, encoding="utf-8")
    (folder / "facts.toml").write_text(facts, encoding="utf-8")
    return read_ledger(load_shop(folder)).as_of(ON)


def market(ledger: Ledger, locale: str) -> Market:
    return next(each for each in ledger.shop.markets if each.locale == locale)


def draft(body: str, locale: str, title: str = "T", description: str = "") -> Draft:
    return Draft(title, description, body, locale[:2], locale)


@pytest.fixture(scope="session")
def three(tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    return make_shop(tmp_path_factory.mktemp("three"))
