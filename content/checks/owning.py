"""Whose number it is when a sentence names several products, or several variants of one."""

import re
from collections.abc import Iterator
from typing import Final

from content.checks.amounts import Amount
from content.checks.names import Mention
from content.checks.reading import Sentence
from content.checks.whose import clause

_NEAR: Final = 26  # letters between a variant and its number
_TIGHT: Final = 12  # letters between two names said in one breath
OF: Final = re.compile(  # between a number and the variant right behind it
    r"[ ,(]{0,3}(?:(?:on|for|with|in|of|by|bei|beim|für|am|auf|mit|im|chez|pour|sur|dans|en|para|con) )?"
    r"(?:(?:the|le|la|l'|el|der|die|das|dem|den) ?)?"
)


def pointed_at(
    amount: Amount, sentence: Sentence, variants: tuple[Mention, ...], all_amounts: list[Amount]
) -> str:
    """The variant a number is given to: its cell's, or the only one pointed at in its clause, close by."""
    if sentence.block.kind == "row":
        return variants[0].handle if variants else ""
    start, end = clause(sentence.low, amount.start, amount.end)
    inside = [m for m in variants if start <= m.start < end]
    if not inside:
        return ""
    firsts = [
        other.start for other in all_amounts if start <= other.start < end and other.unit == amount.unit
    ]
    if inside[0].start > min(firsts, default=amount.start):
        behind = [m for m in inside if m.start >= amount.end]
        is_its = behind and OF.fullmatch(sentence.low, amount.end, behind[0].start)
        return behind[0].handle if is_its else ""
    before = [m for m in inside if m.end <= amount.start]
    gap = sentence.low[before[-1].end : amount.start] if before else ""
    return before[-1].handle if before and len(gap) <= _NEAR and not re.search(r"\d", gap) else ""


def owners(amount: Amount, mentions: tuple[Mention, ...], first: int) -> tuple[str, ...]:
    """The product named last before the number; all of them where names stand together
    ("Luna and Nova are …").
    """
    before = [mention for mention in mentions if mention.end <= amount.start]
    after = [mention for mention in mentions if mention.start >= amount.end]
    if first < mentions[0].start and after:
        return (after[0].handle,)
    if not before:
        return (after[0].handle,) if after else tuple(mention.handle for mention in mentions)
    return tuple(dict.fromkeys(_run(before)))


def _run(before: list[Mention]) -> Iterator[str]:
    """The last name and those right in front of it."""
    yield before[-1].handle
    for earlier, later in zip(reversed(before[:-1]), reversed(before), strict=False):
        if later.start - earlier.end > _TIGHT:
            return
        yield earlier.handle
