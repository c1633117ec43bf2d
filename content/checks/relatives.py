"""Whom a clause is about by its grammar: `Nova, which has no timer`, `折りたためるプリコ`, `the foldable Plico`."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from content.checks.names import Mention
from content.checks.whose import cue

_STOP: Final = re.compile(r"[,;:.!?()、。]")


def related(place: int, text: str, mentions: Sequence[Mention], language: str) -> str:
    """The product whose relative clause a place (in folded small letters) stands in; empty when in none.

    Said of the name right in front, also of one the sentence only compares with: "dearer than Nova, which has …".
    """
    for mention in sorted(mentions, key=lambda each: -each.end):
        if mention.end <= place:
            begun = _begin(language).match(text, mention.end)
            return mention.handle if begun and not _STOP.search(text, begun.end(), place) else ""
    return ""


def described(end: int, text: str, mentions: Sequence[Mention], language: str) -> str:
    """The product whose name stands right behind the word that ends at a place, which describes it then; else empty."""
    joint = _JOINTS.get(language)
    if joint is None:
        return ""
    behind = (mention for mention in mentions if mention.start >= end)
    return next((m.handle for m in behind if joint.fullmatch(text, end, m.start)), "")


_JOINTS: Final = {
    "en": re.compile(r" "),
    "de": re.compile(r"(?:e[nrsm]?)? "),
    "ja": re.compile(
        r"(?:る|た|ない|できる|できない|可能な|不可の|対応の|付きの|つきの|なしの|製の|製|式の|式|の)?"
    ),
}
"""What may stand between a word that describes and the name behind it."""


@cache
def _begin(language: str) -> re.Pattern[str]:
    return re.compile(rf" ?,? ?(?:{cue('relative', language).pattern}) ?")
