import json
from decimal import Decimal
from pathlib import Path

import pytest

from content.errors import ShopError
from content.importing.dialects import read_products
from content.importing.json_ld_pages import table_of_page, tables_of_pages
from content.importing.shop_folder import make_shop
from content.ledger.ledger import read_ledger
from content.ledger.table import Table
from content.records import Choice, Money, Quantity, Span
from content.shop import load_shop
from seo.records import Market


def page(*blocks: object, lang: str = "en") -> str:
    scripts = "".join(
        f'<script type="application/ld+json">{b if isinstance(b, str) else json.dumps(b, ensure_ascii=False)}</script>\n'
        for b in blocks
    )
    return f'<!doctype html>\n<html lang="{lang}"><head><title>x</title>\n{scripts}</head><body><p>x</p></body></html>'


def products(*blocks: object, lang: str = "en") -> list[dict[str, str]]:
    return cells(table_of_page(page(*blocks, lang=lang).encode(), "kettle.html", "en"))


def cells(table: Table) -> list[dict[str, str]]:
    return [
        {name: cell for name, cell in zip(table.header, row.cells, strict=True) if cell} for row in table.rows
    ]


KETTLE = {
    "@context": "https://schema.org",
    "@type": "Product",
    "sku": "K1",
    "name": "Ember kettle",
    "brand": {"@type": "Brand", "name": "Corner"},
    "image": ["https://x/1.jpg", "https://x/2.jpg"],
    "description": "<p>Boils &amp; pours.</p>",
    "color": "black",
    "material": ["steel", "glass"],
    "gtin13": "4006381333931",
    "weight": {"@type": "QuantitativeValue", "value": 1.10, "unitCode": "KGM"},
    "height": {"@type": "QuantitativeValue", "value": "24", "unitText": "cm"},
    "additionalProperty": [
        {"@type": "PropertyValue", "name": "Power", "value": 2400, "unitCode": "WTT"},
        {"@type": "PropertyValue", "name": "Boiling time", "minValue": 3, "maxValue": 5, "unitCode": "MIN"},
        {"@type": "PropertyValue", "name": "Cordless", "value": True},
        {"@type": "PropertyValue", "name": "Spout reach", "value": 7, "unitCode": "XQQ"},
    ],
    "aggregateRating": {"@type": "AggregateRating", "ratingValue": 4.77, "reviewCount": 812},
    "review": [{"@type": "Review", "reviewBody": "Best kettle ever"}],
    "award": "Kettle of the year",
    "offers": {
        "@type": "Offer",
        "price": "34.90",
        "priceCurrency": "EUR",
        "availability": "https://schema.org/InStock",
        "priceValidUntil": "2026-12-31",
        "url": "https://x/ember",
    },
}  # fmt: skip


def test_a_product_with_everything() -> None:
    assert products(KETTLE) == [
        {
            "sku": "K1",
            "title": "Ember kettle",
            "brand": "Corner",
            "image": "https://x/1.jpg",
            "description": "Boils & pours.",
            "url": "https://x/ember",
            "colour": "black",
            "material": "steel, glass",
            "gtin": "4006381333931",
            "height": "24 cm",
            "weight": "1.1 kg",
            "Power": "2400 W",
            "Boiling time": "3-5 min",
            "Cordless": "yes",
            "Spout reach": "7 XQQ",
            "price": "34.90 EUR",
            "price_until": "2026-12-31",
            "availability": "instock",
        }
    ]


def test_ratings_reviews_and_awards_are_never_facts() -> None:
    (found,) = products(KETTLE)
    assert not any(word in " ".join(found.values()) for word in ("4.77", "812", "Best", "year"))


def test_variants_take_what_their_group_says() -> None:
    group = {
        "@type": "ProductGroup",
        "productGroupID": "luna",
        "name": "Luna curtain",
        "brand": {"name": "Lindenhof"},
        "material": "cotton",
        "variesBy": ["https://schema.org/size"],
        "hasVariant": [
            {"@type": "Product", "sku": "L-1", "name": "Luna 140", "size": "140 x 260 cm",
             "offers": {"@type": "Offer", "price": 49.9, "priceCurrency": "EUR"}},
            {"@type": "Product", "sku": "L-2", "name": "Luna 160", "size": {"@type": "SizeSpecification", "name": "160 x 260 cm"},
             "offers": {"@type": "Offer", "price": 59.9, "priceCurrency": "EUR"}},
        ],
    }  # fmt: skip
    first, second = products({"@graph": [group, {"@type": "WebPage", "name": "x"}]})
    assert (first["sku"], first["group"], first["material"], first["price"]) == (
        "L-1",
        "luna",
        "cotton",
        "49.9 EUR",
    )
    assert (second["size"], second["brand"], second["title"]) == ("160 x 260 cm", "Lindenhof", "Luna 160")


def test_variants_that_stand_beside_their_group() -> None:
    graph = [
        {
            "@type": "ProductGroup",
            "@id": "#g",
            "productGroupID": "luna",
            "name": "Luna",
            "hasVariant": [{"@id": "#1"}],
        },
        {"@type": "Product", "@id": "#1", "sku": "L-1", "name": "Luna 140"},
        {"@type": "Product", "sku": "L-2", "name": "Luna 160", "isVariantOf": {"@id": "#g"}},
    ]
    assert [(one["sku"], one["group"]) for one in products({"@graph": graph})] == [
        ("L-1", "luna"),
        ("L-2", "luna"),
    ]


@pytest.mark.parametrize(
    ("offers", "price"),
    [
        ({"@type": "AggregateOffer", "lowPrice": "19", "highPrice": "29", "priceCurrency": "EUR"}, None),
        ({"@type": "AggregateOffer", "lowPrice": "19", "highPrice": "19", "priceCurrency": "EUR"}, "19 EUR"),
        ([{"price": 19, "priceCurrency": "EUR"}, {"price": 29, "priceCurrency": "EUR"}], None),
        ([{"price": 19, "priceCurrency": "EUR"}, {"price": 19, "priceCurrency": "EUR"}], "19 EUR"),
        ({"@type": "AggregateOffer", "offers": [{"price": 19, "priceCurrency": "EUR"}]}, "19 EUR"),
        ({"priceSpecification": {"price": 19, "priceCurrency": "EUR"}}, "19 EUR"),
        ({}, None),
    ],
)
def test_several_prices_are_no_price(offers: object, price: str | None) -> None:
    (found,) = products({"@type": "Product", "sku": "K1", "name": "K", "offers": offers})
    assert found.get("price") == price


def test_a_struck_out_price_is_the_regular_one() -> None:
    offer = {
        "price": 39.9,
        "priceCurrency": "EUR",
        "priceSpecification": {
            "priceType": "https://schema.org/StrikethroughPrice",
            "price": 49.9,
            "priceCurrency": "EUR",
        },
    }
    (found,) = products({"@type": "Product", "sku": "K1", "name": "K", "offers": offer})
    assert (found["price"], found["sale_price"]) == ("49.9 EUR", "39.9 EUR")


def test_a_broken_block_is_said_in_one_line_and_the_others_are_read() -> None:
    table = table_of_page(page('{"@type": "Product", "sku": "K2",', KETTLE).encode(), "kettle.html", "en")
    assert [row.line for row in table.rows] == [4]
    (finding,) = table.findings
    assert finding.cure.startswith("kettle.html, line 3: the JSON-LD is broken (Expecting property name")
    assert "\n" not in finding.cure


def test_comments_around_json_and_line_breaks_inside_it_do_no_harm() -> None:
    text = '\n<!--\n{"@type": ["Product", "Thing"], "sku": "K1", "name": "Two\nlines"}\n-->\n'
    assert products(text) == [{"sku": "K1", "title": "Two lines"}]


def test_a_page_in_another_language_gives_its_words_and_the_price_of_its_country() -> None:
    (found,) = products(KETTLE | {"name": "Wasserkocher Ember"}, lang="de-DE")
    assert (found["title@de"], found["price@DE"]) == ("Wasserkocher Ember", "34.90 EUR")
    assert "title" not in found
    assert "colour" not in found  # its words would stand among the English ones


def test_a_page_that_forgets_its_encoding_is_read_as_it_is() -> None:
    assert (
        products({"@type": "Product", "sku": "K1", "name": "Kühlbox グレー"})[0]["title"] == "Kühlbox グレー"
    )
    latin = '<html lang="de"><meta charset="iso-8859-1"><script type="application/ld+json">{"@type": "Product", "sku": "K1", "name": "Kühlbox"}</script>'
    assert cells(table_of_page(latin.encode("latin-1"), "k.html", "de"))[0]["title"] == "Kühlbox"
    assert cells(table_of_page(b"", "k.html", "de")) == []


def test_without_an_article_number_the_page_names_the_product() -> None:
    assert products({"@type": "Product", "name": "Kettle"})[0]["sku"] == "kettle"


def test_a_shop_out_of_saved_pages(tmp_path: Path) -> None:
    pages = tmp_path / "saved"
    pages.mkdir()
    (pages / "ember.html").write_text(page(KETTLE), encoding="utf-8")
    (pages / "ember-de.html").write_text(page(KETTLE | {"name": "Wasserkocher"}, lang="de"), encoding="utf-8")
    (pages / "broken.html").write_text(page("{"), encoding="utf-8")
    findings = make_shop(tmp_path / "shop", pages, [], "", ["en-GB", "de-DE"], "EUR", "en", "Ember")
    assert [finding.evidence.source for finding in findings] == ["broken.html"]
    ledger = read_ledger(load_shop(tmp_path / "shop"))
    assert ledger.fact("k1", "weight").value == Quantity(Decimal("1.1"), "kg")
    assert ledger.fact("k1", "boiling_time").value == Span(Decimal(3), Decimal(5), "min")
    assert ledger.fact("k1", "price", Market("de-DE", "EUR")).value == Money(3490, "EUR")
    assert ledger.fact("k1", "spout_reach").value == Choice("7 XQQ")
    assert ledger.name("k1", "de") == "Wasserkocher"
    (unit,) = ledger.conflicts  # a code nobody knows, said
    assert "'XQQ' in 'Spout reach'" in unit.cure


def test_pages_without_products_say_so(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html></html>", encoding="utf-8")
    assert tables_of_pages(tmp_path, "en") == []
    with pytest.raises(ShopError, match="holds no product in JSON-LD"):
        read_products(tmp_path / "a.html", "", "en")
