"""SearXNG: what is asked of it per market, and what its answers are worth. The last test asks a real one."""

import json
import os
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest

from seo.errors import SettingMissing, SourceChanged, SourceRefused
from seo.records import Market, Result, SignalKind
from seo.services.searxng import SearXNG
from seo.services.service import Errand
from seo.signals.source import Sighting
from tests.seo.services.given import DE, GB, NOW, SIX, US, WORDS, answer, ask, errand

BASE = "http://127.0.0.1:8888"


def params(one: Errand) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(urlsplit(one.request.url).query).items()}


def result(url: object, title: object, **changed: object) -> dict[str, object]:
    return {
        "url": url, "title": title, "content": "What it says.", "engine": "loopback", "template": "default.html",
        "parsed_url": ["https", "one.example", "/", "", "", ""], "img_src": "", "thumbnail": "", "priority": "",
        "engines": ["loopback"], "positions": [1], "score": 1.0, "category": "general", "publishedDate": None, **changed,
    }  # fmt: skip


def page(*results: object, **changed: object) -> str:
    told: Mapping[str, object] = {
        "query": "x",
        "results": results,
        "answers": [],
        "corrections": [],
        "infoboxes": [],
    }
    return json.dumps({**told, "suggestions": [], "unresponsive_engines": [], **changed})


def test_each_market_is_asked_in_its_own_locale() -> None:
    seeds = [(WORDS[market.language], market) for market in SIX]
    found = [params(one) for one in SearXNG().errands(ask(*seeds, options=(BASE,)))]
    assert [(one["q"], one["language"]) for one in found] == [(text, market.locale) for text, market in seeds]
    assert {(one["format"], one["pageno"], one["safesearch"], one["categories"]) for one in found} == {
        ("json", "1", "1", "general")
    }


def test_two_countries_of_one_language_are_asked_each_and_a_repeat_is_not() -> None:
    found = SearXNG().errands(ask(("curtain", US), ("curtain", GB), ("Curtain ", US), options=(BASE,)))
    assert [params(one)["language"] for one in found] == ["en-US", "en-GB"]


def test_a_locale_searxng_would_refuse_is_asked_as_its_language() -> None:
    (one,) = SearXNG().errands(ask(("a", Market("zh-Hant-TW", "TWD")), options=(BASE,)))
    assert params(one)["language"] == "zh"


@pytest.mark.parametrize("base", [BASE, f"{BASE}/", f"{BASE}/search"])
def test_its_address_may_be_written_in_any_of_these_ways(base: str) -> None:
    (one,) = SearXNG().errands(ask(("a", US), options=(base,)))
    assert one.request.url.startswith(f"{BASE}/search?q=a&")


def test_its_address_may_stand_in_the_environment() -> None:
    (one,) = SearXNG().errands(ask(("a", US), keys={"SEARXNG_URL": BASE}))
    assert one.request.url.startswith(f"{BASE}/search?")


def test_an_address_that_is_none_is_named() -> None:
    with pytest.raises(SettingMissing, match=r"'localhost:8888'.*shop\.toml"):
        list(SearXNG().errands(ask(("a", US), options=("localhost:8888",))))


@pytest.mark.parametrize(
    ("seed", "asked"),
    [
        ("!!g curtains", "g curtains"),
        (":fr curtains", "fr curtains"),
        ("<5 kg fan", "5 kg fan"),
        ("how? why", "how? why"),
    ],
)
def test_commands_of_its_search_box_are_only_words_here(seed: str, asked: str) -> None:
    (one,) = SearXNG().errands(ask((seed, US), options=(BASE,)))
    assert params(one)["q"] == asked


def test_results_keep_their_rank_and_what_asks_is_a_question() -> None:
    body = page(
        result("https://one.example/wash", "Wie wäscht man Thermovorhänge?"),
        result("https://two.example/hang", "Schwere Vorhänge aufhängen", content=None),
        result(None, "A box without an address"),
        result("https://three.example/", "Schienen"),
        suggestions=["vorhang waschen", "kann man vorhänge bügeln", "vorhang waschen"],
    )
    heard = SearXNG().parse(answer(body), errand(market=DE, seed="Vorhang waschen"))
    day = NOW.date()
    assert heard.results == (
        Result(
            "Vorhang waschen",
            "de-DE",
            1,
            "https://one.example/wash",
            "Wie wäscht man Thermovorhänge?",
            "What it says.",
            "searxng",
            day,
        ),
        Result(
            "Vorhang waschen",
            "de-DE",
            2,
            "https://two.example/hang",
            "Schwere Vorhänge aufhängen",
            "",
            "searxng",
            day,
        ),
        Result(
            "Vorhang waschen",
            "de-DE",
            3,
            "https://three.example/",
            "Schienen",
            "What it says.",
            "searxng",
            day,
        ),
    )
    assert heard.sightings == (
        Sighting("vorhang waschen", SignalKind.SUGGESTION, 1, "de", rank=1),
        Sighting("kann man vorhänge bügeln", SignalKind.QUESTION, 2, "de", rank=2),
        Sighting(
            "Wie wäscht man Thermovorhänge?", SignalKind.QUESTION, 1, url="https://one.example/wash", rank=1
        ),
    )
    assert (heard.state, heard.note) == ("ok", "")


def test_marks_that_no_reader_sees_are_taken_out_of_results() -> None:
    body = page(result("https://one.example/", "Ra\u200bils &amp; hooks", content="<b>Three</b>\u202e kinds"))
    (found,) = SearXNG().parse(answer(body), errand()).results
    assert (found.title, found.snippet) == ("Rails & hooks", "Three kinds")


def test_a_related_question_is_kept_and_a_machine_s_answer_is_not() -> None:
    answers = [
        {"answer": "Cold.", "url": None, "template": "answer/legacy.html"},
        {"question": "Can curtains be ironed?", "answer": "Yes.", "url": "https://q.example/"},
        "A bare answer",
    ]
    heard = SearXNG().parse(answer(page(answers=answers, corrections=["curtian"])), errand())
    assert [(one.text, one.kind, one.url) for one in heard.sightings] == [
        ("Can curtains be ironed?", SignalKind.QUESTION, "https://q.example/")
    ]


def test_results_with_an_engine_that_failed_are_degraded_and_it_is_named() -> None:
    body = page(result("https://one.example/", "A"), unresponsive_engines=[["google", "unexpected crash"]])
    heard = SearXNG().parse(answer(body), errand())
    assert (heard.state, len(heard.results)) == ("degraded", 1)
    assert "google (unexpected crash)" in heard.note


def test_no_results_with_an_engine_that_failed_are_blocked_not_empty() -> None:
    body = page(unresponsive_engines=[["google", "captcha"], ["bing", "timeout"]])
    assert SearXNG().parse(answer(body), errand()).state == "blocked"


def test_no_results_from_engines_that_all_answered_are_empty() -> None:
    assert SearXNG().parse(answer(page()), errand()).state == "empty"


def test_a_web_page_with_200_says_which_setting_cures_it() -> None:
    with pytest.raises(SourceRefused, match=r"`search\.formats` list `json`"):
        SearXNG().parse(answer("<!doctype html><html><body>results</body></html>"), errand())


def test_a_403_says_which_setting_cures_it() -> None:
    (one,) = SearXNG().errands(ask(("a", US), options=(BASE,)))
    assert one.request.lets_in == (403,)
    with pytest.raises(SourceRefused, match=r"answered 403 .*`search\.formats` list `json`"):
        SearXNG().parse(answer("", status=403), one)


@pytest.mark.parametrize(
    "body", ["{}", '{"results": {}}', page(suggestions=None), page(unresponsive_engines=[[]])]
)
def test_another_shape_is_reported(body: str) -> None:
    with pytest.raises(SourceChanged, match="SearXNG"):
        SearXNG().parse(answer(body), errand())


@pytest.mark.network
@pytest.mark.skipif(
    "SEARXNG_URL" not in os.environ, reason="start tests/servers/searxng.sh and set SEARXNG_URL"
)
def test_a_real_searxng_is_understood() -> None:
    (one,) = SearXNG().errands(ask(("wash curtains", US), options=(os.environ["SEARXNG_URL"],)))
    with urlopen(one.request.url) as said:
        heard = SearXNG().parse(answer(said.read()), one)
    assert heard.state == "degraded"  # the script's second engine never answers
    assert "silent" in heard.note
    assert [(found.rank, found.url) for found in heard.results] == [
        (1, "https://one.example/wash"), (2, "https://two.example/hang"),
    ]  # fmt: skip
    assert {(found.text, found.kind) for found in heard.sightings} == {
        ("wash curtains by hand", SignalKind.SUGGESTION),
        ("can thermal curtains be ironed", SignalKind.QUESTION),
        ("How do you wash a thermal curtain?", SignalKind.QUESTION),
    }
