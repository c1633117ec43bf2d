"""`doctor` names the languages whose articles would link to product pages of another language."""

from pathlib import Path

import pytest

from content.inventory import read_pages
from content.ledger.ledger import read_ledger
from content.shop import load_shop
from flows.health_of_links import link_signs

LOCALES = ("en-GB", "es-ES", "fr-FR", "de-DE", "ar-AE", "ja-JP")
SHOP = 'name = "S"\nlanguage = "en"\nsite = "https://s.example"\n' + "".join(
    f'[[markets]]\nlocale = "{locale}"\ncurrency = "EUR"\n' for locale in LOCALES
)
PAGES = "url,title,kind,language\nhttps://s.example/ember,Ember,product,en\n"


def said(folder: Path, products: str, pages: str) -> list[str]:
    (folder / "shop.toml").write_text(SHOP, encoding="utf-8")
    (folder / "products.csv").write_text(products, encoding="utf-8")
    (folder / "pages.csv").write_text(PAGES + pages, encoding="utf-8")
    shop = load_shop(folder)
    return [sign.says for sign in link_signs(read_ledger(shop), read_pages(folder, shop.language))]


@pytest.mark.parametrize("language", ["es", "fr", "de", "ar", "ja"])
def test_a_language_with_pages_of_its_own_is_not_sent_to_those_of_another(
    tmp_path: Path, language: str
) -> None:
    plain = "sku,title,url\nA1,Ember,https://s.example/ember\n"
    theirs = f"https://s.example/{language}/ember,Ember,product,{language}\n"
    assert said(tmp_path, plain, theirs) == [
        f"to pages of another language in {language} (1 product), though pages of theirs are known: add a column "
        f"url@{language}"
    ]
    own = (
        f"sku,title,url,url@{language}\nA1,Ember,https://s.example/ember,https://s.example/{language}/ember\n"
    )
    assert said(tmp_path, own, theirs) == []
    assert said(tmp_path, plain, "") == []  # the site has one language: there is nothing better to link to
