"""The nouns and adjectives that names of columns are made of, in six languages: `parts.csv`, `qualities.csv`,
`uses.csv`, `substances.csv`; and `columns.csv`, what shops of all trades measure and name besides.

Each word may be written; a word with a star behind it (`Blatt*` is a sheet, a leaf and a blade) is not read: a column
would be called something else in five languages.
"""

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from content.lexicon.agreement import Noun, forms
from content.lexicon.keys import plain
from seo.records import LANGUAGES

Words = Mapping[str, tuple[str, ...]]
"""What a thing is called, by language, the word we write first."""
_WRITTEN_ONLY: Final = "*"  # behind a word of several meanings


@cache
def table(name: str) -> Mapping[str, Words]:
    """Rows of a table by key, the words of each language."""
    return {
        row["key"]: {t: tuple(word.rstrip(_WRITTEN_ONLY) for word in _cell(row, t)) for t in LANGUAGES}
        for row in _rows(name)
    }


@cache
def _rows(name: str) -> tuple[dict[str, str], ...]:
    with (Path(__file__).parent / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def _cell(row: Mapping[str, str], language: str) -> list[str]:
    return [word for word in row[language].split("|") if word]


def _read(name: str, language: str) -> Iterator[tuple[str, str]]:
    """Key and word of all a column may be read by: `Blatt` is a sheet, a leaf and a blade, and tells nothing alone."""
    for row in _rows(name):
        for word in _cell(row, language):
            if not word.endswith(_WRITTEN_ONLY):
                yield row["key"], word


@cache
def names(name: str, language: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for key, word in _read(name, language):
        found.setdefault(plain(word), key)
    return found


@cache
def adjectives(language: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for key, word in _read("qualities", language):
        for form in forms(word, language):
            found.setdefault(plain(form), key)
    return found


@cache
def nouns_of(key: str, language: str) -> tuple[Noun, ...]:
    return tuple(_noun(cell, language) for cell in table("parts")[key][language])


def _noun(cell: str, language: str) -> Noun:
    """`m:gant/gants`, `Tasche/Taschen/Taschen`, `fuel`."""
    gender, _, rest = cell.rpartition(":") if language in {"es", "fr"} else ("", "", cell)
    one, *more = rest.split("/")
    many = more[0] if more else one
    return Noun(one, many, gender, more[1] if more[1:] else one)


@cache
def comes_as_several(key: str) -> bool:
    """Whether a part usually comes as several: scratches, screws."""
    return next(row["as"] == "p" for row in _rows("parts") if row["key"] == key)


@cache
def nouns(language: str) -> Mapping[str, tuple[str, bool]]:
    """Form -> key, and whether it is said of several; a noun with one form stands for as many as come with a thing."""
    usual = {row["key"]: row["as"] == "p" for row in _rows("parts")}
    found: dict[str, tuple[str, bool]] = {}
    nouns = [(key, _noun(word, language)) for key, word in _read("parts", language)]
    for is_many in (False, True):
        for key, noun in nouns:
            is_same = noun.one == noun.many
            found.setdefault(plain(noun.form(is_many=is_many)), (key, usual[key] if is_same else is_many))
    return found


@cache
def stems(language: str) -> Mapping[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for key, word in _read("parts", language):
        found.setdefault(plain(_noun(word, language).stem), (key, False))
    return found
