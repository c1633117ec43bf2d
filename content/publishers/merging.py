"""A person's edit on a page and our own change to it, brought together block by block.

Blocks are lines. The figures of the ledger stand in `<data data-acreage="…">` elements and are no part of the
comparison: a new price is written into a person's sentence as into ours.
"""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

FACT = re.compile(r'<(data|span)\b[^>]*\bdata-acreage="([^"]+)"[^>]*>.*?</\1>', re.DOTALL)
ALL_OF_IT = "\0"


@dataclass(frozen=True, slots=True)
class Merged:
    """The text with both changes, where they overlap, and which live facts the person took out."""

    text: str
    diff: str = ""  # of the overlapping changes; empty: none
    gone: tuple[str, ...] = ()


def facts(text: str) -> dict[str, str]:
    """The live facts of a text: reference -> the whole element."""
    return {found.group(2): found.group(0) for found in FACT.finditer(text)}


def refilled(text: str, values: Mapping[str, str]) -> str:
    """The text with the values as they are now in its live facts."""
    return FACT.sub(lambda found: values.get(found.group(2), found.group(0)), text)


def has_same_words(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but the values of their live facts."""
    return _masked([one]) == _masked([other])


def merge(base: str, theirs: str, ours: str, spelled: str = "") -> Merged:
    """Both changes to a base. `spelled` is the base in our spelling where the place spells it differently.

    What only one side changed is taken from it, figures always from us. Overlapping changes keep the person's
    words in `text` and are shown in `diff`.
    """
    old, now, new = base.split("\n"), theirs.split("\n"), ours.split("\n")
    new = _in_their_spelling(old, new, (spelled or base).split("\n"))
    parts: list[str] = []
    clashes: list[str] = []
    for start, end, left, right in _regions(*map(_masked, (old, now, new))):
        was, a, b = old[slice(start, end)], now[slice(*left)], new[slice(*right)]
        if _masked(a) == _masked(was):
            parts += b
        elif _masked(b) in (_masked(was), _masked(a)):
            parts += a
        else:
            parts += a
            clashes += difflib.unified_diff(
                a, b, "as a person left it", "as the facts have it now", lineterm=""
            )
    text = refilled("\n".join(parts), facts(ours))
    gone = tuple(name for name in facts(base) if name in facts(ours) and name not in facts(theirs))
    return Merged(text, "\n".join(clashes), gone)


def merged_field(base: str, theirs: str, ours: str, spelled: str) -> Merged:
    """The same for a field that is one piece: a title, a slug, a description."""
    if theirs in (base, ours):
        return Merged(ours)
    if ours == spelled:
        return Merged(theirs)
    diff = "\n".join(
        difflib.unified_diff([theirs], [ours], "as a person left it", "as it would be now", lineterm="")
    )
    return Merged(theirs, diff)


def _masked(lines: Sequence[str]) -> list[str]:
    """Blocks without the values of their live facts."""
    return [FACT.sub(lambda found: f"{ALL_OF_IT}{found.group(2)}{ALL_OF_IT}", line) for line in lines]


def _in_their_spelling(old: Sequence[str], new: Sequence[str], spelled: Sequence[str]) -> list[str]:
    """Blocks of ours that have not changed, as the place spells them: else its spelling would look like an edit."""
    if len(old) != len(spelled):
        return list(new)
    known = dict(zip(_masked(spelled), old, strict=True))
    return [known.get(masked, line) for masked, line in zip(_masked(new), new, strict=True)]


Region = tuple[int, int, tuple[int, int], tuple[int, int]]


def _regions(base: Sequence[str], theirs: Sequence[str], ours: Sequence[str]) -> Iterator[Region]:
    """Stretches of the base with what stands for them on both sides; what all three share bounds them."""
    at, left, right = 0, 0, 0
    for start, a, b, length in _shared(base, theirs, ours):
        if (at, left, right) != (start, a, b):
            yield at, start, (left, a), (right, b)
        if length:
            yield start, start + length, (a, a + length), (b, b + length)
        at, left, right = start + length, a + length, b + length


def _shared(
    base: Sequence[str], theirs: Sequence[str], ours: Sequence[str]
) -> Iterator[tuple[int, int, int, int]]:
    """Stretches that stand in all three: start in each, length; an empty one at the end."""
    first = difflib.SequenceMatcher(None, base, theirs, autojunk=False).get_matching_blocks()
    second = difflib.SequenceMatcher(None, base, ours, autojunk=False).get_matching_blocks()
    i = j = 0
    while i < len(first) - 1 and j < len(second) - 1:
        one, two = first[i], second[j]
        start, end = max(one.a, two.a), min(one.a + one.size, two.a + two.size)
        if start < end:
            yield start, one.b + start - one.a, two.b + start - two.a, end - start
        if one.a + one.size < two.a + two.size:
            i += 1
        else:
            j += 1
    yield len(base), len(theirs), len(ours), 0
