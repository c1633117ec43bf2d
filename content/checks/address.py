"""In which form a text speaks to its reader: du or Sie, tu or vous, tú or usted, です・ます or である.

A word is evidence for one form or for several (Arabic يمكنك is either gender), and it is sure or it may be something
else. What customers ask and what stands in quotation marks is theirs, what a reference renders is the catalogue's.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from content.checks.blocks import Block
from content.checks.extract import fold_pattern
from content.checks.policy import EDGES, LATIN_EDGES, AddressTable, address_table
from content.checks.reading import Reading, Sentence
from content.checks.reporting import is_reference

_QUOTED: Final = re.compile(  # folded: every curved double quote is the straight one
    r'(?<![\d"])"[^"\n]{1,400}"|«[^»\n]{1,400}»|»[^«\n]{1,400}«|‹[^›\n]{1,400}›|「[^」\n]{1,400}」|『[^』\n]{1,400}』'
    r"|‚[^'\n]{1,400}'"
)


@dataclass(frozen=True, slots=True)
class Marker:
    """Words that show a form of address."""

    forms: frozenset[str]  # one of these
    pattern: re.Pattern[str]  # over folded text with its capitals
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of address of a language."""

    names: tuple[str, ...]
    markers: tuple[Marker, ...]
    where: frozenset[str]  # kinds of blocks; empty: all
    innocent: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Place:
    """A marker's words in a text."""

    sentence: Sentence
    start: int  # in the sentence
    end: int
    forms: frozenset[str]
    is_sure: bool


@cache
def forms(language: str) -> Forms:
    """The forms of address of a language, made ready."""
    table = address_table(language)
    before, behind = EDGES.get(language, LATIN_EDGES)
    innocent = f"{before}(?:{fold_pattern(table.innocent.get('here', '(?!)'))}){behind}"
    return Forms(
        tuple(table.names),
        tuple(_markers(table, before, behind)),
        frozenset(table.where),
        re.compile(innocent),
    )


def _markers(table: AddressTable, before: str, behind: str) -> Iterator[Marker]:
    for words_by_form, is_sure in ((table.sure, True), (table.maybe, False)):
        for names, words in words_by_form.items():
            pattern = re.compile(f"{before}(?:{fold_pattern(words)}){behind}")
            yield Marker(frozenset(name.strip() for name in names.split(",")), pattern, is_sure)


def places(reading: Reading) -> Iterator[Place]:
    """Where the page itself speaks to its reader, in the order of the text."""
    known = forms(reading.market.language)
    quoted: dict[int, list[tuple[int, int]]] = {}
    for sentence in reading.statements:
        block = sentence.block
        if known.where and block.kind not in known.where:
            continue
        theirs = quoted.setdefault(id(block), [*quotations(block)]) if known.markers else []
        yield from _in(sentence, known, theirs)


def _in(sentence: Sentence, known: Forms, quoted: list[tuple[int, int]]) -> Iterator[Place]:
    text = sentence.text
    found = [
        (match.start(), match.end(), marker)
        for marker in known.markers
        for match in marker.pattern.finditer(text)
    ]
    innocent = [match.span() for match in known.innocent.finditer(text)] if found else []
    for start, end, marker in sorted(found, key=lambda place: place[:2]):
        is_theirs = _overlaps(quoted, sentence.start + start, sentence.start + end)
        if not (is_theirs or _overlaps(innocent, start, end) or is_reference(sentence, start, end)):
            yield Place(sentence, start, end, marker.forms, marker.is_sure)


def quotations(block: Block) -> Iterator[tuple[int, int]]:
    """What stands in quotation marks in a block; marks that do not pair up enclose nothing."""
    for match in _QUOTED.finditer(block.text):
        yield match.span()


def _overlaps(spans: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    return any(first < end and start < last for first, last in spans)
