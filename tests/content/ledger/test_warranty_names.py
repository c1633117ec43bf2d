"""Other names for a warranty's period, as shops write them that have no example before them."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from content.errors import ShopError
from content.ledger.ledger import Ledger
from content.records import UNKNOWN, Quantity

ReadLedger = Callable[..., Ledger]
PRODUCTS = "sku,title\nA1,Kettle\nA 2/3,Toaster\n"


def warranty(ledger: Ledger, subject: str = "shop") -> object:
    return ledger.fact(subject, "warranty_period" if subject == "shop" else "warranty").value


@pytest.mark.parametrize(
    ("language", "line", "period"),
    [
        ("en", "years = 3", Quantity(Decimal(3), "a")),
        ("en", 'years = "3"', Quantity(Decimal(3), "a")),
        ("en", "months = 18", Quantity(Decimal(18), "mo")),
        ("en", 'duration = "3 years"', Quantity(Decimal(3), "a")),
        ("fr", 'duration = "2 ans"', Quantity(Decimal(2), "a")),
        ("de", 'duration = "24 Monate"', Quantity(Decimal(24), "mo")),
        ("es", 'duration = "2 años"', Quantity(Decimal(2), "a")),
        ("en", 'period = "5 years"', Quantity(Decimal(5), "a")),
    ],
)
def test_a_period_may_be_called_years_months_or_duration(
    ledger_of: ReadLedger, language: str, line: str, period: Quantity
) -> None:
    ledger = ledger_of(PRODUCTS, language, {"facts.toml": f"[warranty]\n{line}\n"})
    assert warranty(ledger) == period


def test_so_it_may_in_a_list_and_for_some_products(ledger_of: ReadLedger) -> None:
    facts = '[[warranty]]\nyears = 2\n[[warranty]]\nmonths = 30\nproducts = ["A1"]\n'
    ledger = ledger_of(PRODUCTS, files={"facts.toml": facts})
    assert warranty(ledger) == Quantity(Decimal(2), "a")
    assert warranty(ledger, "a1") == Quantity(Decimal(30), "mo")
    assert warranty(ledger, "a-2-3") == UNKNOWN


def test_a_period_beside_another_name_for_it_is_refused(ledger_of: ReadLedger) -> None:
    with pytest.raises(ShopError, match="years"):
        ledger_of(PRODUCTS, files={"facts.toml": '[warranty]\nperiod = "2 years"\nyears = 3\n'})


def test_a_name_nobody_uses_is_refused(ledger_of: ReadLedger) -> None:
    with pytest.raises(ShopError, match="decades"):
        ledger_of(PRODUCTS, files={"facts.toml": "[warranty]\ndecades = 1\n"})


def test_no_period_is_none(ledger_of: ReadLedger) -> None:
    ledger = ledger_of(PRODUCTS, files={"facts.toml": '[warranty]\ngiven_by = "shop"\n'})
    assert warranty(ledger) == UNKNOWN
