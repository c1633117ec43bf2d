"""Prints what a model call and a dossier cost besides the model: CPU, wall and peak memory.

    python tests/benchmarks/bench_models.py

A loopback endpoint in a process of its own answers at once; 200 calls one after the other, then 400 by 20 tasks at once, each
kept in the database with its limits checked; then the same calls from memory. A dossier from 10 stored pages of about 600 words
(three times the same topic in six languages is the test's business; here English). Nothing is asserted: machines differ.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from sqlmodel import SQLModel

from content.calls import Calls, Limits, Purpose
from content.models.chat import Chat
from content.models.gate import Gate
from content.models.model import Message, Request
from content.models.paid import Paid, Terms
from content.models.prices import Price
from content.research.research import research
from seo.database import open_engine
from seo.encoders.universal import Universal
from tests.benchmarks.cost import Clock, peak_mb, say
from tests.content.research.pages import PAGES, stored, topic

SERVE = (
    "import sys, time; sys.path.insert(0, {root!r})\n"
    "from tests.servers.model_server import GOOD, ModelServer, completion\n"
    "with ModelServer(completion(GOOD)) as s:\n"
    "    print(s.url, flush=True)\n"
    "    while True:\n"
    "        time.sleep(1); s.asked.clear(); s.answered.clear(); s._web.asked.clear()\n"
)
PROMPT = "A prompt of about four thousand letters. " * 100


@contextmanager
def endpoint() -> Iterator[str]:
    """Its address; it ends with the block."""
    root = str(Path(__file__).parents[2])
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE.format(root=root)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        yield process.stdout.readline().strip()
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def measure(name: str, count: int, work: Callable[[], object]) -> None:
    """Do it, and print CPU and wall for each."""
    clock = Clock()
    work()
    say(f"{name}: {1000 * clock.cpu / count:.1f} ms CPU, {1000 * clock.wall / count:.1f} ms wall each")


def calls(folder: Path, url: str) -> None:
    """Alone, in a crowd, and from memory."""
    engine = open_engine(folder)
    SQLModel.metadata.create_all(engine)
    book = Calls(engine, "bench", "here 1 0")
    limits = Limits(10**9, 10**9, 10**9, 10**9)
    model = Paid(book, Chat(url, "m", gate=Gate(8)), Purpose("writer"), Terms(Price(0.3, 1.2), limits))

    def request(n: int) -> Request:
        return Request((Message("user", PROMPT + str(n)),), {"type": "object"}, "bench")

    model.ask(request(-1))  # the client is loaded
    measure("200 calls, one after the other", 200, lambda: [
        model.for_article(f"a{n % 20}", "2026-W48").ask(request(n)) for n in range(200)])  # fmt: skip

    def article(nth: int) -> None:
        mine = model.for_article(f"b{nth}", "2026-W48")
        for n in range(20):
            mine.ask(request(1000 + 20 * nth + n))

    def crowd() -> None:
        with ThreadPoolExecutor(20) as pool:
            list(pool.map(article, range(20)))

    measure("400 calls by 20 articles at once", 400, crowd)
    measure("400 calls from memory", 400, crowd)
    say(f"peak {peak_mb():.0f} MB; {book.tally()}")


def dossier() -> None:
    """One topic, ten pages."""
    filler = " ".join(
        f"Curtains of kind {n} hang straight when they are measured well and washed at {n} °C."
        for n in range(20, 50)
    )
    pages = [
        stored(
            (
                f"https://host{n}.example/{n}",
                f"{title} {n}",
                f"{text}\n\n{filler.replace('kind', f'kind {n} and')}",
            ),
            "en",
        )
        for n, (_, title, text) in enumerate((PAGES["en"] * 4)[:10])
    ]
    encoder = Universal()
    encoder.encode(["warm"])
    words = sum(len(page.text.split()) for page in pages)
    measure(f"a dossier from 10 pages, {words} words", 1, lambda: research(topic("en"), pages, encoder))
    say(f"peak {peak_mb():.0f} MB, encoder included")


def main() -> None:
    """Both."""
    with tempfile.TemporaryDirectory() as folder, endpoint() as url:
        calls(Path(folder), url)
    dossier()


if __name__ == "__main__":
    main()
