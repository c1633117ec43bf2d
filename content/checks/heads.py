"""Finds hundreds of patterns in a sentence at once: only those are tried whose first letters stand at a word's
beginning. For languages in Latin letters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

LATIN: Final = "A-Za-zÀ-ÖØ-öø-ɏ"
_BEGIN: Final = re.compile(rf"(?<![{LATIN}])[{LATIN}0-9]")
_HEAD: Final = 2
_MAYBE: Final = "?*{"  # behind a letter: it need not stand there


Meaning = tuple[str, str]


class Heads:
    """Patterns of whole words by their first letters. Promises what trying one after the other would find, and
    at the same place the longest alternative first."""

    def __init__(self, entries: Iterable[tuple[Meaning, str]]) -> None:
        sorted_: dict[str, dict[Meaning, list[str]]] = defaultdict(lambda: defaultdict(list))
        for meaning, listed in entries:
            for alternative in alternatives(listed):
                for head in heads(alternative):
                    sorted_[head][meaning].append(alternative)
        self._by_head = {
            head: [(meaning, _whole(words)) for meaning, words in meanings.items()]
            for head, meanings in sorted_.items()
        }

    def find(self, text: str) -> Iterator[tuple[Meaning, int, int]]:
        """Meaning, start and end of everything that begins with a word, in order; they may overlap."""
        for begin in _BEGIN.finditer(text):
            place = begin.start()
            for head in (text[place : place + _HEAD], text[place], ""):
                for meaning, pattern in self._by_head.get(head, ()):
                    match = pattern.match(text, place)
                    if match:
                        yield meaning, place, match.end()


def _whole(words: list[str]) -> re.Pattern[str]:
    longest = "|".join(sorted(dict.fromkeys(words), key=lambda word: -len(word)))
    return re.compile(rf"(?:{longest})(?![{LATIN}])")


def alternatives(listed: str) -> list[str]:
    """`a|b(c|d)` cut at the bars outside brackets, the longest first."""
    found, depth, start = [], 0, 0
    for place, letter in enumerate(listed):
        if listed[place - 1 : place] == "\\":
            continue
        if letter in "([":
            depth += 1
        elif letter in ")]":
            depth -= 1
        elif letter == "|" and depth == 0:
            found.append(listed[start:place])
            start = place + 1
    return sorted([*found, listed[start:]], key=lambda word: -len(word))


def heads(alternative: str) -> set[str]:
    """The letters an alternative may begin with: two, one, or the empty head where that cannot be told."""
    if alternative.startswith("(?:"):
        return _heads_of_group(alternative)
    sure = ""
    for place, letter in enumerate(alternative[:_HEAD]):
        is_sure = letter.isalnum() and alternative[place + 1 : place + 2] not in tuple(_MAYBE)
        if not is_sure:
            break
        sure += letter
    return {sure}


def _heads_of_group(alternative: str) -> set[str]:
    depth = 0
    for place, letter in enumerate(alternative):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            inner, rest = alternative[len("(?:") : place], alternative[place + 1 :]
            break
    else:
        return {""}
    found = {head for part in alternatives(inner) for head in heads(part)}
    found = {head if len(head) == _HEAD else head[:1] for head in found}
    if rest[:1] in tuple(_MAYBE) and rest:
        return found | heads(rest[1:]) if rest[0] == "?" else {""}
    return found
