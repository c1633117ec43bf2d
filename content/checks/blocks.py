"""A draft cut into what a reader sees: title, headings, paragraphs, list items, table rows, quotations.

Markdown's marks are left out, links and images keep their words, references stand as they will be read.
Every character knows its place in the source (`view.py`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final, Literal

from content.checks.view import View, view
from content.figures.written import told_apart
from content.records import Draft

Kind = Literal["title", "description", "heading", "paragraph", "item", "row", "quote", "code"]
Piece = tuple[str, int, int | None]
Render = Callable[[str], str | None]
"""The words of a reference in this market, or None when it has none."""

REFERENCE: Final = re.compile(r"\{\{[^{}\n]*\}\}")
_ATX: Final = re.compile(r"\s{0,3}(#{1,6})(?:\s+|$)(.*?)\s*#*\s*$")
_ITEM: Final = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+")
_QUOTE: Final = re.compile(r"\s{0,3}>\s?")
_FENCE: Final = re.compile(r"\s{0,3}(?:```|~~~)")
_SCRIPT: Final = re.compile(r"\s*<(script|style)\b", re.IGNORECASE)
_SCRIPT_END: Final = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)
_FOOTNOTE: Final = re.compile(r"\s{0,3}\[\^([^\]\s]+)\]:\s*")
_RULE: Final = re.compile(r"\s{0,3}(?:[-*_]\s*){3,}$|\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$|\s*=+\s*$")
_INLINE: Final = re.compile(
    r"(?P<reference>\{\{[^{}\n]*\}\})"
    r"|\[\^(?P<note>[^\]\s]+)\]"
    r"|!?\[(?P<words>[^\]\n]*)\]\((?P<target>[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+\"[^\"]*\")?\)"
    r"|<(?P<auto>https?://[^>\s]+)>"
    r"|(?P<comment><!--.*?-->)"
    r"|(?P<tag></?[a-zA-Z][^<>\n]*>)"
    r"|(?P<mark>\*{1,3}|(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_])|`+|\\(?=[\\`*_{}\[\]()#+\-.!|]))"
)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A reference and where its words stand in the block's view."""

    source: str  # `{{handle.key}}`
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Target:
    """A link or image and its words' place in the view."""

    url: str
    start: int
    end: int
    is_image: bool
    at: int = 0  # where its words, or the place for them, begin in the source


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote mark, `[^q1]`, and where it hangs in the view."""

    id: str
    at: int


@dataclass(frozen=True, slots=True)
class Block:
    """One thing a reader sees as a whole."""

    kind: Kind
    view: View
    level: int = 0  # of a heading: 1-6
    section: int = 0  # running number of the heading above it
    rendered: tuple[Rendered, ...] = ()
    links: tuple[Target, ...] = ()
    notes: tuple[Note, ...] = ()
    cells: tuple[tuple[int, int], ...] = ()  # of a table row, blank ones left out
    columns: tuple[int, ...] = ()  # which column each cell stands in, from 0
    header: "Block | None" = field(default=None, repr=False)  # of a table row: its first row
    sentences: tuple[tuple[int, int], ...] = ()

    @property
    def text(self) -> str:
        """The folded words."""
        return self.view.text

    def column(self, cell: tuple[int, int]) -> int:
        """The column of a cell; -1 when this is no cell of the row."""
        return self.columns[self.cells.index(cell)] if cell in self.cells else -1

    def above(self, cell: tuple[int, int]) -> str:
        """The header over a cell; empty without one."""
        if self.header is None or self.column(cell) not in self.header.columns:
            return ""
        place = self.header.columns.index(self.column(cell))
        return self.header.text[slice(*self.header.cells[place])]

    def label(self, cell: tuple[int, int]) -> str:
        """The row's first cell, which names the row; empty for that cell itself."""
        if not self.columns or self.columns[0] or cell == self.cells[0]:
            return ""
        return self.text[slice(*self.cells[0])]


_NOTE: Final = "note:"  # how `_inline` hands a footnote mark on
QUOTE_ID: Final = re.compile(r"q\d[\w-]*")


def is_quote_note(line: str) -> bool:
    """Whether a line says where a quotation comes from: `[^q1]: "words" — Title, address`."""
    found = _FOOTNOTE.match(line)
    return bool(found and QUOTE_ID.fullmatch(found[1]))


def cut(draft: Draft, render: Render, split: Callable[[str], list[tuple[int, int]]]) -> list[Block]:
    """The blocks of a draft in reading order; `split` finds the sentences of a folded text."""
    found = [_block("title", [(draft.title, draft.title_at)], render, split)]
    if draft.description:
        at = 0 if draft.description_at is None else draft.description_at
        found.append(_block("description", [(draft.description, at)], render, split))
    section = 0
    header: Block | None = None
    for kind, level, lines in _chunks(draft.body, body_at(draft)):
        section += kind == "heading"
        block = _block(kind, lines, render, split, level=level, section=section, header=header)
        header = (header or block) if kind == "row" else None
        if block.text.strip() or block.links:  # a picture without words is seen all the same
            found.append(block)
    return found


def body_at(draft: Draft) -> int:
    """The place of the body's first code point in the draft's text."""
    return draft.offset if draft.source else len(draft.title) + 2


def _chunks(body: str, at: int) -> Iterator[tuple[Kind, int, list[tuple[str, int]]]]:
    """Lines of Markdown gathered into blocks: kind, level and the lines with their places."""
    kind: Kind = "paragraph"
    open_lines: list[tuple[str, int]] = []
    is_code = is_script = is_note = False
    for line in [*body.splitlines(keepends=True), "\n"]:
        text, place = line.rstrip("\r\n"), at
        at += len(line)
        if _FENCE.match(text):
            is_code = not is_code
            continue
        if is_script or _SCRIPT.match(text):  # what a reader never sees
            is_script = not _SCRIPT_END.search(text)
            continue
        is_note = is_quote_note(text) or (is_note and text[:1] in {" ", "\t"})
        if is_note:  # a quotation's source is held against the stored page, not against the ledger
            continue
        new_kind, level, stripped = _told(text, is_code=is_code)
        is_same = new_kind == kind and kind in {"quote", "code"}
        is_going_on = is_same or (new_kind == "paragraph" and kind in {"paragraph", "item", "quote"})
        if open_lines and not (is_going_on and text.strip()):
            yield kind, 0, open_lines
            open_lines = []
        if not text.strip() or _RULE.match(text):
            kind = "paragraph"
            continue
        content = text[stripped:]
        if new_kind == "heading":
            yield "heading", level, [(content, place + stripped)]
            kind = "paragraph"
        elif new_kind == "row":
            yield "row", 0, [(content, place + stripped)]
            kind = "paragraph"
        else:
            kind = kind if open_lines else new_kind
            open_lines.append((content, place + stripped))
    if open_lines:
        yield kind, 0, open_lines


def _told(line: str, *, is_code: bool) -> tuple[Kind, int, int]:
    """What a line begins, its heading level, and how many characters its mark takes."""
    if is_code:
        return "code", 0, 0
    heading = _ATX.match(line)
    if heading:
        return "heading", len(heading[1]), heading.start(2)
    quote = _QUOTE.match(line)
    if quote:
        return "quote", 0, quote.end()
    item = _ITEM.match(line) or _FOOTNOTE.match(line)
    if item:
        return "item", 0, item.end()
    return ("row", 0, 0) if line.strip().startswith("|") else ("paragraph", 0, 0)


def _block(
    kind: Kind,
    lines: list[tuple[str, int]],
    render: Render,
    split: Callable[[str], list[tuple[int, int]]],
    level: int = 0,
    section: int = 0,
    header: Block | None = None,
) -> Block:
    pieces: list[Piece] = []
    sources: list[tuple[int, str]] = []  # piece index, reference
    targets: list[tuple[int, str, bool]] = []
    notes: list[tuple[int, str]] = []
    for number, (line, at) in enumerate(lines):
        if number:
            pieces.append(("\n", at, None))
        for piece, reference, target, is_image in _inline(line, at, render):
            if target.startswith(_NOTE):
                notes.append((len(pieces), target.removeprefix(_NOTE)))
                continue
            if reference:
                sources.append((len(pieces), reference))
            if target:
                targets.append((len(pieces), target, is_image))
            pieces.append(piece)
    places = _places(pieces)
    whole = view(pieces)
    return Block(
        kind=kind,
        view=whole,
        level=level,
        section=section,
        rendered=tuple(Rendered(source, *places[piece]) for piece, source in sources),
        links=tuple(
            Target(url, *places[piece], is_image, pieces[piece][1]) for piece, url, is_image in targets
        ),
        cells=tuple(place for _, place in _cells(whole.text)) if kind == "row" else (),
        columns=tuple(column for column, _ in _cells(whole.text)) if kind == "row" else (),
        notes=tuple(
            Note(note, places[piece][0] if piece < len(places) else len(whole.text)) for piece, note in notes
        ),
        header=header,
        sentences=tuple(split(whole.text))
        if kind != "row"
        else tuple(place for _, place in _cells(whole.text)),
    )


def _places(pieces: list[Piece]) -> list[tuple[int, int]]:
    """Where each piece stands in the joined view."""
    places, at = [], 0
    for piece in pieces:
        length = len(view([piece]).text)
        places.append((at, at + length))
        at += length
    return places


def _inline(line: str, at: int, render: Render) -> Iterator[tuple[Piece, str, str, bool]]:
    """The words of a line without Markdown's marks: (piece, reference, link target, whether it is an
    image)."""
    end = 0
    for match in _INLINE.finditer(line):
        if match.start() > end:
            yield (line[end : match.start()], at + end, None), "", "", False
        end = match.end()
        if match["reference"]:
            words = render(match["reference"])
            yield (words or "…", at + match.start(), at + end), match["reference"], "", False
        elif match["note"]:
            yield ("", at + match.start(), None), "", _NOTE + match["note"], False
        elif match["words"] is not None:
            yield from _link(match, at, render)
        elif match["auto"]:
            yield (match["auto"], at + match.start("auto"), None), "", match["auto"], False
        elif match["tag"] and match["tag"].lower().startswith("<br"):
            yield (" ", at + match.start(), None), "", "", False
    if end < len(line):
        yield (line[end:], at + end, None), "", "", False


def _link(match: re.Match[str], at: int, render: Render) -> Iterator[tuple[Piece, str, str, bool]]:
    is_image = match.group().startswith("!")
    first = True
    start = at + match.start("words")
    if not match["words"] or (
        is_image and told_apart(match["target"])[0]
    ):  # its words are ours, not a draft's
        yield ("", start, None), "", match["target"], is_image
        return
    for piece, reference, _, _ in _inline(match["words"], start, render):
        yield piece, reference, match["target"] if first else "", is_image
        first = False


def _cells(text: str) -> list[tuple[int, tuple[int, int]]]:
    """The cells of a table row that are not blank, each with its column; blanks at their ends left out."""
    found, start = [], 0
    opens = text.lstrip().startswith("|")
    for number, part in enumerate(text.split("|")):
        inner = part.strip()
        if inner:
            begin = start + part.index(inner)
            found.append((number - opens, (begin, begin + len(inner))))
        start += len(part) + 1
    return found
