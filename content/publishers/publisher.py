"""A place where articles appear. A new one is one file with one class, and a line in the table."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from content.ledger.ledger import Ledger
from content.records import Article, Publication


class Publisher(Protocol):
    """A place where articles appear. It decides nothing: who may publish what is settled before.

    Publishing the same articles again changes nothing. What could not be placed keeps the page that is there
    and raises PublishRefused; an article whose facts have a gap comes back as held, the gap in `dropped`.
    """

    name: str
    """The name on every publication."""

    needs: tuple[str, ...] = ()
    """Environment variables it cannot work without."""

    @abstractmethod
    def publish(
        self, articles: Sequence[Article], ledger: Ledger, folder: Path, on: date
    ) -> list[Publication]:
        """Make exactly the approved and published ones of these articles stand there, as of this day."""
