"""Tells a claim from its denial: “we do not call it eco-friendly” claims nothing."""

import re
from typing import Final

from content.checks.policy import pattern

REACH: Final = 60  # letters before the words within which a negation reaches them
BEHIND: Final = 40
_ASKED: Final = re.compile(r"[\"「«][^\"「」«»]*(?:\?|？|؟|か)[\"」»]")  # a question somebody is quoted with


def is_denied(text: str, start: int, end: int, language: str, *, is_said_behind: bool = True) -> bool:
    """Whether the words `text[start:end]` of a sentence (folded, small letters) are denied in it.

    `is_said_behind`: a negation that follows counts too (“… ist nicht”, 〜ではありません); not for reported
    speech, where what follows is what was said.
    """
    if any(asked.start() < start and end < asked.end() for asked in _ASKED.finditer(text)):
        return True
    before = _same_clause(pattern(language, "honest", "split"), text[max(0, start - REACH) : start])
    if not is_said_behind:
        before = before.rsplit(",", 1)[-1]  # “gives it up no more, say buyers”
    before = pattern(language, "honest", "fine").sub(" ", before)
    if pattern(language, "honest", "before").search(before):
        return True
    if not is_said_behind:
        return False
    return bool(pattern(language, "honest", "behind").match(text[end : end + BEHIND]))


def _same_clause(split: re.Pattern[str], before: str) -> str:
    ends = [match.end() for match in split.finditer(before)]
    return before[ends[-1] :] if ends else before
