"""Hacker News: of its stories only what asks."""

import json
from datetime import date

import pytest

from seo.errors import SourceChanged
from seo.records import SignalKind
from seo.services.hacker_news import HackerNews
from seo.signals.source import Sighting
from tests.seo.services.given import answer, errand, six


def hit(number: int, title: str | None, **changed: object) -> dict[str, object]:
    return {
        "objectID": str(number), "title": title, "url": None, "author": "somebody", "points": 12, "num_comments": 4,
        "created_at_i": 1_790_000_000, "story_text": None, "_tags": ["story"], **changed,
    }  # fmt: skip


def page(*hits: object) -> str:
    return json.dumps({"hits": hits, "nbHits": len(hits), "page": 0, "nbPages": 1, "hitsPerPage": 50})


def test_only_english_phrases_are_asked() -> None:
    assert [one.seed for one in HackerNews().errands(six())] == ["blackout curtains"]


def test_questions_and_ask_hn_are_kept_with_points_and_comments() -> None:
    body = page(
        hit(1, "A smart plug that talks to nobody"),
        hit(2, "Ask HN: Quiet fans for a small office"),
        hit(3, "Why do humidifiers leave white dust?", points=None, num_comments=0),
        hit(4, None),
        hit(5, "Ask HN: "),
    )
    heard = HackerNews().parse(answer(body), errand())
    day = date(2026, 9, 21)
    at = "https://news.ycombinator.com/item?id="
    assert heard.sightings == (
        Sighting(
            "Quiet fans for a small office",
            SignalKind.QUESTION,
            2,
            observed_on=day,
            url=f"{at}2",
            rank=2,
            votes=12,
            answers=4,
        ),
        Sighting(
            "Why do humidifiers leave white dust?",
            SignalKind.QUESTION,
            3,
            observed_on=day,
            url=f"{at}3",
            rank=3,
            votes=None,
            answers=0,
        ),
    )
    assert heard.state == "ok"


def test_stories_that_ask_nothing_are_empty() -> None:
    assert HackerNews().parse(answer(page(hit(1, "A fan review"))), errand()).state == "empty"


@pytest.mark.parametrize(
    "body", ['{"hits": {}}', page({"title": "Why?"}), page(hit(1, "Why?", objectID="../x"))]
)
def test_another_shape_is_reported(body: str) -> None:
    with pytest.raises(SourceChanged, match="Hacker News"):
        HackerNews().parse(answer(body), errand())
