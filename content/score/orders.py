"""Finds what a text says to whoever scores it, and leaves it out: an order to a judge gains nothing."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from content.checks.reading import split_sentences
from content.checks.view import view
from content.records import Draft


def without_orders(draft: Draft) -> Draft:
    """The draft with every order to a scorer blanked; all else keeps its place."""
    body = blanked(draft.body)
    description = blanked(draft.description)
    if (body, description) == (draft.body, draft.description):
        return draft
    return replace(draft, body=body, description=description)


def blanked(text: str) -> str:
    """The text with blanks where an order stood, of the same length."""
    letters = list(text)
    for start, end in orders(text):
        letters[start:end] = [letter if letter in "\r\n" else " " for letter in letters[start:end]]
    return "".join(letters)


def orders(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences stand that ask for points, in any of the six languages: a judge reads them all."""
    at = 0
    for line in text.splitlines(keepends=True):
        if _ANY_LETTER.search(line):
            yield from _in_line(line, at)
        at += len(line)


def _in_line(line: str, at: int) -> Iterator[tuple[int, int]]:
    folded = view([(line, at, None)])
    if not _patterns().search(folded.low):
        return
    for start, end in split_sentences(folded.text):
        if _patterns().search(folded.low, start, end):
            yield folded.span(start, end)


_ANY_LETTER = re.compile(r"[^\W\d_]")


@cache
def _patterns() -> re.Pattern[str]:
    table = tomllib.loads(Path(__file__).with_name("orders.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(f"(?:{row})" for rows in table.values() for row in rows))
