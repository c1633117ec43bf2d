"""The one place at work: stages compute one at a time, and whoever waits for a model lets the others go on.

Stages compute in Python and gain nothing from a second thread. snowballstemmer keeps its word in itself: two threads
made `IndexError: string index out of range` out of good texts.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Final


class Turn:
    """A lock that knows who has it: to let go of it without having it does nothing."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._mine = threading.local()

    def __enter__(self) -> None:
        self._lock.acquire()
        self._mine.is_held = True

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._mine.is_held = False
        self._lock.release()

    @contextmanager
    def let_go(self) -> Iterator[None]:
        """For the length of the block others may compute."""
        if not getattr(self._mine, "is_held", False):
            yield
            return
        self.__exit__(None, None, None)
        try:
            yield
        finally:
            self.__enter__()


TURN: Final = Turn()
