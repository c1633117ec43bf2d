"""Rows that say the same text become one sighting before anything costly is done with it.

Two million rows of an export hold a few hundred thousand texts. Sums stand in plain arrays: 60 bytes a text beside
its letters.
"""

from array import array
from collections.abc import Iterator
from datetime import date
from typing import Final

from seo.records import SignalKind
from seo.signals.source import Sighting

_UNKNOWN: Final = -1


class Totals:
    """Adds up what the rows of one table say of each text, language, country and product."""

    def __init__(self, *, is_counting: bool) -> None:
        self._is_counting = is_counting  # a row is somebody's wish; else it is one of many about the same
        self._places: dict[str, int] = {}
        self._row, self._rows, self._count = array("q"), array("q"), array("q")
        self._clicks, self._impressions = array("q"), array("q")
        self._position, self._weight = array("d"), array("q")
        self._day = array("l")

    def add(
        self,
        text: str,
        row: int,
        clicks: int | None,
        impressions: int | None,
        position_sum: float = 0.0,
        weight: int = 0,
        country: str = "",
        *,
        language: str = "",
        sku: str = "",
        count: int = 1,
        day: date | None = None,
    ) -> None:
        """One row. `position_sum` over `weight` is its position; a weight of 0 says that there is none."""
        name = f"{text}\0{country}\0{language}\0{sku}" if country or language or sku else text
        place = self._places.get(name)
        if place is None:
            self._begin(name, row)
            place = len(self._row) - 1
        self._rows[place] += 1
        self._count[place] += count
        if clicks is not None:
            self._clicks[place] = clicks + max(0, self._clicks[place])
        if impressions is not None:
            self._impressions[place] = impressions + max(0, self._impressions[place])
        if weight:
            self._position[place] += position_sum
            self._weight[place] += weight
        if day is not None and (ordinal := day.toordinal()) > self._day[place]:
            self._day[place] = ordinal

    def _begin(self, name: str, row: int) -> None:
        self._places[name] = len(self._row)
        self._row.append(row)
        for sums in (self._rows, self._count, self._weight, self._day):
            sums.append(0)
        self._position.append(0.0)
        self._clicks.append(_UNKNOWN)
        self._impressions.append(_UNKNOWN)

    def sightings(self, kind: SignalKind) -> Iterator[Sighting]:
        """One sighting a text, in the order of their first rows. Can be asked once: each text is given away."""
        names = list(self._places)[::-1]
        self._places.clear()
        for place in range(len(names)):
            name = names.pop()
            text, country, language, sku = name.split("\0") if "\0" in name else (name, "", "", "")
            weight, day = self._weight[place], self._day[place]
            yield Sighting(
                text,
                kind,
                self._row[place],
                language,
                country,
                sku,
                self._count[place] if self._is_counting else 1,
                None,
                date.fromordinal(day) if day else None,
                _known(self._clicks[place]),
                _known(self._impressions[place]),
                round(self._position[place] / weight, 2) if weight else None,
                rows=self._rows[place],
            )


def _known(value: int) -> int | None:
    return None if value == _UNKNOWN else value
