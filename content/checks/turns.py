"""Which of a clause's capabilities its negations turn round."""

import re
from collections.abc import Sequence
from typing import Final

from content.checks.named import Found
from content.checks.vocabulary import Polarity

_BY_ITSELF: Final = {"never", "always"}
_WHOLE: Final = {*_BY_ITSELF, "claim", "word", "thing", "feature"}  # a no inside is part of the word

_JOIN: Final = re.compile(r"\b(?:or|nor|and|o|u|ni|y|e|ou|et|oder|noch|und)\b|(?<!\w)(?:و|او)|/")


def opens(hits: Sequence[Found], place: int, polarity: Polarity) -> bool:
    """`sans fil`, `eggs don't stick`: the negation at a place is part of the word."""
    whole = _BY_ITSELF if polarity.is_turned_inside else _WHOLE
    return any(hit.start == place or (hit.start < place < hit.end and hit.shape in whole) for hit in hits)


def holds(hits: Sequence[Found], place: int) -> bool:
    """`needs no assembly`: what would leave a clause open is part of the word."""
    return any(hit.start == place or (hit.start < place < hit.end and hit.shape in _WHOLE) for hit in hits)


def is_turned(hit: Found, own: list[Found], negations: list[int], text: str, polarity: Polarity) -> bool:
    """A negation turns the next capability behind it and those joined to that; with none behind it, the
    last before it."""
    turned = False
    for negation in negations:
        around = [other for other in own if other.start < negation < other.end]
        if any(polarity.lacking.match(text, other.start) for other in around):
            continue  # `sin cereales ni azúcar añadida`: the no it begins with goes on
        if around:
            turned = turned or hit in around
            continue
        behind = [other for other in own if other.start >= negation]
        if not behind:
            is_its = own[-1] == hit and not _JOIN.search(text[hit.end : negation + (text[negation] == "و")])
            turned = turned or is_its
        elif hit in behind and _is_joined(behind, hit, text, polarity):
            turned = True
    return turned


def _is_joined(behind: list[Found], hit: Found, text: str, polarity: Polarity) -> bool:
    for other in behind:
        if other == hit:
            return True
        between = text[other.end : behind[behind.index(other) + 1].start]
        if not _JOIN.search(between) or polarity.owns.search(between):
            return False
    return False
