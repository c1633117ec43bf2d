"""What a column says a thing is free of, said the other way round: `Latex-free` is `contains latex` turned.

A shop calls a yes-and-no column `Sans sulfates`, `Nickelfrei`, `ラテックスフリー`; articles say "contains no nickel"
or, wrongly, "contient du sulfate". The words of lack are taken off, and what is left is looked for with words that say
it is in, or is not.
"""

import re
from collections.abc import Iterator
from typing import Final

from content.word_lists import words_of

IN: Final = "in:"
OUT: Final = "out:"
"""Before an attribute's key: the words say that the thing it is free of is there, or is not, whatever stands around."""

_NO: Final = re.compile(
    r"(?:contains )?no |not |t contain |without |\w+ kein|kein|ohne |sans |pas |ni |sin |بدون |بلا |لا "
)
_SHORTEST: Final = 2
_ARTICLE_AR: Final = "ال"


def turned(words: str, key: str, language: str) -> Iterator[tuple[str, str]]:
    """Phrases (folded small letters) with the key they state (`out:` before it where they hold a no of their own) and
    with `in:` those that deny it; none of a column that names no lack."""
    found = re.fullmatch(words_of(__file__, "lacking", language), words)
    if found is None:
        return
    thing = next(part for part in found.groups() if part).strip()
    if len(thing) < _SHORTEST:
        return
    for each in _forms(thing, language):
        for shape in words_of(__file__, "not_in", language).split("|"):
            mark = (
                OUT if _NO.match(shape) else ""
            )  # "not latex-free" turns it round; "no latex" is turned already
            yield shape.format(each), f"{mark}{key}"
        yield from (
            (shape.format(each), f"{IN}{key}") for shape in words_of(__file__, "in", language).split("|")
        )


def _forms(thing: str, language: str) -> tuple[str, ...]:
    """Arabic says `اللاتكس` where the column says `لاتكس`."""
    if language != "ar":
        return (thing,)
    bare = thing.removeprefix(_ARTICLE_AR)
    return (bare, f"{_ARTICLE_AR}{bare}")
