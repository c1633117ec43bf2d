"""References in a text: `{{handle.key}}`, `{{shop.key}}`, `{{min(handle.key)}}`. One parser for all."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from content.errors import DraftError

FUNCTIONS: Mapping[str, int] = {"min": 1, "max": 1, "diff": 2, "convert": 1}
"""The only functions, with how many facts each takes; `convert` also takes a unit."""

_BRACES = re.compile(r"\{\{|\}\}")
_TARGET = re.compile(r"\s*([a-z0-9][a-z0-9-]*)\.([a-z0-9_]+)\s*")
_CALL = re.compile(r"\s*([a-z]+)\s*\((.*)\)\s*", re.DOTALL)
_NEAR = 40  # code points of the text shown in a message


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference as it stands in a text, braces included in `start` and `end` (Unicode code points)."""

    function: str | None  # None: the fact itself
    targets: tuple[tuple[str, str], ...]  # (subject, key)
    argument: str  # the unit of `convert`, else empty
    start: int
    end: int

    @property
    def source(self) -> str:
        """What stands between the braces, spaces taken out: `min(aldermoor.width)`."""
        inside = ", ".join(
            [*(f"{subject}.{key}" for subject, key in self.targets), *filter(None, [self.argument])]
        )
        return f"{self.function}({inside})" if self.function else inside


def find_references(text: str) -> list[Reference]:
    """Every reference in order; DraftError when double braces hold anything else or do not close."""
    found: list[Reference] = []
    opened: int | None = None
    for brace in _BRACES.finditer(text):
        if brace.group() == "{{":
            if opened is not None:
                raise DraftError(f"Double braces are not closed before the next open: {_near(text, opened)}")
            opened = brace.start()
        elif opened is None:
            raise DraftError(f"Double braces close that were never opened: {_near(text, brace.start())}")
        else:
            found.append(_reference(text, opened, brace.end()))
            opened = None
    if opened is not None:
        raise DraftError(f"Double braces are not closed: {_near(text, opened)}")
    return found


def _reference(text: str, start: int, end: int) -> Reference:
    inside = text[start + 2 : end - 2]
    plain = _TARGET.fullmatch(inside)
    if plain:
        return Reference(None, ((plain[1], plain[2]),), "", start, end)
    call = _CALL.fullmatch(inside)
    if not call:
        raise DraftError(
            f"{text[start:end]!r} is no reference: write {{{{handle.key}}}} or {{{{min(handle.key)}}}}."
        )
    return _call(text[start:end], call[1], call[2], start, end)


def _call(written: str, function: str, arguments: str, start: int, end: int) -> Reference:
    if function not in FUNCTIONS:
        raise DraftError(f"{written!r}: {function!r} is no function; there are {', '.join(FUNCTIONS)}.")
    parts = arguments.split(",")
    wanted = FUNCTIONS[function]
    units = [part.strip() for part in parts[wanted:]]
    targets = [_TARGET.fullmatch(part) for part in parts[:wanted]]
    known = tuple((target[1], target[2]) for target in targets if target)
    is_complete = len(known) == wanted and len(units) == (function == "convert") and all(units)
    if not is_complete:
        example = {"diff": "diff(a.key, b.key)", "convert": "convert(handle.key, in)"}.get(function)
        raise DraftError(
            f"{written!r} is not complete: write {{{{{example or f'{function}(handle.key)'}}}}}."
        )
    return Reference(function, known, units[0] if units else "", start, end)


def _near(text: str, place: int) -> str:
    return repr(text[place : place + _NEAR])
