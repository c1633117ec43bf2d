from content.importing.shopify import Shopify
from content.ledger.table import Table, table_of
from content.records import Severity

HEADER = (
    "Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,"
    "Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,"
    "Variant Inventory Policy,Variant Price,Variant Barcode,Image Src,Image Position,Variant Image,Status,"
    "Fabric (product.metafields.custom.fabric),Price / Germany"
)
EXPORT = f"""{HEADER}
luna,Luna curtain,"<p>Soft &amp; <b>dark</b>.</p><ul><li>Washable</li></ul>",Lindenhof,Home > Curtains,Curtain,,true,Size,140 x 260 cm,Color,Sand,LU-1,900,shopify,3,deny,49.90,,https://x/1.jpg,1,,active,cotton,44.90
luna,,,,,,,,,140 x 290 cm,,Moss,,950,shopify,0,deny,54.90,,https://x/2.jpg,2,https://x/m.jpg,,,
luna,,,,,,,,,,,,,,,,,,,https://x/3.jpg,3,,,,
kettle,Kettle,,Krups,,Kettles,,true,Title,Default Title,,,K-1,0.0,,,continue,29.00,40123,,,,active,,
draft,Draft,,Krups,,,,false,Title,Default Title,,,D-1,,,,,1,,,,,active,,
old,Old,,Krups,,,,true,Title,Default Title,,,O-1,,,,,1,,,,,archived,,
"""


def cells(table: Table, line: int) -> dict[str, str]:
    row = next(row for row in table.rows if row.line == line)
    return {name: cell for name, cell in zip(table.header, row.cells, strict=True) if cell}


def test_an_export_is_recognised_by_its_columns_old_and_new() -> None:
    assert Shopify().recognise(HEADER.split(","))
    assert Shopify().recognise(["Title", "URL handle", "SKU", "Option1 name", "Option1 value", "Price"])
    assert not Shopify().recognise(["sku", "title", "price"])


def test_variants_are_grouped_by_handle_and_take_what_the_first_line_says() -> None:
    table = Shopify().convert(table_of(EXPORT, "products.csv"), "https://shop.example")
    assert cells(table, 2) == {
        "sku": "LU-1",
        "title": "Luna curtain",
        "group": "luna",
        "brand": "Lindenhof",
        "category": "Curtain",
        "price": "49.90",
        "price@DE": "44.90",
        "availability": "3",
        "image": "https://x/1.jpg",
        "description": "Soft & dark. Washable",
        "url": "https://shop.example/products/luna",
        "Size": "140 x 260 cm",
        "Color": "Sand",
        "fabric": "cotton",
    }
    second = cells(table, 3)
    assert second["title"] == "Luna curtain"
    assert second["sku"] == "luna-140 x 290 cm-Moss"  # a blank SKU is handle and options
    assert (second["availability"], second["image"], second["fabric"]) == ("0", "https://x/m.jpg", "cotton")


def test_a_product_without_options_has_none() -> None:
    table = Shopify().convert(table_of(EXPORT, "products.csv"), "")
    assert cells(table, 5) == {
        "sku": "K-1",
        "title": "Kettle",
        "group": "kettle",
        "brand": "Krups",
        "category": "Kettles",
        "price": "29.00",
        "availability": "in_stock",
        "barcode": "40123",
    }


def test_pictures_drafts_and_archived_products_are_no_products() -> None:
    table = Shopify().convert(table_of(EXPORT, "products.csv"), "")
    assert [row.line for row in table.rows] == [2, 3, 5]


def test_the_export_of_2025_reads_the_same() -> None:
    text = (
        "Title,URL handle,Vendor,Type,Status,SKU,Option1 name,Option1 value,Price,Inventory quantity,"
        "Weight value (grams),Product image URL\n"
        "Luna,luna,Lindenhof,Curtains,Active,LU-1,Size,small,49.90,2,900,https://x/1.jpg\n"
        ",luna,,,,LU-2,,large,59.90,0,950,\n"
    )
    table = Shopify().convert(table_of(text, "products.csv"), "")
    assert cells(table, 3) == {
        "sku": "LU-2",
        "title": "Luna",
        "group": "luna",
        "brand": "Lindenhof",
        "category": "Curtains",
        "price": "59.90",
        "availability": "0",
        "image": "https://x/1.jpg",
        "Size": "large",
    }


def test_a_higher_compare_at_price_is_the_regular_one() -> None:
    text = (
        "Handle,Title,Option1 Name,Variant SKU,Variant Price,Variant Compare At Price,Price / Germany,"
        "Compare At Price / Germany\n"
        "a,A,Title,A-1,39.90,49.90,35,40\nb,B,Title,B-1,39.90,29.90,,\nc,C,Title,C-1,39.90,,,\nd,D,Title,D-1,39.90,39.90,,\n"
    )
    table = Shopify().convert(table_of(text, "products.csv"), "")
    assert (cells(table, 2)["price"], cells(table, 2)["sale_price"]) == ("49.90", "39.90")
    assert (cells(table, 2)["price@DE"], cells(table, 2)["sale_price@DE"]) == ("40", "35")
    for line in (3, 4, 5):
        assert cells(table, line)["price"] == "39.90"
        assert "sale_price" not in cells(table, line)


def test_the_merchants_type_goes_before_the_taxonomy_and_it_is_said() -> None:
    """Folding and stick umbrellas were one, `Parasols & Rain Umbrellas`, though the merchant had told them apart."""
    text = (
        "Handle,Title,Product Category,Type,Option1 Name,Variant Price\n"
        "a,A,Home & Garden > Parasols & Rain Umbrellas,Taschenschirme,Title,1\n"
        "b,B,Luggage & Bags > Backpacks,,Title,1\n"
    )
    table = Shopify().convert(table_of(text, "products.csv"), "")
    assert [cells(table, line)["category"] for line in (2, 3)] == ["Taschenschirme", "Backpacks"]
    assert [(finding.severity, finding.cure) for finding in table.findings] == [
        (
            Severity.NOTE,
            "products.csv: the category is 'Type' of 1 products, and the last part of 'Product Category' of 1 without one; "
            "to change it, edit the column category",
        )
    ]


def test_a_weight_for_shipping_is_no_weight_of_the_product_and_it_is_said() -> None:
    table = Shopify().convert(table_of(EXPORT, "products.csv"), "")
    assert not any("weight" in name.lower() for name in table.header)
    said = [finding for finding in table.findings if finding.rule == "import.weight"]
    assert [(finding.severity, finding.cure) for finding in said] == [
        (
            Severity.NOTE,
            "products.csv: 'Variant Grams' of 2 rows is a weight for shipping, packaging included, and was left out; "
            "where you know what the product weighs, add a column 'weight [g]'",
        )
    ]
