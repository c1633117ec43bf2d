"""A draft's body as parts: the opening, then each heading with its blocks; and back, letter for letter."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from content.records import Draft

_HEADING: Final = re.compile(r"## +(.+)")
_NOTE: Final = re.compile(r"\[\^q\d[\w-]*\]:")
_DEFINES: Final = re.compile(r"^ {0,3}\[[^\]\n]+\]:.*(?:\n[ \t]+\S.*)*\n?", re.MULTILINE)
_BLANK: Final = re.compile(r"\n\s*\n")
BETWEEN: Final = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of Markdown, and what its writer says it rests on without showing it."""

    text: str
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading (none for the opening) with its blocks."""

    heading: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """As it stands in a body."""
        return BETWEEN.join(text for text, _ in self.lines())

    def lines(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Its blocks, the heading first, each with what it rests on."""
        if self.heading:
            yield f"## {self.heading}", ()
        yield from ((block.text, block.rests_on) for block in self.blocks)


def blocks(said: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[Block, ...]:
    """Blocks as a writer gave them: one with blank lines is several, a heading in it becomes one of the third level.
    What a mark or a link stands for is said by code alone: a writer's own `[^q1]: …` and `[1]: …` are left out.
    """
    found = []
    for text, rests_on in said:
        for piece in _BLANK.split(_DEFINES.sub("", text).strip()):
            bare = re.sub(r"^#{1,6} +", "### ", piece.strip())
            found += [Block(bare, rests_on)] if bare else []
    return tuple(found)


def parts(draft: Draft) -> list[Part]:
    """The parts of a draft's body, the opening first and always there; lines that say whose words a mark stands for are
    none.
    """
    resting = rests(draft)
    found: list[tuple[str, list[Block]]] = [("", [])]
    for number, text in enumerate(draft.body.split(BETWEEN)):
        heading = _HEADING.fullmatch(text.strip())
        if heading:
            found.append((heading[1].strip(), []))
        elif text.strip() and not _NOTE.match(text):
            found[-1][1].append(Block(text, resting.get(number, ())))
    return [Part(heading, tuple(inner)) for heading, inner in found]


def rests(draft: Draft) -> Mapping[int, tuple[str, ...]]:
    """What each block of a draft rests on."""
    found: dict[int, tuple[str, ...]] = {}
    for each in draft.relies:
        found[each.block] = (*found.get(each.block, ()), each.reference)
    return found


def part_at(draft: Draft, place: int) -> int:
    """Which part of the body a code point of `title + blank line + body` stands in; 0 for the title and the opening."""
    at, part = len(draft.title) + len(BETWEEN), 0
    for text in draft.body.split(BETWEEN):
        if _HEADING.fullmatch(text.strip()):
            part += 1
        at += len(text) + len(BETWEEN)
        if place < at:
            return part
    return part
