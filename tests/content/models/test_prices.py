"""Prices are where they are from and from when; what nobody states stays unknown."""

from datetime import date

import pytest

from content.models.model import Answer
from content.models.prices import Price, _table, price_of


def test_every_price_says_its_source_and_its_day() -> None:
    for (host, model), price in _table().items():
        assert price.source.startswith("https://"), model
        assert price.on is not None
        assert date(2024, 1, 1) < price.on <= date(2026, 11, 25)
        assert 0 < price.tokens_in < 100
        assert "." in host


@pytest.mark.parametrize(
    ("url", "model", "known"),
    [
        ("https://api.deepseek.com/v1", "deepseek-flash", True),
        ("https://api.openai.com/v1", "GPT-4.1-mini", True),
        ("https://reseller.example/v1", "gpt-4.1-mini", False),  # another's price
        ("https://api.openai.com/v1", "gpt-99", False),
        ("http://127.0.0.1:11434/v1", "llama3", False),  # electricity has a price too
    ],
)
def test_a_name_has_a_price_at_its_own_host_only(url: str, model: str, known: bool) -> None:
    assert (price_of(url, model) is not None) == known


def test_a_cost_is_rounded_up_and_unknown_without_counts() -> None:
    price = Price(0.3, 1.2, 0.006)
    assert price.cost(Answer("x", 1001, 10)) == 313
    assert price.cost(Answer("x", 1000, 10, cached_in=500)) == 165
    assert price.cost(Answer("x", None, 10)) is None
    assert Price(0.3, 1.2).cost(Answer("x", 1000, 0, cached_in=500)) == 300
    assert price.most(1000, 100) == 420
