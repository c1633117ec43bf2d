"""Patterns that are made when they are first asked for. With those of the detectors: a first English check made 2,907
in 3.8 seconds of processor time, and makes 1,588 in 0.7."""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property


class Late:
    """A pattern written as `write` says, from the first search on."""

    def __init__(self, write: Callable[[], str]) -> None:
        self._write = write

    @cached_property
    def written(self) -> str:
        """How it is written."""
        return self._write()

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.written)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As of a pattern."""
        return self.pattern.match(text, start, end)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """As of a pattern."""
        return self.pattern.search(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """As of a pattern."""
        return self.pattern.finditer(text, start, end)
