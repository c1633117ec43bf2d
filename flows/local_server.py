"""A Prefect server for the length of one command. It ends with the process that began it, even if killed.

Prefect's own temporary server outlives a SIGKILL of its parent and then holds a port and 300 MB for good.
"""

import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from flows.bootstrap import environment_for, prefect_home, prepare_prefect, standing_server
from flows.errors import NotFinished

START_S = (
    300  # an empty home takes 16 s on a quiet machine, 30 s on a busy one, two minutes beside two test runs
)
STOP_S = 10
PAUSE_S = 0.1
LIGHT = {"PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1", "PREFECT__SERVER_FINAL": "1"}


class LocalServer:
    """A server that is starting; `wait` returns when it answers."""

    def __init__(self, folder: Path) -> None:
        self._port = free_port()
        home = prefect_home(folder)
        home.mkdir(parents=True, exist_ok=True)
        self._log = home / "server.log"
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "flows.local_server", str(self._port), str(os.getpid())],
                env=environment_for(LIGHT), stdout=log, stderr=log, stdin=subprocess.DEVNULL,
            )  # fmt: skip

    @property
    def api_url(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self._port}/api"

    def wait(self) -> None:
        """Return when the server answers; NotFinished when it does not come up."""
        until = time.monotonic() + START_S
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > until:
                raise NotFinished(f"the Prefect server did not start; its last words are in {self._log}.")
            time.sleep(PAUSE_S)

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.api_url}/health", timeout=5) as answer:
                return bool(answer.status == 200)  # noqa: PLR2004
        except (URLError, OSError):
            return False

    def stop(self) -> None:
        """End the server; what it has not written down is only Prefect's history."""
        self._process.terminate()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


@contextmanager
def server_for(folder: Path) -> Iterator[LocalServer | None]:
    """A server to run flows against: the user's own (`PREFECT_API_URL`), else ours while the block lasts."""
    prepare_prefect(folder, is_quiet=True)
    if standing_server():
        yield None
        return
    server = LocalServer(folder)
    prepare_prefect(folder, is_quiet=True, api_url=server.api_url)
    try:
        yield server
    finally:
        server.stop()


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


def _serve(port: int, parent: int) -> None:
    import uvicorn  # noqa: PLC0415  only in the child

    threading.Thread(target=_leave_with, args=(parent,), daemon=True).start()
    factory = "prefect.server.api.server:create_app"
    uvicorn.run(
        factory, factory=True, host="127.0.0.1", port=port, log_level="error", timeout_graceful_shutdown=2
    )


if __name__ == "__main__":
    _serve(int(sys.argv[1]), int(sys.argv[2]))
