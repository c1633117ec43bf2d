"""References in a text: `{{handle.key}}`, `{{shop.key}}`, `{{min(handle.key)}}`. One parser for all.

Behind a second dot stands one entry of a list, by its own written form: `{{kieselstein.size.110-116}}` (`entries.py`).
Handles and keys hold no dot, so that it can be nothing else.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from content.errors import DraftError
from content.lexicon.keys import KEY

FUNCTIONS: Mapping[str, int] = {"min": 1, "max": 1, "diff": 2, "convert": 1}
"""The only functions, with how many facts each takes; `convert` also takes a unit."""

_BRACED = re.compile(r"(\{\{.*?\}\})")
_BRACES = re.compile(r"\{\{|\}\}")
_TARGET = re.compile(rf"\s*([a-z0-9][a-z0-9-]*)\.({KEY})(?:\.([^{{}}(),|<>\"'&*\[\]`\\]+))?\s*")
_NOT_OF_A_NAME = re.compile(r"[^\w.%°/-]+")
_DASHES = re.compile(r"[\u2010-\u2015\u2212\u301c\uff5e~]")
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
    entries: tuple[str, ...] = ()  # of each target the one entry meant, empty: all of it; () = all of all

    @property
    def source(self) -> str:
        """What stands between the braces, spaces taken out: `min(aldermoor.width)`."""
        inside = ", ".join([*self.facts, *filter(None, [self.argument])])
        return f"{self.function}({inside})" if self.function else inside

    @property
    def facts(self) -> tuple[str, ...]:
        """What it shows, as a passage relies on it: `aldermoor.width`, `kieselstein.size.110-116`."""
        return tuple(
            f"{subject}.{key}.{entry}" if entry else f"{subject}.{key}"
            for (subject, key), entry in self.parts
        )

    @property
    def parts(self) -> tuple[tuple[tuple[str, str], str], ...]:
        """Each target with its entry."""
        return tuple(zip(self.targets, self.entries or ("",) * len(self.targets), strict=True))


def outside(text: str, change: Callable[[str], str]) -> str:
    """A text with whatever is no reference changed; double braces are not looked into."""
    return "".join(piece if piece.startswith("{{") else change(piece) for piece in _BRACED.split(text))


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


def readable(text: str) -> list[Reference]:
    """The same where another room says what is wrong with them: none, when one of them cannot be read."""
    try:
        return find_references(text)
    except DraftError:
        return []


def entry_name(text: str) -> str:
    """An entry as a reference names it: small letters, one kind of dash, no spaces; empty when nothing is left."""
    plain = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).casefold()
    return _NOT_OF_A_NAME.sub("-", plain.strip()).rstrip("-.")


def parted(fact: str) -> tuple[str, str, str]:
    """Subject, key and entry of a fact as a passage relies on it; an empty entry is all of it."""
    subject, _, rest = fact.partition(".")
    key, _, entry = rest.partition(".")
    return subject, key, entry


def whole(fact: str) -> str:
    """The fact an entry stands in: `kieselstein.size` for `kieselstein.size.110-116`, and for itself."""
    subject, key, _ = parted(fact)
    return f"{subject}.{key}" if key else subject


def _reference(text: str, start: int, end: int) -> Reference:
    inside = text[start + 2 : end - 2]
    plain = _TARGET.fullmatch(inside)
    if plain and _is_named(plain):
        return Reference(None, ((plain[1], plain[2]),), "", start, end, _entries([plain]))
    call = _CALL.fullmatch(inside)
    if not call:
        raise DraftError(
            f"{text[start:end]!r} is no reference: write {{{{handle.key}}}}, {{{{handle.key.entry}}}} or "
            "{{min(handle.key)}}."
        )
    return _call(text[start:end], call[1], call[2], start, end)


def _call(written: str, function: str, arguments: str, start: int, end: int) -> Reference:
    if function not in FUNCTIONS:
        raise DraftError(f"{written!r}: {function!r} is no function; there are {', '.join(FUNCTIONS)}.")
    parts = arguments.split(",")
    wanted = FUNCTIONS[function]
    units = [part.strip() for part in parts[wanted:]]
    targets = [_TARGET.fullmatch(part) for part in parts[:wanted]]
    found = [target for target in targets if target and _is_named(target)]
    known = tuple((target[1], target[2]) for target in found)
    is_complete = len(known) == wanted and len(units) == (function == "convert") and all(units)
    if not is_complete:
        example = {"diff": "diff(a.key, b.key)", "convert": "convert(handle.key, in)"}.get(function)
        raise DraftError(
            f"{written!r} is not complete: write {{{{{example or f'{function}(handle.key)'}}}}}."
        )
    return Reference(function, known, units[0] if units else "", start, end, _entries(found))


def _is_named(target: re.Match[str]) -> bool:
    """Whether what stands behind a second dot can be an entry's name."""
    return target[3] is None or bool(entry_name(target[3]))


def _entries(targets: Sequence[re.Match[str]]) -> tuple[str, ...]:
    said = tuple(entry_name(target[3] or "") for target in targets)
    return said if any(said) else ()


def _near(text: str, place: int) -> str:
    return repr(text[place : place + _NEAR])
