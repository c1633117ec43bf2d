"""Sentences that say yes or no of a product by pointing at what was said of another: "So does the Tacto", "Celle du
Velum aussi", "パコ10も対応しています", "…, the Corrie does not". What they say is the capability spoken of last."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from content.checks.extract import small_pattern
from content.checks.names import Mention
from content.checks.vocabulary import words

_NAME: Final = "\uf8ff"
_ONE: Final = r"\uf8ff+(?: ?\d+)?"
_MANY: Final = _ONE + r"(?:[ -][^\W\d_]+){0,2}?"  # "the Tarnway trail shoe"
_AND: Final = r"(?=(?:and|but|while|whereas|y|pero|et|mais|und|aber) )"
_BEGIN: Final = re.compile(rf"(?:^|(?<=[,;:.—(*|]))[^\w{_NAME}]*|(?<= ){_AND}")
_JAPANESE_BEGIN: Final = re.compile(r"^|(?<=[、。])")
_REACH: Final = 80  # letters before the name: "and it is just the same with the smaller of the two"
_KINDS: Final = ("same", "yes", "no", "named")


@dataclass(frozen=True, slots=True)
class Echo:
    """A product of which is said what was said before; `holds` None: as it was said."""

    handle: str
    holds: bool | None
    start: int
    end: int
    at: int  # where the name stands
    is_answer: bool = False  # a name alone: says something behind a question only


def echoes(text: str, mentions: Sequence[Mention], language: str) -> Iterator[Echo]:
    """The echoes of a sentence (folded small letters), in order."""
    if not mentions:
        return
    masked = text
    for mention in mentions:
        if mention.start >= 0:
            masked = masked[: mention.start] + _NAME * (mention.end - mention.start) + masked[mention.end :]
    found = [
        Echo(
            mention.handle,
            {"yes": True, "no": False}.get(kind),
            *match.span(),
            mention.start,
            is_answer=kind == "named",
        )
        for start in _starts(masked, language)
        for kind, pattern in _patterns(language)
        if (match := pattern.match(masked, start))
        for mention in mentions
        if match.start() <= mention.start and mention.end <= match.end()
    ]
    kept: dict[str, Echo] = {}
    for echo in sorted(found, key=lambda echo: (echo.end - echo.start, not echo.is_answer)):
        kept[echo.handle] = echo  # the longest speaks: "le tablier, non" is no bare name
    yield from sorted(kept.values(), key=lambda echo: (echo.start, echo.at))


def _starts(masked: str, language: str) -> list[int]:
    """Where clauses with a name begin: only there can an echo."""
    begin = _JAPANESE_BEGIN if language == "ja" else _BEGIN
    found = [match.end() for match in begin.finditer(masked)]
    return [start for start in found if _NAME in masked[start : start + _REACH]]


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    row = words(language).get("echo", {})
    return tuple((kind, _pattern(row[kind], language)) for kind in _KINDS if kind in row)


def _pattern(listed: str, language: str) -> re.Pattern[str]:
    """`<x>` is a name, `<xs>` one or several; it begins and ends with its clause."""
    name = _ONE if language in {"ar", "ja"} else _MANY
    joined = small_pattern(words(language)["echo"]["joined"])
    inner = small_pattern(listed).replace("<xs>", f"{name}(?:(?:{joined}){name})*").replace("<x>", name)
    return re.compile(rf"(?:{inner})(?=\s*(?:[,;:.!—、。)]|$))")
