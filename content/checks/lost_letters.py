"""Words that lost a letter: `lmit`, `cupbard`, `Kieel`.

A word nobody knows, of which one letter more, inside it, makes a word of the ledger, one the text writes itself, or a
common one. An Arabic word loses letters by grammar, and Japanese has no words to look up: neither is asked.

Two words of 210 honest articles (34 shops) are taken for the ledger's or the text's own; nine of 104 (18 shops) for a
common one. That is a guess, half a slip, and half a slip says nothing.
"""

from collections.abc import Collection
from functools import cache, lru_cache
from typing import Final

from seo.encoders.pieces import common, likely

ASKED: Final = frozenset({"en", "es", "fr", "de"})
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
_MARKED: Final = {"es": "áéíñóúü", "fr": "àâçéèêëîïôœùû", "de": "äößü"}
_SHORTEST: Final = 4  # letters of the spoilt word
_NAME: Final = 5  # letters of a ledger's word, below which one letter more is no likeness
_WRITTEN: Final = 6  # the same of a word the text writes itself
_LEAD: Final = 6.0  # by how much the common word must be the likelier one
SURE, GUESS = 1.0, 0.5  # how much of a slip it is


def lost(
    word: str, raw: str, language: str, ours: Collection[str], written: Collection[str], *, is_odd: bool
) -> tuple[str, float]:
    """What a folded word was probably meant to be and how much of a slip it is; empty when it may well be right.

    `ours` are the ledger's words, `written` those of the text, `is_odd` whether it holds letters side by side that its
    language does not have.
    """
    if language not in ASKED or len(word) < _SHORTEST or word in ours or common(raw) is not None:
        return "", 0.0
    near = _near(word, language)
    for known, least in ((ours, _NAME), (written, _WRITTEN)):
        meant = next((each for each in near if each in known and len(each) >= least), "")
        if meant:
            return meant, SURE if is_odd else GUESS  # `heater` in a shop of heather blankets
    return (_common(raw, language), GUESS) if is_odd else ("", 0.0)


@lru_cache(maxsize=20_000)
def _common(raw: str, language: str) -> str:
    found = [(score, near) for near in _near(raw, language) if (score := common(near)) is not None]
    score, meant = max(found, default=(0.0, ""))
    return meant if meant and score - likely(raw) >= _LEAD else ""


@lru_cache(maxsize=500)
def _near(word: str, language: str) -> tuple[str, ...]:
    """One letter more inside; at the end it would be another form of the word, in front another word."""
    return tuple(
        word[:at] + letter + word[at:] for at in range(1, len(word)) for letter in _letters(language)
    )


@cache
def _letters(language: str) -> str:
    return _LETTERS + _MARKED.get(language, "")
