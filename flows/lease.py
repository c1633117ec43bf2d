"""One process works on a week of a shop. When it dies, the next one takes over and goes on."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from content.store import Holder, Store
from flows.errors import NotFinished
from flows.iso_week import now

SILENCE = timedelta(minutes=15)
"""A holder on another machine cannot be asked. It renews with every article: after this it is gone."""

PAUSE_S = 0.5


class LeaseTaken(NotFinished):
    """Somebody else is at work on it."""


def me() -> Holder:
    """This process, as it signs a lease."""
    return Holder(socket.gethostname(), os.getpid(), began(os.getpid()), now())


def began(pid: int) -> str:
    """When a process began, as its system says it; empty when there is none with this number.

    Numbers are given out again, beginnings are not: both together name a process.
    """
    if sys.platform.startswith("linux"):
        try:
            text = Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            return ""
        state, *fields = text.rpartition(")")[2].split()
        return "" if state == "Z" else fields[18]
    listed = subprocess.run(
        ["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return listed.stdout.strip()


def is_gone(holder: Holder) -> bool:
    """Whether a holder will not come back: dead on this machine, or long silent on another."""
    if holder.host == socket.gethostname():
        return began(holder.pid) != holder.started
    return now() - holder.seen_at > SILENCE


def signature() -> str:
    """This process's name on a model call."""
    mine = me()
    return f"{mine.host} {mine.pid} {mine.started}"


def has_ended(name: str) -> bool:
    """Whether the process of a signature is no more. One on another machine cannot be asked: its calls are sent again
    only where nobody else holds the week's lease, so it counts as ended.
    """
    host, _, rest = name.partition(" ")
    pid, _, started = rest.partition(" ")
    return host != socket.gethostname() or not pid.isdigit() or began(int(pid)) != started


def renew(store: Store, scope: str) -> None:
    """Say that this process is still at work; LeaseTaken when another has taken over meanwhile."""
    other = store.claim(scope, me(), is_gone)
    if other is not None:
        raise LeaseTaken(
            f"{scope} of this shop is being worked on by process {other.pid} on {other.host}: "
            "wait for it or end it, then run again."
        )


@contextmanager
def at_work(store: Store, scope: str, patience_s: float = 0) -> Iterator[None]:
    """Hold the lease of a scope for the length of the block, waiting for it if asked to."""
    until = time.monotonic() + patience_s
    while True:
        try:
            renew(store, scope)
            break
        except LeaseTaken:
            if time.monotonic() > until:
                raise
            time.sleep(PAUSE_S)
    try:
        yield
    finally:
        store.release(scope, me())
