"""Prints what a week of the demo shop costs: wall, CPU per stage, peak memory; and `acreage score`.

    python tests/benchmarks/bench_week.py

The first run makes Prefect's own database and the vectors; the second, with the shop's database taken away,
is the warm week the bar is about (60 s wall, 700 MB, 2 cores; `score` 1.5 s). Nothing is asserted: machines
differ.
"""

import asyncio
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.benchmarks.cost import MB  # noqa: E402 - the line above makes our own rooms importable

STAGES = ("collect", "cluster", "plan", "write", "check", "score", "decide", "publish", "preview")
RUNS = 3


def measure(shop: Path) -> dict[str, Any]:
    """One week in this process, every stage metered by the CPU time of its own thread."""
    from flows import stages  # noqa: PLC0415  what a week imports is part of its cost
    from flows.local_server import server_for  # noqa: PLC0415

    cpu: dict[str, float] = defaultdict(float)
    for name in STAGES:
        setattr(stages, name, metered(getattr(stages, name), name, cpu))
    start = time.monotonic()
    with server_for(shop) as server:
        from flows.week import week  # noqa: PLC0415

        if server is not None:
            server.wait()
        ready = time.monotonic()
        tally = asyncio.run(week(str(shop)))
        done = time.monotonic()
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "wall": time.monotonic() - start,
        "start": ready - start,
        "flow": done - ready,
        "cpu": own.ru_utime + own.ru_stime,
        "server_cpu": children.ru_utime + children.ru_stime,
        "own_mb": own.ru_maxrss / MB,
        "server_mb": children.ru_maxrss / MB,
        "stages": dict(cpu),
        "articles": tally,
    }


def metered(stage: Callable[..., Any], name: str, cpu: dict[str, float]) -> Callable[..., Any]:
    """A stage that adds its CPU seconds to the table."""

    @wraps(stage)
    def run(*given: Any, **named: Any) -> Any:
        before = time.thread_time()
        try:
            return stage(*given, **named)
        finally:
            cpu[name] += time.thread_time() - before

    return run


def child(*words: str) -> "subprocess.CompletedProcess[str]":
    """A process of its own, so that memory and imports start from nothing."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [sys.executable, *words], env=environment, capture_output=True, text=True, check=False
    )


def show(label: str, result: dict[str, Any]) -> None:
    """One week as a few lines."""
    both = result["own_mb"] + result["server_mb"]
    lines = [
        f"{label}: {result['wall']:.1f} s wall (start {result['start']:.1f}, flow {result['flow']:.1f})",
        f"  CPU {result['cpu']:.1f} s, Prefect server beside it {result['server_cpu']:.1f} s",
        f"  peak memory {result['own_mb']:.0f} MB + server {result['server_mb']:.0f} MB = {both:.0f} MB",
        "  CPU s per stage: " + ", ".join(f"{name} {result['stages'].get(name, 0):.2f}" for name in STAGES),
        f"  articles: {result['articles']}",
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def main() -> None:
    """A cold week, a warm week, and a score."""
    from flows.shop_folder import copy_demo  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        shop = Path(folder) / "shop"
        copy_demo(shop)
        for label in ("cold", "warm"):
            for file in (shop / ".acreage").glob("acreage.db*"):
                file.unlink()
            done = child(__file__, str(shop))
            if done.returncode:
                raise SystemExit(done.stderr)
            show(label, json.loads(done.stdout.splitlines()[-1]))
        draft = Path(folder) / "draft.md"
        draft.write_text(
            "---\ntitle: Curtains\nlang: en\nmarket: en-US\n---\n" + "They keep light out. " * 60
        )
        times = []
        for _ in range(RUNS):
            start = time.monotonic()
            scored = child("-m", "flows", "score", str(draft), "--shop", str(shop), "--json")
            times.append(time.monotonic() - start)
        sys.stdout.write(f"acreage score: {min(times):.2f} s (exit {scored.returncode}) {scored.stderr}\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.stdout.write(json.dumps(measure(Path(sys.argv[1]))) + "\n")
    else:
        main()
