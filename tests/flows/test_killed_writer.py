"""SIGKILL at every call of an article in turn: the finished run has paid every stored answer once, and the call in
flight at most twice.
"""

import os
import shutil
from multiprocessing import get_context
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path
from threading import Event

import pytest

from content.calls import Calls
from content.records import State
from flows.desk import opened
from tests.flows.conftest import make_shop
from tests.flows.written_article import LIE, WEEK, main, planned, writes
from tests.servers.model_server import Asked, ModelServer
from tests.servers.web import Reply

CALLS = ("article", "first revision", "second revision")
WHOLE = "The {{c-2.short}} must stay whole, so choose its length before you order."


@pytest.fixture(scope="module")
def processes() -> ForkServerContext:
    """Starts processes that have their modules already."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.flows.written_article"])
    return context


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A shop whose week is planned, and the article's key."""
    folder = make_shop(tmp_path_factory.mktemp("planned") / "shop", has_rule=True)
    with opened(folder, WEEK) as desk:
        return folder, planned(desk)


@pytest.mark.parametrize(
    ("at", "moment"),  # each call once; tests/content/models/test_killed.py has both moments of nine calls
    [(1, "on its way"), (2, "answered"), (3, "on its way")],
    ids=CALLS,
)
def test_killed_at_every_call_of_an_article(
    ready: tuple[Path, str], tmp_path: Path, processes: ForkServerContext, monkeypatch: pytest.MonkeyPatch,
    at: int, moment: str,
) -> None:  # fmt: skip
    shop, key = Path(shutil.copytree(ready[0], tmp_path / "shop")), ready[1]
    reached, killed = Event(), Event()
    answer = writes(LIE, LIE, WHOLE)
    kept: dict[str, Reply] = {}

    def says(asked: Asked) -> Reply:
        if asked.total == at and not killed.is_set():
            reached.set()
            if moment == "on its way":
                killed.wait(30)
        if asked.mark not in kept:  # the same question, the same answer: a second sending is no next round
            kept[asked.mark] = answer(asked)
        return kept[asked.mark]

    def start(url: str) -> ForkServerProcess:
        monkeypatch.setenv("ACREAGE_WRITER_URL", url)
        monkeypatch.setenv("ACREAGE_WRITER_MODEL", "m")
        process = processes.Process(target=_run, args=(shop, key, dict(os.environ)))
        process.start()
        return process

    with ModelServer(says) as server:
        process = start(server.url)
        assert reached.wait(90)
        process.kill()
        process.join()
        killed.set()
        process = start(server.url)
        process.join(120)
        assert process.exitcode == 0
        paid = server.paid()
        with opened(shop, WEEK) as desk:
            found = desk.told.articles()[0]
            tally = Calls(desk.engine, desk.shop.id, "the test 0 0").tally(WEEK, found.key)
        assert (found.state, found.draft.rounds) == (State.APPROVED, 2)
        assert len(paid) == len(CALLS)
        assert sum(count - 1 for count in paid.values()) <= tally.killed <= 1
        process = start(server.url)
        process.join(60)
        assert server.paid() == paid  # and a third run pays nothing


def _run(shop: Path, key: str, environment: dict[str, str]) -> None:
    os.environ.update(environment)
    main(shop, key)
