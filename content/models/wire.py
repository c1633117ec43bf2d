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
from typing import Any, TypeVar

T = TypeVar("T")


def run(work: Coroutine[Any, Any, T]) -> T:
    """Do it in the loop and wait for it; whoever is interrupted meanwhile cancels it."""
    future = asyncio.run_coroutine_threadsafe(work, _loop(os.getpid()))
    try:
        return future.result()
    except CancelledError:
        raise TimeoutError from None
    except BaseException:
        future.cancel()
        raise


@cache
def _loop(_pid: int) -> asyncio.AbstractEventLoop:
    """Started with the first request of a process."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, name="models", daemon=True).start()
    return loop
