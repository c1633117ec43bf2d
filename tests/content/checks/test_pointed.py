"""Links to articles, pictures and charts in a draft: what is known is fine, what is not is said."""

from collections.abc import Callable

import pytest

from content.checks import check
from content.ledger.ledger import Ledger
from content.records import Draft, Finding, Severity
from seo.records import LANGUAGES, Market

KNOWN = frozenset({"curtains/cut"})


@pytest.fixture
def seen(ledger: Ledger, markets: dict[str, Market]) -> Callable[..., list[tuple[str, str]]]:
    def look(
        body: str, language: str = "en", concepts: frozenset[str] | None = KNOWN, by: str = "model:x"
    ) -> list[tuple[str, str]]:
        market = next(market for market in markets.values() if market.language == language)
        draft = Draft("Norrvik", "", f"Norrvik.\n\n{body}", language, market.locale, written_by=by)
        found: list[Finding] = check(draft, ledger, market, concepts=concepts)
        wanted = {
            "structure.broken-link",
            "structure.picture",
            "structure.chart",
            "structure.link",
            "structure.alt",
        }
        return [(each.rule, each.quote) for each in found if each.rule in wanted]

    return look


Seen = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_unknown_article_is_a_broken_link_and_a_known_one_is_fine(seen: Seen, language: str) -> None:
    assert seen("[Norrvik](article:curtains/cut)", language) == []
    assert seen("[Norrvik](article:curtains/dream)", language) == [("structure.broken-link", "Norrvik")]
    assert seen("[Norrvik](article:curtains/dream)", language, None) == []  # nobody says which there are


def test_an_invented_article_blocks(ledger: Ledger, markets: dict[str, Market]) -> None:
    draft = Draft("Norrvik", "", "See [Norrvik](article:x/y).", "en", "en-GB")
    found = check(draft, ledger, markets["en-GB"], concepts=KNOWN)
    assert [each.severity for each in found if each.rule == "structure.broken-link"] == [Severity.BLOCK]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ("![A lamp](image:norrvik)", "structure.picture"),  # the shop has no picture of it
        ("![](image:nobody)", "structure.picture"),
        ("![A lamp](https://elsewhere.example/lamp.jpg)", "structure.picture"),
        ("![](chart:fabric_weight?of=norrvik)", "structure.chart"),
        ("![](chart:fabric_weight?of=norrvik+nobody)", "structure.chart"),
        ("![](chart:nonsense)", "structure.chart"),
        ("[Norrvik](chart:fabric_weight?of=norrvik)", "structure.link"),
    ],
)
def test_what_would_be_left_out_is_said_where_it_stands(seen: Seen, body: str, rule: str) -> None:
    assert seen(body) == [(rule, body if body.startswith("!") else "Norrvik")]


def test_pictures_of_a_text_from_elsewhere_are_its_own_matter(seen: Seen) -> None:
    assert seen("![A lamp](https://elsewhere.example/lamp.jpg)", by="file") == []


def test_the_words_of_our_figures_are_no_statement(ledger: Ledger, markets: dict[str, Market]) -> None:
    wide = "Norrvik is 999 cm wide"  # the page shows the catalogue's words, whatever stands here
    draft = Draft("Norrvik", "", f"Norrvik.\n\n![{wide}](image:norrvik)", "en", "en-GB")
    assert not [each for each in check(draft, ledger, markets["en-GB"]) if each.rule.startswith("number.")]
    draft = Draft("Norrvik", "", f"Norrvik.\n\n[{wide}](article:curtains/cut)", "en", "en-GB")
    assert [each for each in check(draft, ledger, markets["en-GB"]) if each.rule.startswith("number.")]
