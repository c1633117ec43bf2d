"""What every signal source promises: a shape of table, recognised by its columns and never by its file's
name.
"""

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from seo.records import SignalKind
from seo.signals.tables import Table


@dataclass(frozen=True, slots=True)
class Sighting:
    """One row as the source says it: raw text, nothing cleaned yet. What was not said is None or empty."""

    text: str
    kind: SignalKind
    row: int
    language: str = ""
    country: str = ""
    sku: str = ""
    count: int = 1
    rating: float | None = None
    observed_on: date | None = None
    clicks: int | None = None
    impressions: int | None = None
    position: float | None = None
    url: str = ""
    rank: int | None = None
    votes: int | None = None
    answers: int | None = None
    volume: int | None = None
    volume_source: str = ""
    rows: int = 1  # of the file, that this stands for
    left_out: str = ""  # why these rows say nothing: "anonymised by Google"; then there is no text


class Source(Protocol):
    """A shape in which people's wishes come. Loops over a table's rows, as often as it needs; opens nothing."""

    name: str
    """What the shape is called in reports."""

    @abstractmethod
    def recognises(self, table: Table) -> bool:
        """Whether the columns are of this shape. Sources are asked in the order of the table `SOURCES`."""

    @abstractmethod
    def read(self, table: Table) -> Iterator[Sighting]:
        """Yield what was seen, row by row; a row without text yields nothing."""

    def shape(self, table: Table) -> str:
        """What the table was taken for, in the words of the week's report."""
        return f"{self.name} ({table.language})" if table.language else self.name
