"""The connection goes to the address that was looked at, under the name that was asked for."""

import asyncio
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from seo.errors import SourceDown, SourceRefused
from seo.web.answers import Request
from seo.web.door import Door
from seo.web.memory import Memory
from tests.seo.web.conftest import AGENT, Names, Time
from tests.seo.web.test_door import ask
from tests.servers.certificates import tls_for
from tests.servers.shapes import redirect
from tests.servers.web import Reply, WebServer

SHOP = "shop.test"


@pytest.fixture
def secure(tmp_path: Path, memory: Memory, time: Time) -> Iterator[tuple[WebServer, "Opener"]]:
    server, client = tls_for(tmp_path, SHOP)
    with WebServer(tls=server) as web:
        web.route("/q", Reply(b"{}"))

        def build(*names: str) -> Door:
            allow = frozenset(f"{name}:{web.port}" for name in names)
            resolve = Names({name: [["127.0.0.1"]] for name in names}).resolve
            return Door(AGENT, memory, allow, resolve=resolve, clock=time.clock, sleep=time.sleep, tls=client)

        yield web, build


class Opener:
    """A door for some names."""

    def __call__(self, *names: str) -> Door:
        raise NotImplementedError


def test_the_certificate_is_that_of_the_name_though_an_address_is_dialled(
    secure: tuple[WebServer, Opener],
) -> None:
    web, build = secure
    assert ask(build(SHOP), Request(web.url("/q", SHOP), headers={"X-Key": "k"})).body == b"{}"
    assert web.asked[0].headers["host"] == f"{SHOP}:{web.port}"


def test_anothers_certificate_is_refused_and_nothing_is_said(secure: tuple[WebServer, Opener]) -> None:
    web, build = secure
    with pytest.raises(SourceRefused, match=r"other\.test:\d+ shows a certificate that is not its own"):
        ask(build("other.test"), Request(web.url("/q", "other.test"), headers={"X-Key": "k"}))
    assert web.asked == []


def test_an_unknown_authority_is_refused(secure: tuple[WebServer, Opener], memory: Memory) -> None:
    web, _ = secure
    door = Door(
        AGENT, memory, frozenset({f"{SHOP}:{web.port}"}), resolve=Names({SHOP: [["127.0.0.1"]]}).resolve
    )
    with pytest.raises(SourceRefused, match="certificate"):
        ask(door, Request(web.url("/q", SHOP)))
    assert web.asked == []


def test_from_https_nobody_is_led_to_http(secure: tuple[WebServer, Opener], web: WebServer) -> None:
    safe, build = secure
    safe.route("/a", redirect(web.url("/q", "plain.test")))
    door = Door(
        AGENT, build(SHOP)._memory, frozenset({f"{SHOP}:{safe.port}", f"plain.test:{web.port}"}),
        resolve=Names({SHOP: [["127.0.0.1"]], "plain.test": [["127.0.0.1"]]}).resolve, tls=build(SHOP)._asker._wire._tls,
    )  # fmt: skip
    with pytest.raises(SourceRefused, match="redirects from https to http"):
        ask(door, Request(safe.url("/a", SHOP)))
    assert web.asked == []


def test_a_name_that_answers_differently_the_second_time_gains_nothing(memory: Memory, time: Time) -> None:
    names = Names({"rebind.example": [["8.8.8.8"], ["127.0.0.1"]]})
    dialled = []

    class Dialled(Exception):
        pass

    class Spy:
        async def exchange(self, place: object, address: str, wanted: object) -> object:
            dialled.append(address)
            raise Dialled

    door = Door(AGENT, memory, resolve=names.resolve, clock=time.clock, sleep=time.sleep)
    door._asker._wire = Spy()  # type: ignore[assignment]
    with pytest.raises(Dialled):
        ask(door, Request("https://rebind.example/"))
    with pytest.raises(SourceRefused, match="not at a public address"):
        ask(door, Request("https://rebind.example/"))
    assert (dialled, names.asked) == (["8.8.8.8"], ["rebind.example"] * 2)


def test_a_public_host_cannot_send_us_to_a_host_of_ours(memory: Memory, time: Time, web: WebServer) -> None:
    """The settings open loopback to the shop's own requests, not to whoever knows the port."""
    from seo.web.wire import Said  # noqa: PLC0415

    class Evil:
        async def exchange(self, place: object, address: str, wanted: object) -> Said:
            assert address == "8.8.8.8"
            return Said(302, {"location": web.url("/admin")})

    door = Door(
        AGENT,
        memory,
        frozenset({web.host}),
        resolve=Names({"evil.example": [["8.8.8.8"]]}).resolve,
        clock=time.clock,
        sleep=time.sleep,
    )
    door._asker._wire = Evil()  # type: ignore[assignment]
    with pytest.raises(SourceRefused, match="redirects to where nobody is asked"):
        ask(door, Request("https://evil.example/"))


def test_the_next_address_of_a_name_is_tried_when_one_is_dead(
    web: WebServer, memory: Memory, time: Time
) -> None:
    web.route("/q", Reply(b"{}"))
    names = Names({"two.test": [["127.0.0.77", "127.0.0.1"]]})
    door = Door(
        AGENT,
        memory,
        frozenset({f"two.test:{web.port}"}),
        resolve=names.resolve,
        clock=time.clock,
        sleep=time.sleep,
    )
    assert ask(door, Request(web.url("/q", "two.test"))).body == b"{}"
    assert time.slept == []


def test_a_name_without_an_address_is_down(memory: Memory, time: Time) -> None:
    class Nowhere:
        async def resolve(self, host: str) -> list[str]:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")

    door = Door(AGENT, memory, resolve=Nowhere().resolve, clock=time.clock, sleep=time.sleep)
    for _ in range(7):  # however often: when the network is back, the host is asked and not left alone
        with pytest.raises(SourceDown, match=r"gone\.example has no address"):
            ask(door, Request("https://gone.example/"))
        with pytest.raises(SourceDown, match=r"gone\.example has no address"):
            ask(door, Request("https://gone.example/page", is_page=True))


def test_a_port_where_nobody_listens_is_down(memory: Memory, time: Time) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{taken.getsockname()[1]}"
        door = Door(AGENT, memory, frozenset({host}), clock=time.clock, sleep=time.sleep)
        with pytest.raises(SourceDown, match="cannot be reached"):
            ask(door, Request(f"http://{host}/"))


def test_a_proxy_of_the_environment_is_not_asked(
    web: WebServer, memory: Memory, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    web.route("/q", Reply(b"{}"))
    door = Door(AGENT, memory, frozenset({web.host}), clock=time.clock, sleep=time.sleep)
    assert ask(door, Request(web.url("/q"))).body == b"{}"


def test_a_cancelled_request_leaves_nothing_open(web: WebServer, memory: Memory) -> None:
    web.route("/slow", Reply(b"{}", hang_s=30))
    web.route("/q", Reply(b"{}"))

    async def run() -> bytes:
        async with Door(AGENT, memory, frozenset({web.host})) as door:
            slow = [
                asyncio.create_task(door.ask(Request(web.url(f"/slow?{n}"), every_s=0))) for n in range(20)
            ]
            await asyncio.sleep(0.3)
            for task in slow:
                task.cancel()
            await asyncio.gather(*slow, return_exceptions=True)
            return (await door.ask(Request(web.url("/q"), every_s=0))).body

    assert asyncio.run(run()) == b"{}"
