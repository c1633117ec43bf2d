"""Whether a reference would read as the words that stand in a text: letter for letter, or the same value."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from content.checks.amounts import Amount
from content.checks.extract import extract
from content.checks.reading import Sentence
from content.checks.view import fold
from content.errors import DraftError, LedgerGap
from content.ledger.ledger import Ledger
from content.locales import is_counted
from content.references import find_references
from content.rendering import show
from seo.records import Market

_LETTER: Final = re.compile(r"[^\W\d_]")
_JOINT: Final = re.compile(r"[^\W_]|-")
_UNSPACED: Final = "ja"
_DIGIT: Final = re.compile(r"\d")
Place = tuple[int, int]  # in the sentence


@dataclass(frozen=True, slots=True)
class Speller:
    """Shows references as one market reads them on one day."""

    ledger: Ledger
    market: Market
    on: date | None

    def words(self, source: str) -> str:
        """What `{{source}}` shows; empty when it shows nothing here."""
        try:
            (reference,) = find_references(f"{{{{{source}}}}}")
            return show(reference, self.ledger, self.market, self.on)
        except (LedgerGap, DraftError):
            return ""

    def place(self, amount: Amount, sentence: Sentence, sources: Sequence[str]) -> tuple[str, Place] | None:
        """The reference that reads as a number of the sentence does, and the words it stands for.

        One that reads the same letter for letter comes first; else the fact itself in its own spelling, unless
        its words would bend otherwise (`14 Tagen`, `14 Tage`) or grow together with their neighbours.
        """
        for source in sources:
            for start, end in matches(self.words(source), sentence.text, self.market.language):
                if start <= amount.start and amount.end <= end:
                    return source, (start, end)
        for source in sources:
            if self._says(source, amount, sentence):
                return source, (amount.start, amount.end)
        return None

    def _says(self, source: str, amount: Amount, sentence: Sentence) -> bool:
        words = fold(self.words(source))
        said = extract(words, self.market.locale, self.market.currency)
        if len(said) != 1 or words[: said[0].start].strip() or words[said[0].end :].strip():
            return False
        (other,) = said
        is_same = (other.dimension, other.base) == (amount.dimension, amount.base)
        if not is_same or amount.in_words or (amount.dimension == "money" and amount.unit != other.unit):
            return False
        text = sentence.text
        if _is_joined(text[amount.end : amount.end + 1], self.market.language):
            return False
        return not any(map(is_counted, (amount.unit, other.unit))) or _tail(
            text[amount.start : amount.end]
        ) == _tail(words)


def matches(words: str, text: str, language: str) -> Iterator[Place]:
    """Where these words stand in a folded text by themselves, however spaced."""
    if words.strip():
        for found in _pattern(fold(words)).finditer(text):
            if not is_cut(text, *found.span(), language):
                yield found.span()


@lru_cache(maxsize=4096)
def _pattern(folded: str) -> re.Pattern[str]:
    return re.compile(r"\s*".join(map(re.escape, re.findall(r"\d[\d.,٫٬']*|[^\W\d]+|\S", folded))))


def is_cut(text: str, start: int, end: int, language: str) -> bool:
    """Whether a letter or figure of the same word or number goes on beside it."""
    before, behind = text[start - 1 : start] if start else "", text[end : end + 1]
    first, last = text[start], text[end - 1]
    if first.isdigit() and (before.isdigit() or re.search(r"\d[.,٫٬']$", text[:start])):
        return True
    if last.isdigit() and (behind.isdigit() or re.match(r"[.,٫٬'/:]\d", text[end:])):
        return True
    return _is_one_word(before, first, language) or _is_one_word(last, behind, language)


def _is_one_word(left: str, right: str, language: str) -> bool:
    if not _LETTER.fullmatch(left) or not _LETTER.fullmatch(right):
        return False
    return language != _UNSPACED or _script(left) == _script(right) != "hiragana"


def _script(letter: str) -> str:
    if "\u3040" <= letter <= "\u309f":
        return "hiragana"
    return "katakana" if "\u30a0" <= letter <= "\u30ff" else "latin" if letter < "\u0250" else "other"


def _is_joined(behind: str, language: str) -> bool:
    """`137-cm-Vorhang`: what follows hangs on the unit."""
    return language != _UNSPACED and _JOINT.fullmatch(behind) is not None


def _tail(text: str) -> str:
    """What stands behind the last figure: the unit as it is bent."""
    place = max((found.end() for found in _DIGIT.finditer(text)), default=0)
    return "".join(text[place:].lower().split())
