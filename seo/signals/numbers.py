"""Numbers and days as exports write them: `4,2 %`, `1.234`, `"2,150"`, `٣`, `22.11.2026`."""

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

_BLANKS: Final = re.compile(
    r"[\s\u00a0\u202f\u2009\u061c\u200e\u200f'’%٪]+"
)  # Arabic percent signs bring marks along


def integer(cell: str) -> int | None:
    """A count: every separator in it marks thousands, but `.00` at its end. None when there is no such number,
    `3.5` among them, never 0.
    """
    if cell.isascii() and cell.isdigit():  # nearly every cell of a large file
        return int(cell) if len(cell) <= _LONGEST else None
    clean = _ascii(cell)
    match = _COUNT.fullmatch(clean)
    digits = re.sub(r"[.,]", "", match.group(1)) if match else ""
    return int(digits) if digits and len(digits) <= _LONGEST else None


class Counts(dict[str, int | None]):
    """Counts by their cell, empty cells too: few differ, and looking one up takes a twentieth of reading it."""

    def __missing__(self, cell: str) -> int | None:
        value = integer(cell)
        if len(self) < _REMEMBERED:
            self[cell] = value
        return value


_REMEMBERED: Final = 50_000
_COUNT: Final = re.compile(r"(\d+|\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3})(?:[.,]0{1,2})?")  # India groups by two
_LONGEST: Final = 12  # digits; nothing is counted that is more


def decimal(cell: str, mark: str) -> float | None:
    """A measure with the file's decimal mark. None when there is no number."""
    if mark == "." and _MEASURE.fullmatch(cell):
        return float(cell)
    clean = _ascii(cell)
    other = "," if mark == "." else "."
    clean = clean.replace(other, "").replace(mark, ".")
    return float(clean) if _MEASURE.fullmatch(clean) else None


_MEASURE: Final = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,20})?")


def decimal_mark(cells: Iterable[str]) -> str:
    """Which mark a whole column writes before its decimals: `1.234` alone could be either, `11,7` or `4,25`
    tells.
    """
    votes = {".": 0, ",": 0}
    for cell in cells:
        match = re.search(r"([.,])(\d+)$", _ascii(cell))
        if match and len(match.group(2)) != 3:  # noqa: PLR2004 - three digits could be thousands
            votes[match.group(1)] += 1
    return "," if votes[","] > votes["."] else "."


def _ascii(cell: str) -> str:
    clean = _BLANKS.sub("", unicodedata.normalize("NFKC", cell)).replace("٫", ".").replace("٬", ",")
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in clean)


_ISO: Final = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")
_LOCAL: Final = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")


@lru_cache(maxsize=8192)
def day(cell: str, *, is_month_first: bool = False) -> date | None:
    """A day, year first or last; `3/4/2026` is 3 April unless the file writes the month first. None when
    unreadable.
    """
    clean = _ascii(cell)
    if iso := _ISO.match(clean):
        year, month, number = (int(part) for part in iso.groups())
    elif local := _LOCAL.match(clean):
        first, second, year = int(local.group(1)), int(local.group(3)), int(local.group(4))
        swap = local.group(2) == "/" and (is_month_first or second > 12) and first <= 12  # noqa: PLR2004 - months
        number, month = (second, first) if swap else (first, second)
    else:
        return None
    try:
        return date(year, month, number)
    except ValueError:
        return None


def month_first(cells: Iterable[str]) -> bool:
    """Whether a file writes `11/22/2026`: seen when a second part is above 12 and no first part is."""
    parts = [match for cell in cells if (match := _LOCAL.match(_ascii(cell))) and match.group(2) == "/"]
    return any(int(part.group(3)) > 12 for part in parts) and all(int(part.group(1)) <= 12 for part in parts)  # noqa: PLR2004
