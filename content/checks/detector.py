"""Many patterns searched at once. Hundreds of words tried at every place of a text are most of what a check costs, and
to make patterns of them most of what the first check costs; so they are filed by the letters they begin with, and only
those of the letters at hand are made and tried."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from content.checks.openings import branches, openings

_MOST: Final = 5  # letters they are filed by


class Detector:
    """Where one of several patterns stands. `before` and `behind` are what holds around each, none of it taken in."""

    def __init__(self, patterns: Iterable[str], before: str = "", behind: str = "") -> None:
        self._behind = behind
        self._filed: dict[str, list[str]] = defaultdict(list)
        for branch in dict.fromkeys(branch for pattern in patterns for branch in branches(pattern)):
            for opening in sorted(openings(branch, _MOST)):
                self._filed[opening].append(branch)
        self._made: dict[str, re.Pattern[str]] = {}
        self._tried: dict[str, tuple[re.Pattern[str], ...]] = {}  # by the letters at a place
        listed = "".join(re.escape(letter) for letter in sorted({opening[:1] for opening in self._filed}))
        letters_at = "." if "" in self._filed else f"[{listed}]" if listed else "(?!)"
        self._places = re.compile(f"{before}(?={letters_at})", re.DOTALL)

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[int]:
        """Every place in `text[start:end]` at which one of them begins, in order."""
        end = len(text) if end is None else end
        for match in self._places.finditer(text, start, end):
            if self._begins(text, match.start(), end):
                yield match.start()

    def is_at(self, text: str, place: int) -> bool:
        """Whether one of them begins at a place."""
        return self._places.match(text, place) is not None and self._begins(text, place, len(text))

    def _begins(self, text: str, place: int, end: int) -> bool:
        letters = text[place : place + _MOST]
        patterns = self._tried.get(letters)
        if patterns is None:
            patterns = self._tried[letters] = tuple(self._of(letters))
        return any(pattern.match(text, place, end) for pattern in patterns)

    def _of(self, letters: str) -> Iterator[re.Pattern[str]]:
        """What may begin with them."""
        for length in range(len(letters) + 1):
            opening = letters[:length]
            if opening in self._filed:
                if opening not in self._made:
                    listed = "|".join(self._filed[opening])
                    self._made[opening] = re.compile(f"(?:{listed}){self._behind}")
                yield self._made[opening]
