import pytest

from content.errors import ShopError
from content.importing.google_merchant import GoogleMerchant, table_of_feed
from content.ledger.table import Table, table_of

TSV = (
    "id\ttitle\tdescription\tlink\timage link\tavailability\tprice\tbrand\titem group id\tproduct type\t"
    "color\tcustom_label_0\tproduct_detail\n"
    "L1\tLuna curtain\tDark.\thttps://x/l1\thttps://x/1.jpg\tin stock\t49.90 EUR\tLuna\tluna\t"
    "Home > Curtains\tsand\tbestseller\tGeneral:Heading:eyelet,General:Lining:unlined\n"
)
XML = """<?xml version="1.0" encoding="ISO-8859-1"?>
<rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Feed</title>
<item><g:id>L1</g:id><title>Luna curtain</title><link>https://x/l1</link><g:price>49.90 EUR</g:price>
<g:availability>in_stock</g:availability><g:image_link>https://x/1.jpg</g:image_link>
<g:product_detail><g:section_name>General</g:section_name><g:attribute_name>Heading</g:attribute_name>
<g:attribute_value>eyelet</g:attribute_value></g:product_detail>
<g:product_detail><g:attribute_name>Lining</g:attribute_name><g:attribute_value>unlined</g:attribute_value>
</g:product_detail></item>
</channel></rss>"""


def only(table: Table) -> dict[str, str]:
    (row,) = table.rows
    return {name: cell for name, cell in zip(table.header, row.cells, strict=True) if cell}


def test_a_feed_is_recognised_with_blanks_or_underscores() -> None:
    assert GoogleMerchant().recognise(["id", "title", "link", "image link", "price"])
    assert GoogleMerchant().recognise(["g:id", "title", "link", "g:image_link"])
    assert not GoogleMerchant().recognise(["sku", "title", "price"])


def test_a_table_feed() -> None:
    table = GoogleMerchant().convert(table_of(TSV, "feed.tsv"), "")
    assert only(table) == {
        "sku": "L1",
        "title": "Luna curtain",
        "group": "luna",
        "url": "https://x/l1",
        "image": "https://x/1.jpg",
        "brand": "Luna",
        "price": "49.90 EUR",
        "availability": "in stock",
        "category": "Home > Curtains",
        "description": "Dark.",
        "color": "sand",
        "Heading": "eyelet",
        "Lining": "unlined",
    }


def test_an_xml_feed_says_the_same() -> None:
    table = GoogleMerchant().convert(table_of_feed(XML, "feed.xml"), "")
    assert only(table) == {
        "sku": "L1",
        "title": "Luna curtain",
        "url": "https://x/l1",
        "image": "https://x/1.jpg",
        "price": "49.90 EUR",
        "availability": "in_stock",
        "Heading": "eyelet",
        "Lining": "unlined",
    }


def test_an_atom_feed_holds_its_link_in_an_attribute() -> None:
    text = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0">'
        '<entry><g:id>L1</g:id><title>Luna</title><link href="https://x/l1"/></entry></feed>'
    )
    assert only(table_of_feed(text, "feed.xml")) == {"id": "L1", "title": "Luna", "link": "https://x/l1"}


@pytest.mark.parametrize(
    "text",
    ["<rss>", "no xml", '<!DOCTYPE x [<!ENTITY a "b">]><rss><channel><item>&a;</item></channel></rss>'],
)
def test_a_feed_that_cannot_be_read_says_so(text: str) -> None:
    with pytest.raises(ShopError, match=r"feed.xml is not a readable XML feed"):
        table_of_feed(text, "feed.xml")


def test_a_sale_keeps_its_interval_and_an_offer_its_end() -> None:
    text = (
        "id\ttitle\tlink\tprice\tsale_price\tsale_price_effective_date\tavailability\tavailability_date\texpiration_date\n"
        "L1\tLuna\tx\t49.90 EUR\t39.90 EUR\t2026-11-20T00:00+0100/2026-12-01T00:00+0100\tpreorder\t"
        "2026-12-24T08:00+0100\t2027-01-31\n"
    )
    found = only(GoogleMerchant().convert(table_of(text, "feed.tsv"), ""))
    assert (found["price"], found["sale_price"]) == ("49.90 EUR", "39.90 EUR")
    assert (found["sale_from"], found["sale_until"]) == ("2026-11-20T00:00+0100", "2026-12-01T00:00+0100")
    assert (found["available_from"], found["available_until"]) == ("2026-12-24T08:00+0100", "2027-01-31")


def test_the_availability_date_of_what_is_in_stock_says_nothing() -> None:
    text = "id\ttitle\tlink\tavailability\tavailability_date\nL1\tLuna\tx\tin_stock\t2026-12-24\n"
    assert "available_from" not in only(GoogleMerchant().convert(table_of(text, "feed.tsv"), ""))
