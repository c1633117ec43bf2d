"""No key is ever shown: in a request's or an answer's picture, a note, an error or an address that is stored."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seo.errors import SeoError
from seo.records import Market
from seo.services import SERVICES
from seo.services.service import Ask, Errand, Seed
from seo.web.answers import Answer, Request

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
SECRET = "S3CR3T-of-the-shop"
GERMANY = Market("de-DE", "EUR")
KEYED = tuple(name for name, service in SERVICES.items() if service.needs or service.needs_one)
SAID = [
    b"",
    b"{}",
    b"<html>captcha</html>",
    b'{"d": [{"Query"',
    json.dumps({"error": {"code": 403, "message": f"key {SECRET} is wrong"}}).encode(),
    json.dumps({"ErrorCode": 3, "Message": f"ERROR!!! {SECRET}"}).encode(),
    json.dumps({"status_code": 40100, "status_message": f"no such login: {SECRET}"}).encode(),
    json.dumps({"status_code": 40501, "status_message": SECRET, "tasks": []}).encode(),
    json.dumps({"detail": {"error": SECRET}}).encode(),
    json.dumps({"rows": SECRET, "d": SECRET, "results": SECRET, "web": SECRET, "query": SECRET}).encode(),
]


def ask(name: str) -> Ask:
    service = SERVICES[name]
    wanted = (*service.needs, *(each for each in service.needs_one if "TOKEN" in each))
    keys = dict.fromkeys(wanted, SECRET)
    return Ask(
        (Seed("x", GERMANY),),
        (GERMANY,),
        date(2026, 11, 16),
        NOW.date(),
        "https://shop.example",
        keys=keys,
        at=NOW,
    )


@pytest.mark.parametrize("name", KEYED)
def test_what_is_asked_shows_no_key(name: str) -> None:
    asked = list(SERVICES[name]().errands(ask(name)))
    assert asked
    assert SECRET not in repr(asked) + str(asked) + repr(ask(name)) + "".join(
        one.request.shown for one in asked
    )


@pytest.mark.parametrize("name", KEYED)
@pytest.mark.parametrize("body", SAID)
def test_what_is_heard_shows_no_key_even_when_the_service_repeats_it(name: str, body: bytes) -> None:
    for errand in SERVICES[name]().errands(ask(name)):
        told = Answer("https://api.example/", 200, {"set-cookie": SECRET}, body, NOW)
        assert SECRET not in repr(told)
        try:
            heard = SERVICES[name]().parse(told, errand)
        except SeoError as error:
            assert SECRET not in str(error) + repr(error)
            assert error.__cause__ is None
            assert error.__context__ is None or SECRET not in repr(error.__context__) + str(error.__context__)
        else:
            assert SECRET not in heard.note + repr(heard.more)
            assert heard.state != "ok"


@pytest.mark.parametrize("name", SERVICES)
def test_without_seeds_keys_site_or_options_nothing_is_asked_and_nothing_fails(name: str) -> None:
    assert list(SERVICES[name]().errands(Ask((), (), NOW.date(), NOW.date()))) == []


def test_a_request_shows_its_address_without_what_is_hidden() -> None:
    request = Request(
        "https://a.example/p?q=%E7%AA%93&apikey=k&empty=", hidden=("apikey",), body=b"k", headers={"X": "k"}
    )
    assert request.shown == "https://a.example/p?q=%E7%AA%93&empty="
    assert repr(request) == "Request(GET https://a.example/p?q=%E7%AA%93&empty=)"


JSONS = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
FIELDS = (
    "rows keys clicks d Query Date Impressions ErrorCode status_code tasks result items type title url rank_group "
    "expanded_element web faq discussions results query question data usage credits suggestions value prefix res sug "
    "access_token error code errors responseAggregationType cost position"
)
NAMES = st.sampled_from(FIELDS.split())
WORDS = st.sampled_from(
    [
        "organic",
        "people_also_ask",
        "related_searches",
        "ai_overview",
        "KEYWORD",
        "/Date(1)/",
        "/Date(-9e9)/",
        "?",
        20000,
        40102,
        0,
        -1,
        1e300,
    ]
)
SHAPED = st.recursive(
    WORDS | st.text(max_size=3) | st.none() | st.floats(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=20,
)
BODIES = (
    st.binary(max_size=60)
    | JSONS.map(lambda said: json.dumps(said).encode())
    | SHAPED.map(lambda said: json.dumps(said).encode())
)


@pytest.mark.parametrize("name", SERVICES)
@given(body=BODIES)
def test_whatever_comes_no_error_but_ours(name: str, body: bytes) -> None:
    for errand in (*SERVICES[name]().errands(ask(name)), Errand(Request("https://x.example/"))):
        try:
            SERVICES[name]().parse(Answer("https://x.example/", 200, {}, body, NOW), errand)
        except SeoError:
            continue


@pytest.mark.parametrize("name", SERVICES)
@pytest.mark.parametrize("depth", [200, 100_000])
def test_a_tower_of_brackets_is_refused_and_does_not_hang(name: str, depth: int) -> None:
    body = b"[" * depth + b"]" * depth
    with pytest.raises(SeoError):
        SERVICES[name]().parse(
            Answer("https://x.example/", 200, {}, body, NOW), Errand(Request("https://x.example/"))
        )
