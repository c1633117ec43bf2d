"""A text cut into the smallest parts that state something: sentences, and the parts of a specification.

`1000W, 1.2l, non-stick coating` is three parts; `mit 1,2 l Inhalt` is one, for a comma inside a number parts nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)|(?<=[。！？؟])\s*|\s*[\n|•●▪■✓✔·]\s*|\s+[-–—]\s+(?=\D)")
_ABBREVIATED = re.compile(
    r"(?:approx|ca|inkl|incl|max|min|z\. ?B|e\.g|No|Nr|env|aprox|máx|mín|p\. ?ej)\.$", re.IGNORECASE
)
_PART = re.compile(r"\s*[;；]\s*|,\s+|\s*[،、，]\s*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence; the sentence is the quote."""

    text: str
    sentence: str
    is_alone: bool  # the part stands in a list of such parts, or is the whole text


def clauses(text: str) -> Iterator[Clause]:
    """Every part in order."""
    for sentence in sentences(text):
        bare = sentence.strip().rstrip(".。!！")
        parts = [part for part in _PART.split(bare) if part.strip()]
        for part in parts:
            yield Clause(
                part.strip(), sentence.strip(), is_alone=len(parts) > 1 or len(bare.split()) <= SHORT
            )


SHORT = 6
"""Words of a line that is no sentence yet."""


def sentences(text: str) -> list[str]:
    """Sentences and lines as they are written; an abbreviation ends none."""
    found: list[str] = []
    for part in _SENTENCE.split(text):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] = f"{found[-1]} {part}"
        elif part and part.strip():
            found.append(part)
    return found
