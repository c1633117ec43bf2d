"""Filing patterns by what they begin with loses nothing that a plain search finds."""

import re

import pytest

from content.checks.detector import Detector
from content.checks.policy import EDGES, LATIN_EDGES, policy
from content.checks.view import fold, low
from content.corruption.corpus import SHIPPED
from seo.records import LANGUAGES


def test_a_search_stays_within_its_part_of_the_text() -> None:
    found = Detector(["gin", r"\w+ wine"], r"(?<!\w)", r"(?!\w)")
    assert list(found.find("gin, gins, a wine, gin")) == [0, 11, 19]
    assert list(found.find("gin, gins, a wine, gin", 1, 17)) == [11]
    assert list(found.find("gin, gins, a wine, gin", 1, 16)) == []


def _found(pattern: re.Pattern[str], text: str) -> list[int]:
    places, place = [], 0
    while match := pattern.search(text, place):
        places.append(match.start())
        place = match.start() + 1
    return places


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rows_of_the_policy_are_found_where_a_plain_search_finds_them(language: str) -> None:
    before, behind = EDGES.get(language, LATIN_EDGES)
    texts = [low(fold(path.read_text(encoding="utf-8"))) for path in SHIPPED.glob(f"*/lies/{language}*/*.md")]
    texts += [
        low(fold(path.read_text(encoding="utf-8"))) for path in SHIPPED.glob(f"*/articles/{language}*/*.md")
    ]
    hits = 0
    for check in ("claim", "invention", "culture"):
        rows = policy(language, check)
        plain = re.compile(f"{before}(?:{'|'.join(row.terms for row in rows.rows)}){behind}")
        for text in texts:
            places = _found(plain, text)
            assert list(rows.detector.find(text)) == places
            hits += len(places)
    assert hits
