"""Sizes by their labels, `98–104`, that a reference of the ledger put into a line. Where one product line has letters
for sizes and another figures, the choices a proofreader is shown are the letters alone, and it lists the others as what
no column is about.
"""

import re
from typing import Final

from content.checks.reading import Reading
from content.errors import DraftError
from content.proofreading.sheet import Line
from content.records import Many, Span
from content.references import find_references

_FIGURE: Final = re.compile(r"\d+")


def is_of_labels(words: str, line: Line, reading: Reading) -> bool:
    """Whether a claim that no column is said to be about is of labels alone that stand in its line as references."""
    shown = {
        figure
        for found in line.block.rendered
        if line.start <= found.start < line.end and _is_label(found.source, reading)
        for figure in _FIGURE.findall(line.block.text[found.start : found.end])
    }
    quoted = re.findall(r'"([^"]*)"', words)
    figures = {figure for text in quoted or [words] for figure in _FIGURE.findall(text)}
    return bool(figures) and figures <= shown


def _is_label(source: str, reading: Reading) -> bool:
    """Whether a reference shows ranges without a unit; "20 kg" says what a thing weighs, not what it is called."""
    try:
        targets = [target for reference in find_references(source) for target in reference.targets]
    except DraftError:
        return False
    values = [reading.ledger.fact(subject, key, reading.market, reading.on).value for subject, key in targets]
    sides = [side for value in values for side in (value.values if isinstance(value, Many) else (value,))]
    return bool(sides) and all(isinstance(side, Span) and not side.unit for side in sides)
