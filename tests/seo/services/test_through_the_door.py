"""Each service against a loopback server through the real door: what it asks arrives, what comes back is understood."""

import asyncio
import gzip
import json
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from sqlmodel import SQLModel

from seo.database import open_engine
from seo.errors import SourceRefused
from seo.records import Market, SignalKind
from seo.services import SERVICES
from seo.services.service import Ask, Errand, Heard
from seo.web.door import Door
from seo.web.memory import Memory
from tests.seo.services.given import DE, US, ask
from tests.seo.web.conftest import AGENT, Time
from tests.servers.shapes import captcha, forbidden_json, half_failed, robots, zipped
from tests.servers.web import Reply, WebServer

HTML = "text/html; charset=utf-8"


@pytest.fixture
def web() -> Iterator[WebServer]:
    with WebServer() as server:
        yield server


@pytest.fixture
def door(web: WebServer, tmp_path: Path) -> Door:
    engine = open_engine(tmp_path)
    SQLModel.metadata.create_all(engine)
    time = Time()
    return Door(AGENT, Memory(engine, "s"), frozenset({web.host}), clock=time.clock, sleep=time.sleep)


def at_loopback(errand: Errand, web: WebServer) -> Errand:
    """The same errand, to our server instead of the public one."""
    parts = urlsplit(errand.request.url)
    url = parts._replace(scheme="http", netloc=web.host).geturl()
    return replace(errand, request=replace(errand.request, url=url))


async def walk(name: str, wanted: Ask, web: WebServer, door: Door) -> list[Heard]:
    """All that a service hears, its further errands with it."""
    service, heard = SERVICES[name](), []
    waiting = deque(service.errands(wanted))
    async with door:
        while waiting and len(heard) < 20:
            sent = waiting.popleft()
            arrived = await door.ask(at_loopback(sent, web).request)
            heard.append(service.parse(arrived, sent))
            waiting += heard[-1].more
    return heard


def listen(name: str, wanted: Ask, web: WebServer, door: Door) -> list[Heard]:
    return asyncio.run(walk(name, wanted, web, door))


def texts(heard: list[Heard]) -> list[str]:
    return [seen.text for one in heard for seen in one.sightings]


def one(text: str, market: Market, *options: str) -> Ask:
    return ask((text, market), options=options)


def test_stack_exchange_s_gzip_is_unpacked_and_its_second_page_asked(web: WebServer, door: Door) -> None:
    def page(title: str, more: bool) -> Reply:
        item = {
            "title": title,
            "link": "https://d.example/1",
            "score": 2,
            "answer_count": 0,
            "creation_date": 1_571_097_600,
        }
        return zipped(json.dumps({"items": [item], "has_more": more, "quota_remaining": 200}).encode())

    web.route("/2.3/search/advanced", [page("How to hang it?", True), page("Why so &amp; not else?", True)])
    heard = listen("stack_exchange", one("curtains", US, "diy"), web, door)
    assert texts(heard) == ["How to hang it?", "Why so & not else?"]
    assert [asked.params["page"] for asked in web.asked] == ["1", "2"]
    assert all(asked.path != "/robots.txt" for asked in web.asked)  # an interface with published terms


def test_a_stack_exchange_error_comes_with_its_own_reason(web: WebServer, door: Door) -> None:
    body = b'{"error_id": 502, "error_name": "throttle_violation", "error_message": "later"}'
    web.route("/2.3/search/advanced", Reply(body, 400))
    with pytest.raises(SourceRefused, match="throttle_violation"):
        listen("stack_exchange", one("curtains", US, "diy"), web, door)


def test_wikipedia_is_told_who_asks(web: WebServer, door: Door) -> None:
    web.route("/w/api.php", Reply(b'["V", ["Vorhang"], [""], ["https://de.wikipedia.org/wiki/Vorhang"]]'))
    assert texts(listen("wikipedia", one("Vorhang", DE), web, door)) == ["Vorhang"]
    assert "mailto:" in web.asked[0].headers["user-agent"]


def test_page_views_follow_from_the_search_box(web: WebServer, door: Door) -> None:
    web.route("/w/api.php", Reply(b'["V", ["Vorhang"], [""], ["https://de.wikipedia.org/wiki/Vorhang"]]'))
    row = {"project": "de.wikipedia", "article": "Vorhang", "timestamp": "2026100100", "views": 4100}
    place = "/api/rest_v1/metrics/pageviews/per-article/de.wikipedia/all-access/user/Vorhang/monthly/2024110100/2026103100"
    web.route(place, Reply(json.dumps({"items": [row]}).encode()))
    heard = listen("pageviews", one("Vorhang", DE), web, door)
    assert [interest.months for said in heard for interest in said.interest] == [(("2026-10", 4100),)]


def test_an_article_nobody_read_is_empty_though_it_is_a_404(web: WebServer, door: Door) -> None:
    web.route("/w/api.php", Reply(b'["V", ["Vorhang"], [""], ["https://de.wikipedia.org/wiki/Vorhang"]]'))
    assert [said.state for said in listen("pageviews", one("Vorhang", DE), web, door)] == ["ok", "empty"]


def test_hacker_news_is_asked(web: WebServer, door: Door) -> None:
    web.route("/api/v1/search", Reply(b'{"hits": [{"objectID": "1", "title": "Ask HN: Quiet fans"}]}'))
    assert texts(listen("hacker_news", one("fan", US), web, door)) == ["Quiet fans"]


def test_a_feed_is_read_where_robots_txt_lets_us(web: WebServer, door: Door) -> None:
    body = b"<rss version='2.0'><channel><item><title>How to hang it?</title></item></channel></rss>"
    web.route("/feed", Reply(body, media="application/rss+xml"))
    assert texts(listen("feeds", one("a", US, web.url("/feed")), web, door)) == ["How to hang it?"]
    assert [asked.path for asked in web.asked] == ["/robots.txt", "/feed"]


@pytest.mark.parametrize("name", ["feeds", "pages", "sitemaps"])
def test_what_robots_txt_forbids_is_not_read(name: str, web: WebServer, door: Door) -> None:
    web.route("/robots.txt", robots("User-agent: *\nDisallow: /closed"))
    with pytest.raises(SourceRefused, match=r"robots\.txt"):
        listen(name, one("a", US, web.url("/closed/map.xml")), web, door)
    assert web.paths() == []


def test_a_site_s_sitemap_is_found_by_its_robots_txt_and_read_though_packed(
    web: WebServer, door: Door
) -> None:
    at = web.url()
    pages = (
        f"<urlset><url><loc>{at}blog/hanging-heavy-curtains</loc><lastmod>2026-11-10</lastmod></url></urlset>"
    )
    web.route("/robots.txt", robots(f"User-agent: *\nAllow: /\nSitemap: {at}map.xml"))
    web.route(
        "/map.xml",
        Reply(
            f"<sitemapindex><sitemap><loc>{at}p.xml.gz</loc></sitemap></sitemapindex>".encode(),
            media="application/xml",
        ),
    )
    web.route("/p.xml.gz", Reply(gzip.compress(pages.encode()), media="application/gzip"))
    heard = listen("sitemaps", one("a", US, web.url("/").rstrip("/")), web, door)
    assert texts(heard) == ["hanging heavy curtains"]
    assert heard[-1].sightings[0].observed_on == date(2026, 11, 10)


def test_a_site_without_a_sitemap_is_empty(web: WebServer, door: Door) -> None:
    heard = listen("sitemaps", one("a", US, web.url("/")), web, door)
    assert [said.state for said in heard] == ["ok", "empty"]
    assert set(web.paths()) == {"/sitemap.xml"}


def test_a_page_is_read_and_one_that_is_reserved_is_not(web: WebServer, door: Door) -> None:
    body = "<html lang='ja'><body><h1>遮光カーテンは洗えますか</h1></body></html>"
    web.route("/a", Reply(body.encode("shift_jis"), media="text/html; charset=Shift_JIS"))
    (said,) = listen("pages", one("a", US, web.url("/a")), web, door)
    assert [(seen.text, seen.kind) for seen in said.sightings] == [
        ("遮光カーテンは洗えますか", SignalKind.QUESTION)
    ]
    web.route("/b", Reply(body.encode(), media=HTML, headers={"X-Robots-Tag": "noai"}))
    (said,) = listen("pages", one("a", US, web.url("/b")), web, door)
    assert (said.state, said.sightings) == ("blocked", ())


def test_a_reserved_page_stays_closed_when_it_is_taken_from_the_store(web: WebServer, door: Door) -> None:
    web.route("/b", Reply(b"<h1>Rails</h1>", media=HTML, headers={"X-Robots-Tag": "noai"}))
    states = [listen("pages", one("a", US, web.url("/b")), web, door)[0].state for _ in range(2)]
    assert (states, web.paths()) == (["blocked", "blocked"], ["/b"])


def test_a_captcha_with_200_is_a_refusal(web: WebServer, door: Door) -> None:
    web.route("/a", captcha())
    with pytest.raises(SourceRefused):
        listen("pages", one("a", US, web.url("/a")), web, door)


def test_searxng_s_failures_are_told_apart(web: WebServer, door: Door) -> None:
    asked = one("curtains", US, web.url("/"))
    web.route("/search", [half_failed(), forbidden_json()])
    assert [said.state for said in listen("searxng", asked, web, door)] == ["blocked"]
    with pytest.raises(SourceRefused, match=r"`search\.formats` list `json`"):
        listen("searxng", one("rails", US, web.url("/")), web, door)
    assert web.asked[0].params["language"] == "en-US"
