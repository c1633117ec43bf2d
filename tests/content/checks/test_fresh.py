"""Honest articles written before anybody looked at what the checks say of them: how often they raise a false alarm.

First runs, sentences flagged by language, structure, originality and quotes: 8 of 383 (2.1 %), and of `*-second.md`,
written after that was cured, 3 of 80. Both sets have been looked at since, so the next figure needs new texts.
"""

from datetime import date
from pathlib import Path

import pytest

from content.checks import examine
from content.checks.copying import Copying
from content.checks.language import Language
from content.checks.quotes import Quotes
from content.checks.reading import Reading
from content.checks.references import References
from content.checks.structure import Structure
from content.files import parse_draft
from content.ledger.ledger import Ledger
from content.records import Severity
from seo.records import LANGUAGES, Market

HERE = Path(__file__).parent
ALLOWED = 0.02  # of the sentences


@pytest.mark.parametrize("language", LANGUAGES)
def test_honest_articles_are_not_blocked_and_hardly_flagged(
    ledger: Ledger, markets: dict[str, Market], language: str
) -> None:
    drafts = [
        parse_draft(path.read_text("utf-8"), path.name)
        for path in sorted((HERE / "fresh").glob(f"{language}-*.md"))
    ]
    assert len(drafts) >= 4
    sentences, flagged = 0, []
    for draft in drafts:
        others = [other for other in drafts if other is not draft]
        reading = Reading(draft, ledger, markets[draft.market], date(2026, 11, 25), others)
        sentences += len(reading.sentences)
        found = examine(reading, (References, Quotes, Copying, Language, Structure))
        assert [finding for finding in found if finding.severity is Severity.BLOCK] == []
        flagged += [(draft.source, f.rule, f.quote) for f in found if f.severity is Severity.WARN]
    assert len(flagged) <= max(1, ALLOWED * sentences), flagged
