"""Finds many words and phrases in a text at once, at word beginnings; endings may bend a little."""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

_LETTER: Final = "A-Za-zÀ-ÖØ-öø-ɏ"
_ARABIC: Final = "\u0621-\u064a"
_IS_LATIN: Final = re.compile(rf"[{_LETTER}0-9]")
_LATIN_REST: Final = re.compile(rf"[{_LETTER}0-9]*")
_ARABIC_REST: Final = re.compile(rf"[{_ARABIC}]*")
_PREFIXES: Final = ("وال", "بال", "فال", "كال", "ولل", "لل", "وب", "ول", "ال", "و", "ب", "ل", "ف", "ك")
_PREFIXED: Final = frozenset(prefix[0] for prefix in _PREFIXES)
_BEND: Final = {"latin": 2, "arabic": 3}
_LONG_ENOUGH: Final = 4  # shorter words do not bend: "on" is not "one"
_HEAD: Final = 2


class Phrases:
    """Phrases and what they stand for; the longest at a place wins.

    `is_exact`: names and numbers, which neither bend nor change case. `is_compound`: a word may also end a
    longer one, as in German (Gesamtbreite, Netzkabel).
    """

    def __init__(
        self, entries: Iterable[tuple[str, str]], *, is_exact: bool = False, is_compound: bool = False
    ) -> None:
        self._is_compound = is_compound
        self._is_exact = is_exact
        self._meanings: dict[str, set[str]] = defaultdict(set)
        for phrase, meaning in entries:
            if phrase:
                self._meanings[phrase].add(meaning)
        lengths: dict[str, set[int]] = defaultdict(set)
        for phrase in self._meanings:
            lengths[phrase[:_HEAD]].add(len(phrase))  # one letter is its own head: 幅
        self._lengths = {head: tuple(sorted(found, reverse=True)) for head, found in lengths.items()}
        self._singles = frozenset(head for head in lengths if len(head) == 1)

    def find(self, text: str) -> list[tuple[int, int, frozenset[str]]]:
        """Where they stand: start, end, meanings; nothing overlaps."""
        found: list[tuple[int, int, frozenset[str]]] = []
        end, lengths, singles = 0, self._lengths, self._singles
        for place, head in _places(text, self._is_compound):
            if (head not in lengths and (not singles or head[0] not in singles)) or place < end:
                continue
            hit = self._at(text, place)
            if hit:
                found.append((place, *hit))
                end = hit[0]
        return found

    def _at(self, text: str, place: int) -> tuple[int, frozenset[str]] | None:
        for head in (text[place : place + _HEAD], text[place]):
            for length in self._lengths.get(head, ()):
                phrase = text[place : place + length]
                if len(phrase) == length and phrase in self._meanings:
                    end = self._end(text, place + length, phrase)
                    if end is not None:
                        return end, frozenset(self._meanings[phrase])
        return None

    def _end(self, text: str, end: int, phrase: str) -> int | None:
        """Where the word ends, or None when it is the beginning of another one."""
        last = phrase[-1]
        if _IS_LATIN.match(last):
            rest = _LATIN_REST.match(text, end)
            most = 0 if self._is_exact or len(phrase) < _LONG_ENOUGH else _BEND["latin"]
        elif "\u0621" <= last <= "\u064a":
            rest = _ARABIC_REST.match(text, end)
            most = 0 if len(phrase) < _LONG_ENOUGH else _BEND["arabic"]
        else:
            return end
        tail = rest.end() - end if rest else 0
        return end + tail if tail <= most else None


_START: Final = re.compile(
    rf"(?<![{_LETTER}0-9])[{_LETTER}0-9]|(?<![{_ARABIC}])[{_ARABIC}]|[\u3040-\u30ff\u3400-\u9fff々]|[^\w\s]"
)


_COMPOUND: Final = re.compile(r"[a-zA-ZÄÖÜäöüß]{9,}")
_OUTER: Final = 3  # letters of the first part of a compound, at least
_INNER: Final = 5  # and of the last


@lru_cache(maxsize=4096)  # a sentence is searched for ten kinds of words
def _places(text: str, is_compound: bool) -> tuple[tuple[int, str], ...]:
    """Where a phrase may begin, and with which letters: at words, after the small words Arabic writes together with
    the next, in kana anywhere."""
    places: list[int] = []
    if is_compound:
        for match in _COMPOUND.finditer(text):
            places += range(match.start() + _OUTER, match.end() - _INNER + 1)
    for match in _START.finditer(text):
        start = match.start()
        places.append(start)
        if text[start] in _PREFIXED:
            ends = [start + len(prefix) for prefix in _PREFIXES if text.startswith(prefix, start)]
            places += [end for end in ends if end < len(text)]
    return tuple((place, text[place : place + _HEAD]) for place in sorted(set(places)))
