"""Words of a column that prose sets apart: `Detachable veil` is also "the veil is detachable", `Für Garnelen geeignet`
also "Für Garnelen ist er nicht geeignet", `Sonido desactivable` also "el sonido se puede desactivar".

As a column calls them 40 of 100 yes-and-no claims of the articles of eighteen invented shops were met (bench_read.py).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Final

from content.checks.extract import fold_pattern
from content.checks.view import fold, low
from content.word_lists import pattern_of, words_of
from seo.language import stem

_WORD: Final = re.compile(r"[^\W\d_]+")
_BREAK: Final = re.compile(r"[,;:!?()\[\]—…|、。]|\.(?:\s|$)")
_KINDS: Final = ("suits", "has")
_SHORTEST: Final = 4  # letters of a stem; a shorter word is met as it is
_BEND: Final = 5  # letters a form may have behind the stem: `desactiv|ables`
_FEWEST: Final = 2  # words of a name that can be set apart
_HEAD: Final = 3
_NEAR_JA: Final = 8  # letters between a Japanese noun and what is said of it
_VERBAL: Final = re.compile(r"bar(?:e[rnsm]?)?$")  # no stemmer of German takes it off: `auswechselbar`
_AHEAD_AR: Final = re.compile(r"^(?:[وف]?(?:بال|كال|لل|ال)|[وفبلك](?=[\u0621-\u064a]{3}))")
_SHORTEST_OF: Final = {"ar": 3, "ja": 2}

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Name:
    """A column's name: its words' stems, in no order, and what prose must say of them."""

    key: str
    stems: tuple[str, ...]
    kind: str = ""


@dataclass
class Parted:
    """The names of columns, by the beginnings of their words."""

    language: str
    names: tuple[_Name, ...]
    _heads: dict[str, list[str]] = field(init=False)

    def __post_init__(self) -> None:
        self._heads = {}
        head = _HEAD if self.language != "ja" else 1
        for each in sorted({each for name in self.names for each in name.stems}):
            self._heads.setdefault(each[:head], []).append(each)

    def find(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Where all words of a name stand in one clause of a text (folded small letters): the last one, and the
        column."""
        if not self.names:
            return
        for part in _parts(text):
            met = dict(self._met(text, *part))
            if met:
                yield from self._named(text, met, part)

    def _met(self, text: str, start: int, end: int) -> Iterator[tuple[str, Place]]:
        if self.language == "ja":
            for place in range(start, end):
                for each in self._heads.get(text[place], ()):
                    if text.startswith(each, place, end) and not _is_inside(text, place, place + len(each)):
                        yield each, (place, place + len(each))
            return
        for match in _WORD.finditer(text, start, end):
            for word in {match.group(), _AHEAD_AR.sub("", match.group())}:
                for each in self._heads.get(word[:_HEAD], ()):
                    if _is_form(word, each, self.language):
                        yield each, match.span()

    def _named(self, text: str, met: dict[str, Place], part: Place) -> Iterator[tuple[int, int, str]]:
        for name in self.names:
            if not all(each in met for each in name.stems):
                continue
            places = [met[each] for each in name.stems]
            if name.kind:
                told = self._told(name.kind, text, places, part)
                if told is None:
                    continue
                places.append(told)
            if len(set(places)) == len(places):
                yield *max(places), name.key

    def _told(self, kind: str, text: str, places: list[Place], part: Place) -> Place | None:
        """Where it is said that a thing is there, or is meant for it; in Japanese right behind it."""
        if self.language == "ja":
            begin = max(places)[1]
            match = _said(kind, "ja").search(text, begin, min(part[1], begin + _NEAR_JA))
        else:
            match = _said(kind, self.language).search(text, *part)
        return match.span() if match else None


def _parts(text: str) -> Iterator[Place]:
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


_KATAKANA: Final = re.compile(r"[\u30a1-\u30fa\u30fc]")
_KANJI: Final = re.compile(r"[\u3400-\u9fff々]")


def _is_inside(text: str, start: int, end: int) -> bool:
    """`リング` in センタリング, 袋 in 袋止め: a part of another word. Before kanji a word may narrow it: 専用袋."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    is_katakana = _KATAKANA.match(text, start) and _KATAKANA.match(before)
    goes_on = _KATAKANA if _KATAKANA.match(text, end - 1) else _KANJI
    return bool(is_katakana or (goes_on.match(text, end - 1) and goes_on.match(behind)))


def _is_form(word: str, stem_: str, language: str) -> bool:
    if len(stem_) < _SHORTEST_OF.get(language, _SHORTEST):
        return word == stem_
    return word.startswith(stem_) and len(word) - len(stem_) <= _BEND


def parted(entries: Iterable[tuple[str, str]], language: str) -> Parted:
    """The names (folded small letters, with their columns) that are made of several words."""
    names = (_name(words, key, language) for words, key in entries)
    return Parted(language, tuple(dict.fromkeys(name for name in names if name)))


def _name(words: str, key: str, language: str) -> _Name | None:
    kind = next((kind for kind in _KINDS if _of_name(kind, language).search(words)), "")
    told = _of_name(kind, language).sub(" ", words).strip() if kind else words
    stems = tuple(dict.fromkeys(_stems(told, language)))
    return _Name(key, stems, kind) if stems and len(stems) + bool(kind) >= _FEWEST else None


def _stems(words: str, language: str) -> Iterator[str]:
    if language == "ja":
        if len(words) >= _SHORTEST_OF["ja"]:
            yield words
        return
    for word in _WORD.findall(words):
        if not _small(language).fullmatch(word):
            yield _stem(word, language)


def _stem(word: str, language: str) -> str:
    bare = _VERBAL.sub("", word) if language == "de" and len(word) > _SHORTEST + _HEAD else word
    if language == "ar":
        bare = _AHEAD_AR.sub("", word)
    short = bare[: len(stem(bare, language))] if language != "ar" else re.sub("(?<=.{3})(?:ه|ات)$", "", bare)
    return short if len(short) >= _SHORTEST_OF.get(language, _SHORTEST) else word


@cache
def _said(kind: str, language: str) -> re.Pattern[str]:
    words = fold_pattern(pattern_of(__file__, kind, language))
    return re.compile(words if language == "ja" else rf"(?<!\w)(?:{words})(?!\w)")


@cache
def _of_name(kind: str, language: str) -> re.Pattern[str]:
    words = fold_pattern(pattern_of(__file__, f"{kind}_name", language))
    return re.compile(words if language in {"ar", "ja"} else rf"(?<!\w)(?:{words})(?!\w)")


@cache
def _small(language: str) -> re.Pattern[str]:
    return re.compile(low(fold(words_of(__file__, "small", language))))
