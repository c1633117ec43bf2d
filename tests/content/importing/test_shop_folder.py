from decimal import Decimal
from pathlib import Path

import pytest

from content.errors import LedgerGap, ShopError
from content.importing.shop_folder import make_shop, write_starter
from content.ledger.ledger import read_ledger
from content.listening import Listening
from content.records import UNKNOWN, Many, Money, Quantity
from content.rendering import render
from content.shop import load_shop
from seo.records import Market
from seo.signals.collect import collect

SHOPIFY = """Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,Image Src,Status
luna,Luna curtain,Lindenhof,Blackout curtains,Size,140 x 260 cm,LU-1,49.90,,active
luna,,,,,140 x 290 cm,,54.90,,
kettle,Krups KX100 Kettle,Krups,,Title,Default Title,K-1,29.00,,active
"""
QUERIES = "query,count\nblackout curtains,12\n"


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_shop_out_of_an_untouched_export(tmp_path: Path) -> None:
    products = write(tmp_path, "products_export.csv", SHOPIFY)
    signals = [write(tmp_path, "a/queries.csv", QUERIES), write(tmp_path, "b/queries.csv", QUERIES)]
    folder = tmp_path / "my-shop"
    make_shop(folder, products, signals, "https://shop.example/", ["de-DE", "en-US"], "EUR", "en")
    shop = load_shop(folder)
    assert (shop.name, shop.site, shop.language) == ("My Shop", "https://shop.example", "en")
    assert [(m.locale, m.currency) for m in shop.markets] == [("de-DE", "EUR"), ("en-US", "USD")]
    assert shop.approval is None
    ledger = read_ledger(shop)
    german, american = shop.markets
    assert ledger.fact("luna", "price", german).value == Many((Money(4990, "EUR"), Money(5490, "EUR")))
    assert ledger.fact("luna", "price", american).value == UNKNOWN
    assert ledger.resolve("luna-140 x 290 cm") == "luna"
    assert ledger.products["luna"].category == "blackout-curtains"
    assert ledger.products["kettle"].category == "electric-kettles"
    assert ledger.url("luna", german) == "https://shop.example/products/luna"
    assert sorted(path.name for path in (folder / "signals").iterdir()) == ["queries-2.csv", "queries.csv"]


def test_an_export_dropped_over_products_csv_reads_too(tmp_path: Path) -> None:
    make_shop(tmp_path / "s", write(tmp_path, "p.csv", SHOPIFY), [], "", ["de-DE"], "EUR", "en")
    (tmp_path / "s" / "products.csv").write_text(SHOPIFY.replace("49.90", "39.90"), encoding="utf-8")
    ledger = read_ledger(load_shop(tmp_path / "s"))
    assert ledger.fact("lu-1", "price", Market("de-DE", "EUR")).value == Money(3990, "EUR")


def test_a_plain_list_with_other_names_for_sku_and_title(tmp_path: Path) -> None:
    products = write(
        tmp_path, "liste.csv", "Artikelnummer;Bezeichnung;Breite [cm];price\nA 1;Kissen;40,5;12,90 €\n"
    )
    make_shop(tmp_path / "s", products, [], "", ["de-DE"], "", "de")
    ledger = read_ledger(load_shop(tmp_path / "s"))
    assert ledger.fact("a-1", "width").value == Quantity(Decimal("40.5"), "cm")
    assert ledger.fact("a-1", "price", ledger.shop.markets[0]).value == Money(1290, "EUR")


@pytest.mark.parametrize(
    ("locale", "currency", "zone"),
    [
        ("en-GB", "GBP", "Europe/London"),
        ("es-PE", "PEN", "America/Lima"),
        ("fr-FR", "EUR", "Europe/Paris"),
        ("de-DE", "EUR", "Europe/Berlin"),  # Busingen's clock is Berlin's
        ("ar-AE", "AED", "Asia/Dubai"),
        ("ja-JP", "JPY", "Asia/Tokyo"),
        ("es-ES", "EUR", "UTC"),  # the Canaries have their own
        ("en-US", "USD", "UTC"),
    ],
)
def test_the_first_market_says_what_nobody_said(
    tmp_path: Path, locale: str, currency: str, zone: str
) -> None:
    products = write(tmp_path, "p.csv", SHOPIFY)
    found = make_shop(tmp_path / "my-shop", products, [], "", [locale, "de-AT"], "", locale[:2])
    shop = load_shop(tmp_path / "my-shop")
    assert (shop.default_currency, shop.time_zone, shop.id, shop.name) == (
        currency,
        zone,
        "my-shop",
        "My Shop",
    )
    said = [finding.cure for finding in found if finding.rule == "import.guess"]
    several = f"{locale[3:]} has several time zones: write yours in shop.toml, time_zone; until then UTC"
    assert said == [
        f"the prices name no currency: {currency} is taken, that of {locale}; if it is another, begin again with "
        "--currency",
        "the name 'My Shop' is only the folder's: name it with --name, or in shop.toml (name and id) before the first "
        "week",
        *([several] if zone == "UTC" else []),
    ]


def test_a_name_and_a_currency_that_were_said_are_not_guessed(tmp_path: Path) -> None:
    products = write(tmp_path, "p.csv", SHOPIFY)
    found = make_shop(tmp_path / "s", products, [], "", ["de-DE"], "CHF", "de", "Lindenhof & Söhne")
    shop = load_shop(tmp_path / "s")
    assert (shop.name, shop.id, shop.default_currency) == ("Lindenhof & Söhne", "lindenhof-sohne", "CHF")
    assert [finding for finding in found if finding.rule == "import.guess"] == []


def test_a_new_shop_asks_nothing_of_the_web(tmp_path: Path) -> None:
    make_shop(tmp_path / "s", write(tmp_path, "p.csv", SHOPIFY), [], "", ["de-DE"], "EUR", "de")
    assert load_shop(tmp_path / "s").listening == Listening()


def test_prices_without_a_currency_are_asked_for_where_a_country_has_several(tmp_path: Path) -> None:
    products = write(tmp_path, "p.csv", SHOPIFY)
    with pytest.raises(
        ShopError, match=r"p.csv names no currency for its prices: say which, like --currency EUR"
    ):
        make_shop(tmp_path / "s", products, [], "", ["es-PA"], "", "en")


def test_a_list_without_titles_makes_no_shop(tmp_path: Path) -> None:
    products = write(tmp_path, "list.csv", "SKU;price\nA;1\n")
    with pytest.raises(ShopError, match=r"list.csv has no column 'title' \(found: SKU, price\)"):
        make_shop(tmp_path / "my-shop", products, [], "", ["de-DE"], "EUR", "de")
    assert not (tmp_path / "my-shop").exists()


def test_a_mistake_in_the_market_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ShopError, match="'de' lacks the country"):
        make_shop(tmp_path / "s", write(tmp_path, "p.csv", SHOPIFY), [], "", ["de"], "EUR", "en")


def test_the_starter_runs_as_it_is(tmp_path: Path) -> None:
    write_starter(tmp_path / "shop")
    shop = load_shop(tmp_path / "shop")
    ledger = read_ledger(shop)
    assert ledger.conflicts == ()
    assert ledger.categories() == ("electric-kettles", "toasters")
    assert ledger.fact("ember", "capacity").value == Many(
        (Quantity(Decimal(1), "l"), Quantity(Decimal("1.7"), "l"))
    )
    assert ledger.lexicon.attribute("cool_wall_housing", "de") == "wärmeisoliertes Gehäuse"
    signals, reports = collect(tmp_path / "shop" / "signals", shop.markets)
    assert {signal.language for signal in signals} == {"en", "de"}
    assert [report.state for report in reports] == ["ok"]


def test_every_text_of_the_starter_can_be_filled(tmp_path: Path) -> None:
    write_starter(tmp_path / "shop")
    ledger = read_ledger(load_shop(tmp_path / "shop"))
    texts = [text for advice in ledger.advice for text in (advice.answer, advice.body)]
    texts += [evidence.text for evidence in ledger.evidence]
    for market in ledger.shop.markets:
        for text in texts:
            words = text.get(market.language)
            assert words
            try:
                assert "{{" not in render(words, ledger, market, "plain")
            except LedgerGap as gap:
                pytest.fail(str(gap))


def columns_said(folder: Path, header: str, language: str = "es") -> list[str]:
    """What is said of the columns of a list with this header."""
    products = write(folder, "lista.csv", f"{header}\n{','.join('x' * len(header.split(',')))}\n")
    found = make_shop(folder / "s", products, [], "", ["es-ES"], "EUR", language, "Tazas")
    return [finding.cure for finding in found if finding.rule == "import.columns"]


def test_it_is_said_what_each_column_was_taken_for(tmp_path: Path) -> None:
    assert columns_said(tmp_path, "Referencia,Nombre,Categoría,Color,Existencia real,price") == [
        "columns known by another name: Categoría = category",
        "columns read as attributes: Color, Existencia real; if one is a known column (group, category, price, url, "
        "description, image, brand, availability), call it so in products.csv",
    ]


def test_nothing_is_said_of_columns_under_our_own_names(tmp_path: Path) -> None:
    assert columns_said(tmp_path, "sku,title,price") == []


def test_a_title_in_another_language_is_not_taken_for_the_catalogue_s(tmp_path: Path) -> None:
    """商品名 stayed an attribute beside title@en, and every product had no name of its own."""
    products = write(tmp_path, "p.csv", "商品番号,商品名,title@en\nA-1,急須,Teapot\n")
    make_shop(tmp_path / "s", products, [], "", ["ja-JP"], "", "ja", "茶の店")
    assert read_ledger(load_shop(tmp_path / "s")).products["a-1"].title == "急須"


@pytest.mark.parametrize(
    ("name", "site", "expected"),
    [
        ("متجر النخيل", "https://www.nakheel.example/ar", "nakheel-example"),
        ("متجر النخيل", "", "shop-39d14709"),
        ("متجر الورد", "", "shop-27d82f0b"),
        ("茶の店 Midori", "https://tea.example", "midori"),
    ],
)
def test_a_shop_without_a_latin_letter_in_its_name_has_an_id_of_its_own(
    tmp_path: Path, name: str, site: str, expected: str
) -> None:
    products = write(tmp_path, "p.csv", SHOPIFY)
    make_shop(tmp_path / "s", products, [], site, ["ar-SA"], "", "ar", name)
    assert load_shop(tmp_path / "s").id == expected
