"""Finds the words of a catalogue's own attributes in Arabic and Japanese prose, where one form is not the other.

`فتحة تصريف` is also `فتحتها لتصريف الماء`, `機内持ち込み` also `機内に持ち込める`, `耐寒` also `寒さに耐える`. Other
languages bend at the end, which `phrases.py` allows.
"""

import re
from collections.abc import Iterable
from typing import Final

from content.checks.phrases import Phrases

_LETTERS: Final = "\u0621-\u064a"
_AHEAD: Final = re.compile(r"^(?:وال|بال|فال|كال|لل|ال|ل|ب)(?=[\u0621-\u064a]{3})")
_BEHIND: Final = re.compile(  # صينيه is a tray and صين a country: of a short word the ending stays
    r"(?<=[\u0621-\u064a]{4})يه$|(?<=[\u0621-\u064a]{3})(?:ات|ان|ين|ها|ه|ي)$"
)
_RUN: Final = re.compile(r"[\u3400-\u9fff々]+|[\u30a0-\u30ff]+|[a-z0-9]+")
_KANJI: Final = re.compile(r"[\u3400-\u9fff々]+")
_PAIR: Final = re.compile(r"[\u3400-\u9fff]{2}")
_SHORTEST: Final = 3
_PRONOUN: Final = "(?:ه|ها|هما|هم|ا|ان|ين|ك)?"  # درج is a drawer, درجات are degrees


class AttributeWords(Phrases):
    """Phrases found by the stems of their words, in order, a small word or ending between them."""

    def __init__(self, entries: Iterable[tuple[str, str]], language: str) -> None:
        rows = [row for row in entries if row[0]]
        super().__init__(rows)
        make = _arabic if language == "ar" else _japanese
        self._stems = [(re.compile(make(phrase)), meaning) for phrase, meaning in rows]

    def find(self, text: str) -> list[tuple[int, int, frozenset[str]]]:
        """Where they stand, the longest first at each place; nothing overlaps."""
        hits = [(m.start(), m.end(), meaning) for stems, meaning in self._stems for m in stems.finditer(text)]
        found: list[tuple[int, int, frozenset[str]]] = []
        for start, end, meaning in sorted(hits, key=lambda hit: (hit[0], -hit[1], hit[2])):
            if not found or start >= found[-1][1]:
                found.append((start, end, frozenset({meaning})))
        return found


def _arabic(phrase: str) -> str:
    stems = [_stem(word) for word in phrase.split()]
    joined = rf"[{_LETTERS}]{{0,3}}\s+(?:[{_LETTERS}]{{1,5}}\s+)?(?:[وفبلك]|ال|وال|بال|لل)?".join(stems)
    ending = _PRONOUN if len(stems) == 1 and len(stems[0]) <= _SHORTEST else rf"[{_LETTERS}]{{0,3}}"
    return rf"(?<![{_LETTERS}])(?:[وفبلك]|ال|وال|بال|لل)?{joined}{ending}(?![{_LETTERS}])"


def _stem(word: str) -> str:
    """A word without the small ones written with it; a verb in any person."""
    bare = _BEHIND.sub("", _AHEAD.sub("", word))
    if len(bare) > _SHORTEST and bare[0] in "يت":
        return "[يتن]?" + re.escape(bare[1:])
    return re.escape(bare)


def _japanese(phrase: str) -> str:
    runs = _RUN.findall(phrase)
    if sum(map(len, runs)) < _SHORTEST - 1:
        return re.escape(phrase)
    stems = r"[ぁ-ん]{0,3}".join(map(_loose, runs))
    if _PAIR.fullmatch(phrase):  # a verb and its object, written the other way round
        return rf"{stems}|{phrase[1]}[ぁ-ん]{{1,3}}{phrase[0]}"
    return stems


def _loose(run: str) -> str:
    """Between the characters of a compound a particle may stand: 機内に持ち込む."""
    return "[をにへでがのも]?".join(run) if _KANJI.fullmatch(run) else re.escape(run)
