"""A shop in six languages with pictures, and one number of several curtains."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.records import Draft
from content.shop import load_shop
from seo.records import Market

SHOP = """\
name = "Lindenhof Home"
site = "https://shop.example"
language = "en"
picture_hosts = ["cdn.shop.example"]
"""
LOCALES = {"en-GB": "GBP", "es-ES": "EUR", "fr-FR": "EUR", "de-DE": "EUR", "ar-AE": "AED", "ja-JP": "JPY"}
PRODUCTS = """\
sku,title,title@de,title@fr,title@es,title@ar,title@ja,category,image,Colour,Material,Width [cm],Weight [g],Wash temperature [°C],EU size
ALD,Aldermoor curtain,Vorhang Aldermoor,Rideau Aldermoor,Cortina Aldermoor,ستارة ألدرمور,アルダームーア カーテン,Blackout curtains,https://cdn.shop.example/ald.jpg,grey,polyester,137,900,30,38
NAC,Nachtal curtain,Vorhang Nachtal,Rideau Nachtal,Cortina Nachtal,ستارة ناختال,ナハタール カーテン,Blackout curtains,https://elsewhere.example/nac.jpg,grey,polyester,1680 mm,1.2 kg,40,40
DUS,Duskfield curtain,Vorhang Duskfield,Rideau Duskfield,Cortina Duskfield,ستارة داسكفيلد,ダスクフィールド カーテン,Blackout curtains,pictures/dus.png,grey,polyester,,450,60,42
LUN,Lunell curtain,Vorhang Lunell,Rideau Lunell,Cortina Lunell,ستارة لونيل,ルネル カーテン,Blackout curtains,,grey,polyester,,0,,
"""
NOTE = """\
kind = "note"
aspect = "cut"
about = ["ALD"]
by = "Gesine Brandt"
on = 2026-09-22
picture = "hem.png"
[text]
en = "I leave room for the hem."
[alt]
en = "A hem that came loose after cutting"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    from tests.content.figures.picture_files import png  # noqa: PLC0415

    markets = "".join(
        f'[[markets]]\nlocale = "{key}"\ncurrency = "{value}"\n' for key, value in LOCALES.items()
    )
    (tmp_path / "shop.toml").write_text(SHOP + markets, encoding="utf-8")
    (tmp_path / "products.csv").write_text(PRODUCTS, encoding="utf-8")
    for name in ("evidence", "pictures"):
        (tmp_path / name).mkdir()
    (tmp_path / "evidence" / "cutting.toml").write_text(NOTE, encoding="utf-8")
    (tmp_path / "evidence" / "hem.png").write_bytes(png(30, 20))
    (tmp_path / "pictures" / "dus.png").write_bytes(png(80, 60))
    return tmp_path


@pytest.fixture
def ledger(folder: Path) -> Ledger:
    return read_ledger(load_shop(folder))


@pytest.fixture
def markets(ledger: Ledger) -> Mapping[str, Market]:
    return {market.locale: market for market in ledger.shop.markets}


@pytest.fixture
def draft() -> Callable[..., Draft]:
    def made(body: str, locale: str = "en-GB", by: str = "assembler") -> Draft:
        return Draft("Title", "", body, locale[:2], locale, written_by=by)

    return made
