from collections.abc import Callable
from pathlib import Path

import pytest

from content.ledger.ledger import Ledger, read_ledger
from content.shop import load_shop

SHOP = """
name = "Test shop"
site = "https://shop.example"
language = "{language}"
currency = "EUR"
[[markets]]
locale = "de-DE"
currency = "EUR"
[[markets]]
locale = "en-US"
currency = "USD"
[[markets]]
locale = "ar-AE"
currency = "AED"
[[markets]]
locale = "ja-JP"
currency = "JPY"
"""

ReadLedger = Callable[..., Ledger]


@pytest.fixture
def ledger_of(tmp_path: Path) -> ReadLedger:
    """Reads a ledger from texts: products.csv and, by name, any other file of the folder (`facts_toml=…`)."""

    def read(products: str | bytes, language: str = "en", files: dict[str, str] | None = None) -> Ledger:
        (tmp_path / "shop.toml").write_text(SHOP.format(language=language), encoding="utf-8")
        data = products if isinstance(products, bytes) else products.encode()
        (tmp_path / "products.csv").write_bytes(data)
        for name, text in (files or {}).items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return read_ledger(load_shop(tmp_path))

    return read
