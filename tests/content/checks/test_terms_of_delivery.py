"""A sum told as the shop's own condition is held to its row, though the page's prices may add up to it."""

import pytest

from tests.content.checks.sums import Asked, judged
from tests.content.checks.test_chance import PRODUCTS

FACTS = "\n".join(
    f"""
[[delivery]]
country = "{country}"
route = "standard"
days = "3-5 wd"
cost = "6.90 {unit}"
free_from = "70.00 {unit}"
"""
    for country, unit in (("US", "USD"), ("ES", "EUR"), ("FR", "EUR"), ("DE", "EUR"))
)

ROWS = [  # the wrong sum is the Pomo and the Wisko together, the small Kiru less than the Pomo
    ("en", "The Pomo costs $58.65, the Wisko $23.80. Delivery is free from {}.", "$70.00", "$82.45"),
    ("es", "La Pomo cuesta 58,65 €, el Wisko 23,80 €. El envío gratis empieza en {}.", "70,00 €", "82,45 €"),
    ("fr", "La Pomo coûte 58,65 €, le Wisko 23,80 €. La livraison est offerte dès {}.", "70,00 €", "82,45 €"),
    ("de", "Die Pomo kostet 58,65 €, der Wisko 23,80 €. Der Versand ist ab {} frei.", "70,00 €", "82,45 €"),
    ("en", "The Pomo costs $58.65, the Kiru $12.35. Standard delivery is {}.", "$6.90", "$46.30"),
]


@pytest.mark.parametrize("row", ROWS)
def test_a_condition_is_not_worked_out(asked: Asked, row: tuple[str, str, str, str]) -> None:
    judged(asked, PRODUCTS, row, FACTS)
