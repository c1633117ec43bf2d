"""What a page says of itself: the honest page passes every check of it, each way to break it is seen."""

from pathlib import Path

import pytest

from content.checks import check
from content.corruption.corpus import Original
from content.corruption.damage import Spoiled
from content.corruption.heads import ON, broken_heads, dressed
from content.files import parse_draft
from content.ledger.ledger import Ledger, read_ledger
from content.records import Severity
from content.score import score
from content.shop import load_shop
from seo.records import LANGUAGES

CHECKS = Path(__file__).parent.parent / "checks"


@pytest.fixture(scope="module")
def ledger() -> Ledger:
    return read_ledger(load_shop(CHECKS / "shop"))


def original(ledger: Ledger, language: str) -> Original:
    path = sorted((CHECKS / "corpus" / language).glob("*.md"))[2]
    text = path.read_text("utf-8")
    draft = parse_draft(text, path.name)
    market = next(market for market in ledger.shop.markets if market.locale == draft.market)
    return Original("checks", f"{language}/{path.stem}", text, draft, market)


def seen(ledger: Ledger, page: Original, text: str) -> tuple[set[str], float]:
    draft = parse_draft(text, "page.md")
    found = check(draft, ledger, page.market, (), ON)
    return {f.rule for f in found if f.severity is not Severity.NOTE}, score(
        draft, found, ledger, page.market
    ).points


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("is_paid", "is_noted"), [(False, False), (True, False), (True, True)])
def test_the_honest_page_draws_no_finding(
    ledger: Ledger, language: str, *, is_paid: bool, is_noted: bool
) -> None:
    page = original(ledger, language)
    bare, _ = seen(ledger, page, page.text)
    rules, _ = seen(ledger, page, dressed(page, ledger.shop, is_paid=is_paid, is_noted=is_noted))
    assert rules <= bare


EXPECTED = {
    "broken-markup": {"structure.json-ld", "structure.canonical", "structure.hreflang"},
    "wrong-date": {"structure.date"},
    "undisclosed": {"structure.disclosure", "claim.disclosure"},
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_break_is_seen(ledger: Ledger, language: str) -> None:
    page = original(ledger, language)
    found: list[Spoiled] = list(broken_heads(page, ledger.shop))
    assert [each.kind for each in found] == [
        "unsigned", *["broken-markup"] * 6, *["wrong-date"] * 2, *["undisclosed"] * 2
    ]  # fmt: skip
    for each in found:
        assert each.text != each.base
        rules, points = seen(ledger, page, each.text)
        _, before = seen(ledger, page, each.base)
        if each.kind in EXPECTED:
            assert rules & EXPECTED[each.kind], (each.kind, rules)
        if each.kind == "unsigned":
            assert before - points >= 4, (before, points)
