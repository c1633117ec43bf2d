"""Headings in order, every section with something in it, nothing twice, nothing left unfinished."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from content.checks.blocks import Block
from content.checks.reading import Reading, size_of
from content.checks.sense import ends_open
from content.records import Finding

LONG_TEXT: Final = 350  # words after which a text needs headings
_PLACEHOLDER: Final = re.compile(
    r"(?i:lorem ipsum|\[(?:insert|your|name|link|image)[^\]]*\]|<insert|as an ai language model)"
    r"|\bTODO\b|\bTBD\b|\bX{3,}\b|\{%|\$\{"
)
_DONE: Final = re.compile(r"[.!?…。!?؟:;»\"”」)）\]|%✓✗]$|\d$")
_NUMBER: Final = re.compile(
    r"[^\W\d_×]\s+\d{1,4}(?:[.,]\d)?$|×\s*\d+$"
)  # behind a word; a telephone number is longer
_WHOLE: Final = {"ja": 24, "ar": 45, "": 60}
"""Letters, per script, from which a repeated paragraph is no slogan and a paragraph must end like one."""

_ALIKE: Final = 2  # paragraphs, or items, that all end with a mark: then the last one should too
_SIGNED: Final = re.compile(r"^\W*[-–—]|\b[A-ZÀ-Ý][\w'’-]+$")  # "Your Kiesel & Tuch": a name ends a letter
_STOP: Final = re.compile(r"[.!?؟。]\s")
_NOTHING: Final = re.compile(r"^(?:#{1,6}|[-*+]|\d{1,2}[.)]?)[ \t]*\s*\Z", re.MULTILINE)
"""A mark of a heading or an item with nothing behind it at the end."""

_FIRST_LEVEL: Final = 3  # questions under a title are often ###; below that a level is missing


def bones(reading: Reading) -> Iterator[Finding]:
    """`structure.headings`, `.second-title`, `.skip`, `.section`, `.duplicate`, `.unfinished`."""
    yield from _headings(reading)
    yield from _sections(reading)
    yield from _twice(reading)
    yield from _unfinished(reading)


def _headings(reading: Reading) -> Iterator[Finding]:
    headings = [block for block in reading.body if block.kind == "heading"]
    size = sum(size_of(block.text, reading.market.language) for block in reading.body)
    if not headings and size > LONG_TEXT:
        cure = "Give each question of the text a heading (##)."
        yield reading.finding("structure.headings", reading.body[0], *_first_sentence(reading.body[0]), cure)
    level, lowest = 1, _FIRST_LEVEL
    for block in headings:
        if block.level == 1 and block is reading.body[0]:
            continue  # a file's own heading; what front matter calls title is for result lists
        if block.level == 1:
            cure = "The page has its title already: make this ## or lower."
            yield reading.finding("structure.second-title", block, 0, len(block.text), cure)
        elif block.level > lowest:
            cure = f"A heading of level {block.level} follows one of level {level}: use level {level + 1}."
            yield reading.finding("structure.skip", block, 0, len(block.text), cure)
        level, lowest = block.level, block.level + 1


def _first_sentence(block: Block) -> tuple[int, int]:
    return block.sentences[0] if block.sentences else (0, len(block.text))


def _sections(reading: Reading) -> Iterator[Finding]:
    for block, following in zip(reading.body, [*reading.body[1:], None], strict=True):
        ends_here = following is None or (following.kind == "heading" and following.level <= block.level)
        if block.kind == "heading" and ends_here:
            rule = "structure.section" if following else "structure.unfinished"
            cure = "Write the section, or take its heading out."
            yield reading.finding(rule, block, 0, len(block.text), cure)


def _twice(reading: Reading) -> Iterator[Finding]:
    seen: set[str] = set()
    for block in reading.body:
        text = " ".join(block.view.low.split())
        is_long = len(text) >= _whole(reading) or block.kind == "heading"
        if is_long and block.kind not in {"row", "code"} and text in seen:
            cure = "This stands above already: take one out."
            yield reading.finding("structure.duplicate", block, 0, len(block.text), cure)
        seen.add(text)


def _unfinished(reading: Reading) -> Iterator[Finding]:
    for block in reading.body:
        match = _PLACEHOLDER.search(block.text)
        if match:
            yield reading.finding("structure.unfinished", block, *match.span(), "Replace the placeholder.")
    empty = _NOTHING.search(reading.draft.body)
    if empty:
        cure = "The text breaks off at a heading or an item: write it, or take its mark out."
        yield reading.body_finding("structure.unfinished", *empty.span(), cure)
    last = next((block for block in reversed(reading.body) if block.sentences), None)
    if last and _is_cut(reading, last):
        size = len(last.text)
        cure = "The text breaks off: finish the sentence."
        yield reading.finding("structure.unfinished", last, max(0, size - 30), size, cure)


def _whole(reading: Reading) -> int:
    return _WHOLE.get(reading.market.language, _WHOLE[""])


def _is_cut(reading: Reading, last: Block) -> bool:
    """A last paragraph, item or row that is not like those before it: no mark at its end, a cell too few."""
    alike = [block for block in reading.body if block.kind == last.kind and block is not last]
    if last.kind == "row":
        columns = {len(row.columns) for row in alike if row.header is last.header}
        return len(columns) == 1 and len(last.columns) < min(columns)
    if last.kind not in {"paragraph", "item"} or _ends_in_a_link(last):
        return False
    text = last.text.rstrip()
    if text.endswith((":", "：")) or ends_open(text, reading.market.language):
        return True
    if not _is_open(last):
        return last.kind == "paragraph" and _ends_in_a_number(last, alike)
    is_long = last.kind == "paragraph" and len(text) > _whole(reading)
    is_alone = len(alike) >= _ALIKE and not any(_is_open(block) for block in alike)
    is_signed = _SIGNED.search(text) and not _STOP.search(text)
    return is_long or (is_alone and not is_signed)


def _ends_in_a_number(last: Block, alike: Sequence[Block]) -> bool:
    """`… 0800 123` closes a page; `… of no more than 2`, where every other paragraph ends with a mark, breaks off."""
    numbered = [bool(_NUMBER.search(block.text.rstrip())) for block in (last, *alike)]
    return numbered[0] and len(alike) >= _ALIKE and not any(numbered[1:])


def _is_open(block: Block) -> bool:
    """Whether it ends without a mark."""
    text = block.text.rstrip()
    is_going_on = text.endswith((";", ",", "،"))
    return not _ends_in_a_link(block) and (is_going_on or not _DONE.search(text))


def _ends_in_a_link(block: Block) -> bool:
    """“[See the kettle](…)” is complete."""
    return any(link.end >= len(block.text.rstrip()) for link in block.links)
