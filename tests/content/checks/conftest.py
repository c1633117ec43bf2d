"""A small invented shop, read once, and a way to ask what the checks see in a few lines of text."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from content.checks import CHECKS, check, examine
from content.checks.reading import Reading
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


SHOP = 'name = "S"\nsite = "https://s.example"\nlanguage = "en"\ncurrency = "EUR"\n' + "".join(
    f'[[markets]]\nlocale = "{locale}"\ncurrency = "{currency}"\n'
    for locale, currency in (
        ("en-US", "USD"), ("es-ES", "EUR"), ("fr-FR", "EUR"), ("de-DE", "EUR"), ("ar-AE", "AED"), ("ja-JP", "JPY"),
    )
)  # fmt: skip


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Ledger]:
    """The ledger of a shop whose products stand in the test; facts are a second text; `home` is the language its
    columns are written in."""

    @cache
    def open_(products: str, facts: str = "", home: str = "en") -> Ledger:
        folder = tmp_path_factory.mktemp("shop")
        shop = SHOP.replace('language = "en"', f'language = "{home}"')
        (folder / "shop.toml").write_text(shop, encoding="utf-8")
        (folder / "products.csv").write_text(products, encoding="utf-8")
        if facts:
            (folder / "facts.toml").write_text(facts, encoding="utf-8")
        return read_ledger(load_shop(folder))

    return open_


@pytest.fixture(scope="session")
def asked(opened: Callable[..., Ledger]) -> Callable[..., list[tuple[str, str]]]:
    """Rule and quote of what some rules say of a body in a language, against products that stand in the test."""

    def ask(
        products: str,
        lang: str,
        body: str,
        *rules: str,
        facts: str = "",
        title: str = "",
        loud: bool = True,
        home: str = "en",
    ) -> list[tuple[str, str]]:
        ledger = opened(products, facts, home)
        market = next(market for market in ledger.shop.markets if market.language == lang)
        draft = parse_draft(f"---\ntitle: {title or '…'}\nmarket: {market.locale}\n---\n{body}", "page.md")
        chosen = [kind for kind in CHECKS.values() if any(rule.startswith(rules) for rule in kind.rules)]
        return [
            (finding.rule, finding.quote)
            for finding in examine(Reading(draft, ledger, market), chosen)
            if finding.rule.startswith(rules) and (not loud or finding.severity is not Severity.NOTE)
        ]

    return ask
