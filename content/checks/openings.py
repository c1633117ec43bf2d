"""What everything a pattern matches begins with. It knows what our tables are written in: letters, escapes, classes,
groups, looking around, repetition."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

_REPEATED: Final = re.compile(r"([?*+]|\{(\d*),?\d*\})[?+]?")
_RANGE: Final = re.compile(r"(\\.|[^\\])-(\\.|[^\\])|(\\.|[^\\])")
_NAMED: Final = re.compile(r"\(\?P<\w+>|\(\?:|\((?!\?)")
_SIGN: Final = re.compile(r"[\\\[()|]")
_DIGITS: Final = frozenset("0123456789")  # folded texts have no others
_MANY: Final = 400  # openings of one pattern: classes in a row multiply, and fewer letters are as right

Begun = tuple[str, bool]
"""How a match may begin, and whether what stands next in the pattern comes right behind."""


@cache
def openings(pattern: str, most: int) -> frozenset[str]:
    """The letters, `most` of them at most, with one of which every match begins; the empty ones where it may be
    anything, or nothing at all."""
    found = frozenset(letters for letters, _ in _of_pattern(pattern, most))
    return frozenset({""}) if "" in found else found


def branches(pattern: str) -> list[str]:
    """The alternatives of a pattern, those within its groups left together."""
    found, begin, place = [], 0, _plain_until(pattern, 0)
    while place < len(pattern):
        if pattern[place] == "|":
            found.append(pattern[begin:place])
            begin = place + 1
        place = _plain_until(pattern, end_of_atom(pattern, place))
    return [*found, pattern[begin:]]


def _of_pattern(pattern: str, most: int) -> set[Begun]:
    return {begun for branch in branches(pattern) for begun in _of_branch(branch, most)}


def _of_branch(branch: str, most: int) -> set[Begun]:
    """Atom by atom, until every beginning is long enough or goes on with nobody knows what."""
    done: set[str] = set()
    begun: set[str] = {""}
    for atom, is_optional, is_many in _atoms(branch):
        longer = _longer(begun, atom, most)
        done |= {letters for letters, is_open in longer if not is_open or is_many}
        goes_on = {letters for letters, is_open in longer if is_open and not is_many}
        begun = begun | goes_on if is_optional else goes_on
        if not begun or len(begun) > _MANY:
            break
    return {(letters, False) for letters in done} | {(letters, True) for letters in begun}


def _longer(begun: set[str], atom: str, most: int) -> set[Begun]:
    following = _of_atom(atom, most)
    if following is None:
        return {(letters, False) for letters in begun}
    joined = ((before + letters, is_open) for before in begun for letters, is_open in following)
    return {(letters[:most], is_open and len(letters) < most) for letters, is_open in joined}


def _atoms(branch: str) -> Iterator[tuple[str, bool, bool]]:
    """Each part that takes letters, whether it may be left out, and whether it may come more than once."""
    place = 0
    while place < len(branch):
        end = end_of_atom(branch, place)
        times = _REPEATED.match(branch, end)
        sign, least = (times[1], times[2]) if times else ("", None)
        if not _takes_nothing(branch[place:end]):
            yield branch[place:end], sign in {"?", "*"} or least in {"", "0"}, sign not in {"", "?"}
        place = times.end() if times else end


def _takes_nothing(atom: str) -> bool:
    return atom in {"^", "$", r"\b", r"\B"} or atom.startswith(("(?=", "(?!", "(?<=", "(?<!"))


def _of_atom(atom: str, most: int) -> set[Begun] | None:
    """None: it may begin with anything."""
    if group := _NAMED.match(atom):
        return _of_pattern(atom[group.end() : -1], most)
    letters = _letters(atom)
    return None if letters is None else {(letter, True) for letter in letters}


def _letters(atom: str) -> frozenset[str] | None:
    """Those one of which an atom is; None where it may be any."""
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


def end_of_atom(pattern: str, place: int) -> int:
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
            place = _plain_until(pattern, end_of_atom(pattern, place))
        return place + 1
    return place + 1


def _plain_until(pattern: str, place: int) -> int:
    """Where the next sign of a group or class stands; the end of the pattern when none follows."""
    found = _SIGN.search(pattern, place)
    return found.start() if found else len(pattern)
