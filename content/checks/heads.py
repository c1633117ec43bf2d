"""Finds hundreds of patterns in a sentence at once: only those are made and tried whose first letters stand at a
word's beginning, or whose letters stand in the text at all."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from content.checks.late import Late
from content.checks.openings import branches, end_of_atom, openings

LATIN: Final = "A-Za-zÀ-ÖØ-öø-ɏ"
_BEGIN: Final = re.compile(rf"(?<![{LATIN}])[{LATIN}0-9]")
_MOST: Final = 4  # letters of a head
_FEW: Final = 3  # letters a pattern needs: of the words of Arabic and Japanese
_MAYBE: Final = re.compile(r"[?*]|\{0?,")  # behind a letter or group: it need not stand there

Meaning = tuple[str, str]


class Heads:
    """Patterns of whole words by their first letters, for languages in Latin letters. Promises what trying one after
    the other would find, and at the same place the longest alternative first."""

    def __init__(self, entries: Iterable[tuple[Meaning, str]]) -> None:
        self._filed: dict[str, dict[Meaning, list[str]]] = defaultdict(lambda: defaultdict(list))
        for meaning, listed in entries:
            for alternative in alternatives(listed):
                for head in openings(alternative, _MOST):
                    self._filed[head][meaning].append(alternative)
        self._made: dict[str, list[tuple[Meaning, re.Pattern[str]]]] = {}

    def find(self, text: str) -> Iterator[tuple[Meaning, int, int]]:
        """Meaning, start and end of everything that begins with a word, in order; they may overlap."""
        for begin in _BEGIN.finditer(text):
            place = begin.start()
            for length in range(_MOST + 1):
                for meaning, pattern in self._of(text[place : place + length]):
                    match = pattern.match(text, place)
                    if match:
                        yield meaning, place, match.end()

    def _of(self, head: str) -> Iterable[tuple[Meaning, re.Pattern[str]]]:
        """Made when a text first has the head: no text has all."""
        if head in self._filed and head not in self._made:
            filed = self._filed[head].items()
            self._made[head] = [(meaning, _whole(words)) for meaning, words in filed]
        return self._made.get(head, ())


def _whole(words: list[str]) -> re.Pattern[str]:
    longest = "|".join(sorted(dict.fromkeys(words), key=lambda word: -len(word)))
    return re.compile(rf"(?:{longest})(?![{LATIN}])")


def alternatives(listed: str) -> list[str]:
    """`a|b(c|d)` cut at the bars outside brackets, the longest first."""
    return sorted(branches(listed), key=lambda word: -len(word))


class Needed:
    """Patterns by the letters every match of theirs must hold; for scripts whose words have no sure beginning.
    Promises what trying one after the other would find."""

    def __init__(self, patterns: Iterable[tuple[Meaning, Late]]) -> None:
        self._patterns = list(patterns)
        self._always: list[int] = []
        self._by_letters: dict[str, list[int]] = defaultdict(list)
        for place, (_, pattern) in enumerate(self._patterns):
            wanted = needed(pattern.written)
            if "" in wanted:
                self._always.append(place)
                continue
            for letters in wanted:
                self._by_letters[letters].append(place)

    def find(self, text: str) -> Iterator[tuple[Meaning, int, int]]:
        """Meaning, start and end of everything a pattern finds."""
        held = {text[at : at + size] for size in range(1, _FEW + 1) for at in range(len(text) - size + 1)}
        tried = {place for letters in held & self._by_letters.keys() for place in self._by_letters[letters]}
        for place in sorted((*tried, *self._always)):
            meaning, pattern = self._patterns[place]
            for match in pattern.finditer(text):
                yield meaning, *match.span()


def needed(pattern: str) -> frozenset[str]:
    """Letters (three at most) of which one stands in everything a pattern matches; the empty ones where none is
    sure."""
    return frozenset(letters for each in alternatives(pattern) for letters in _needed(each))


def _needed(sequence: str) -> frozenset[str]:
    """The best part of a sequence: its longest run of plain letters, or a group in which all have some."""
    choices: list[frozenset[str]] = []
    run, place = "", 0
    while place < len(sequence):
        sign = sequence[place]
        if sign == "(":
            behind = end_of_atom(sequence, place)
            is_named = sequence.startswith("(?:", place)
            is_plain = is_named or not sequence.startswith("(?", place)
            if is_plain and not _MAYBE.match(sequence, behind):
                choices.append(needed(sequence[place + (3 if is_named else 1) : behind - 1]))
            choices, run, place = [*choices, frozenset({run})], "", behind
        elif sign == "[":
            choices, run, place = [*choices, frozenset({run})], "", sequence.index("]", place + 2) + 1
        elif sign in "?*{":
            choices, run = [*choices, frozenset({run[:-1]})], ""
            place = sequence.index("}", place) + 1 if sign == "{" else place + 1
        elif sign in "\\.+^$":
            choices, run, place = [*choices, frozenset({run})], "", place + (2 if sign == "\\" else 1)
        else:
            run, place = run + sign, place + 1
    best = max([*choices, frozenset({run})], key=lambda each: min(map(len, each), default=0))
    return frozenset(letters[:_FEW] for letters in best)
