"""Finds what a text says to whoever scores or publishes it, and leaves it out: an order to a judge gains nothing."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from content.checks.reading import split_sentences
from content.checks.view import view
from content.records import Draft
from seo.signals.instructions import is_instruction


def without_orders(draft: Draft) -> Draft:
    """The draft with every order to a scorer blanked; all else keeps its place."""
    title, description, body = (blanked(text) for text in (draft.title, draft.description, draft.body))
    if (title, description, body) == (draft.title, draft.description, draft.body):
        return draft
    return replace(draft, title=title, description=description, body=body)


def blanked(text: str) -> str:
    """The text with blanks where an order stood, of the same length."""
    letters = list(text)
    for start, end in orders(text):
        letters[start:end] = [letter if letter in "\r\n" else " " for letter in letters[start:end]]
    return "".join(letters)


def orders(text: str) -> Iterator[tuple[int, int]]:
    """Where sentences stand that ask for points, call the text approved or speak to a machine, in any of the six
    languages: a judge reads them all.
    """
    at = 0
    for line in text.splitlines(keepends=True):
        if _ANY_LETTER.search(line):
            yield from _in_line(line, at)
        at += len(line)


def _in_line(line: str, at: int) -> Iterator[tuple[int, int]]:
    folded = view([(line, at, None)])
    if not _is_order(folded.low):
        return
    for start, end in split_sentences(folded.text):
        if _is_order(folded.low[start:end]):
            yield folded.span(start, end)


def _is_order(sentence: str) -> bool:
    return bool(_patterns().search(sentence)) or is_instruction(sentence)


_ANY_LETTER = re.compile(r"[^\W\d_]")


@cache
def _patterns() -> re.Pattern[str]:
    table = tomllib.loads(Path(__file__).with_name("orders.toml").read_text(encoding="utf-8"))
    return re.compile("|".join(f"(?:{row})" for rows in table.values() for row in rows))
