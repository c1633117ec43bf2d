"""What whole pages state and what they must not be taken to state: tests/data/policies, six languages."""

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from content.ledger.ledger import Ledger
from content.proposing.policies import from_policies
from content.proposing.proposal import Proposal
from tests.content.small_shop import opened

PAGES = Path(__file__).parents[2] / "data" / "policies"
MARKETS = {"de-DE": "EUR", "en-GB": "GBP", "fr-FR": "EUR", "es-ES": "EUR", "ja-JP": "JPY", "ar-AE": "AED"}
PRECISION, RECALL = 0.95, 0.9
Key = tuple[str, str, str]


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    markets = "".join(f'[[markets]]\nlocale = "{of}"\ncurrency = "{in_}"\n' for of, in_ in MARKETS.items())
    shop = f'name = "Kesselhaus"\nlanguage = "en"\ncurrency = "EUR"\n{markets}'
    return opened(
        tmp_path, {"shop.toml": shop, "products.csv": "sku,title,category\nA1,Ember kettle,Kettles\n"}
    )


def expected() -> dict[str, set[Key]]:
    found: dict[str, set[Key]] = defaultdict(set)
    for row in csv.DictReader((PAGES / "expected.csv").open(encoding="utf-8", newline="")):
        found[row["page"]].add((row["market"], row["attribute"], row["value"]))
    return found


def proposed(ledger: Ledger, page: str) -> dict[Key, Proposal]:
    return {(each.market, each.attribute, each.value): each for each in from_policies(ledger, [PAGES / page])}


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "ar", "ja"])
def test_nearly_all_that_is_proposed_is_so_and_most_of_what_is_so_is_proposed(
    ledger: Ledger, language: str
) -> None:
    pages = {page: facts for page, facts in expected().items() if f".{language}." in page}
    found = {page: set(proposed(ledger, page)) for page in pages}
    right = sum(len(found[page] & pages[page]) for page in pages)
    wrong = {(page, *fact) for page in pages for fact in found[page] - pages[page]}
    assert len(pages) >= 3
    assert right / (right + len(wrong)) >= PRECISION, wrong
    assert right / sum(map(len, pages.values())) >= RECALL


def test_no_yes_becomes_a_no_and_no_country_gets_what_is_said_of_the_others(ledger: Ledger) -> None:
    for page, facts in expected().items():
        answers = {key for key in proposed(ledger, page) if key[1] == "returns_free"}
        assert answers <= facts, page


def test_every_quote_is_on_the_page(ledger: Ledger) -> None:
    from lxml import html  # noqa: PLC0415

    for page in expected():
        text = (PAGES / page).read_text(encoding="utf-8")
        if page.endswith(".html"):
            text = html.document_fromstring(
                text.encode(), parser=html.HTMLParser(encoding="utf-8")
            ).text_content()
        flat = " ".join(text.split())
        for each in proposed(ledger, page).values():
            assert all(part in flat for part in each.quote.split(" | ")), (page, each.quote)
