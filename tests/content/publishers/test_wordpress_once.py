"""On a real WordPress: whatever is lost or killed on the way, every article stands there once."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest

from content.publications import Publications, Stand
from content.publishers.wordpress import WordPress
from seo.database import open_engine
from tests.content.publishers.wordpress_pages import payload
from tests.servers.cutting import Deed, cutting
from tests.servers.wordpress import Server, running

pytestmark = pytest.mark.wordpress
ROOT = Path(__file__).parents[3]
WORKER = Path(__file__).with_name("placing_worker.py")


@pytest.fixture(scope="module")
def server() -> Server:
    return running()


def start(
    server: Server, folder: Path, site: str, names: list[str], seed: int = 0, kill_at: int = 0
) -> subprocess.Popen[bytes]:
    environment = {**os.environ, WordPress.secret: server.users["author"], "PYTHONPATH": str(ROOT)}
    timeout = "2" if kill_at or len(names) == 1 else "4"
    arguments = [str(folder), site, "author", str(seed), str(kill_at), timeout, *names]
    return subprocess.Popen(
        [sys.executable, WORKER, *arguments], env=environment, cwd=ROOT, stdout=subprocess.DEVNULL
    )


def once(server: Server, folder: Path, names: list[str]) -> None:
    """Every article stands there exactly once and public; the book says the same; nothing else lies about."""
    posts = server.posts()
    assert Counter(post["slug"] for post in posts) == dict.fromkeys(names, 1)
    assert {post["status"] for post in posts} <= {"publish"}
    engine = open_engine(folder)
    book = Publications(engine, "shop").placements()
    engine.dispose()
    assert {each.stand for each in book} == {Stand.PUBLISHED}
    assert {each.remote_id for each in book} == {str(post["id"]) for post in posts}


def test_two_workers_and_a_line_that_cuts_double_and_lose_nothing(tmp_path: Path, server: Server) -> None:
    server.empty()
    names = [f"artikel-{number:03d}" for number in range(200)]
    chance, lock = random.Random(7), threading.Lock()
    deeds: Counter[str] = Counter()

    def rule(method: str, path: str) -> Deed:
        with lock:
            drawn = chance.random()
            deed: Deed = "pass"
            if method == "POST" and drawn < 0.25:
                deed = "cut after"
            elif drawn < (0.30 if method == "POST" else 0.03):
                deed = "cut before"
            deeds[f"{method} {deed}"] += 1
        return deed

    with cutting(server.url, rule) as site:
        workers = [start(server, tmp_path, site, names, seed) for seed in (1, 2)]
        time.sleep(10)
        workers[0].send_signal(signal.SIGKILL)  # and one of them dies on the way
        workers[0].wait()
        workers[0] = start(server, tmp_path, site, names, 3)
        assert [worker.wait(timeout=900) for worker in workers] == [0, 0]
    assert deeds["POST cut after"] > 50
    once(server, tmp_path, names)


@pytest.mark.parametrize("kill_at", range(1, 25))
def test_a_worker_killed_at_any_step_leaves_one_page(tmp_path: Path, server: Server, kill_at: int) -> None:
    server.empty()
    names = ["gestorben"]
    first = start(server, tmp_path, server.url, names, kill_at=kill_at)
    assert first.wait(timeout=120) in (-signal.SIGKILL, 0)
    assert start(server, tmp_path, server.url, names).wait(timeout=120) == 0
    once(server, tmp_path, names)


def test_the_steps_at_which_a_worker_is_killed_are_all_of_them(tmp_path: Path, server: Server) -> None:
    server.empty()
    assert start(server, tmp_path, server.url, ["gestorben"], kill_at=24).wait(timeout=120) == 0
    assert payload("gestorben").key in {
        each.key for each in Publications(open_engine(tmp_path), "shop").placements()
    }
