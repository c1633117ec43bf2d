"""A draft's Markdown with its pointers resolved: addresses for articles, pictures and charts that can be shown.

What cannot be shown leaves no trace: a link becomes its words, a picture or chart goes, and so does a line of a
list that was nothing but a link, a list of such lines, and a heading with nothing left under it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Final

from content.figures.charts import Chart, chart_of
from content.figures.drawing import WIDTH, drawn, height_of
from content.figures.pictures import Picture, handle_of, picture_of, shown
from content.figures.showing import Showing
from content.figures.written import Pointer, pointers, read_chart
from content.ledger.ledger import Ledger
from content.records import Draft
from content.references import outside
from content.slugs import ascii_words
from content.written_form import written_forms
from seo.records import Market

_ITEM: Final = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_HEADING: Final = re.compile(r" {0,3}#{1,6}\s")
_MARKUP: Final = re.compile(r"([\\`*_\[\]<>])")
_FENCED: Final = re.compile(r"(?m)^ {0,3}(?:```|~~~)")
GONE: Final = "\0"


@dataclass(frozen=True, slots=True)
class Resolved:
    """The text, and what it brings along."""

    text: str  # Markdown with references
    files: Mapping[str, bytes] = field(default_factory=dict)  # name in the place's folder -> bytes
    sources: frozenset[str] = frozenset()  # of every picture it shows
    concepts: tuple[str, ...] = ()  # of the articles it leads to


@dataclass
class _Resolver:
    draft: Draft
    ledger: Ledger
    market: Market
    on: date | None
    showing: Showing
    files: dict[str, bytes] = field(default_factory=dict)
    sources: set[str] = field(default_factory=set)
    concepts: dict[str, None] = field(default_factory=dict)

    def text(self) -> str:
        """The body, block by block."""
        blocks = self.draft.body.split("\n\n")
        found: list[str] = []
        is_code = False
        for block in blocks:  # what stands in a fence points nowhere
            is_inside = is_code
            is_code = is_code is not (len(_FENCED.findall(block)) % 2 == 1)
            found.append(block if is_inside or is_code or _FENCED.search(block) else self._block(block))
        return "\n\n".join(_kept(found))

    def _block(self, block: str) -> str:
        """A block without what cannot be shown; GONE when that was all of it."""
        lines = [self._line(line, is_alone="\n" not in block.strip()) for line in block.split("\n")]
        left = [line for line in lines if line is not None]
        return "\n".join(left) if any(line.strip() for line in left) or not block.strip() else GONE

    def _line(self, line: str, *, is_alone: bool) -> str | None:
        """A line with its pointers resolved; None when it was nothing but one that leads nowhere."""
        parts: list[str] = []
        end = 0
        for each in pointers(line):
            is_whole = not (_ITEM.sub("", line[: each.start], count=1) + line[each.end :]).strip(" .")
            said = self._pointer(each, line, is_whole=is_whole, is_block=is_whole and is_alone)
            if not said and is_whole:
                return None
            parts += [line[end : each.start], said]
            end = each.end
        return "".join([*parts, line[end:]])

    def _pointer(self, each: Pointer, line: str, *, is_whole: bool, is_block: bool) -> str:
        if each.scheme == "article" and not each.is_picture:
            return self._link(each, is_item=is_whole and _ITEM.match(line) is not None)
        if not each.is_picture:
            return each.words if each.scheme else line[each.start : each.end]
        if each.scheme == "chart":
            return self._chart(each.target, is_block=is_block)
        found = self._picture(each)
        return self._figure(found) if found else ""

    def _link(self, each: Pointer, *, is_item: bool) -> str:
        """In a sentence, and where a person wrote it, under the words that stand there; in a list under the title."""
        target = self.showing.links.get(each.target)
        if target is None:
            return "" if is_item else each.words
        self.concepts[each.target] = None
        is_titled = is_item and target.title and not self.draft.written_by.startswith("person:")
        words = outside(target.title, lambda text: _MARKUP.sub(r"\\\1", text)) if is_titled else each.words
        return f"[{words}]({target.address})"

    def _picture(self, each: Pointer) -> Picture | None:
        if each.scheme == "image":
            return picture_of(each.target, self.ledger, self.market, self.on)
        handle = None if each.scheme else handle_of(each.target, self.ledger)
        if handle is not None:
            return picture_of(handle, self.ledger, self.market, self.on)
        if each.scheme or not self.draft.written_by.startswith("person:"):
            return None
        return shown(each.target, self.ledger.shop, each.words)  # a person has put it there, and describes it

    def _figure(self, found: Picture) -> str:
        source = found.source
        if found.is_file and self.showing.folder is not None:
            source = self.showing.folder + self._brought(
                found.source, found.data, found.size.ending if found.size else ""
            )
        elif found.is_file and not self.showing.takes(source):
            return ""
        self.sources.add(source)
        size = found.size
        known = (
            f'{{width="{size.width}" height="{size.height}"}}' if size and size.width and size.height else ""
        )
        return f"![{found.alt}]({source}){known}"

    def _chart(self, target: str, *, is_block: bool) -> str:
        charted = read_chart(target)
        if charted is None:
            return ""
        chart = chart_of(charted, self.ledger, self.market, self.on, written_forms(self.draft))
        if isinstance(chart, str):
            return ""
        if self.showing.folder is None:
            return table_of(chart) if is_block else ""
        name = self._brought(f"{charted.key}.svg", drawn(chart, self.market.language), "svg")
        self.sources.add(self.showing.folder + name)
        return f'![{chart.alt}]({self.showing.folder}{name}){{width="{WIDTH}" height="{height_of(chart)}"}}'

    def _brought(self, source: str, data: bytes, ending: str) -> str:
        """A file's name on the place: it changes with its bytes, so that no browser shows an old one."""
        stem = "-".join(ascii_words(PurePosixPath(source).stem.replace("_", "-"), "en"))[:40] or "picture"
        name = f"{stem}.{sha256(data).hexdigest()[:8]}.{ending}"
        self.files[name] = data
        return name


def resolved(draft: Draft, ledger: Ledger, market: Market, on: date | None, showing: Showing) -> Resolved:
    """The body of a draft as one place shows it."""
    resolver = _Resolver(draft, ledger, market, on, showing)
    text = resolver.text()
    return Resolved(text, resolver.files, frozenset(resolver.sources), tuple(resolver.concepts))


def table_of(chart: Chart) -> str:
    """The same values as a table of references, for a place that shows no SVG."""
    rows = (
        f"| {{{{{bar.handle}.short}}}} | {{{{{bar.handle}.{chart.charted.key}}}}} |" for bar in chart.bars
    )
    return "\n".join([f"|  | {chart.label} |", "| --- | --- |", *rows])


def _kept(blocks: list[str]) -> Iterator[str]:
    """The blocks that are left, without a heading that has lost all that stood under it."""
    for place, block in enumerate(blocks):
        if block == GONE:
            continue
        if _HEADING.match(block) and "\n" not in block:
            under = _under(blocks, place)
            if under and all(each == GONE for each in under):
                continue
        yield block


def _under(blocks: list[str], place: int) -> list[str]:
    found = []
    for block in blocks[place + 1 :]:
        if _HEADING.match(block):
            break
        found.append(block)
    return found
