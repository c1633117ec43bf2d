"""Many patterns searched at once. Hundreds of words tried at every place of a text are most of what a check costs, so
they are sorted by the letters they begin with and only those of the letters at hand are tried."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

_OPTIONAL: Final = re.compile(r"(?:[?*]|\{0?,\d*\})[?+]?")
_REPEATED: Final = re.compile(r"(?:[?*+]|\{\d*,?\d*\})[?+]?")
_RANGE: Final = re.compile(r"(\\.|[^\\])-(\\.|[^\\])|(\\.|[^\\])")
_NAMED: Final = re.compile(r"\(\?P<\w+>|\(\?:|\((?!\?)")
_SIGN: Final = re.compile(r"[\\\[()|]")
_DIGITS: Final = frozenset("0123456789")  # folded texts have no others
_PAIR: Final = re.compile(
    r"([^\W_]{2})(?![?*{])"
)  # what a branch that begins with two plain letters begins with
_ANY: Final = ""  # instead of a letter: whatever stands there


class Detector:
    """Where one of several patterns stands. `before` and `behind` are what holds around each, none of it taken in."""

    def __init__(self, patterns: Iterable[str], before: str = "", behind: str = "") -> None:
        self._behind = behind
        self._by_letter: dict[str, list[str]] = {}
        self._made: dict[str, re.Pattern[str]] = {}
        for branch in (branch for pattern in patterns for branch in branches(pattern)):
            letters = first_letters(branch)
            for letter in (_ANY,) if letters is None else sorted(letters):
                self._by_letter.setdefault(letter, []).append(branch)
        listed = "".join(map(re.escape, self._by_letter))
        letters_at = "." if _ANY in self._by_letter else f"[{listed}]" if listed else "(?!)"
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
        letters = text[place : place + 2]
        pattern = self._made.get(letters) or self._make(letters)
        return pattern.match(text, place, end) is not None

    def _make(self, letters: str) -> re.Pattern[str]:
        """Made when a text first has the two letters: no text has words for all of them."""
        listed = [*self._by_letter.get(letters[0], ()), *self._by_letter.get(_ANY, ())]
        listed = [branch for branch in listed if not (pair := _PAIR.match(branch)) or pair[1] == letters]
        self._made[letters] = re.compile(f"(?:{'|'.join(listed)}){self._behind}" if listed else "(?!)")
        return self._made[letters]


@cache
def first_letters(pattern: str) -> frozenset[str] | None:
    """The letters a match of a pattern may begin with; None where that may be any, or nothing at all.

    It knows what our tables are written in: letters, escapes, classes, groups, looking around, repetition.
    """
    found: set[str] = set()
    for branch in branches(pattern):
        letters = _of_branch(branch)
        if letters is None:
            return None
        found |= letters
    return frozenset(found)


def branches(pattern: str) -> list[str]:
    """The alternatives of a pattern, those within its groups left together."""
    found, begin, place = [], 0, _plain_until(pattern, 0)
    while place < len(pattern):
        if pattern[place] == "|":
            found.append(pattern[begin:place])
            begin = place + 1
        place = _plain_until(pattern, _end_of_atom(pattern, place))
    return [*found, pattern[begin:]]


def _of_branch(branch: str) -> frozenset[str] | None:
    found: set[str] = set()
    place = 0
    while place < len(branch):
        end = _end_of_atom(branch, place)
        atom, is_optional = branch[place:end], bool(_OPTIONAL.match(branch, end))
        if not _takes_nothing(atom):
            letters = _of_atom(atom)
            if letters is None:
                return None
            found |= letters
            if not is_optional:
                return frozenset(found)
        repeated = _REPEATED.match(branch, end)
        place = repeated.end() if repeated else end
    return None


def _takes_nothing(atom: str) -> bool:
    return atom in {"^", "$", r"\b", r"\B"} or atom.startswith(("(?=", "(?!", "(?<=", "(?<!"))


def _of_atom(atom: str) -> frozenset[str] | None:
    if group := _NAMED.match(atom):
        return first_letters(atom[group.end() : -1])
    if atom.startswith("["):
        return None if atom.startswith("[^") else _of_class(atom[1:-1])
    if atom == r"\d":
        return _DIGITS
    if atom.startswith("\\"):
        return None if atom[1:].isalnum() else frozenset(atom[1:])
    return None if atom == "." or atom.startswith("(") else frozenset(atom)


def _of_class(inside: str) -> frozenset[str] | None:
    found: set[str] = set()
    for match in _RANGE.finditer(inside):
        if any(side and side[0] == "\\" and side[1:].isalnum() for side in match.groups()):
            return None  # \w, \d, \s
        first, last = ((match[1] or match[3])[-1], (match[2] or match[3])[-1])
        found |= {chr(code) for code in range(ord(first), ord(last) + 1)}
    return frozenset(found)


def _end_of_atom(pattern: str, place: int) -> int:
    """Where what begins at a place ends: one letter, an escape, a class, a whole group."""
    if pattern[place] == "\\":
        return place + 2
    if pattern[place] == "[":
        place += 2 + pattern.startswith("[^", place)  # a bracket that comes first is one of the class
        while pattern[place] != "]":
            place += 1 + (pattern[place] == "\\")
        return place + 1
    if pattern[place] == "(":
        place = _plain_until(pattern, place + 1)
        while pattern[place] != ")":
            place = _plain_until(pattern, _end_of_atom(pattern, place))
        return place + 1
    return place + 1


def _plain_until(pattern: str, place: int) -> int:
    """Where the next sign of a group or class stands; the end of the pattern when none follows."""
    found = _SIGN.search(pattern, place)
    return found.start() if found else len(pattern)
