"""One contract for every service in the table, whoever wrote it."""

import ast
import json
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seo.errors import SeoError, SourceChanged, SourceRefused
from seo.records import Licence
from seo.services import SERVICES
from seo.services.service import Ask, Errand, Heard, Service
from tests.seo.services.given import SIX, TODAY, WORDS, answer, ask, errand

ADDRESSES = ("feeds", "pages", "searxng", "sitemaps")
"""Services whose options are addresses."""
WALL = (
    b"<!doctype html><html><head><title>One moment</title></head><body><p>Please confirm.</p></body></html>"
)
SPOILT = {
    "nothing": b"",
    "an empty object": b"{}",
    "an empty list": b"[]",
    "null": b"null",
    "a wall with 200": WALL,
    "a cut object": b'{"items": [{"title": "How do I wash',
    "a cut list": b'["curtain", ["Curtain", "Curt',
    "a cut page": b"<!doctype html><html><body><p>Please conf",
    "a cut feed": b'<?xml version="1.0"?><rss version="2.0"><channel><item><ti',
    "a cut sitemap": b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.ex',
    "bytes of no text": bytes(range(128, 256)) * 4,
    "an error told in JSON": b'{"error": {"code": 400, "message": "Bad request"}}',
    "deep nesting": b"[" * 100_000,
}
GOOD = {
    "stack_exchange": b'{"items": [{"title": "Why?", "link": "https://d.example/1", "score": 1, "answer_count": 0, "creation_date": 1571097600}], "has_more": true, "quota_remaining": 9, "backoff": 3}',
    "wikipedia": b'["c", ["Curtain"], [""], ["https://w.example/Curtain"]]',
    "hacker_news": b'{"hits": [{"objectID": "1", "title": "Ask HN: Fans?", "points": 1, "num_comments": 0, "created_at_i": 1790000000}]}',
    "feeds": b'<?xml version="1.0"?><rss version="2.0"><channel><item><title>Why wash &amp; dry?</title><link>https://f.example/1</link><pubDate>Tue, 03 Nov 2026 10:00:00 +0100</pubDate></item></channel></rss>',
    "sitemaps": b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://s.example/wool-rug</loc><lastmod>2026-11-03</lastmod></url></urlset>',
    "pages": b'<html lang="de"><head><script type="application/ld+json">{"@type": "FAQPage", "mainEntity": [{"@type": "Question", "name": "Why?"}]}</script></head><body><h1>Rails</h1><p>Why so? So.</p></body></html>',
    "searxng": b'{"results": [{"url": "https://o.example/", "title": "Why?", "content": "x"}], "suggestions": ["a b"], "unresponsive_engines": [["x", "y"]]}',
}  # fmt: skip
"""An answer as it should be, to be spoilt by the fuzz run; a service without one is fuzzed without it."""


def wishes(name: str, *seeds: str) -> Ask:
    service = SERVICES[name]
    options = ("https://a.example/some/place.xml",) if name in ADDRESSES else ()
    asked = [(text, market) for text in seeds or WORDS.values() for market in SIX]
    keys = dict.fromkeys((*service.needs, *service.needs_one[-1:], *service.likes), "https://k.example")
    return replace(ask(*asked, options=options, keys=keys), site="https://shop.example")


def first(name: str) -> Errand:
    return next(SERVICES[name]().errands(wishes(name)), errand())


def is_honest(heard: Heard) -> bool:
    """An `ok` holds something; everything else says why, or is plainly empty."""
    if heard.state == "ok":
        return bool(heard.sightings or heard.results or heard.interest or heard.more)
    return heard.state == "empty" or bool(heard.note)


@pytest.mark.parametrize("name", SERVICES)
def test_every_service_says_who_it_is_and_under_which_terms(name: str) -> None:
    service = SERVICES[name]()
    assert service.name == name
    assert Service in type(service).__mro__
    assert service.licence in get_args(Licence)
    assert service.terms.startswith("https://")
    assert "https://" in (sys.modules[type(service).__module__].__doc__ or "")
    assert all(variable.isupper() for variable in (*service.needs, *service.likes))
    assert not set(service.needs) & set(service.likes)


@pytest.mark.parametrize("name", SERVICES)
def test_without_phrases_and_options_nothing_is_asked_and_nothing_fails(name: str) -> None:
    assert list(SERVICES[name]().errands(Ask((), SIX, TODAY, TODAY))) == []


@pytest.mark.parametrize("name", SERVICES)
def test_what_is_asked_goes_over_https_politely_and_the_same_every_time(name: str) -> None:
    found = list(SERVICES[name]().errands(wishes(name)))
    assert found == list(SERVICES[name]().errands(wishes(name)))
    assert found
    for one in found:
        assert one.request.url.startswith("https://")
        assert one.request.every_s >= 1
        assert one.request.max_age_s >= 3600
        assert one.request.limit_bytes <= 20_000_000
        assert all(f"{secret}=" in one.request.url for secret in one.request.hidden)


@pytest.mark.parametrize("name", SERVICES)
def test_an_odd_phrase_changes_no_host_and_breaks_no_address(name: str) -> None:
    odd = (
        "a&q=b#c",
        "../../x",
        "a b\n c",
        "50% off?",
        "ستائر / カーテン",
        "\U0001f600",
        "@evil.example/",
        " ",
    )
    hosts = {one.request.url.split("/")[2] for one in SERVICES[name]().errands(wishes(name))}
    for one in SERVICES[name]().errands(wishes(name, *odd)):
        assert one.request.url.split("/")[2] in hosts
        assert one.request.url.isascii() and " " not in one.request.url


@pytest.mark.parametrize("what", SPOILT)
@pytest.mark.parametrize("name", SERVICES)
def test_a_spoilt_answer_is_an_error_of_ours_or_told_never_a_silent_success(name: str, what: str) -> None:
    for one in (first(name), errand()):
        try:
            heard = SERVICES[name]().parse(answer(SPOILT[what], one.request.url), one)
        except (SourceChanged, SourceRefused) as error:
            assert len(str(error)) < 400
            continue
        assert is_honest(heard)
        assert heard.state != "ok" or heard.more


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


@st.composite
def spoilt(draw: st.DrawFn, good: bytes) -> bytes:
    """A good answer with a piece cut out and another put in its place."""
    start = draw(st.integers(0, len(good)))
    end = draw(st.integers(start, min(len(good), start + 40)))
    return good[:start] + draw(st.binary(max_size=12)) + good[end:]


def replaced(good: object, other: object, path: list[int]) -> object:
    """A good JSON value with one of its parts exchanged."""
    if not path or not isinstance(good, (list, dict)) or not good:
        return other
    place = path[0] % len(good)
    if isinstance(good, list):
        return [*good[:place], replaced(good[place], other, path[1:]), *good[place + 1 :]]
    key = list(good)[place]
    return {**good, key: replaced(good[key], other, path[1:])}


def bodies(name: str) -> st.SearchStrategy[bytes]:
    good = GOOD.get(name, b"{}")
    told = [st.binary(max_size=200), JSON.map(lambda value: json.dumps(value).encode()), spoilt(good)]
    if good.startswith((b"{", b"[")):
        whole = json.loads(good)
        told.append(
            st.builds(
                lambda other, path: json.dumps(replaced(whole, other, path)).encode(),
                JSON,
                st.lists(st.integers(0, 9), min_size=1, max_size=4),
            )
        )
    return st.one_of(told)


@pytest.mark.parametrize("name", SERVICES)
def test_whatever_comes_no_error_but_ours_and_no_hang(name: str) -> None:
    service, one = SERVICES[name](), first(name)
    if name in GOOD:
        assert is_honest(
            service.parse(answer(GOOD[name]), one)
        )  # heavy parts are loaded before time is taken

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(bodies(name))
    def fuzz(body: bytes) -> None:
        before = process_time()
        with suppress(SeoError):
            assert is_honest(service.parse(answer(body, one.request.url), one))
        assert process_time() - before < 5

    fuzz()


@pytest.mark.parametrize("name", SERVICES)
def test_no_service_knows_another(name: str) -> None:
    others = {kind.__module__ for kind in SERVICES.values()} - {SERVICES[name].__module__}
    path = Path(sys.modules[SERVICES[name].__module__].__file__ or "")
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.module not in others
