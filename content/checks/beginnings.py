"""What a regular expression can begin with, so that of many hundred only a few are tried on a sentence.

Promised: where the pattern matches, one of its beginnings stands. When in doubt, `None`: try it everywhere.
"""

import re
from collections.abc import Iterator
from typing import Final

MOST: Final = 3  # letters of a beginning
_LITERAL: Final = re.compile(r"[a-zà-öø-ɏ]")
_MAYBE: Final = re.compile(r"[?*]|\{0?,")


def alternatives(pattern: str) -> list[str]:
    """`a|b (?:c|d)` -> `a`, `b (?:c|d)`: what stands between the bars outside brackets."""
    found, depth, start, in_set, place = [], 0, 0, False, 0
    while place < len(pattern):
        sign = pattern[place]
        if sign == "\\":
            place += 1
        elif in_set:
            in_set = sign != "]"
        elif sign == "[":
            in_set = True
        elif sign == "(":
            depth += 1
        elif sign == ")":
            depth -= 1
        elif sign == "|" and not depth:
            found.append(pattern[start:place])
            start = place + 1
        place += 1
    return [*found, pattern[start:]]


def beginnings(pattern: str) -> frozenset[str] | None:
    """The first letters of everything it can match, up to three; None when they cannot be told."""
    found: set[str] = set()
    for each in alternatives(pattern):
        for begun in _begun(each, ""):
            if not begun:
                return None
            found.add(begun)
    return frozenset(found)


def _begun(rest: str, begun: str) -> Iterator[str]:
    if len(begun) == MOST or not rest:
        yield begun
    elif rest.startswith("(?:"):
        inner, after = _group(rest)
        optional = _MAYBE.match(after)
        behind = after[1:] if optional else after
        if after[:1] in {"*", "+", "{"}:
            yield begun  # repeated: where it goes on is not followed
            return
        for each in alternatives(inner):
            yield from _begun(each + behind, begun)
        if optional:
            yield from _begun(behind, begun)
    elif _LITERAL.match(rest):
        if rest[1:2] == "?":
            yield from _begun(rest[2:], begun)
            yield from _begun(rest[2:], begun + rest[0])
        elif _MAYBE.match(rest, 1):
            yield begun  # repeated, perhaps not at all
        else:
            yield from _begun(rest[1:], begun + rest[0])
    else:
        yield begun


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
