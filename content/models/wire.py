"""The one thread in which requests to models are on their way, and the clients that send them.

Stages are plain functions in threads; here is the loop that their requests share, because only a loop can end a
request at its deadline whatever the server does: a server that sends a byte now and then never times out by itself.
"""

import asyncio
import os
import threading
from collections.abc import Coroutine
from concurrent.futures import CancelledError
from functools import cache
from typing import Any, Final, TypeVar

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """Do it in the loop and wait for it; whoever is interrupted meanwhile cancels it."""
    future = asyncio.run_coroutine_threadsafe(work, loop())
    try:
        return future.result()
    except CancelledError:
        raise TimeoutError from None
    except BaseException:
        future.cancel()
        raise


def loop() -> asyncio.AbstractEventLoop:
    """The process's one loop. A cache alone lets two threads that come first make one each, and a client's connections
    belong to the loop they were opened in.
    """
    with _STARTING:
        return _loop(os.getpid())


@cache
def _loop(_pid: int) -> asyncio.AbstractEventLoop:
    """Started with the first request of a process."""
    started = asyncio.new_event_loop()
    threading.Thread(target=started.run_forever, name="models", daemon=True).start()
    return started


_STARTING: Final = threading.Lock()
