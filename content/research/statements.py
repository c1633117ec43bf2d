"""Finds the sentences of a passage that may be quoted: they state something, stand by themselves, and are short.

A sentence with a number and its unit is worth more than one without. No questions, no orders, nobody's own
experience ("we tested"), nothing that hangs on the sentence before it ("it", "this"), no figure of money: a price
elsewhere is no fact here.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from content.checks.extract import extract
from content.checks.view import fold as view
from content.dossier import Passage, StoredPage
from content.research.passages import Place, placed
from seo.language import fold, is_question, words
from seo.signals.instructions import is_instruction

_WORDS: Final = (5, 40)
_LETTERS_JA: Final = (14, 110)
_ADDRESS: Final = re.compile(r"//|www\.|@|\]\(|\[…\]|[<>{}|=]|©|®|™")


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that may be quoted, and whether a measured number is in it."""

    place: Place
    is_numeric: bool


def statements(passage: Passage, page: StoredPage) -> list[Statement]:
    """Those of a passage in their order."""
    found = placed(passage.text, page.language, passage.start)
    return [
        Statement(place, has_measure(place.text, page.language))
        for place in found
        if is_statement(place.text, page.language)
    ]


def is_statement(text: str, language: str) -> bool:
    """Whether a sentence can stand as a quotation."""
    if _ADDRESS.search(text) or not _ends_well(text) or is_question(text, language) or is_instruction(text):
        return False
    least, most = _LETTERS_JA if language == "ja" else _WORDS
    size = len(text) if language == "ja" else len(words(text, language))
    if not least <= size <= most or _has_price(text, language):
        return False
    folded = fold(text).lstrip(" \"'«»“”„「『(-–—*•")
    return not (_begins(language).match(folded) or _own(language).search(folded))


def has_measure(text: str, language: str) -> bool:
    """Whether a number with a unit stands in it."""
    return any(amount.dimension and amount.dimension != "money" for amount in extract(view(text), language))


def _has_price(text: str, language: str) -> bool:
    return any(amount.dimension == "money" for amount in extract(view(text), language))


def _ends_well(text: str) -> bool:
    return text.rstrip("\"'»”’)]」』 ")[-1:] in {".", "。", "．", "!"}


@cache
def _rows() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("statements.toml").read_text(encoding="utf-8"))


@cache
def _begins(language: str) -> re.Pattern[str]:
    edge = "" if language == "ja" else r"(?![^\W\d_])"
    return re.compile(rf"(?:{_either('hangs', language)}){edge}")


@cache
def _own(language: str) -> re.Pattern[str]:
    edges = ("", "") if language == "ja" else (r"(?<![^\W\d_])", r"(?![^\W\d_])")
    return re.compile(rf"{edges[0]}(?:{_either('own', language)}){edges[1]}")


def _either(name: str, language: str) -> str:
    rows = _rows()[name].get(language, [])
    return "|".join(re.escape(fold(text)) for text in sorted(rows, key=len, reverse=True)) or r"(?!)"
