"""What the door promises to whoever asks."""

import asyncio
import logging
from dataclasses import replace
from datetime import timedelta

import pytest

from seo.errors import SettingMissing, SourceChanged, SourceDown, SourceRefused
from seo.web.answers import FEED, JSON, PAGE, Answer, Request
from seo.web.door import Door
from seo.web.memory import Memory
from seo.web.pace import PAGES
from tests.seo.web.conftest import AGENT, NOON, OpenDoor, Time
from tests.servers.shapes import (
    HTML,
    bomb,
    captcha,
    cut_gzip,
    down,
    dripping,
    forbidden_json,
    half_failed,
    hanging,
    page,
    redirect,
    robots,
    too_many,
    unchanged_after,
    zipped,
)
from tests.servers.web import Asked, Reply, WebServer

SECRET = "k3y-never-shown"


def ask(door: Door, request: Request) -> Answer:
    """One question, in a run of its own."""

    async def run() -> Answer:
        async with door:
            return await door.ask(request)

    return asyncio.run(run())


def ask_all(door: Door, *requests: Request) -> list[Answer | BaseException]:
    """Several questions at once."""

    async def run() -> list[Answer | BaseException]:
        async with door:
            return await asyncio.gather(*map(door.ask, requests), return_exceptions=True)

    return asyncio.run(run())


# --- what comes back --------------------------------------------------------------------------------------


def test_an_answer_holds_its_address_headers_and_body(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/q", Reply(b'{"n": 1}', headers={"X-Quota": "7", "Set-Cookie": "session=1"}))
    answer = ask(open_door(), Request(web.url("/q?site=diy#top")))
    assert (answer.url, answer.status, answer.body) == (web.url("/q?site=diy"), 200, b'{"n": 1}')
    assert (answer.headers["x-quota"], answer.fetched_at, answer.is_stored) == ("7", NOON, False)
    assert "set-cookie" not in answer.headers


def test_we_say_who_we_are_and_what_we_take(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/q", Reply(b"{}"))
    ask(
        open_door(),
        Request(web.url("/q"), headers={"Accept-Language": "de", "User-Agent": "Mozilla", "Host": "evil"}),
    )
    sent = web.asked[0].headers
    assert (sent["user-agent"], sent["host"], sent["accept-language"]) == (AGENT, web.host, "de")
    assert (sent["accept"], sent["accept-encoding"]) == (", ".join(JSON), "gzip, deflate")


def test_a_post_carries_its_body_as_json(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/q", lambda asked: Reply(asked.body))
    answer = ask(open_door(), Request(web.url("/q"), method="POST", body=b'{"q": 1}'))
    assert answer.body == b'{"q": 1}'
    assert (web.asked[0].method, web.asked[0].headers["content-type"]) == ("POST", "application/json")


def test_gzip_is_unpacked(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/q", zipped(b'{"items": []}'))
    assert ask(open_door(), Request(web.url("/q"))).body == b'{"items": []}'


def test_a_200_of_which_nothing_came_is_the_parsers_to_judge(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/q", half_failed())
    assert b"unresponsive_engines" in ask(open_door(), Request(web.url("/q"))).body


def test_a_status_that_a_caller_reads_itself_comes_as_an_answer_and_is_not_stored(
    web: WebServer, open_door: OpenDoor
) -> None:
    web.route("/q", Reply(b'{"error_name": "throttle_violation"}', 400))
    request = Request(web.url("/q"), lets_in=(400,))
    for _ in range(2):
        answer = ask(open_door(), request)
        assert (answer.status, answer.is_stored) == (400, False)
        assert answer.body == b'{"error_name": "throttle_violation"}'


# --- what is refused --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "kind", "says"),
    [
        (forbidden_json(), SourceRefused, "does not let us in"),
        (Reply(b"{}", 401), SourceRefused, "wants a key"),
        (Reply(b"{}", 402), SourceRefused, "paid"),
        (Reply(b"{}", 451), SourceRefused, "legal"),
        (Reply(b"{}", 404), SourceChanged, "404"),
        (Reply(b"{}", 410), SourceChanged, "410"),
        (Reply(b"{}", 304, ""), SourceChanged, "304"),
        (Reply(b"", 302, ""), SourceChanged, "302"),
        (captcha(), SourceRefused, "wall"),
        (Reply(b"<html><body>new design</body></html>", media=HTML), SourceChanged, "text/html instead of"),
        (Reply(b"%PDF", media="application/pdf"), SourceChanged, "application/pdf"),
        (Reply(b"{}", headers={"Content-Encoding": "br"}), SourceDown, "br"),
        (Reply(b"no gzip", headers={"Content-Encoding": "gzip"}), SourceDown, "cannot be unpacked"),
        (cut_gzip(), SourceDown, "ends too early"),
        (Reply(b"{}", length=100), SourceDown, "broke off"),
        (Reply(is_cut=True), SourceDown, "broke off"),
        (bomb(20_000_000), SourceChanged, "3,000,000 bytes"),
        (Reply(b"x" * 3_000_001), SourceChanged, "3,000,000 bytes"),
        (redirect("http://169.254.169.254/latest/meta-data/"), SourceRefused, "not at a public address"),
        (redirect("file:///etc/passwd"), SourceRefused, "redirects to where nobody is asked"),
        (redirect("http://[::ffff:10.0.0.1]/"), SourceRefused, "not at a public address"),
        (redirect("http://2130706433/"), SourceRefused, "is a number"),
        (redirect("/q"), SourceChanged, "more than 3 times"),
    ],
)  # fmt: skip
def test_what_is_no_good_answer_is_an_error_of_one_line(
    web: WebServer, open_door: OpenDoor, reply: Reply, kind: type[Exception], says: str
) -> None:
    web.route("/q", reply)
    with pytest.raises(kind, match=says) as error:
        ask(open_door(), Request(f"{web.url('/q')}?key={SECRET}", hidden=("key",), headers={"X-Key": SECRET}))
    assert "\n" not in str(error.value) and SECRET not in repr(error.value)


def test_a_bomb_is_not_unpacked_past_the_limit(web: WebServer, open_door: OpenDoor) -> None:
    tracemalloc = pytest.importorskip("tracemalloc")
    web.route("/q", bomb(200_000_000))
    tracemalloc.start()
    with pytest.raises(SourceChanged):
        ask(open_door(), Request(web.url("/q")))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 30_000_000


@pytest.mark.parametrize("reply", [dripping(), hanging()], ids=["drip", "hang"])
def test_the_deadline_ends_a_slow_drip_as_well_as_silence(
    web: WebServer, open_door: OpenDoor, reply: Reply
) -> None:
    web.route("/q", reply)
    with pytest.raises(SourceDown, match=r"no whole answer within 0\.4 s"):
        ask(open_door(deadline_s=0.4), Request(web.url("/q"), every_s=0))


def test_the_json_suffix_is_json_and_other_types_are_the_callers_to_name(
    web: WebServer, open_door: OpenDoor
) -> None:
    web.route("/a", Reply(b"[]", media="application/x-suggestions+json; charset=utf-8"))
    web.route("/b", Reply(b"<rss/>", media="application/rss+xml"))
    assert ask(open_door(), Request(web.url("/a"))).body == b"[]"
    assert ask(open_door(), Request(web.url("/b"), accepts=FEED)).body == b"<rss/>"
    with pytest.raises(SourceChanged):
        ask(open_door(), Request(web.url("/b"), max_age_s=0))


# --- redirects and secrets --------------------------------------------------------------------------------


def test_three_redirects_are_followed_and_the_last_address_is_the_answers(
    web: WebServer, open_door: OpenDoor
) -> None:
    for at, to in [("/1", "/2"), ("/2", "3"), ("/3", web.url("/4?k=s&q=x"))]:
        web.route(at, redirect(to))
    web.route("/4", Reply(b"{}"))
    answer = ask(open_door(), Request(web.url("/1"), hidden=("k",)))
    assert answer.url == web.url("/4?q=x")
    assert web.paths() == ["/1", "/2", "/3", "/4"]


def test_a_key_never_reaches_another_host(web: WebServer, open_door: OpenDoor) -> None:
    here, there = web.url("/a", "a.test"), web.url("/b", "b.test")
    web.route("/a", redirect(there))
    web.route("/b", Reply(b"{}"))
    headers = {"Authorization": SECRET, "X-Api-Key": SECRET, "Cookie": SECRET, "Accept-Language": "ja"}
    ask(open_door("a.test", "b.test"), Request(here, headers=headers))
    first, second = web.asked
    assert [first.headers[name] for name in ("authorization", "x-api-key", "cookie")] == [SECRET] * 3
    assert second.headers["host"] == f"b.test:{web.port}"
    assert SECRET not in str(second) and second.headers["accept-language"] == "ja"


def test_a_key_that_a_server_repeats_in_its_redirect_goes_no_further(
    web: WebServer, open_door: OpenDoor
) -> None:
    web.route("/a", redirect(f"{web.url('/b', 'b.test')}?key={SECRET}&q=x"))
    web.route("/b", Reply(b"{}"))
    ask(open_door("a.test", "b.test"), Request(f"{web.url('/a', 'a.test')}?key={SECRET}", hidden=("key",)))
    assert [asked.query for asked in web.asked] == [f"key={SECRET}", "q=x"]


def test_a_key_follows_within_its_own_host(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/a", redirect("/b", 308))
    web.route("/b", Reply(b"{}"))
    ask(open_door(), Request(web.url("/a"), headers={"X-Key": SECRET}, method="POST", body=b"{}"))
    assert [(asked.method, asked.headers["x-key"]) for asked in web.asked] == [("POST", SECRET)] * 2


@pytest.mark.parametrize(("status", "host"), [(302, "a.test"), (308, "b.test")])
def test_what_is_posted_goes_nowhere_else(
    web: WebServer, open_door: OpenDoor, status: int, host: str
) -> None:
    web.route("/a", redirect(web.url("/b", host), status))
    with pytest.raises(SourceChanged, match="has moved"):
        ask(
            open_door("a.test", "b.test"),
            Request(web.url("/a", "a.test"), method="POST", body=SECRET.encode()),
        )
    assert web.paths() == ["/a"]


def test_a_key_is_not_sent_in_clear(open_door: OpenDoor) -> None:
    for request in (
        Request("http://api.example.org/", headers={"X-Key": SECRET}),
        Request(f"http://api.example.org/?key={SECRET}", hidden=("key",)),
    ):
        with pytest.raises(SourceRefused, match=r"api\.example\.org: a key is not sent without encryption"):
            ask(open_door(), request)


@pytest.mark.parametrize("value", [f"{SECRET}\nX-More: 1", f"{SECRET}…", f"{SECRET}\x00"])
def test_a_key_with_a_line_end_is_the_settings_fault_and_is_not_repeated(
    web: WebServer, open_door: OpenDoor, value: str
) -> None:
    with pytest.raises(SettingMissing, match="copy it anew") as error:
        ask(open_door(), Request(web.url("/"), headers={"X-Key": value}))
    assert SECRET not in str(error.value) and web.asked == []


def test_no_secret_is_logged_or_stored(
    web: WebServer, open_door: OpenDoor, memory: Memory, caplog: pytest.LogCaptureFixture
) -> None:
    web.route("/q", Reply(b"{}"))
    request = Request(
        f"{web.url('/q')}?key={SECRET}&q=x",
        hidden=("key",),
        headers={"X-Key": SECRET},
        body=SECRET.encode(),
        method="POST",
    )
    with caplog.at_level(logging.DEBUG):
        assert ask(open_door(), request).url == web.url("/q?q=x")
    assert SECRET in str(web.asked[0])
    assert SECRET not in caplog.text + repr(request)
    with memory._engine.begin() as connection:
        for table in ("fetches", "hosts"):
            assert SECRET not in str(connection.exec_driver_sql(f"SELECT * FROM {table}").all())


# --- stored answers ---------------------------------------------------------------------------------------


def test_a_young_answer_is_not_asked_for_again(web: WebServer, open_door: OpenDoor, time: Time) -> None:
    web.route("/q", lambda asked: Reply(str(asked.nth).encode()))
    request = Request(web.url("/q"), max_age_s=100)
    first = ask(open_door(), request)
    time.now += timedelta(seconds=99)
    assert ask(open_door(), request) == replace(
        first, is_stored=True, headers={"content-type": "application/json"}
    )
    time.now += timedelta(seconds=1)
    assert ask(open_door(), request).body == b"2"


def test_another_key_is_the_same_question_and_another_body_or_language_is_not(
    web: WebServer, open_door: OpenDoor
) -> None:
    web.route("/q", lambda asked: Reply(str(asked.nth).encode()))
    one = Request(web.url("/q?key=a&q=x"), hidden=("key",), headers={"X-Key": "a"})
    same = Request(web.url("/q?key=b&q=x"), hidden=("key",), headers={"X-Key": "b"})
    others = [
        replace(one, headers={"Accept-Language": "de"}),
        replace(one, method="POST", body=b"1"),
        replace(one, method="POST", body=b"2"),
        replace(one, hidden=()),
    ]
    door = open_door()
    assert [answer.body for answer in ask_all(door, one, same)] == [b"1", b"1"]  # type: ignore[union-attr]
    assert [ask(door, other).body for other in others] == [b"2", b"3", b"4", b"5"]


@pytest.mark.parametrize("modified", ["", "Mon, 02 Nov 2026 10:00:00 GMT"])
def test_unchanged_means_the_stored_body_of_the_first_fetch(
    web: WebServer, open_door: OpenDoor, time: Time, modified: str
) -> None:
    web.route("/q", unchanged_after(b'{"n": 1}', modified=modified))
    request = Request(web.url("/q"), max_age_s=60)
    ask(open_door(), request)
    time.now += timedelta(hours=1)
    answer = ask(open_door(), request)
    assert (answer.body, answer.status, answer.fetched_at, answer.is_stored) == (b'{"n": 1}', 200, NOON, True)
    assert web.asked[1].headers["if-none-match"] == '"v1"'
    assert web.asked[1].headers.get("if-modified-since", "") == modified
    ask(open_door(), request)  # the 304 made it young again
    assert len(web.asked) == 2


def test_two_who_ask_the_same_at_once_ask_once(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/q", Reply(b"{}"))
    answers = ask_all(open_door(), *[Request(web.url("/q"))] * 5)
    assert [answer.is_stored for answer in answers] == [False, True, True, True, True]  # type: ignore[union-attr]
    assert len(web.asked) == 1


def test_neither_an_error_nor_a_wall_is_stored(web: WebServer, open_door: OpenDoor, memory: Memory) -> None:
    for path, reply in [("/a", captcha()), ("/b", Reply(b"{}", 404)), ("/c", cut_gzip())]:
        web.route(path, reply)
    assert all(
        isinstance(answer, Exception)
        for answer in ask_all(open_door(), *[Request(web.url(path)) for path in ("/a", "/b", "/c")])
    )
    with memory._engine.begin() as connection:
        assert connection.exec_driver_sql("SELECT * FROM fetches").all() == []


def test_what_nobody_asked_for_in_eight_days_is_forgotten(
    web: WebServer, open_door: OpenDoor, time: Time
) -> None:
    web.route("/q", lambda asked: Reply(str(asked.nth).encode()))
    request = Request(web.url("/q"), max_age_s=10**9)
    ask(open_door(), request)
    time.now += timedelta(days=7)
    assert ask(open_door(), request).body == b"1"
    time.now += timedelta(days=2)
    assert ask(open_door(), request).body == b"2"


# --- again, or not ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "first",
    [down(), down(status=500), too_many(), cut_gzip(), Reply(is_cut=True)],
    ids=["503", "500", "429", "cut", "gone"],
)
def test_what_may_be_otherwise_in_a_moment_is_asked_again(
    web: WebServer, open_door: OpenDoor, time: Time, first: Reply
) -> None:
    web.route("/q", [first, first, Reply(b"{}")])
    assert ask(open_door(), Request(web.url("/q"), every_s=0)).body == b"{}"
    assert time.slept == [0.5, 1.0]  # doubled; the chance of these tests is a half


def test_three_tries_are_the_most(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/q", down())
    with pytest.raises(SourceDown, match=r"out of order \(503\)"):
        ask(open_door(), Request(web.url("/q"), every_s=0))
    assert len(web.asked) == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 422])
def test_what_will_not_change_is_asked_once(web: WebServer, open_door: OpenDoor, status: int) -> None:
    web.route("/q", Reply(b"{}", status))
    with pytest.raises((SourceRefused, SourceChanged)):
        ask(open_door(), Request(web.url("/q")))
    assert len(web.asked) == 1


@pytest.mark.parametrize(
    ("reply", "tries"), [(down(status=500), 1), (Reply(is_cut=True), 1), (down(), 3), (too_many(), 3)]
)
def test_what_may_cost_is_asked_again_only_when_nothing_was_done(
    web: WebServer, open_door: OpenDoor, reply: Reply, tries: int
) -> None:
    web.route("/q", reply)
    with pytest.raises((SourceDown, SourceRefused)):
        ask(open_door(), Request(web.url("/q"), method="POST", body=b"{}", every_s=0))
    assert len(web.asked) == tries


@pytest.mark.parametrize("after", ["4", NOON + timedelta(seconds=4)], ids=["seconds", "date"])
def test_retry_after_is_obeyed(web: WebServer, open_door: OpenDoor, time: Time, after: str) -> None:
    web.route("/q", [too_many(after), Reply(b"{}")])
    ask(open_door(), Request(web.url("/q"), every_s=0))
    assert time.slept == [4.0]


@pytest.mark.parametrize(
    "reply",
    [too_many("3600"), too_many(NOON + timedelta(hours=1)), down("3600")],
    ids=["seconds", "date", "503"],
)
def test_a_retry_after_beyond_the_deadline_closes_the_host_until_then(
    web: WebServer, open_door: OpenDoor, time: Time, reply: Reply
) -> None:
    web.route("/q", [reply, Reply(b"{}")])
    until = NOON + timedelta(hours=1)
    for path in ("/q", "/other"):
        with pytest.raises(SourceRefused, match="left alone until 2026-11-23 13:00 UTC") as error:
            ask(open_door(), Request(web.url(path)))
        assert error.value.until == until
    assert web.paths() == ["/q"]
    time.now = until
    assert ask(open_door(), Request(web.url("/q"))).body == b"{}"


def test_a_403_that_says_when_is_refused_until_then(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/q", Reply(b"", 403, headers={"Retry-After": "60"}))
    with pytest.raises(SourceRefused) as error:
        ask(open_door(), Request(web.url("/q")))
    assert error.value.until == NOON + timedelta(seconds=60)


def test_after_five_failures_in_a_row_a_host_is_left_alone_for_an_hour(
    web: WebServer, open_door: OpenDoor, time: Time
) -> None:
    web.route("/q", down())
    web.route("/ok", Reply(b"{}"))
    request = Request(web.url("/q"), every_s=0)
    for _ in range(2):
        with pytest.raises(SourceDown):
            ask(open_door(), request)
    assert len(web.asked) == 5
    with pytest.raises(SourceRefused, match=r"5 failures in a row, the last: .*503") as error:
        ask(open_door(), Request(web.url("/ok")))  # another run, another worker: the same memory
    assert error.value.until is not None and error.value.until > NOON + timedelta(minutes=59)
    time.now = error.value.until
    with pytest.raises(SourceDown):
        ask(open_door(), request)  # one failure more closes it again at once
    with pytest.raises(SourceRefused):
        ask(open_door(), Request(web.url("/ok")))
    time.now += timedelta(hours=2)
    ask(open_door(), Request(web.url("/ok")))
    with pytest.raises(SourceDown):
        ask(open_door(), request)  # three tries: what worked made it start anew
    assert len(web.asked) == 5 + 1 + 1 + 3


def test_captchas_close_a_host_as_failures_do(web: WebServer, open_door: OpenDoor) -> None:
    paths = [f"/{n}" for n in range(6)]
    for path in paths:
        web.route(path, captcha())
    said = [
        str(error) for error in ask_all(open_door(), *[Request(web.url(path), every_s=0) for path in paths])
    ]
    assert sum("wall" in text for text in said) >= 5
    with pytest.raises(SourceRefused, match="captcha"):
        ask(open_door(), Request(web.url("/q")))


# --- pace -------------------------------------------------------------------------------------------------


def test_one_host_is_asked_once_a_second_and_waiting_costs_no_time_of_the_request(
    web: WebServer, open_door: OpenDoor, time: Time
) -> None:
    web.route("/q", Reply(b"{}"))
    answers = ask_all(
        open_door(deadline_s=5.0), *[Request(web.url(f"/q?n={n}"), every_s=2.0) for n in range(10)]
    )
    assert not [answer for answer in answers if isinstance(answer, Exception)]
    assert sum(time.slept) > 0 and time.now >= NOON + timedelta(seconds=18)


def test_two_hundred_pages_of_a_host_are_enough_for_a_run(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/p", page("words " * 100))
    requests = [
        Request(web.url(f"/p?n={n}"), accepts=PAGE, is_page=True, every_s=0) for n in range(PAGES + 1)
    ]
    answers = ask_all(open_door(), *requests)
    assert [str(answer) for answer in answers if isinstance(answer, Exception)] == [
        f"{web.host}: 200 pages of it were read in this run: the rest waits for the next."
    ]
    assert web.paths() == ["/p"] * PAGES


# --- robots.txt, at the door ------------------------------------------------------------------------------


def test_robots_txt_is_asked_for_pages_alone(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/robots.txt", robots("User-agent: *\nDisallow: /"))
    web.route("/p", page("words " * 100))
    request = Request(web.url("/p"), accepts=PAGE)
    assert ask(open_door(), request).status == 200
    with pytest.raises(SourceRefused, match=r"robots\.txt does not let us read it"):
        ask(open_door(), replace(request, is_page=True, max_age_s=0))
    assert [asked.path for asked in web.asked] == ["/p", "/robots.txt"]
    assert web.asked[1].headers["user-agent"] == AGENT


def test_a_redirect_of_a_page_is_asked_for_leave_as_well(web: WebServer, open_door: OpenDoor) -> None:
    web.route("/robots.txt", robots("User-agent: *\nDisallow: /shut"))
    web.route("/p", redirect("/shut"))
    with pytest.raises(SourceRefused, match=r"/shut: the site's robots\.txt"):
        ask(open_door(), Request(web.url("/p"), accepts=PAGE, is_page=True))
    assert web.paths() == ["/p"]


def test_a_page_that_keeps_mining_to_itself_is_not_read(web: WebServer, open_door: OpenDoor) -> None:
    words = "words " * 300
    web.route("/header", Reply(words.encode(), media=HTML, headers={"TDM-Reservation": "1"}))
    web.route(
        "/meta", Reply(f"<head><meta name='tdm-reservation' content='1'></head>{words}".encode(), media=HTML)
    )
    web.route("/free", Reply(words.encode(), media=HTML, headers={"TDM-Reservation": "0"}))
    door = open_door()
    for path in ("/header", "/meta"):
        with pytest.raises(SourceRefused, match="TDM"):
            ask(door, Request(web.url(path), accepts=PAGE, is_page=True, every_s=0))
    assert ask(door, Request(web.url("/free"), accepts=PAGE, is_page=True, every_s=0)).status == 200


def test_a_handler_may_look_at_what_was_asked(web: WebServer, open_door: OpenDoor) -> None:
    def echo(asked: Asked) -> Reply:
        return Reply(asked.params["q"].encode())

    web.route("/q", echo)
    assert ask(open_door(), Request(web.url("/q?q=%E5%B8%83%E5%9B%A3"))).body.decode() == "布団"
    assert ask(open_door(), Request(web.url("/q?q=Größe"))).body.decode() == "Größe"
