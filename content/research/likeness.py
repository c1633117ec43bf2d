"""How likely a passage answers a question, 0 to about 1.6: nearness of meaning, the same aspect, the same act, rare
words.

The encoder alone does not tell an answer from a text about the same thing: on `tests/data/research/likeness.toml` it
is right in 62 of 100 cases, in languages the floor was not set on. With what the question is about
(content/lexicon/aspects.csv), what it wants done (seo/acts.toml) and the words the other passages do not have it is
right in 79 of 100: enough to name a chance, not to call it certain. `python tests/benchmarks/bench_likeness.py`
measures both again.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import log
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from content.lexicon.lexicon import load_lexicon
from seo.encoders.encoder import Encoder
from seo.language import fold, sentences, stems
from seo.wishes import act

Matrix = NDArray[np.float64]
ASPECT, ACT, RARE = 0.2, 0.2, 0.2  # weights beside a cosine
_UNSAID: Final = 0.5  # a question that names no aspect is for none and against none


@dataclass(frozen=True, slots=True)
class Floors:
    """Measured: from here on a passage answers; from here on it has to do with the matter at all."""

    answers: float
    near: float


@cache
def floors(encoder: str) -> Floors | None:
    """As `likeness.toml` states them for an encoder, by its name; None: nobody has measured that one."""
    rows = tomllib.loads(Path(__file__).with_name("likeness.toml").read_text(encoding="utf-8"))
    return Floors(rows[encoder]["answers"], rows[encoder]["near"]) if encoder in rows else None


def near_floor(encoder: str) -> float:
    """From here on a text has to do with the matter; everything has, where nobody has measured."""
    found = floors(encoder)
    return found.near if found else float("-inf")


def likeness(questions: Sequence[str], texts: Sequence[str], language: str, encoder: Encoder) -> Matrix:
    """A row per question, a column per text."""
    if not questions or not texts:
        return np.zeros((len(questions), len(texts)))
    cosines: Matrix = (encoder.encode(questions) @ encoder.encode(texts).T).astype(np.float64)
    told = [_Told(text, language) for text in texts]
    rarity = _rarity(told)
    for row, question in enumerate(questions):
        asked = _Told(question, language)
        cosines[row] += [_beside(asked, text, rarity) for text in told]
    return cosines


class _Told:
    """A text as far as words tell what it is about."""

    __slots__ = ("acts", "aspects", "stems")

    def __init__(self, text: str, language: str) -> None:
        self.stems = frozenset(stems(text, language))
        self.aspects = aspects(text, language)
        self.acts = {found for part in (text, *sentences(text, language)) if (found := act(part, language))}


def _rarity(told: Sequence[_Told]) -> dict[str, float]:
    counts: dict[str, int] = {}
    for text in told:
        for stem in text.stems:
            counts[stem] = counts.get(stem, 0) + 1
    return {stem: log((len(told) + 1) / (count + 0.5)) for stem, count in counts.items()}


def _beside(asked: _Told, told: _Told, rarity: dict[str, float]) -> float:
    same = len(asked.aspects & told.aspects) / len(asked.aspects) if asked.aspects else _UNSAID
    acted = 0 if not asked.acts else 1 if asked.acts & told.acts else -1
    most = max(rarity.values(), default=1.0)
    wanted = {stem: rarity.get(stem, most) for stem in asked.stems}
    total = sum(wanted.values())
    rare = sum(weight for stem, weight in wanted.items() if stem in told.stems) / total if total > 0 else 0.0
    return ASPECT * same + ACT * acted + RARE * rare


def aspects(text: str, language: str) -> frozenset[str]:
    """What of a thing a text is about: `size`, `care`, `cut`."""
    folded = fold(text)
    return frozenset(aspect for aspect, pattern in _patterns(language) if pattern.search(folded))


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    lexicon = load_lexicon(None, language)
    found = []
    for aspect in lexicon.keys("aspect"):
        words = sorted({fold(word) for word in lexicon.synonyms("aspect", aspect, language) if word}, key=len)
        if words:
            either = "|".join(map(re.escape, reversed(words)))
            edges = (
                ("", "") if language == "ja" else (r"(?<![^\W\d_])(?:و|ب|ل|ال|وال|بال|لل)?", r"(?![^\W\d_])")
            )
            found.append((aspect, re.compile(f"{edges[0]}(?:{either}){edges[1]}")))
    return tuple(found)
