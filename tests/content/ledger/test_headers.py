import pytest

from content.ledger.headers import Header, parse_header


@pytest.mark.parametrize(
    ("raw", "header"),
    [
        ("width [cm]", Header("width [cm]", "width", "cm")),
        ("Breite (cm)", Header("Breite (cm)", "Breite", "cm")),
        ("Breite in cm", Header("Breite in cm", "Breite", "cm")),
        ("width_cm", Header("width_cm", "width", "cm")),
        ("built_in", Header("built_in", "built_in")),  # not inches
        ("Width (outside)", Header("Width (outside)", "Width (outside)")),
        ("Fabric weight [g/m²]", Header("Fabric weight [g/m²]", "Fabric weight", "g/m2")),
        ("portions [cups]", Header("portions [cups]", "portions", "cups")),  # a unit of the shop's own
        ("price [EUR]", Header("price [EUR]", "price", "", "EUR")),
        ("price@DE", Header("price@DE", "price", country="DE")),
        ("title@de", Header("title@de", "title", language="de")),
        ("title@de-DE", Header("title@de-DE", "title", language="de", country="DE")),
        ("width [in] @US", Header("width [in] @US", "width", "in", country="US")),
        ("e-mail @ work", Header("e-mail @ work", "e-mail @ work")),
    ],
)
def test_headers_are_taken_apart(raw: str, header: Header) -> None:
    assert parse_header(raw) == header


@pytest.mark.parametrize(
    ("raw", "known"),
    [
        ("SKU", "sku"),
        ("Title@de", "title"),
        ("product_type", "product_type"),
        ("product type", ""),
        ("type", ""),
    ],
)
def test_only_names_written_so_are_known(raw: str, known: str) -> None:
    assert parse_header(raw).known == known
