"""A long article is checked while the finger is still on the key: 0.08 s for 2,000 words on one core, measured."""

import time
from pathlib import Path

from content.checks import check
from content.files import parse_draft
from content.ledger.ledger import Ledger
from seo.records import Market

WORDS = 1500
SECONDS = 0.6  # several times the measured time: other people's machines


def test_a_long_article_is_checked_quickly(ledger: Ledger, markets: dict[str, Market]) -> None:
    paths = sorted((Path(__file__).parent / "corpus" / "en").glob("*.md"))
    bodies = [path.read_text("utf-8").split("\n---\n", 1)[1] for path in paths]
    text = "---\ntitle: Everything at once\nmarket: en-GB\n---\n" + "\n\n".join(bodies * 2)
    assert len(text.split()) > WORDS
    draft = parse_draft(text, "long.md")
    check(draft, ledger, markets["en-GB"])  # the tables are read once
    begun = time.perf_counter()
    check(draft, ledger, markets["en-GB"])
    assert time.perf_counter() - begun < SECONDS
