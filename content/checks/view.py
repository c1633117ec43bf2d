"""Text as the checks read it: one spelling per character, and every character knows where it came from.

Arabic-Indic and full-width digits become plain ones, dashes one dash, Arabic letters one form; marks above
and below Arabic letters, direction marks and soft hyphens go. Quotes of findings are cut from the source,
never from here.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_SAME: Final[dict[str, str]] = {
    **dict.fromkeys("‐‑‒–−﹣－", "-"),
    **dict.fromkeys("～〜∼˜", "~"),
    **dict.fromkeys("×✕✖⨯", "×"),
    **dict.fromkeys("’‘ʼ´`′＇", "'"),
    **dict.fromkeys("″“”„‟＂", '"'),
    **dict.fromkeys("أإآٱ", "ا"),
    "º": "°", "˚": "°", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي",
    "٪": "%", "؛": ";", "،": ",", "…": "…", "™": "", "®": "", "©": "",
    **{letter: letter for letter in "½¼¾⅓⅔⅛٫٬。、「」・"},
    **dict.fromkeys("\u0640\u200b\u200c\u200d\u200e\u200f\ufeff\xad", ""),
    **dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", ""),
    **{digit: str(place) for place, digit in enumerate("٠١٢٣٤٥٦٧٨٩")},
    **{digit: str(place) for place, digit in enumerate("۰۱۲۳۴۵۶۷۸۹")},
}  # fmt: skip
_ARABIC_MARKS: Final = ("\u064b", "\u065f")
_HALF_WIDTH_MARKS: Final = "ﾞﾟ"


_TABLE: Final = str.maketrans(_SAME)
_PROTECTED: Final = re.compile(r"[½¼¾⅓⅔⅛…]")  # these must not be taken apart
_MARKED: Final = re.compile(rf"[{_ARABIC_MARKS[0]}-{_ARABIC_MARKS[1]}]")


@dataclass(frozen=True, slots=True)
class View:
    """Folded text; `starts[i]` and `ends[i]` say which code points of the source stand behind character
    `i`."""

    text: str
    low: str  # the same length, small letters
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of `text[start:end]`."""
        if not self.starts:
            return 0, 0
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return at, at
        return self.starts[start], self.ends[end - 1]


def view(pieces: Iterable[tuple[str, int, int | None]]) -> View:
    """Join pieces `(text, start, end)`: with an end the whole piece stands for that source span (a rendered
    reference)."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece, start, end in pieces:
        if end is None and piece.isascii():  # most texts: letter for letter
            letters.append(piece.translate(_TABLE))
            starts.extend(range(start, start + len(piece)))
            ends.extend(range(start + 1, start + len(piece) + 1))
            continue
        for folded, first, last in _folded(piece):
            for letter in folded:
                letters.append(letter)
                starts.append(start + first if end is None else start)
                ends.append(start + last if end is None else end)
    text = "".join(letters)
    return View(text, low(text), tuple(starts), tuple(ends))


def fold(text: str) -> str:
    """The text as `view` spells it; for the words of our tables."""
    if not _PROTECTED.search(text):
        return _plain(text)
    return "".join(folded for folded, _, _ in _folded(text))


def _plain(text: str) -> str:
    """Folding a whole text at once: the same as letter by letter where no fraction stands in it."""
    composed = unicodedata.normalize("NFC", text.translate(_TABLE))
    return unicodedata.normalize("NFKC", _MARKED.sub("", composed)).translate(_TABLE)


def low(text: str) -> str:
    """Small letters, one for one."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)


def _folded(text: str) -> Iterator[tuple[str, int, int]]:
    place = 0
    while place < len(text):
        letter = text[place]
        if letter < "\x80" and text[place + 1 : place + 2] < "\u0300":  # nothing stands above a plain letter
            yield _SAME.get(letter, letter), place, place + 1
            place += 1
            continue
        end = place + 1
        while end < len(text) and text[end] > "\u02ff" and _is_mark(text[end]):
            end += 1
        yield _one(text[place:end]), place, end
        place = end


@lru_cache(maxsize=4096)
def _is_mark(letter: str) -> bool:
    return letter > "\u02ff" and (unicodedata.combining(letter) > 0 or letter in _HALF_WIDTH_MARKS)


@lru_cache(maxsize=4096)
def _one(cluster: str) -> str:
    """A character with its marks in one form."""
    bare = "".join(letter for letter in cluster if not _ARABIC_MARKS[0] <= letter <= _ARABIC_MARKS[1])
    if len(bare) == 1 and bare in _SAME:
        return _SAME[bare]
    return "".join(_SAME.get(letter, letter) for letter in unicodedata.normalize("NFKC", bare))
