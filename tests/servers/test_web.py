"""The loopback server says what it is told."""

import gzip
import urllib.error
import urllib.request

import pytest

from tests.servers.shapes import cut_gzip, redirect, too_many, unchanged_after
from tests.servers.web import Asked, Reply, WebServer


def ask(url: str, **headers: str) -> tuple[int, bytes]:
    """Plain urllib, redirects and all."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def test_a_route_is_a_reply_a_row_of_replies_or_a_function() -> None:
    def echo(asked: Asked) -> Reply:
        return Reply(f"{asked.params['q']} {asked.nth}".encode())

    with WebServer() as web:
        web.route("/a", Reply(b"1"))
        web.route("/b", [too_many("2"), Reply(b"2")])
        web.route("/c", echo)
        assert ask(web.url("/a")) == (200, b"1")
        assert [ask(web.url("/b"))[0] for _ in range(3)] == [429, 200, 200]
        assert [ask(web.url("/c?q=x"))[1] for _ in range(2)] == [b"x 1", b"x 2"]
        assert ask(web.url("/robots.txt"))[0] == 404
        assert web.paths() == ["/a", "/b", "/b", "/b", "/c", "/c"]


def test_what_was_asked_is_kept() -> None:
    with WebServer() as web:
        web.route("/a", redirect("/b"))
        web.route("/b", unchanged_after(b"x"))
        assert ask(web.url("/a"), **{"User-Agent": "Acreage"}) == (200, b"x")
        assert ask(web.url("/b"), **{"If-None-Match": '"v1"'})[0] == 304
        assert [asked.headers["user-agent"] for asked in web.asked[:2]] == ["Acreage"] * 2


def test_the_cut_gzip_is_cut() -> None:
    with pytest.raises(EOFError):
        gzip.decompress(bytes(cut_gzip().body))  # type: ignore[arg-type]
