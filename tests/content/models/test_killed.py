"""SIGKILL at every one of an article's calls in turn: the finished run has paid every stored answer once."""

import json
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from threading import Event

import pytest
from sqlmodel import SQLModel

from content.calls import Calls, Tally
from seo.database import open_engine
from tests.content.models.fake_article import CALLS, main
from tests.servers.model_server import Asked, ModelServer, completion
from tests.servers.web import Reply


def says(asked: Asked) -> Reply:
    """An answer made of the question; the second section is of no use the first time."""
    first = asked.body["messages"][0]["content"]
    if first.startswith("section 2") and len(asked.body["messages"]) == 1:
        return completion('{"other": 1}')
    return completion(json.dumps({"said": f"{len(first)}/{asked.body['seed']}"}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    engine = open_engine(tmp_path)
    SQLModel.metadata.create_all(engine)
    engine.dispose()
    return tmp_path


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Starts processes that have their modules already: openai alone takes a second or more."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["content.models.chat", "tests.content.models.fake_article"])
    return context


Start = Callable[[str], ForkServerProcess]


@pytest.fixture
def start(processes: ForkServerContext, folder: Path) -> Start:
    """Start the article."""

    def begin(url: str) -> ForkServerProcess:
        process = processes.Process(target=main, args=(folder, url))
        process.start()
        return process

    return begin


def tally(folder: Path) -> Tally:
    engine = open_engine(folder)
    found = Calls(engine, "hollow-lane", "the test 0 0").tally("2026-W48", "article-1")
    engine.dispose()
    return found


@pytest.mark.parametrize("moment", ["on its way", "answered"])
@pytest.mark.parametrize("at", range(1, len(CALLS) + 1), ids=CALLS)
def test_killed_at_every_call_in_turn(folder: Path, start: Start, at: int, moment: str) -> None:
    reached, killed = Event(), Event()

    def and_killed(asked: Asked) -> Reply:
        if asked.total == at and not killed.is_set():
            reached.set()
            if moment == "on its way":
                killed.wait(30)
        return says(asked)

    with ModelServer(and_killed) as server:
        process = start(server.url)
        assert reached.wait(60)
        process.kill()
        process.join()
        killed.set()
        before = tally(folder)

        process = start(server.url)
        process.join(120)
        assert process.exitcode == 0
        paid, after = server.paid(), tally(folder)

        assert before.killed <= 1
        assert after.killed == before.killed  # the report says so, and goes on saying it
        assert len(paid) == len(CALLS)
        assert sum(count - 1 for count in paid.values()) <= after.killed  # twice: that one call at most
        assert (after.calls, after.rejected) == (len(CALLS), 1)

        process = start(server.url)
        process.join(60)
        assert process.exitcode == 0
        assert server.paid() == paid  # and a third run pays nothing at all
