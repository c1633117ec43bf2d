"""robots.txt over the wire: asked once, shared, and no answer is no leave."""

import asyncio
from datetime import timedelta

import pytest

from seo.errors import SourceRefused
from seo.web.answers import PAGE, Request
from tests.seo.web.conftest import NOON, OpenDoor, Time
from tests.seo.web.test_door import ask, ask_all
from tests.servers.shapes import down, hanging, long_robots, page, redirect, robots, too_many
from tests.servers.web import Reply, WebServer


def request_of(web: WebServer, path: str = "/p") -> Request:
    """A page, asked for anew."""
    return Request(web.url(path), accepts=PAGE, is_page=True, every_s=0, max_age_s=0)


def robots_asked(web: WebServer) -> int:
    """How often robots.txt was asked for."""
    return sum(asked.path == "/robots.txt" for asked in web.asked)


@pytest.fixture(autouse=True)
def _page(web: WebServer) -> None:
    for path in ("/p", "/early", "/late"):
        web.route(path, page("words " * 100))


def test_it_is_asked_once_a_day_by_all_workers_together(
    web: WebServer, open_door: OpenDoor, time: Time
) -> None:
    web.route("/robots.txt", robots("User-agent: *\nAllow: /"))
    ask_all(open_door(), *[request_of(web, f"/p?{n}") for n in range(5)])
    ask(open_door(), request_of(web))
    assert robots_asked(web) == 1
    time.now += timedelta(hours=24)
    ask(open_door(), request_of(web))
    assert robots_asked(web) == 2


@pytest.mark.parametrize(
    "reply",
    [Reply(b"no", 404), Reply(b"no", 403), Reply(b"", 200), redirect("/robots.txt")],
    ids=["404", "403", "empty", "loop"],
)
def test_no_file_lets_us_read(web: WebServer, open_door: OpenDoor, reply: Reply) -> None:
    web.route("/robots.txt", reply)
    assert ask(open_door(), request_of(web)).status == 200


@pytest.mark.parametrize(
    "reply",
    [
        down(status=500),
        down(),
        too_many(),
        Reply(is_cut=True),
        hanging(),
        redirect("http://169.254.169.254/robots.txt"),
    ],
    ids=["500", "503", "429", "gone", "timeout", "metadata"],
)
def test_no_answer_is_no_leave_for_an_hour(
    web: WebServer, open_door: OpenDoor, time: Time, reply: Reply, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seo.web.leave.TIME_S", 1.5)
    web.route("/robots.txt", [reply, robots("User-agent: *\nAllow: /")])
    for _ in range(2):
        with pytest.raises(
            SourceRefused, match=r"its robots\.txt cannot be read: no page of it before 2026-11-23 13:00"
        ) as error:
            ask(open_door(), request_of(web))
        assert error.value.until == NOON + timedelta(hours=1)
    assert (robots_asked(web), web.paths()) == (1, [])
    time.now = NOON + timedelta(hours=1)
    assert ask(open_door(), request_of(web)).status == 200


def test_redirects_of_the_file_are_followed(web: WebServer, open_door: OpenDoor) -> None:
    for n in range(4):
        web.route(f"/r{n}", redirect(f"/r{n + 1}"))
    web.route("/robots.txt", redirect("/r0"))
    web.route("/r4", robots("User-agent: *\nDisallow: /p"))
    with pytest.raises(SourceRefused, match="does not let us"):
        ask(open_door(), request_of(web))


def test_only_its_first_500_kib_count(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/robots.txt", long_robots("/late"))
    door = open_door()
    assert ask(door, request_of(web, "/late")).status == 200
    with pytest.raises(SourceRefused):
        ask(door, request_of(web, "/early"))


def test_its_crawl_delay_is_kept_between_pages(web: WebServer, open_door: OpenDoor, time: Time) -> None:
    web.route("/robots.txt", robots("User-agent: *\nCrawl-delay: 7"))
    door = open_door()

    async def run() -> None:
        async with door:
            for n in range(3):
                await door.ask(request_of(web, f"/p?{n}"))

    asyncio.run(run())
    assert time.slept == [7.0, 7.0]
