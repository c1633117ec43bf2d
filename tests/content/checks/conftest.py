"""A small invented shop, read once, and a way to ask what the checks see in a few lines of text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Draft, Finding, Severity
from content.shop import load_shop
from seo.records import Market

Ask = Callable[..., list[tuple[str, str]]]


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    return read_ledger(load_shop(Path(__file__).parent / "shop"))


@pytest.fixture(scope="session")
def markets(ledger: Ledger) -> dict[str, Market]:
    return {market.locale: market for market in ledger.shop.markets}


@pytest.fixture(scope="session")
def findings(ledger: Ledger, markets: dict[str, Market]) -> Callable[..., list[Finding]]:
    """Everything seen in a body of text, as a file from elsewhere."""

    def look(body: str, locale: str = "en-GB", sku: str = "", **more: object) -> list[Finding]:
        front = f"---\ntitle: Kiesel & Tuch\nlang: {locale[:2]}\nmarket: {locale}\nsku: {sku}\n---\n"
        others: tuple[Draft, ...] = more.get("others", ())  # type: ignore[assignment]  # handed through as they are
        return check(parse_draft(front + body, "page.md"), ledger, markets[locale], others)

    return look


@pytest.fixture(scope="session")
def blocked(findings: Callable[..., list[Finding]]) -> Ask:
    """Rule and quote of every block."""

    def ask(body: str, locale: str = "en-GB", sku: str = "") -> list[tuple[str, str]]:
        return [(f.rule, f.quote) for f in findings(body, locale, sku) if f.severity == Severity.BLOCK]

    return ask
