"""Brave's answer: results, questions, threads, and what is left of the month."""

import json
from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from seo.errors import SourceChanged
from seo.records import Market, Result, SignalKind
from seo.services.brave import MOST_SEEDS, Brave
from seo.services.service import Ask, Errand, Seed
from seo.signals.source import Sighting
from seo.web.answers import Answer

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
BRITAIN = Market("en-GB", "GBP")
SEED = Seed("blackout curtains", BRITAIN)


def errands(*seeds: Seed, key: str = "BSA-secret") -> list[Errand]:
    keys = {"BRAVE_API_KEY": key} if key else {}
    return list(Brave().errands(Ask(seeds, (BRITAIN,), NOW.date(), NOW.date(), keys=keys)))


def answer(said: object, *, is_stored: bool = False, **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer("https://api.search.brave.com/", 200, named, json.dumps(said).encode(), NOW, is_stored)


@pytest.mark.parametrize(
    ("locale", "country", "language"),
    [
        ("en-US", "US", "en"),
        ("es-ES", "ES", "es"),
        ("fr-FR", "FR", "fr"),
        ("de-DE", "DE", "de"),
        ("ar-AE", "ALL", "ar"),  # it knows no Emirates
        ("ja-JP", "JP", "jp"),  # its own code
    ],
)
def test_each_market_is_asked_by_braves_codes(locale: str, country: str, language: str) -> None:
    (errand,) = errands(Seed("x", Market(locale, "EUR")))
    asked = parse_qs(urlsplit(errand.request.url).query)
    assert (asked["country"], asked["search_lang"]) == ([country], [language])


def test_the_key_is_a_header_that_is_not_shown_and_without_it_nothing_is_asked() -> None:
    (errand,) = errands(SEED)
    assert errand.request.headers == {"X-Subscription-Token": "BSA-secret"}
    assert "BSA-secret" not in repr(errand) + errand.request.url
    assert errands(SEED, key="") == []
    assert len(errands(*(SEED,) * 500)) == MOST_SEEDS


SAID = {
    "type": "search",
    "query": {"original": "blackout curtains", "more_results_available": True},
    "web": {
        "type": "search",
        "results": [
            {
                "title": "Curtains &amp; blinds",
                "url": "https://rival.example/",
                "description": "<strong>Cut</strong> to size",
            }
        ],
    },
    "faq": {
        "type": "faq",
        "results": [
            {"question": "Can you cut them?", "answer": "Some.", "title": "t", "url": "https://f.example/"}
        ],
    },
    "discussions": {
        "type": "search",
        "results": [
            {
                "type": "discussion",
                "url": "https://d.example/1",
                "title": "Curtains - Forum",
                "data": {"question": "Do they fade?", "num_answers": 4, "num_votes": 7},
            },
            {
                "type": "discussion",
                "url": "https://d.example/2",
                "title": "Cheap blackout",
                "data": {"forum_name": "diy"},
            },
        ],
    },
}


def test_results_questions_and_threads_are_read() -> None:
    heard = Brave().parse(answer(SAID, x_ratelimit_remaining="0, 1832"), errands(SEED)[0])
    assert heard.results == (
        Result(
            "blackout curtains",
            "en-GB",
            1,
            "https://rival.example/",
            "Curtains & blinds",
            "Cut to size",
            "brave",
            date(2026, 11, 23),
        ),
    )
    assert heard.sightings == (
        Sighting(
            "Can you cut them?",
            SignalKind.QUESTION,
            1,
            language="en",
            country="GB",
            url="https://f.example/",
            rank=1,
        ),
        Sighting(
            "Do they fade?",
            SignalKind.QUESTION,
            1,
            language="en",
            country="GB",
            url="https://d.example/1",
            rank=1,
            votes=7,
            answers=4,
        ),
        Sighting(
            "Cheap blackout",
            SignalKind.HEADING,
            2,
            language="en",
            country="GB",
            url="https://d.example/2",
            rank=2,
        ),
    )
    assert (heard.cost, heard.quota_left) == (0.005, 1832)


def test_a_stored_answer_costs_nothing() -> None:
    assert Brave().parse(answer(SAID, is_stored=True), errands(SEED)[0]).cost is None


def test_no_results_are_empty_and_paid() -> None:
    heard = Brave().parse(answer({"type": "search", "query": {"original": "x"}}), errands(SEED)[0])
    assert (heard.state, heard.cost, heard.quota_left) == ("empty", 0.005, None)


@pytest.mark.parametrize(
    "said", [{}, [], {"type": "ErrorResponse"}, {"web": {"results": [{"title": "no url"}]}}]
)
def test_another_shape_is_a_change(said: object) -> None:
    with pytest.raises(SourceChanged):
        Brave().parse(answer(said), errands(SEED)[0])
