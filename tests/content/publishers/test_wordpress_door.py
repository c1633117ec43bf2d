"""Every answer of a WordPress told apart by what the caller must do, in one line, without the password."""

import json
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from content.errors import ContentError, PublishDown, PublishRefused, PublishUnknown
from content.publishers.wordpress_door import Door

SECRET = "hunter2-hunter2"
ANSWERS: dict[str, tuple[int, dict[str, str], str]] = {
    "": (200, {}, json.dumps({"namespaces": []})),
    "ok": (200, {}, "[1]"),
    "login": (302, {"Location": "/wp-login.php?redirect_to=x"}, ""),
    "https": (301, {"Location": "https://www.blog.example/wp-json/"}, ""),
    "password": (
        401,
        {},
        json.dumps({"code": "incorrect_password", "message": f"<b>Error</b>: not {SECRET[:3]}"}),
    ),
    "role": (403, {}, json.dumps({"code": "rest_cannot_create", "message": "Sorry."})),
    "wall": (403, {}, "<title>Request blocked</title>"),
    "busy": (429, {}, ""),
    "maintenance": (503, {}, "<title>Maintenance</title>"),
    "gateway": (504, {}, "<title>Gateway Timeout</title>"),
    "html": (200, {"Content-Type": "text/html"}, "<html><title>502 Bad Gateway</title></html>"),
    "fatal": (500, {}, json.dumps({"code": "internal_server_error", "message": "Critical error."})),
    "disk": (500, {}, json.dumps({"code": "db_insert_error", "message": "Could not insert post."})),
    "invalid": (400, {}, json.dumps({"code": "rest_invalid_param", "message": "Invalid parameter(s): slug"})),
}


class Site(BaseHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length") or 0))
        name = self.path.removeprefix("/wp-json/").split("?")[0]
        if name == "cut":
            self.connection.close()
            return
        status, headers, body = ANSWERS[name]
        self.send_response(status)
        for key, value in {"Content-Type": "application/json", **headers}.items():
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body.encode())))
        self.end_headers()
        self.wfile.write(body.encode())

    do_POST = do_GET  # noqa: N815  the library's name


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = Quiet(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def door(site: str) -> Iterator[Door]:
    door = Door(site, "acreage", SECRET, now, timeout_s=3)
    yield door
    door.close()


@pytest.mark.parametrize(
    ("name", "reading", "writing", "said"),
    [
        ("login", PublishRefused, PublishRefused, "sends to a login page (/wp-login.php)"),
        ("https", PublishRefused, PublishRefused, "write that address as site in shop.toml"),
        ("password", PublishRefused, PublishRefused, "Application Passwords"),
        ("role", PublishRefused, PublishRefused, "give it the role author"),
        (
            "wall",
            PublishRefused,
            PublishRefused,
            "something in front of WordPress refuses us (403: Request blocked)",
        ),
        ("busy", PublishDown, PublishDown, "busy or broken (429"),
        ("maintenance", PublishDown, PublishDown, "busy or broken (503: Maintenance)"),
        ("gateway", PublishDown, PublishUnknown, "busy or broken (504: Gateway Timeout)"),
        ("html", PublishDown, PublishUnknown, "a web page instead of data (200: 502 Bad Gateway)"),
        ("fatal", PublishDown, PublishUnknown, "Critical error."),
        ("disk", PublishDown, PublishDown, "is its disk or database full?"),
        ("invalid", PublishRefused, PublishRefused, "Invalid parameter(s): slug"),
        ("cut", PublishDown, PublishUnknown, "the answer was lost"),
    ],
)
def test_each_answer_is_one_line_and_says_what_to_do(
    door: Door, name: str, reading: type[ContentError], writing: type[ContentError], said: str
) -> None:
    for ask, kind in ((door.read, reading), (lambda path: door.write(path, {}), writing)):
        with pytest.raises(ContentError) as error:
            ask(name)  # type: ignore[operator]
        assert type(error.value) is kind
        assert said in str(error.value)
        assert "\n" not in str(error.value)
        assert SECRET not in f"{error.value!r} {error.value.__context__!r} {error.value.__cause__!r}"


def test_a_code_the_caller_knows_comes_back(door: Door) -> None:
    assert door.read("invalid", "rest_invalid_param").code == "rest_invalid_param"
    assert door.read("ok").data == [1]


def test_nobody_at_home_is_again_in_a_minute() -> None:
    door = Door("http://127.0.0.1:9", "acreage", SECRET, now, timeout_s=1)
    with pytest.raises(PublishDown, match="cannot be reached"):
        door.write("ok", {})
    door.close()


def test_the_servers_clock_is_noticed(site: str) -> None:
    door = Door(site, "acreage", SECRET, lambda: now() - timedelta(hours=2), timeout_s=3)
    door.read("ok")
    assert 7100 < door.skew_s < 7300
    door.close()


def test_the_password_is_in_no_repr(door: Door) -> None:
    assert SECRET not in repr(door) + repr(vars(door))
