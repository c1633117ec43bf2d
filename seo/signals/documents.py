"""JSON becomes a table: one row an object, one column a name; `product.name` for what is nested.

The rows of the Search Console API carry no names for their keys: these are told by what stands in them.
https://developers.google.com/webmaster-tools/v1/searchanalytics/query
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final

from seo.signals.decoding import Text
from seo.signals.json_stream import JsonStream, Record
from seo.signals.threads import REPLIES, own_replies

_LOOKED_AT: Final = 500  # objects from which the columns are told
_DEEPEST: Final = 3
_MOST: Final = 400  # columns

Cells = tuple[str, ...]


def document(text: Text) -> tuple[Cells, "Documents"]:
    """The header of a JSON file's objects and their rows."""
    names: dict[str, None] = {}
    keys: list[Sequence[Any]] = []
    stated: Sequence[Any] = ()
    for record, around in islice(_records(text), _LOOKED_AT):
        if isinstance(record.get("keys"), list):
            keys.append(record["keys"])
            given = around.get("dimensions")
            stated = given if isinstance(given, list) else stated
        names.update(dict.fromkeys(_flat(record)))
    header = tuple(islice(names, _MOST))
    dimensions = [str(name) for name in stated] or _dimensions(keys)
    return tuple(_renamed(name, dimensions) for name in header), Documents(text, header)


class Documents:
    """Rows of a JSON file, read again from the file at each loop."""

    def __init__(self, text: Text, names: Cells) -> None:
        self._text = text
        self._names = names
        self._ways = [(int(name[5:]) if _KEY.fullmatch(name) else -1, name) for name in names]
        self._is_api = bool(names) and all("." not in name or _KEY.fullmatch(name) for name in names)

    def __iter__(self) -> Iterator[tuple[int, Cells]]:
        """Rows of the API, of which there are millions, are taken apart by a shorter way to the same cells."""
        if not self._names:
            return  # `{}`: objects without a name hold no rows
        cells = self._of_api if self._is_api and REPLIES not in self._names else self._of_any
        for number, (record, _) in enumerate(_records(self._text), start=1):
            yield number, cells(record)

    def _of_any(self, record: Record) -> Cells:
        flat = _flat(record)
        return tuple(flat.get(name, "") for name in self._names)

    def _of_api(self, record: Record) -> Cells:
        given = record.get("keys")
        keys: list[Any] = given if isinstance(given, list) else []
        values = [
            record.get(name, "") if place < 0 else keys[place] if place < len(keys) else ""
            for place, name in self._ways
        ]
        return tuple([
            value if value.__class__ is str and "\0" not in value else _cell(value) for value in values
        ])  # fmt: skip


def _records(text: Text) -> Iterator[tuple[Record, Record]]:
    return JsonStream(text.pieces(), text.label).objects()


def _flat(record: Mapping[str, Any]) -> dict[str, str]:
    """Names and what stands there, as text. Who wrote a comment decides whether it is read at all."""
    found: dict[str, str] = {}
    _fill(found, record, "", 0)
    if replies := own_replies(record):
        found[REPLIES] = replies
    return found


def _fill(found: dict[str, str], value: Mapping[str, Any], before: str, depth: int) -> None:
    for name, each in value.items():
        path = f"{before}{name}"
        if isinstance(each, dict):
            if depth < _DEEPEST:
                _fill(found, each, f"{path}.", depth + 1)
        elif isinstance(each, list):
            for place, item in enumerate(each[:_DIMENSIONS] if name == "keys" else ()):
                found[f"{path}.{place}"] = _cell(item)
        else:
            found[path] = _cell(each)


_DIMENSIONS: Final = 8
_KEY: Final = re.compile(r"keys\.(\d)")


def _cell(value: object) -> str:
    if (
        isinstance(value, int) and not isinstance(value, bool) and -_HUGE < value < _HUGE
    ):  # most cells of a dump
        return str(value)
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value)
    if isinstance(value, str):
        return value.replace("\0", "") if "\0" in value else value
    if value is None or isinstance(value, list | dict):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)[:_LONGEST].replace("\0", "")


_HUGE: Final = 10**15
_LONGEST: Final = 20_000  # characters of a number or a key; a text of its own is not cut


def _renamed(name: str, dimensions: Sequence[str]) -> str:
    """`keys.0` is called by its dimension; of a nested name the last part is what a header says."""
    match = _KEY.fullmatch(name)
    if match:
        place = int(match.group(1))
        return dimensions[place] if place < len(dimensions) else name
    return name


_SHAPES: Final = (
    ("page", re.compile(r"https?://\S+")),
    ("date", re.compile(r"\d{4}-\d{2}-\d{2}(?:T.*)?")),
    ("device", re.compile(r"(?:DESKTOP|MOBILE|TABLET)")),
    ("country", re.compile(r"[a-z]{3}")),
    ("searchAppearance", re.compile(r"[A-Z][A-Z_]{4,}")),
)


def _dimensions(keys: Sequence[Sequence[Any]]) -> list[str]:
    """Dimensions by what nine of ten keys look like; what looks like nothing else is the query."""
    width = min(_DIMENSIONS, max(map(len, keys), default=0))
    names = []
    for place in range(width):
        cells = [str(key[place]) for key in keys if len(key) > place]
        votes = Counter(name for cell in cells for name, shape in _SHAPES if shape.fullmatch(cell))
        name = next((name for name, often in votes.most_common(1) if often * 10 >= len(cells) * 9), "query")
        names.append("query" if name == "country" and width == 1 and len(set(cells)) > _COUNTRIES else name)
    return names


_COUNTRIES: Final = 260  # there are not so many
