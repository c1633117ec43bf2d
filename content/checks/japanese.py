"""Reads a Japanese clause, where the turn stands behind the word: 切れません, 洗濯機は使えます, 乾燥機不可."""

import re
from collections.abc import Iterator
from typing import Final

from content.checks.named import Found
from content.checks.vocabulary import Polarity

_FAR: Final = 22  # letters in which the turn comes
_NEAR: Final = 12  # and a word of contrast
_ALONE: Final = {"never", "claim", "word"}  # shapes that say it by themselves
_THINGS: Final = {"thing", "feature"}  # named is not yet had


def stated(text: str, own: list[Found], polarity: Polarity, end: int) -> Iterator[tuple[Found, bool, bool]]:
    """What a clause that ends at `end` says yes or no to, and whether it only names it.

    What is joined to the next word shares its turn:
    タイマーもアプリもありません.
    """
    states: list[bool | None] = []
    for place, hit in reversed(list(enumerate(own))):
        is_last = place + 1 == len(own)
        until = end if is_last else own[place + 1].start
        state = _state(hit, text, until, polarity)
        is_joined = not is_last and bool(_JOIN.fullmatch(text, hit.end, until))
        if is_joined:
            state = states[-1] if states[-1] is not None else state
        elif state is None and not is_last and polarity.negation.search(text[hit.end : end]):
            state = False  # 洗濯機で洗うことも乾燥機も使えません: the last verb speaks for all
        states.append(state)
    for hit, state in zip(own, reversed(states), strict=True):
        if state is not None:
            after = text[hit.end : min(end, hit.end + _FAR)]
            is_bare = hit.shape == "word" and state and not after.strip(" 。?？")
            yield hit, state, is_bare


def _state(hit: Found, text: str, end: int, polarity: Polarity) -> bool | None:
    """Yes, no or nothing, by what follows a word up to `end`."""
    is_own = hit.shape in _ALONE and polarity.negation.search(text[hit.start : hit.end])
    begin = hit.end if is_own else hit.start
    until = min(end, hit.end + _FAR)
    closed = _CLOSED.search(text, hit.end, until)
    until = closed.end() if closed else until
    if polarity.unlike.search(text, hit.end, min(len(text), hit.end + _NEAR)):
        return None
    if hit.shape in {"never", "always"}:
        return hit.shape == "always"
    if hit.shape in _ALONE and _ADVICE.match(text, hit.end):
        return None
    if polarity.negation.search(text[:until], begin):
        return False
    after = text[hit.start : until]
    if hit.shape in _THINGS:
        return True if polarity.has.search(after) else None
    return True if hit.shape in _ALONE or polarity.licence.search(after) else None


_JOIN: Final = re.compile(
    r"(?:機能|性|加工|対応)?(?:と|や|も|でも|・|または|および|及び|か|、|/|とか|やら)+\s?"
)
_ADVICE: Final = re.compile(r"(?!で)[^、。]{0,10}?(?:[てで](?:ください|おきましょう|おくと|おけば)|ましょう)")
_CLOSED: Final = re.compile(  # フード付きで…: what follows speaks of something else
    r"(?:付き|つき|搭載|内蔵|入り|式|対応|可能|済み|装備|完備|仕様|加工|採用)(?:で(?![はもきす])|なので|なうえ|だから|ですし|ですが)"
)
