"""The cells of a table, each with the head of its column and of its row, which say what and where its number is."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from content.checks.view import fold
from content.proposing.blocks import Block

Row = tuple[int, list[str]]  # line, cells
_RULE = re.compile(r"\|?\s*:?-{2,}")
_WIDEST = 12
"""Columns a cell may span: a mistyped `colspan` fills no memory."""


def markdown_rows(lines: Sequence[tuple[int, str]]) -> list[Row]:
    """The rows of a table between bars, without the rule under its head."""
    rows = [(row, line.strip().strip("|").split("|")) for row, line in lines if not _RULE.match(line.strip())]
    return [(row, [re.sub(r"\*\*|__|`", "", cell).strip() for cell in cells]) for row, cells in rows]


def html_rows(table: Any) -> list[Row]:  # Any: lxml ships no types
    """The rows of a table; a cell that spans several rows or columns stands in each of them."""
    rows: list[Row] = []
    open_: dict[int, tuple[int, str]] = {}  # column -> rows left, text
    for node in table.iter("tr"):
        cells: list[str] = []
        waiting = list(node.iterchildren("td", "th"))
        while waiting or len(cells) in open_:
            if len(cells) in open_:
                left, text = open_.pop(len(cells))
                if left > 1:
                    open_[len(cells)] = left - 1, text
                cells.append(text)
                continue
            cell = waiting.pop(0)
            text = " ".join(cell.text_content().split())
            for _ in range(min(_span(cell, "colspan"), _WIDEST)):
                if (tall := _span(cell, "rowspan")) > 1:
                    open_[len(cells)] = tall - 1, text
                cells.append(text)
        rows.append((int(node.sourceline or 1), cells))
    return rows


def cells(rows: Sequence[Row], caption: str = "") -> Iterator[Block]:
    """Every cell with a number or a claim under its labels; the first row is a head when it holds no digits.

    What stands in front of the first column with digits are the names of the row; without digits it is the first cell.
    """
    filled = [(row, texts) for row, texts in rows if any(texts)]
    is_headed = len(filled) > 1 and not _has_digits(filled[0][1])
    head = filled[0][1] if is_headed and any(_has_digits(texts) for _, texts in filled[1:]) else []
    body = filled[1:] if head else filled
    places = [place for _, texts in body for place, text in enumerate(texts) if _has_digits([text])]
    first = max(1, min(places, default=1))
    for row, texts in body:
        names = [(text, head[place] if place < len(head) else "") for place, text in enumerate(texts[:first])]
        quote = " | ".join(texts)
        for place, text in enumerate(texts[first:], start=first):
            above = head[place] if place < len(head) else ""
            if text:
                over = [(label, of) for label, of in ((caption, ""), (above, ""), *names) if label]
                labels, heads = tuple(label for label, _ in over), tuple(of for _, of in over)
                yield Block(text, row, "item", 1, labels, heads, quote)


def _has_digits(texts: Sequence[str]) -> bool:
    return any(re.search(r"\d", fold(text)) for text in texts)


def _span(cell: Any, name: str) -> int:
    written = cell.get(name) or "1"
    return int(written) if written.isdecimal() else 1
