"""A standing Prefect server, its UI, and the weekly schedule of one shop, as long as this process lives."""

import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from content.shop import Shop, load_shop
from flows.bootstrap import environment_for, prefect_home, prepare_prefect, standing_server
from flows.errors import NotFinished, WrongUse
from flows.screen import say

START_S = 180
STOP_S = 15


def serve_week(folder: Path, port: int, cron: str) -> int:
    """Start what is not running yet and wait for Mondays; Ctrl-C ends both."""
    shop = load_shop(folder)
    if standing_server():
        prepare_prefect(folder, is_quiet=False)
        return _schedule(shop, cron, standing_server())
    if not _is_free(port):
        raise WrongUse(f"port {port}: in use. Choose another: --port {port + 1}")
    address = f"http://127.0.0.1:{port}"
    prepare_prefect(folder, is_quiet=False, api_url=f"{address}/api")
    prefect_home(folder).mkdir(parents=True, exist_ok=True)
    server = subprocess.Popen(
        [sys.executable, "-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port)],
        env=environment_for({}),
    )
    try:
        _wait(server, f"{address}/api/health")
        return _schedule(shop, cron, address)
    finally:
        server.terminate()
        try:
            server.wait(STOP_S)
        except subprocess.TimeoutExpired:
            server.kill()


def _schedule(shop: Shop, cron: str, address: str) -> int:
    from prefect import serve  # noqa: PLC0415  after the environment is prepared
    from prefect.deployments.runner import RunnerDeployment  # noqa: PLC0415
    from prefect.schedules import Cron  # noqa: PLC0415
    from prefect.types.entrypoint import EntrypointType  # noqa: PLC0415

    from flows.week import week  # noqa: PLC0415

    try:
        schedule = Cron(cron, timezone=shop.time_zone, slug="weekly")
    except ValueError as error:
        raise WrongUse(f"--cron {cron!r}: {error}") from None
    deployment: RunnerDeployment = week.to_deployment(  # type: ignore[assignment]  # a coroutine only in async code
        f"week-{shop.id}",
        entrypoint_type=EntrypointType.MODULE_PATH,
        parameters={"shop": str(shop.folder.resolve())},
        schedules=[schedule],
        concurrency_limit=1,
        description=f"Every week of {shop.name}: from what people ask to what stands on the site.",
    )
    say(f"UI: {address.removesuffix('/api')} · {shop.name}: {cron} {shop.time_zone} · Ctrl-C ends it")
    serve(deployment, limit=1, print_starting_message=False)
    return 0


def _is_free(port: int) -> bool:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def _wait(server: "subprocess.Popen[bytes]", health: str) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(health, timeout=5):
                return
        except (URLError, OSError):
            time.sleep(0.5)
    raise NotFinished("the Prefect server did not start; its words are above.")
