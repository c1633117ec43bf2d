"""What the door remembers is shared by every worker, and two of them never take the same turn."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine
from sqlmodel import SQLModel

from seo.database import open_engine
from seo.web.answers import Request
from seo.web.door import Door
from seo.web.memory import CLOSED_S, FAILURES, Kept, Memory, key_of
from tests.seo.web.conftest import AGENT, NOON
from tests.servers.postgres import running
from tests.servers.web import Reply, WebServer

KEPT = Kept(
    "https://a.example/",
    200,
    {"content-type": "text/html", "etag": '"1"'},
    "布団".encode() * 1000,
    NOON,
    NOON,
)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with running() as address:
        yield address


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    place: Path | str = tmp_path if request.param == "sqlite" else request.getfixturevalue("postgres")
    engine = open_engine(place)
    SQLModel.metadata.drop_all(engine)
    SQLModel.metadata.create_all(engine)
    yield engine
    engine.dispose()


def test_an_answer_comes_back_as_it_was(database: Engine) -> None:
    memory = Memory(database, "a")
    assert memory.recall("k") is None
    for _ in range(2):
        memory.keep("k", "a.example", KEPT)
    assert memory.recall("k") == KEPT
    later = NOON + timedelta(hours=1)
    memory.confirm("k", later)
    found = memory.recall("k")
    assert found is not None and (found.fetched_at, found.checked_at) == (NOON, later)
    assert Memory(database, "b").recall("k") is None
    assert (memory.forget(later), memory.forget(later + timedelta(seconds=1))) == (0, 1)


def test_turns_are_every_s_apart_whoever_takes_them(database: Engine) -> None:
    memories = [Memory(database, "a"), Memory(database, "a")]

    def take(n: int) -> float:
        return memories[n % 2].book("a.example", 2.0, NOON).wait_s

    with ThreadPoolExecutor(8) as pool:
        waits = sorted(pool.map(take, range(20)))
    assert waits == [2.0 * n for n in range(20)]
    assert Memory(database, "a").book("b.example", 2.0, NOON).wait_s == 0
    assert Memory(database, "b").book("a.example", 2.0, NOON).wait_s == 0


def test_failures_in_a_row_close_a_host_for_all(database: Engine) -> None:
    memory, other = Memory(database, "a"), Memory(database, "a")
    closed = NOON + timedelta(seconds=CLOSED_S)
    assert [memory.failed("h", "503", NOON) for _ in range(FAILURES)] == [None] * (FAILURES - 1) + [closed]
    turn = other.book("h", 1.0, NOON)
    assert (turn.closed_until, turn.reason) == (closed, "5 failures in a row, the last: 503")
    assert other.book("h", 1.0, closed).closed_until is None
    other.worked("h", closed)
    assert (memory.failed("h", "503", closed), memory.book("h", 0, closed).failures) == (None, 1)


def test_many_at_once_lose_no_failure(database: Engine) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: Memory(database, "a").failed("h", "x", NOON), range(4)))
    assert Memory(database, "a").book("h", 0, NOON).failures == 4


def test_a_host_that_asks_for_it_is_closed(database: Engine) -> None:
    memory = Memory(database, "a")
    memory.close("h", NOON + timedelta(days=2), "it asked for that", NOON)
    assert memory.book("h", 1.0, NOON + timedelta(days=1)).reason == "it asked for that"


def test_two_doors_on_one_database_keep_one_pace_and_one_cache(database: Engine) -> None:
    """Two workers, one shop, real time: eight requests, a tenth of a second apart, none asked twice afterwards."""
    with WebServer() as web:
        web.route("/q", Reply(b"{}"))
        web.route("/warm", Reply(b"{}"))
        own = open_engine(database.url.render_as_string(hide_password=False))  # as another process would
        doors = [Door(AGENT, Memory(engine, "a"), frozenset({web.host})) for engine in (database, own)]
        requests = [Request(web.url(f"/q?{n}"), every_s=0.1) for n in range(8)]

        async def run() -> list[bool]:
            async with doors[0], doors[1]:
                for door in doors:  # the first request of a process waits for imports
                    await door.ask(Request(web.url("/warm"), every_s=0, max_age_s=0))
                asked = [door.ask(request) for n, request in enumerate(requests) for door in [doors[n % 2]]]
                await asyncio.gather(*asked)
                again = await asyncio.gather(
                    *[doors[(n + 1) % 2].ask(request) for n, request in enumerate(requests)]
                )
                return [answer.is_stored for answer in again]

        assert asyncio.run(run()) == [True] * 8
        own.dispose()
        times = sorted(asked.at for asked in web.asked if asked.path == "/q")
    assert len(times) == 8
    assert (
        times[-1] - times[0] >= 0.5
    )  # seven pauses, less what the first one lost on its way; without a common pace half


# --- keys -------------------------------------------------------------------------------------------------


@settings(deadline=None)
@given(
    st.text(alphabet=st.characters(codec="utf-8"), min_size=12, max_size=40).filter(lambda s: s.strip() == s)
)
def test_a_secret_changes_no_key(secret: str) -> None:
    from urllib.parse import quote_plus  # noqa: PLC0415

    def asked(value: str) -> Request:
        return Request(
            f"https://a.example/?key={quote_plus(value)}&q=1", headers={"X-Key": value}, hidden=("key",)
        )

    assert key_of(asked(secret)) == key_of(asked("other"))


def test_what_changes_the_answer_changes_the_key() -> None:
    asked = [
        Request("https://a.example/"),
        Request("https://a.example/?a"),
        Request("https://a.example/", method="POST"),
        Request("https://a.example/", method="POST", body=b"1"),
        Request("https://a.example/", headers={"Accept-Language": "de"}),
        Request("https://a.example/", headers={"accept-language": "fr"}),
    ]
    assert len({key_of(request) for request in asked}) == len(asked)
