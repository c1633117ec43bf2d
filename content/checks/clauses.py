"""Cuts a sentence into the clauses that each say one thing."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from content.checks.named import Found
from content.checks.vocabulary import Polarity

Clause = tuple[int, int, bool]
"""Start, end, and whether a word like `but` begins a new thought."""

_STOPS: Final = re.compile(r"[,;:!?()\[\]—…、。・|]|\.(?:\s|$)|\s-\s")
_TOPIC: Final = 32  # letters of `In the dishwasher`
_ANSWER: Final = 40  # and of `better not`


def clauses(text: str, hits: Sequence[Found], polarity: Polarity, language: str) -> Iterator[Clause]:
    """The clauses of a sentence in order; a place and what is said of it behind a comma are one."""
    if language == "ja":
        return _whole(_cut(text, polarity), text)
    return _with_topics(_cut(text, polarity), hits, text, polarity)


def _cut(text: str, polarity: Polarity) -> Iterator[Clause]:
    cuts = sorted(
        [(match.start(), match.end(), match.group()[0] in ";:.—") for match in _STOPS.finditer(text)]
        + [(match.start(), match.start(), True) for match in polarity.split.finditer(text)]
    )
    start, is_new = 0, True
    for cut_start, cut_end, next_is_new in cuts:
        if cut_start > start:
            yield start, cut_start, is_new
            is_new = next_is_new
        else:
            is_new = is_new or next_is_new
        start = max(start, cut_end)
    if start < len(text):
        yield start, len(text), is_new


def _with_topics(
    cut: Iterator[Clause], hits: Sequence[Found], text: str, polarity: Polarity
) -> Iterator[Clause]:
    """`Dishwasher: no`, `In the oven, never`: a short clause with a place and nothing said of it is read
    with the next."""
    held: Clause | None = None
    for clause in cut:
        if held and _says_of(clause, held, hits, text, polarity):
            yield held[0], clause[1], held[2]
            held = None
            continue
        if held:
            yield held
        held = clause if _is_topic(clause, hits, text, polarity) else None
        if not held:
            yield clause
    if held:
        yield held


def _is_topic(clause: Clause, hits: Sequence[Found], text: str, polarity: Polarity) -> bool:
    start, end, _ = clause
    own = inside(hits, start, end)
    return (
        bool(own)
        and text[end : end + 1] in {",", ":", "?"}
        and (end - start <= _TOPIC or {hit.shape for hit in own} <= {"verb", "soft"})
        and {hit.shape for hit in own} <= {"verb", "soft", "word", "thing", "feature"}
        and not polarity.licence.search(text, start, end)
        and not polarity.negation.search(text, start, end)
    )


def _says_of(clause: Clause, held: Clause, hits: Sequence[Found], text: str, polarity: Polarity) -> bool:
    start, end, _ = clause
    if inside(hits, start, end):
        return False
    if any(each.match(text, start, end) for each in (polarity.contrast, polarity.handling)):
        return False  # "cut at the bottom, never at the heading"; "in the machine: do not fill the drum"
    if {hit.shape for hit in inside(hits, held[0], held[1])} <= {"verb", "soft"}:
        is_short = max(end - start, held[1] - held[0]) <= _ANSWER
        return is_short or bool(polarity.answered.match(text[start:end]))
    return bool(polarity.declines.match(text[start:end]))


def inside(hits: Sequence[Found], start: int, end: int) -> list[Found]:
    """The words of a clause."""
    return [hit for hit in hits if start <= hit.start < end]


_TOPIC_JA: Final = re.compile(r"(?:(?<![てでれ])[はもがを]|には|では|[^\W\d_](?:に|と|や))\s*$")


def _whole(cut: Iterator[Clause], text: str) -> Iterator[Clause]:
    """Japanese sets commas behind topics: 乾燥機は、お使いになれません is one clause."""
    open_: Clause | None = None
    for start, end, is_new in cut:
        if open_ and text[open_[1] : start].strip() == "、" and _TOPIC_JA.search(text, open_[0], open_[1]):
            open_ = (open_[0], end, open_[2])
            continue
        if open_:
            yield open_
        open_ = (start, end, is_new)
    if open_:
        yield open_
