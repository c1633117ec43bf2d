"""Search boxes: where they are asked, how their answers are read, and when they want to be left alone."""

import json
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from seo.errors import SourceChanged
from seo.records import Market, SignalKind
from seo.services import SERVICES
from seo.services.service import Ask, Errand, Seed
from seo.services.suggest.suggestion import MOST
from seo.signals.source import Sighting
from seo.web.answers import DAY_S, Answer

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
BOXES = tuple(name for name in SERVICES if name.startswith("suggest_"))
BARE = tuple(name for name in BOXES if name != "suggest_amazon")
LOCALES = ("en-GB", "es-ES", "fr-FR", "de-DE", "ar-AE", "ja-JP")


def errands(name: str, *seeds: Seed) -> list[Errand]:
    return list(SERVICES[name]().errands(Ask(seeds, (), NOW.date(), NOW.date())))


def errand(name: str, text: str = "gardinen", locale: str = "de-DE") -> Errand:
    return errands(name, Seed(text, Market(locale, "EUR")))[0]


def answer(body: bytes | str | object) -> Answer:
    said = body if isinstance(body, bytes) else json.dumps(body).encode()
    return Answer("https://box.example/", 200, {"content-type": "text/javascript"}, said, NOW)


def texts(name: str, body: object, asked: Errand | None = None) -> list[str]:
    return [s.text for s in SERVICES[name]().parse(answer(body), asked or errand(name)).sightings]


def query(name: str, locale: str) -> tuple[str, dict[str, str]]:
    address = urlsplit(errand(name, "x", locale).request.url)
    return address.netloc, {key: value[0] for key, value in parse_qs(address.query).items()}


@pytest.mark.parametrize("name", BOXES)
def test_a_box_is_grey_slow_cached_a_week_and_asked_only_where_robots_allow(name: str) -> None:
    request = errand(name).request
    assert SERVICES[name].licence == "grey"
    assert SERVICES[name].needs == ()
    assert SERVICES[name].terms.startswith("https://")
    assert "no published interface" in SERVICES[name].terms
    assert "obeyed" in SERVICES[name].terms
    assert (request.every_s, request.max_age_s, request.is_page) == (2.0, 7 * DAY_S, True)


@pytest.mark.parametrize("name", BOXES)
def test_a_week_has_a_bound_and_no_seed_asks_nothing(name: str) -> None:
    seeds = tuple(Seed(f"gardinen {number}", Market("de-DE", "EUR")) for number in range(400))
    assert len(errands(name, *seeds)) == MOST
    assert errands(name) == []


@pytest.mark.parametrize("locale", LOCALES)
def test_google_and_youtube_are_asked_in_the_markets_language_and_in_utf8(locale: str) -> None:
    language, country = locale.split("-")
    host, asked = query("suggest_google", locale)
    assert host == "suggestqueries.google.com"
    assert asked == {
        "client": "firefox",
        "hl": language,
        "gl": country.lower(),
        "ie": "utf-8",
        "oe": "utf-8",
        "q": "x",
    }
    assert query("suggest_youtube", locale)[1] == {**asked, "ds": "yt"}


@pytest.mark.parametrize(
    ("locale", "region"),
    [
        ("en-US", "us-en"),
        ("en-GB", "uk-en"),
        ("es-ES", "es-es"),
        ("fr-FR", "fr-fr"),
        ("de-AT", "at-de"),
        ("ar-AE", "xa-ar"),
        ("ja-JP", "jp-jp"),
    ],
)
def test_duckduckgo_and_bing_are_asked_by_region(locale: str, region: str) -> None:
    assert query("suggest_duckduckgo", locale)[1] == {"type": "list", "q": "x", "kl": region}
    assert query("suggest_bing", locale) == ("api.bing.com", {"query": "x", "market": locale})


@pytest.mark.parametrize(
    ("locale", "host", "spoken"),
    [
        ("en-US", "completion.amazon.com", "en_US"),
        ("en-GB", "completion.amazon.co.uk", "en_GB"),
        ("es-ES", "completion.amazon.es", "es_ES"),
        ("fr-FR", "completion.amazon.fr", "fr_FR"),
        ("de-DE", "completion.amazon.de", "de_DE"),
        ("ar-AE", "completion.amazon.ae", "ar_AE"),
        ("ar-SA", "completion.amazon.sa", "ar_AE"),
        ("ja-JP", "completion.amazon.co.jp", "ja_JP"),
        ("ar-JP", "completion.amazon.co.jp", "ja_JP"),  # it knows no Arabic
    ],
)
def test_amazon_is_asked_at_the_markets_marketplace_in_its_language(
    locale: str, host: str, spoken: str
) -> None:
    found, asked = query("suggest_amazon", locale)
    assert (found, asked["lop"], asked["alias"], asked["prefix"]) == (host, spoken, "aps", "x")


@pytest.mark.parametrize(
    ("name", "locale"), [("suggest_ebay", "ja-JP"), ("suggest_ebay", "ar-AE"), ("suggest_amazon", "ar-MA")]
)
def test_a_market_without_a_marketplace_is_not_asked(name: str, locale: str) -> None:
    assert errands(name, Seed("x", Market(locale, "EUR"))) == []


def test_ebay_is_asked_at_the_markets_site() -> None:
    assert query("suggest_ebay", "de-DE") == ("autosug.ebay.com", {"kwd": "x", "sId": "77", "fmt": "osr"})
    assert query("suggest_ebay", "en-US")[1]["sId"] == "0"


def test_phrases_keep_their_place_and_the_echo_is_dropped() -> None:
    said = [
        "gardinen",
        ["gardinen", "gardinen ikea", "wie wäscht man gardinen"],
        [],
        {"google:suggestsubtypes": [[512]]},
    ]
    heard = SERVICES["suggest_google"]().parse(answer(said), errand("suggest_google"))
    assert heard.sightings == (
        Sighting("gardinen ikea", SignalKind.SUGGESTION, 2, language="de", country="DE", rank=2),
        Sighting("wie wäscht man gardinen", SignalKind.QUESTION, 3, language="de", country="DE", rank=3),
    )
    assert heard.state == "ok"


@pytest.mark.parametrize(
    "said",
    [
        [
            "q",
            ["a b", "https://x.example", "c d"],
            [],
            {"google:suggesttype": ["QUERY", "NAVIGATION", "QUERY"]},
        ],
        [
            "q",
            ["a b", "https://x.example", "c d"],
            ["", "X", ""],
            [],
            {"google:suggesttype": ["QUERY", "NAVIGATION", "QUERY"]},
        ],
    ],
    ids=["at index 3", "at index 4"],
)
def test_the_metadata_is_found_from_the_end_and_addresses_are_left_out(said: object) -> None:
    assert texts("suggest_google", said) == ["a b", "c d"]


@pytest.mark.parametrize("prefix", [b")]}'\n", b")]}',\n", b"  )]}'"])
def test_the_guard_before_googles_answer_is_taken_off(prefix: bytes) -> None:
    assert texts("suggest_google", prefix + '["q",["窓 掃除"]]'.encode()) == ["窓 掃除"]


@pytest.mark.parametrize("name", BARE)
def test_a_bare_list_is_read_by_every_box_but_amazons(name: str) -> None:
    assert texts(name, ["q", ["a b", "c d"]]) == ["a b", "c d"]
    assert SERVICES[name]().parse(answer(["q", []]), errand(name)).state == "empty"


@pytest.mark.parametrize(
    "body",
    [
        b'{"prefix":"q","res":{"sug":["a b","c d"],"categories":[]}}',
        b'/**/vjo.darwin.domain.finding.autofill.AutoFill._do({"prefix":"q","res":{"sug":["a b","c d"]}})',
        b'nil({"res":{"sug":["a b","c d"]}});',
    ],
)
def test_ebays_own_shape_is_read_with_and_without_its_wrapping(body: bytes) -> None:
    assert texts("suggest_ebay", body) == ["a b", "c d"]


def test_ebay_with_nothing_to_offer_is_empty() -> None:
    assert (
        SERVICES["suggest_ebay"]().parse(answer({"prefix": "qqq"}), errand("suggest_ebay")).state == "empty"
    )


def test_amazons_phrases_are_read_and_its_departments_left_out() -> None:
    said = {
        "alias": "aps",
        "prefix": "x",
        "suffix": None,
        "suggestions": [
            {"suggType": "KeywordSuggestion", "type": "KEYWORD", "value": "ستائر معتمة", "refTag": "nb"},
            {"suggType": "WidgetSuggestion", "type": "WIDGET", "widgetItems": []},
            {"suggType": "KeywordSuggestion", "type": "KEYWORD", "value": "ستائر غرفة نوم", "refTag": "nb"},
        ],
        "responseId": "R",
        "shuffled": False,
    }
    heard = SERVICES["suggest_amazon"]().parse(answer(said), errand("suggest_amazon", "x", "ar-AE"))
    assert [(s.text, s.rank, s.language, s.country) for s in heard.sightings] == [
        ("ستائر معتمة", 1, "ar", "AE"),
        ("ستائر غرفة نوم", 3, "ar", "AE"),
    ]


@pytest.mark.parametrize("name", BOXES)
@pytest.mark.parametrize("page", [b"<!DOCTYPE html><title>Sorry</title>", b"\n<html><form id=captcha-form>"])
def test_a_captcha_with_200_is_blocked_and_leaves_the_box_alone_for_a_day(name: str, page: bytes) -> None:
    heard = SERVICES[name]().parse(answer(page), errand(name))
    assert (heard.state, heard.wait_s, heard.sightings) == ("blocked", DAY_S, ())
    assert "captcha" in heard.note


@pytest.mark.parametrize("name", BOXES)
@pytest.mark.parametrize(
    "body",
    [b"", b"{}", b"[]", b'["q"]', b'["q",["a",', b'["q",[3]]', b'"q"', b'["q",{"a":1}]', b"\xff\xfe\x00"],
)
def test_another_shape_is_a_change_and_not_an_empty_week(name: str, body: bytes) -> None:
    with pytest.raises(SourceChanged, match=name):
        SERVICES[name]().parse(answer(body), errand(name))
