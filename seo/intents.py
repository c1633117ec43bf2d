"""Why somebody searches, by rules per language (`intents.toml`); what no word decides goes to the nearest
prototype.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import numpy as np

from seo.encoders.encoder import Encoder
from seo.language import fold, is_question
from seo.records import LANGUAGES, Intent

_ORDER: Final = (
    ("navigational", Intent.NAVIGATIONAL, 0.7),
    ("price", Intent.COMMERCIAL, 0.8),
    ("commercial", Intent.COMMERCIAL, 0.85),
    ("transactional", Intent.TRANSACTIONAL, 0.85),
    ("informational", Intent.INFORMATIONAL, 0.8),
)
_QUESTION: Final = 0.7
_UNDECIDED: Final = 0.4  # a product's name without a verb: mostly somebody looking around


def intent(text: str, language: str) -> tuple[Intent, float, str]:
    """The intent, how sure (0-1) and what decided, in words: `(commercial, 0.85, "says 'best'")`.

    A question about the price is commercial, any other question without a telling word informational. A text
    without
    any sign is commercial at 0.4: below 0.5 nothing was decided.
    """
    if language in LANGUAGES:
        folded = _spaced(text)
        for name, told, sure in _ORDER:
            if match := _pattern(language, name).search(folded):
                return told, sure, f"says {match.group('it')!r}"
    if is_question(text, language):
        return Intent.INFORMATIONAL, _QUESTION, "is a question"
    return Intent.COMMERCIAL, _UNDECIDED, "names a thing without a verb"


def intents(texts: Sequence[str], language: str, encoder: Encoder) -> list[tuple[Intent, float, str]]:
    """`intent` for many texts, those undecided by their nearest prototype where it is clearly nearest."""
    told = [intent(text, language) for text in texts]
    open_ones = [place for place, (_, sure, _) in enumerate(told) if sure < 0.5]  # noqa: PLR2004 - see intent()
    if not open_ones or language not in LANGUAGES:
        return told
    labels, prototypes = _prototypes(language)
    likeness = encoder.encode([texts[place] for place in open_ones]) @ encoder.encode(prototypes).T
    for row, place in enumerate(open_ones):
        best = int(np.argmax(likeness[row]))
        rivals = [
            float(value)
            for value, label in zip(likeness[row], labels, strict=True)
            if label is not labels[best]
        ]
        if likeness[row, best] >= _ALIKE and likeness[row, best] - max(rivals) >= _LEAD:
            sure = round(min(0.6, float(likeness[row, best])), 2)
            told[place] = (labels[best], sure, f"nearest to {prototypes[best]!r}")
    return told


_ALIKE: Final = 0.35  # below, a prototype says nothing about the text
_LEAD: Final = 0.05  # over the best prototype of another intent


def _spaced(text: str) -> str:
    return " " + " ".join(re.sub(r"[^\w'-]+", " ", fold(text)).split()) + " "


@cache
def _table() -> dict[str, Any]:  # two levels of tables, strings below
    return tomllib.loads(Path(__file__).with_name("intents.toml").read_text(encoding="utf-8"))


@cache
def _pattern(language: str, name: str) -> re.Pattern[str]:
    """Whole words; anywhere in Japanese, which writes no blanks; in Arabic with the article and the letters
    that join it.
    """
    phrases = sorted(
        (fold(phrase.strip()) for phrase in _table()[language][name].split("|")),
        key=lambda phrase: -len(phrase),
    )
    either = "|".join(re.escape(phrase) for phrase in phrases)
    if language == "ja":
        return re.compile(f"(?P<it>{either})")
    before = r"(?:\b[وبلف]?(?:ال)?)" if language == "ar" else r"(?<![\w-])"
    return re.compile(rf"{before}(?P<it>{either})(?![\w])")


@cache
def _prototypes(language: str) -> tuple[tuple[Intent, ...], tuple[str, ...]]:
    pairs = [
        (Intent(name), text.strip())
        for name, texts in _table()["prototypes"][language].items()
        for text in texts.split("|")
    ]
    return tuple(label for label, _ in pairs), tuple(text for _, text in pairs)
