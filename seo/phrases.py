"""Phrases a text holds: words side by side between stop words and punctuation, at most four, as written
there.

Stop words are never taken out of the middle first: that makes phrases which nobody
wrote ("extends shoppers thermal").
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from seo.language import fold, phrase_breaks, phrases_ja

_LONGEST: Final = 4  # words
_PIECE: Final = re.compile(
    r"[.,;:!?¿¡()\[\]{}\"“”„«»…。、！？؟،؛・「」『』|/\n\r\t<>=+*_~^]+|\s[-–—]\s|\s'|'\s"
)
_WORD: Final = re.compile(r"[^\s]+")
_LETTER: Final = re.compile(r"[^\W\d_]")
_RUN_JA: Final = re.compile(r"[\u3400-\u9fff々〆ヶ\u30a0-\u30ffA-Za-z0-9０-９ー]{2,}")
_HEAD_LAST: Final = frozenset({"en", "de"})  # the noun that says what it is stands last; in the others first


def phrases(text: str, language: str) -> list[str]:
    """Candidates in order of appearance, repeats included."""
    if language == "ja":
        return list(_japanese(text))
    return [
        phrase
        for piece in _PIECE.split(text)
        for span in _spans(piece, language)
        for phrase in _cut(span, language)
    ]


def _spans(piece: str, language: str) -> Iterator[list[str]]:
    """Runs of content words. Digits alone begin no phrase and end none."""
    stop = phrase_breaks(language)
    span: list[str] = []
    for word in (match.strip("'’-–—%&#@$€£") for match in _WORD.findall(piece)):
        if word and fold(word) not in stop:
            span.append(word)
        elif span:
            yield _trimmed(span)
            span = []
    if span:
        yield _trimmed(span)


def _trimmed(span: list[str]) -> list[str]:
    while span and not _LETTER.search(span[0]):
        span = span[1:]
    while span and not _LETTER.search(span[-1]):
        span = span[:-1]
    return span


def _cut(span: list[str], language: str) -> Iterator[str]:
    """A span as it is; of three words and more also the two around its head; a longer one in windows."""
    size = len(span)
    if not size or (size == 1 and len(span[0]) < 3):  # noqa: PLR2004 - a lone `xl` says nothing
        return
    if size <= _LONGEST:
        yield " ".join(span)
    if size >= 3:  # noqa: PLR2004
        yield " ".join(span[-2:] if language in _HEAD_LAST else span[:2])
    if size > _LONGEST:
        for start in range(0, size - 1, 2):
            yield " ".join(span[start : start + 3])


def _japanese(text: str) -> Iterator[str]:
    """Runs of Chinese characters, katakana and Latin letters inside a phrase: 遮光カーテン, 洗濯機."""
    for phrase in phrases_ja(unicodedata.normalize("NFKC", text)):
        for run in _RUN_JA.findall(phrase):
            if _LETTER.search(run) and run not in phrase_breaks("ja"):
                yield run
