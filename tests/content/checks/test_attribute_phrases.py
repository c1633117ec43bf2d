"""What a delivery route is called, and what of its name may stand alone."""

from collections.abc import Callable

from content.checks.attribute_phrases import attribute_phrases
from content.ledger.ledger import Ledger

PRODUCTS = "sku,title\nA-1,Alma cup\n"
FACTS = """
[[delivery]]
country = "ES"
route = "standard"
name = { es = "Envío estándar" }
days = "2-4 working days"

[[delivery]]
country = "ES"
route = "pickup"
name = { es = "Recogida en tienda asociada" }
days = "3-6 working days"
"""


def keys_in(ledger: Ledger, text: str) -> set[str]:
    """The routes a text names."""
    found = attribute_phrases(ledger, "es").find(text)
    return {
        key for _, _, keys in found if len({key.split("_")[1] for key in keys}) == 1
        for key in keys if key.endswith("_days")
    }  # fmt: skip


def test_small_words_of_a_long_name_name_no_route(opened: Callable[..., Ledger]) -> None:
    ledger = opened(PRODUCTS, FACTS)
    assert keys_in(ledger, "dos semanas en el fondo de una tienda") == set()
    assert keys_in(ledger, "con la recogida en tienda asociada") == {"delivery_pickup_days"}
    assert keys_in(ledger, "la recogida tarda más") == {"delivery_pickup_days"}
    assert keys_in(ledger, "el estándar tarda menos") == {"delivery_standard_days"}
