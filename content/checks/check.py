"""What a check is. One small file each, listed in the table `CHECKS` of `content/checks/__init__.py`."""

from abc import abstractmethod
from collections.abc import Iterator
from typing import Protocol

from content.checks.reading import Reading
from content.records import Finding


class Check(Protocol):
    """Looks for one kind of fault. Holds no state; says where it is, what proves it and how to cure it."""

    name: str
    """The first part of its rules: `number` in `number.contradicted`."""

    rules: tuple[str, ...]
    """Every rule it may emit; each has its row in `rules.csv`, where severity and cap stand."""

    @abstractmethod
    def check(self, reading: Reading) -> Iterator[Finding]:
        """Yield what is wrong, in the order of the text."""
