"""Finds hundreds of patterns in a sentence at once: only those are tried whose first letters stand at a word's
beginning. For languages in Latin letters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

LATIN: Final = "A-Za-zÀ-ÖØ-öø-ɏ"
_BEGIN: Final = re.compile(rf"(?<![{LATIN}])[{LATIN}0-9]")
_MOST: Final = 3  # letters of a head
_LITERAL: Final = re.compile(r"[a-zà-öø-ɏ]")
_MAYBE: Final = re.compile(r"[?*]|\{0?,")  # behind a letter or group: it need not stand there

Meaning = tuple[str, str]


class Heads:
    """Patterns of whole words by their first letters. Promises what trying one after the other would find, and
    at the same place the longest alternative first."""

    def __init__(self, entries: Iterable[tuple[Meaning, str]]) -> None:
        filed: dict[str, dict[Meaning, list[str]]] = defaultdict(lambda: defaultdict(list))
        for meaning, listed in entries:
            for alternative in alternatives(listed):
                for head in heads(alternative):
                    filed[head][meaning].append(alternative)
        self._by_head = {
            head: [(meaning, _whole(words)) for meaning, words in meanings.items()]
            for head, meanings in filed.items()
        }

    def find(self, text: str) -> Iterator[tuple[Meaning, int, int]]:
        """Meaning, start and end of everything that begins with a word, in order; they may overlap."""
        for begin in _BEGIN.finditer(text):
            place = begin.start()
            for length in range(_MOST + 1):
                for meaning, pattern in self._by_head.get(text[place : place + length], ()):
                    match = pattern.match(text, place)
                    if match:
                        yield meaning, place, match.end()


def _whole(words: list[str]) -> re.Pattern[str]:
    longest = "|".join(sorted(dict.fromkeys(words), key=lambda word: -len(word)))
    return re.compile(rf"(?:{longest})(?![{LATIN}])")


def alternatives(listed: str) -> list[str]:
    """`a|b(c|d)` cut at the bars outside brackets, the longest first."""
    found, start = [], 0
    for place, sign, depth in _structure(listed):
        if sign == "|" and not depth:
            found.append(listed[start:place])
            start = place + 1
    return sorted([*found, listed[start:]], key=lambda word: -len(word))


def heads(pattern: str) -> frozenset[str]:
    """The letters everything a pattern can match begins with, up to three; the empty head where none is sure."""
    found = frozenset(begun for each in alternatives(pattern) for begun in _begun(each, ""))
    return frozenset({""}) if "" in found else found


def _begun(rest: str, begun: str) -> Iterator[str]:
    if len(begun) == _MOST or not rest:
        yield begun
    elif rest.startswith("(?:"):
        yield from _begun_by_group(*_group(rest), begun)
    elif not _LITERAL.match(rest):
        yield begun
    elif rest[1:2] == "?":
        yield from _begun(rest[2:], begun)
        yield from _begun(rest[2:], begun + rest[0])
    elif _MAYBE.match(rest, 1):
        yield begun  # repeated, perhaps not at all
    else:
        yield from _begun(rest[1:], begun + rest[0])


def _begun_by_group(inner: str, after: str, begun: str) -> Iterator[str]:
    if after[:1] in {"*", "+", "{"}:
        yield begun  # repeated: where it goes on is not followed
        return
    is_optional = after[:1] == "?"
    behind = after[1:] if is_optional else after
    for each in alternatives(inner):
        yield from _begun(each + behind, begun)
    if is_optional:
        yield from _begun(behind, begun)


def _group(text: str) -> tuple[str, str]:
    """`(?:a|b)c` -> `a|b`, `c`."""
    depth, place = 0, 0
    while place < len(text):
        if text[place] == "\\":
            place += 1
        elif text[place] == "(":
            depth += 1
        elif text[place] == ")":
            depth -= 1
            if not depth:
                break
        place += 1
    return text[3:place], text[place + 1 :]


class Needed:
    """Patterns by the letters every match of theirs must hold; for scripts whose words have no sure beginning.
    Promises what trying one after the other would find."""

    def __init__(self, patterns: Iterable[tuple[Meaning, re.Pattern[str]]]) -> None:
        self._patterns = list(patterns)
        self._always: list[int] = []
        self._by_letters: dict[str, list[int]] = defaultdict(list)
        for place, (_, pattern) in enumerate(self._patterns):
            wanted = needed(pattern.pattern)
            if "" in wanted:
                self._always.append(place)
                continue
            for letters in wanted:
                self._by_letters[letters].append(place)

    def find(self, text: str) -> Iterator[tuple[Meaning, int, int]]:
        """Meaning, start and end of everything a pattern finds."""
        held = {text[at : at + size] for size in range(1, _MOST + 1) for at in range(len(text) - size + 1)}
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
            inner, rest = _inside(sequence[place:])
            behind = len(sequence) - len(rest)
            is_plain = sequence[place : place + 2] != "(?" or sequence[place : place + 3] == "(?:"
            if is_plain and not _MAYBE.match(rest):
                choices.append(needed(inner))
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
    return frozenset(letters[:_MOST] for letters in best)


def _inside(text: str) -> tuple[str, str]:
    """`(?:a|b)c` -> `a|b`, `c`; whatever kind of group."""
    ends = (place for place, sign, depth in _structure(text) if sign == ")" and not depth)
    place = next(ends, len(text))
    return text[3 if text.startswith("(?:") else 1 : place], text[place + 1 :]


def _structure(pattern: str) -> Iterator[tuple[int, str, int]]:
    """Each bar and bracket that means one, neither escaped nor in a set: its place, and the groups open behind it."""
    depth, place, in_set = 0, 0, False
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif in_set:
            in_set = sign != "]"
        elif sign == "[":
            in_set = True
        elif sign in "()|":
            depth += {"(": 1, ")": -1, "|": 0}[sign]
            yield place, sign, depth
        place += 1
