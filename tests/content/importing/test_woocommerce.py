from content.importing.woocommerce import WooCommerce
from content.ledger.table import Table, table_of

HEADER = (
    "ID,Type,SKU,Name,Published,Short description,Description,Date sale price starts,In stock?,Weight (kg),"
    "Sale price,Regular price,Categories,Images,Parent,Attribute 1 name,Attribute 1 value(s),"
    "Attribute 2 name,Attribute 2 value(s)"
)
EXPORT = f"""{HEADER}
10,variable,CUR,Luna curtain,1,,<p>Dark.</p>,,1,,,,"Home > Curtains, Sale","https://x/1.jpg, https://x/2.jpg",,Colour,"Sand, Moss",Material,Cotton
11,variation,CUR-S,Luna curtain - Sand,1,,,,1,0.9,,49.90,,,CUR,Colour,Sand,,
12,variation,,Luna curtain - Moss,1,,,,0,0.95,39.90,49.90,,,id:10,Colour,Moss,,
13,simple,K1,Kettle,1,,,2026-01-01,1,1.2,19.90,29.90,Kettles,,,,,,
14,simple,,Toaster,1,Toasts.,,,backorder,,,15,Toasters,,,,,,
15,simple,H1,Hidden,0,,,,1,,,15,Toasters,,,,,,
"""


def products() -> dict[int, dict[str, str]]:
    table: Table = WooCommerce().convert(table_of(EXPORT, "products.csv"), "https://shop.example")
    return {
        row.line: {name: cell for name, cell in zip(table.header, row.cells, strict=True) if cell}
        for row in table.rows
    }


def test_an_export_is_recognised_by_its_columns() -> None:
    assert WooCommerce().recognise(HEADER.split(","))
    assert not WooCommerce().recognise(["sku", "name", "price"])


def test_variations_take_from_their_parent_what_they_leave_blank() -> None:
    assert products()[3] == {
        "sku": "CUR-S",
        "title": "Luna curtain",
        "group": "CUR",
        "category": "Home > Curtains",
        "price": "49.90",
        "availability": "in_stock",
        "image": "https://x/1.jpg",
        "description": "Dark.",
        "weight [kg]": "0.9",
        "Colour": "Sand",
        "Material": "Cotton",
    }


def test_a_blank_sku_is_the_parents_with_the_options() -> None:
    found = products()
    assert (found[4]["sku"], found[4]["availability"]) == ("CUR-Moss", "out_of_stock")
    assert found[6]["sku"] == "id-14"


def test_a_sale_keeps_its_regular_price_and_its_days() -> None:
    found = products()
    assert (found[4]["price"], found[4]["sale_price"], found[4].get("sale_from")) == ("49.90", "39.90", None)
    assert (found[5]["price"], found[5]["sale_price"], found[5]["sale_from"]) == (
        "29.90",
        "19.90",
        "2026-01-01",
    )
    assert "sale_price" not in found[3]


def test_the_hour_at_which_a_sale_ends_is_the_end_of_its_last_day() -> None:
    text = (
        "ID,Type,SKU,Name,Regular price,Sale price,Date sale price starts,Date sale price ends\n"
        "1,simple,K1,Kettle,49.90,39.90,2026-11-20 00:00:00,2026-11-30 00:00:00\n"
    )
    table = WooCommerce().convert(table_of(text, "products.csv"), "")
    found = dict(zip(table.header, table.rows[0].cells, strict=True))
    assert (found["sale_from"], found["sale_until"]) == ("2026-11-20", "2026-11-30")


def test_parents_and_hidden_products_are_no_products() -> None:
    assert list(products()) == [3, 4, 5, 6]
