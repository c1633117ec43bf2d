"""JSON of any size, object by object: lines of objects (NDJSON), a list, or a list in an object (`{"rows": […]}`)."""

import json
import re
from collections.abc import Iterator
from typing import Any, Final

from seo.errors import InputError

Record = dict[str, Any]  # an object as JSON has it: anything may stand in it
LISTS: Final = (
    "rows", "tickets", "results", "items", "data", "reviews", "questions", "records", "queries", "entries",
    "conversations", "d",
)  # fmt: skip
"""Names under which an answer keeps its list."""
_LIST_NAMES: Final = frozenset(LISTS)
_BIGGEST: Final = 4_000_000  # characters of one object; a ticket with all its comments is far below
_SPACE: Final = re.compile(r"[\s,\ufeff\x1e]*")  # between objects; a comma between those of a list


class JsonStream:
    """Reads objects off pieces of text; holds one object at a time."""

    def __init__(self, pieces: Iterator[str], label: str) -> None:
        self._pieces = pieces
        self._label = label
        self._text = ""
        self._at = 0
        self._decoder = json.JSONDecoder()

    def objects(self) -> Iterator[tuple[Record, Record]]:
        """Each object with what stood around its list (`{"dimensions": […]}`). InputError when it is no JSON."""
        while self._skip():
            sign = self._text[self._at]
            if sign == "[":
                self._at += 1
                yield from self._elements({})
            elif sign == "{":
                yield from self._opened()
            else:
                raise self._wrong("an object or a list is expected")

    def _opened(self) -> Iterator[tuple[Record, Record]]:
        """An object: itself, the list it wraps if it is small, or that list element by element if it is not."""
        whole = self._value(patience=1 << 17)
        if isinstance(whole, dict):
            yield from _unwrapped(whole)
            return
        self._at += 1
        around: Record = {}
        while self._skip() and self._text[self._at] != "}":
            name = self._need("a name")
            self._skip(":")
            if name in LISTS and self._peek() == "[":
                self._at += 1
                yield from self._elements(around)
            else:
                around[str(name)] = self._need(f"the value of {str(name)[:40]!r}")
        self._close("}", "object")

    def _elements(self, around: Record) -> Iterator[tuple[Record, Record]]:
        while self._skip() and self._text[self._at] != "]":
            value = self._need("an element")
            if isinstance(value, dict):
                if _LIST_NAMES.isdisjoint(value):  # a row, as nearly all are
                    yield value, around
                else:
                    yield from _unwrapped(value, around)
            elif isinstance(value, str):
                yield {"text": value}, around
        self._close("]", "list")

    def _close(self, sign: str, what: str) -> None:
        if self._peek() != sign:
            raise self._wrong(f"the {what} does not end")
        self._at += 1

    def _need(self, what: str) -> Any:
        value = self._value(patience=_BIGGEST)
        if value is _NOTHING:
            raise self._wrong(f"{what} cannot be read")
        return value

    def _value(self, *, patience: int) -> Any:
        """The value that begins here, or _NOTHING when it does not end within so many characters."""
        while True:
            try:
                value, end = self._decoder.raw_decode(self._text, self._at)
            except RecursionError as error:
                raise self._wrong("it is nested too deeply") from error
            except ValueError as error:
                is_late = isinstance(error, json.JSONDecodeError) and error.pos < len(self._text) - _TAIL
                if (is_late and not str(error).startswith("Unterminated")) or not self._more(patience):
                    return _NOTHING
                continue
            if end == len(self._text) and isinstance(value, int | float) and self._more(patience):
                continue  # a number may go on in the next piece
            self._at = end
            return value

    def _more(self, patience: int) -> bool:
        """Take twice as much text in, or say that there is none or that it is enough."""
        rest = len(self._text) - self._at
        if rest >= patience:
            return False
        taken = []
        wanted = max(1, rest)
        while wanted > 0 and (piece := next(self._pieces, "")):
            taken.append(piece)
            wanted -= len(piece)
        self._text = self._text[self._at :] + "".join(taken)
        self._at = 0
        return bool(taken)

    def _skip(self, also: str = "") -> bool:
        """Go on to what is no blank; whether there is anything."""
        if not also and self._text[self._at : self._at + 2] == ",{":  # from row to row
            self._at += 1
            return True
        while True:
            match = _SPACE.match(self._text, self._at)
            self._at = match.end() if match else self._at
            if also and self._text.startswith(also, self._at):
                self._at, also = self._at + 1, ""
                continue
            if self._at < len(self._text):
                return True
            if not self._more(_BIGGEST):
                return False

    def _peek(self) -> str:
        return self._text[self._at] if self._skip() else ""

    def _wrong(self, why: str) -> InputError:
        near = " ".join(self._text[self._at : self._at + 40].split())
        return InputError(f"{self._label} is no readable JSON ({why}, near {near!r}): export it again.")


_NOTHING: Final = object()
_TAIL: Final = 16  # characters before the end of a piece: an error there may be the piece's


def _unwrapped(record: Record, around: Record | None = None) -> Iterator[tuple[Record, Record]]:
    """An answer's rows, or the object itself."""
    for name in LISTS if not _LIST_NAMES.isdisjoint(record) else ():
        inside = record.get(name)
        if isinstance(inside, list) and inside and all(isinstance(each, dict) for each in inside):
            context = {**(around or {}), **{key: value for key, value in record.items() if key != name}}
            yield from ((each, context) for each in inside)
            return
    yield record, around or {}


def is_json(head: str) -> bool:
    """Whether a text begins as JSON does: an object with a name in it, or a list of such."""
    start = head.lstrip("\ufeff \t\r\n")
    return bool(re.match(r"\{\s*(?:\"|\})|\[\s*(?:\{\s*\"|\"|\])", start))
