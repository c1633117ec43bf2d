"""The team-written anchors: their number, their levels, and what code alone makes of them."""

from collections import defaultdict
from statistics import median

import pytest

from content.checks import check
from content.judging.anchors import Anchor, anchors, market_of, points, shop
from content.records import Severity
from seo.records import LANGUAGES

CALLED_HUMAN = ("human", "expert-written")


def by_level(found: list[Anchor]) -> list[float]:
    levels: dict[int, list[float]] = defaultdict(list)
    for anchor in found:
        levels[anchor.level].append(points(anchor))
    return [median(levels[level]) for level in sorted(levels)]


def test_five_levels_of_two_topics_in_english_and_three_levels_elsewhere() -> None:
    english = {(a.topic, a.level) for a in anchors() if a.draft.language == "en"}
    assert english == {(topic, level) for topic in ("en/blanket", "en/kettle") for level in range(1, 6)}
    for language in set(LANGUAGES) - {"en"}:
        assert len({a.level for a in anchors() if a.draft.language == language}) >= 3


def test_code_alone_orders_the_levels_by_their_medians() -> None:
    found = by_level(list(anchors()))
    assert found == sorted(found)
    assert found[-1] - found[0] >= 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_code_puts_competent_texts_far_above_spam_in_every_language(language: str) -> None:
    mine = [a for a in anchors() if a.draft.language == language]
    best = median(points(a) for a in mine if a.level >= 4)
    assert best >= max(points(a) for a in mine if a.level <= 2) + 10


def test_raw_drafts_hold_faults_a_check_blocks() -> None:
    for anchor in anchors():
        if anchor.level == 2:
            found = check(anchor.draft, shop(), market_of(anchor.draft.language))
            assert any(finding.severity is Severity.BLOCK for finding in found), anchor.name
