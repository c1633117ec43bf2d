"""The words around a thing: who uses it, when, where and how many. No search is left for one of them.

"House shoes between two sizes", "socks for adults", "leise auf Parkett" and "combien de temps" ask for nothing that a
shop lacks. A night table is a thing of its own all the same, so names made of such words count as any other.
"""

import re
import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Final

from seo.language import plain, stems

UNSPACED: Final = frozenset({"ja"})
_TABLES: Final[Mapping[str, Mapping[str, str]]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)


def around(text: str, language: str) -> Collection[str]:
    """The stems of the words of a text that only say who, when, where or how many; of Japanese, those words."""
    if language not in _TABLES:
        return ()
    if language in UNSPACED:
        return _runs(language)
    said, things = plain(text), _things(language)
    if things:
        said = things.sub("\n", said)
    found = (match.group() for match in _phrases(language).finditer(said))
    return {stem for phrase in found for stem in _stems(phrase, language)}


@cache
def _stems(phrase: str, language: str) -> frozenset[str]:
    return frozenset((*stems(_typed(language)[phrase], language), *stems(phrase, language)))


@cache
def _typed(language: str) -> Mapping[str, str]:
    """A phrase without accents -> as it is written: its stem is that of the word with them."""
    return {plain(phrase): phrase for phrase in _listed(language)}


@cache
def _phrases(language: str) -> re.Pattern[str]:
    longest = sorted(_typed(language), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


@cache
def _things(language: str) -> re.Pattern[str] | None:
    names = [re.escape(plain(name)) for name in _parts(_TABLES[language]["things"])]
    return re.compile(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)") if names else None


@cache
def _runs(language: str) -> frozenset[str]:
    return frozenset(_listed(language))


def _listed(language: str) -> list[str]:
    table = _TABLES[language]
    return [word for name, words in table.items() if name != "things" for word in _parts(words)]


def _parts(words: str) -> list[str]:
    return [each for part in words.split("|") if (each := " ".join(part.split()))]
