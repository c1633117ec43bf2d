"""One loop for all requests of a process, however many threads come first."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from content.models import wire


def test_threads_that_come_first_together_share_one_loop(monkeypatch: pytest.MonkeyPatch) -> None:
    wire._loop.cache_clear()
    made = wire.asyncio.new_event_loop

    def slowly():  # type: ignore[no-untyped-def]  # as the original
        time.sleep(0.05)
        return made()

    monkeypatch.setattr(wire.asyncio, "new_event_loop", slowly)
    together = Barrier(16)

    def first(_: int):  # type: ignore[no-untyped-def]
        together.wait()
        return wire.loop()

    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(first, range(16)))) == 1


def test_work_is_done_in_it_and_its_errors_come_back() -> None:
    async def seven() -> int:
        return 7

    async def fails() -> int:
        raise ValueError("no")

    assert wire.run(seven()) == 7
    with pytest.raises(ValueError, match="no"):
        wire.run(fails())
