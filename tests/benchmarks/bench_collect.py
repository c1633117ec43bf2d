"""Prints what a week's listening costs when a third of the web misbehaves: CPU and wall seconds and peak memory.

    python tests/benchmarks/bench_collect.py [DEADLINE_S]

Twelve services ask a loopback server through the real door, six phrases each: 3 hang, 2 refuse (429 and 403), 1 lies (a web
page with status 200), 6 answer. The bar: it ends inside its deadline (default 60 s) with the six complete. Nothing is
asserted: machines differ.
"""

import asyncio
import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sqlmodel import SQLModel

sys.path.insert(0, str(Path(__file__).parents[2]))

from seo.database import open_engine
from seo.errors import SourceChanged
from seo.records import Market, SignalKind
from seo.services.listening import Haul, listen
from seo.services.service import Ask, Errand, Heard, Seed, Service
from seo.signals.source import Sighting
from seo.web.answers import Answer, Request
from seo.web.door import Door
from seo.web.memory import Memory
from tests.benchmarks.cost import Clock, peak_mb
from tests.servers.web import Asked, Reply, WebServer

GB = Market("en-GB", "GBP")
TODAY = date(2026, 11, 25)
KINDS = ("hangs",) * 3 + ("busy", "shut") + ("lies",) + ("answers",) * 6
PHRASES = 6


class Talk(Service):
    """A service whose manners are in its address."""

    licence = "open"
    terms = "https://example.org/terms"

    def __init__(self, name: str, address: str) -> None:
        self.name = name
        self._address = address

    def errands(self, ask: Ask) -> Iterator[Errand]:
        for seed in ask.seeds:
            yield Errand(Request(f"{self._address}?q={seed.text}", every_s=0.5), seed.market, seed.text)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        try:
            asked = json.loads(answer.body)["questions"]
        except (ValueError, KeyError):
            raise SourceChanged(f"{self.name!r} no longer answers with questions: report it.") from None
        return Heard(tuple(Sighting(text, SignalKind.QUESTION, row) for row, text in enumerate(asked, 1)))


def questions(asked: Asked) -> Reply:
    """Ten questions about a phrase."""
    phrase = asked.params["q"]
    texts = [
        f"How do I {verb} {phrase}?"
        for verb in ["cut", "wash", "hang", "fold", "dye", "mend", "iron", "clean", "measure", "line"]
    ]
    return Reply(json.dumps({"questions": texts}).encode())


MANNERS = {
    "hangs": Reply(b"{}", hang_s=300),
    "busy": Reply(b"", status=429, headers={"Retry-After": "7200"}),
    "shut": Reply(b"", status=403),
    "lies": Reply(
        b"<!doctype html><title>Welcome</title><p>Nothing to see." + b" " * 3000, media="text/html"
    ),
    "answers": questions,
}


async def week(servers: list[WebServer], folder: Path, deadline_s: float) -> tuple[list[Haul], float]:
    """All twelve, each a host of its own; and the seconds it took."""
    engine = open_engine(folder)
    SQLModel.metadata.create_all(engine)
    services: dict[str, Service] = {}
    for number, (kind, server) in enumerate(zip(KINDS, servers, strict=True)):
        server.route("/", MANNERS[kind])
        services[f"{kind}-{number}"] = Talk(f"{kind}-{number}", f"http://{server.host}/")
    seeds = tuple(Seed(f"curtain-{number}", GB) for number in range(PHRASES))
    asks = dict.fromkeys(services, Ask(seeds, (GB,), TODAY, TODAY))
    hosts = frozenset(server.host for server in servers)
    async with Door("Acreage/bench (+https://shop.example)", Memory(engine, "bench"), hosts) as door:
        clock = Clock()
        return await listen(asks, services, door, deadline_s), clock.wall


def main(deadline_s: float) -> None:
    """Run it and print one line per service and the cost."""
    servers = [WebServer().__enter__() for _ in KINDS]
    with tempfile.TemporaryDirectory() as folder:
        clock = Clock()
        hauls, wall = asyncio.run(week(servers, Path(folder), deadline_s))
        used = clock.cpu
    for haul in hauls:
        report = haul.report
        sys.stdout.write(
            f"{report.source:12} {report.state:9} {len(haul.signals):4} signals  {report.note}\n"
        )
    complete = sum(len(haul.signals) == PHRASES * 10 for haul in hauls)
    sys.stdout.write(
        f"12 services, deadline {deadline_s:.0f} s: {complete} of 6 complete, "
        f"{used:.1f} s CPU (servers included), {wall:.1f} s wall, {peak_mb():.0f} MB\n"
    )


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 60.0)
