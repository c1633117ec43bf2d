"""Wikipedia's search box, in each language."""

import json
from urllib.parse import parse_qs, urlsplit

import pytest

from seo.errors import SourceChanged
from seo.records import Market, SignalKind
from seo.services.wikipedia import Wikipedia
from seo.signals.source import Sighting
from tests.seo.services.given import DE, GB, JA, SIX, US, WORDS, answer, ask, errand, six


def test_each_language_asks_its_own_wikipedia() -> None:
    found = list(Wikipedia().errands(six()))
    assert [
        (urlsplit(one.request.url).netloc, parse_qs(urlsplit(one.request.url).query)["search"][0])
        for one in found
    ] == [(f"{market.language}.wikipedia.org", WORDS[market.language]) for market in SIX]


def test_a_phrase_is_asked_once_per_language() -> None:
    assert len(list(Wikipedia().errands(ask(("curtain", US), ("curtain", GB), ("curtain", DE))))) == 2


def test_a_language_without_a_wikipedia_of_its_own_is_passed_over() -> None:
    assert list(Wikipedia().errands(ask(("a", Market("x@evil.example/-DE", "EUR"))))) == []


def test_titles_are_suggestions_in_their_order_with_language_and_address() -> None:
    body = json.dumps(
        ["カーテン", ["カーテン", "カーテンレール"], ["", ""],
         ["https://ja.wikipedia.org/wiki/a", "https://ja.wikipedia.org/wiki/b"]]
    )  # fmt: skip
    heard = Wikipedia().parse(answer(body), errand(market=JA))
    assert heard.state == "ok"
    assert heard.sightings == (
        Sighting("カーテン", SignalKind.SUGGESTION, 1, "ja", url="https://ja.wikipedia.org/wiki/a", rank=1),
        Sighting(
            "カーテンレール", SignalKind.SUGGESTION, 2, "ja", url="https://ja.wikipedia.org/wiki/b", rank=2
        ),
    )


def test_no_title_is_empty() -> None:
    assert Wikipedia().parse(answer('["x", [], [], []]'), errand()).state == "empty"


@pytest.mark.parametrize(
    "body",
    [
        '{"error": {"code": "missingparam"}}',
        '["x", ["a"], [""], []]',
        '["x"]',
        '["x", [1], [""], ["u"]]',
        "null",
    ],
)
def test_another_shape_is_reported(body: str) -> None:
    with pytest.raises(SourceChanged, match="Wikipedia"):
        Wikipedia().parse(answer(body), errand())
