"""Naming a mark to say what fits is allowed; imitating it is not, and a shop may rule a name out."""

import shutil
from pathlib import Path

import pytest

from content.checks import examine
from content.checks.reading import Reading
from content.checks.trademarks import Trademarks
from content.errors import ShopError
from content.files import parse_draft
from content.ledger.ledger import read_ledger
from content.records import Severity
from content.shop import load_shop
from seo.records import Market

SHOP = Path(__file__).parent / "shop"


def seen(folder: Path, body: str, title: str = "A page", locale: str = "en-GB") -> list[tuple[str, Severity]]:
    ledger = read_ledger(load_shop(folder))
    draft = parse_draft(f"---\ntitle: {title}\nmarket: {locale}\n---\n{body}", "page.md")
    found = examine(Reading(draft, ledger, Market(locale, "GBP")), (Trademarks,))
    return [(f.rule, f.severity) for f in found]


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    folder = tmp_path / "shop"
    shutil.copytree(SHOP, folder)
    (folder / "trademarks.csv").write_text(
        "name,owner,rule\nBrewtastic,Brew Ltd,compatible-only\nGrumble,Grumble Inc,never\nFerra,Kiesel,never\n",
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize(
    ("locale", "body", "rules"),
    [
        ("en-GB", "The filter is compatible with Brewtastic machines.", []),
        ("en-GB", "Brewtastic is loud.", [("trademark.use", Severity.WARN)]),
        ("en-GB", "A Brewtastic dupe.", [("trademark.copy", Severity.BLOCK)]),
        ("en-GB", "It works with Grumble.", [("trademark.never", Severity.BLOCK)]),
        ("en-GB", "It fits Nespresso machines.", []),
        ("en-GB", "A Nespresso-style machine.", [("trademark.copy", Severity.BLOCK)]),
        ("en-GB", "A Shaker-style kitchen and a Scandinavian-style lamp.", []),
        ("en-GB", "A nike of samothrace in the window and a staub of flour.", []),
        ("de-DE", "Passend für Nespresso-Maschinen.", []),
        ("de-DE", "Ein Nachbau der Dyson-Lampe.", [("trademark.copy", Severity.BLOCK)]),
        ("es-ES", "Compatible con Nespresso.", []),
        ("es-ES", "Una imitación de Le Creuset.", [("trademark.copy", Severity.BLOCK)]),
        ("fr-FR", "Compatible avec Nespresso.", []),
        ("fr-FR", "Une copie de Le Creuset.", [("trademark.copy", Severity.BLOCK)]),
        ("ar-AE", "متوافقة مع دايسون.", []),
        ("ar-AE", "نسخة مقلدة من دايسون.", [("trademark.copy", Severity.BLOCK)]),
        ("ja-JP", "ダイソンに対応したフィルターです。", []),
        ("ja-JP", "ダイソン風の扇風機です。", [("trademark.copy", Severity.BLOCK)]),
    ],
)
def test_a_mark_may_be_named_to_say_what_fits(
    shop: Path, locale: str, body: str, rules: list[tuple[str, Severity]]
) -> None:
    assert sorted(set(seen(shop, body, locale=locale))) == rules


def test_another_mark_in_the_title_is_for_a_person(shop: Path) -> None:
    assert seen(shop, "Text.", "Better than a Dyson at home") == [("trademark.title", Severity.WARN)]
    assert seen(shop, "Text.", "Filters for use with Dyson") == []


def test_the_shops_own_brand_is_never_anothers(shop: Path) -> None:
    ledger = read_ledger(load_shop(shop))
    own = next(product.brand for product in ledger.products.values() if product.brand)
    (shop / "trademarks.csv").write_text(f"name,owner,rule\n{own},us,never\n", encoding="utf-8")
    assert seen(shop, f"{own} is ours.") == []


@pytest.mark.parametrize(
    ("table", "said"),
    [("name,rule\nAcme,maybe\n", "row 2.*compatible-only or never"), ("mark\nAcme\n", "no column")],
)
def test_a_wrong_list_is_refused_in_one_line(shop: Path, table: str, said: str) -> None:
    (shop / "trademarks.csv").write_text(table, encoding="utf-8")
    with pytest.raises(ShopError, match=said):
        seen(shop, "Text.")
