"""The team-written anchors: their number, their levels, and what code alone makes of them."""

from collections import defaultdict
from itertools import pairwise
from statistics import median

import pytest

from content.checks import check
from content.judging.anchors import Anchor, anchors, market_of, points, shop
from content.records import Severity
from content.score import score
from seo.records import LANGUAGES


def worth(anchor: Anchor) -> float:
    """Points; of a text the team wrote without an error (levels 4 and 5) those before caps: whether a check blocks
    it by mistake is for the tests of that check to say, not for the order of the levels."""
    if anchor.level < 4:
        return points(anchor)
    market = market_of(anchor.draft.language)
    return score(anchor.draft, check(anchor.draft, shop(), market), shop(), market).uncapped or 0.0


def by_level(found: list[Anchor]) -> list[float]:
    levels: dict[int, list[float]] = defaultdict(list)
    for anchor in found:
        levels[anchor.level].append(worth(anchor))
    return [median(levels[level]) for level in sorted(levels)]


def test_five_levels_of_two_topics_in_english_and_three_levels_elsewhere() -> None:
    english = {(a.topic, a.level) for a in anchors() if a.draft.language == "en"}
    assert english == {(topic, level) for topic in ("en/blanket", "en/kettle") for level in range(1, 6)}
    for language in set(LANGUAGES) - {"en"}:
        assert len({a.level for a in anchors() if a.draft.language == language}) >= 3


def test_code_alone_orders_the_levels_by_their_medians() -> None:
    """All five levels in English; elsewhere the three that every language has."""
    english = by_level([anchor for anchor in anchors() if anchor.draft.language == "en"])
    assert english == sorted(english)
    assert english[-1] - english[0] >= 40
    everywhere = by_level([anchor for anchor in anchors() if anchor.level in {1, 2, 4}])
    assert everywhere == sorted(everywhere)


def test_code_alone_puts_nine_of_ten_neighbours_of_one_topic_in_order() -> None:
    """The one it does not: Arabic spam stands above the Arabic raw draft, whose three false statements cost more."""
    neighbours = [(one, two) for one, two in pairwise(anchors()) if one.topic == two.topic]
    wrong = [(one.name, two.name) for one, two in neighbours if worth(one) >= worth(two)]
    assert len(wrong) <= len(neighbours) / 10, wrong


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
