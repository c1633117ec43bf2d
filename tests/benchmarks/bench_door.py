"""Prints what the door costs beside plain httpx: CPU milliseconds a request, the server in a process of its own.

    python tests/benchmarks/bench_door.py [REQUESTS]

A JSON answer of 2 kB and a page of 60 kB on loopback, without pauses: plain httpx with a connection each (as the door
has), the door asking, the door answering from its memory; then what reading and keeping a page costs. Nothing is
asserted: machines differ.
"""

import asyncio
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import httpx  # noqa: E402 - the line above makes our own rooms importable
from sqlmodel import SQLModel  # noqa: E402

from seo.database import open_engine  # noqa: E402
from seo.web.answers import PAGE, Answer, Request  # noqa: E402
from seo.web.door import Door  # noqa: E402
from seo.web.memory import Memory  # noqa: E402
from seo.web.stored import Pages  # noqa: E402
from seo.web.visible import read  # noqa: E402
from tests.benchmarks.cost import Clock  # noqa: E402

SERVER = """
import sys, time
sys.path.insert(0, {root!r})
from tests.servers.web import Reply, WebServer
from tests.servers.shapes import page, zipped
with WebServer() as web:
    web.route("/json", zipped(b'{{"items": [' + b'"how wide must a curtain be", ' * 70 + b'1]}}'))
    web.route("/page", page("</p><p>".join(f"Paragraph {{n}}: the rail reaches past the window. " * 2 for n in range(600))))
    print(web.port, flush=True)
    time.sleep(600)
"""


async def each(requests: int, ask: Callable[[int], Awaitable[object]]) -> tuple[float, float]:
    """CPU and wall milliseconds of one."""
    await ask(-1)  # the first pays for imports and the database
    clock = Clock()
    for n in range(requests):
        await ask(n)
    return clock.cpu / requests * 1000, clock.wall / requests * 1000


def show(what: str, figures: tuple[float, float]) -> None:
    """One line."""
    sys.stdout.write(f"{what:<46} {figures[0]:7.2f} ms CPU {figures[1]:7.2f} ms wall\n")


async def measure(port: int, requests: int, folder: Path) -> None:
    """Everything, one after the other."""
    engine = open_engine(folder)
    SQLModel.metadata.create_all(engine)
    host, kinds = f"127.0.0.1:{port}", {"json": (), "page": PAGE}
    limits = httpx.Limits(max_keepalive_connections=0)
    for kind, accepts in kinds.items():
        url = f"http://{host}/{kind}"

        def asked(n: int, url: str = url, accepts: tuple[str, ...] = accepts) -> Request:
            wanted = {"accepts": accepts, "is_page": True} if accepts else {}
            return Request(f"{url}?{n}", every_s=0, **wanted)  # type: ignore[arg-type]

        async with httpx.AsyncClient(trust_env=False, limits=limits) as client:
            show(f"{kind}: httpx", await each(requests, lambda n, c=client, u=url: c.get(f"{u}?{n}")))  # type: ignore[misc]
        async with Door("Acreage", Memory(engine, "bench"), frozenset({host})) as door:
            show(f"{kind}: the door", await each(requests, lambda n, d=door, a=asked: d.ask(a(n))))  # type: ignore[misc]
            show(f"{kind}: the door, stored", await each(requests, lambda n, d=door, a=asked: d.ask(a(n))))  # type: ignore[misc]
            answer = await door.ask(asked(0))
    await measure_pages(answer, Pages(engine, "bench"))


async def measure_pages(answer: Answer, pages: Pages) -> None:
    """What a page costs after it has come."""
    source = answer.body.decode()

    async def reads(_: int) -> object:
        return read(source)

    async def keeps(_: int) -> object:
        return pages.keep(answer, "open")

    show(f"reading a page of {len(source) // 1000} kB", await each(20, reads))
    show("keeping it, main content and all", await each(20, keeps))


def main() -> None:
    """Start a server, ask it."""
    requests = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    code = SERVER.format(root=str(ROOT))
    with (
        tempfile.TemporaryDirectory() as folder,
        subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True) as server,
    ):
        assert server.stdout is not None
        try:
            asyncio.run(measure(int(server.stdout.readline()), requests, Path(folder)))
        finally:
            server.kill()


if __name__ == "__main__":
    main()
