"""A catalogue's names of its features as prose bends them: "Fits hand luggage" is met as "counts as hand luggage",
"Refillable" as "refill it"."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from content.checks.extract import small_pattern
from content.checks.vocabulary import words

_SHORTEST: Final = 4  # letters of a stem: "use", "app" and "fit" would be met everywhere

_ADJECTIVE: Final = re.compile(r"(?<=\w{3})e[rnsm]?(?!\w)")
_ENDINGS: Final = ("e", "en", "er", "es", "em")


def with_stems(word: str, language: str) -> Iterator[str]:
    """The word, and the stems that are left when what stands around it goes."""
    yield word
    affixes = _affixes(language)
    match = affixes.fullmatch(word) if affixes else None
    if match and match["stem"] != word and len(match["stem"]) >= _SHORTEST:
        yield from with_stems(match["stem"], language)


def declined(words_: str, language: str) -> Iterator[str]:
    """`abnehmbarer Wassertank` as German bends it, `abnehmbaren Wassertank`, and says it of the noun: `Wassertank
    abnehmbar`."""
    yield words_
    ahead, _, noun = words_.rpartition(" ")
    if language != "de" or not _ADJECTIVE.search(ahead):
        return
    yield from (f"{_ADJECTIVE.sub(ending, ahead)} {noun}" for ending in _ENDINGS)
    yield f"{noun} {_ADJECTIVE.sub('', ahead)}"


@cache
def _affixes(language: str) -> re.Pattern[str] | None:
    """None for a language that names no affixes."""
    row = words(language)["polarity"]
    if "prefix" not in row:
        return None
    prefix, suffix = (small_pattern(row[name]) for name in ("prefix", "suffix"))
    return re.compile(rf"(?:(?:{prefix}) )?(?P<stem>.+?)(?:{suffix})?")
