"""What a table without a known header may be by what stands in its columns: a query, two counts, a share, a place."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from seo.language import by_script
from seo.signals.numbers import decimal, decimal_mark, integer

CONSOLE: Final = ("query", "clicks", "impressions", "ctr", "position")
_NUMERIC: Final = frozenset({"clicks", "impressions", "ctr", "position", "count", "rating", "position sum"})
_SHARE: Final = re.compile(
    r"[\d.,٫٬\s\u00a0\u202f]+[%٪％]|[%٪％][\d.,٫٬\s\u00a0\u202f]+"
)  # Turkish writes %4,2
_MOST_OF: Final = 0.95


def console_columns(records: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The five columns of Search Console's queries when a header in an unknown language stands over them.

    Nothing for pages, days, devices and countries, whose other columns are the same.
    """
    if len(records) < 2 or any(len(cells) != len(CONSOLE) for cells in records):  # noqa: PLR2004 - header and row
        return ()
    header, rows = records[0], records[1:]
    if any(character.isdigit() for cell in header for character in cell) or len(set(header)) < len(CONSOLE):
        return ()
    texts, clicks, impressions, shares, positions = zip(*rows, strict=True)
    mark = decimal_mark((*shares, *positions))
    fits = (
        _most(integer(cell) is not None for cell in clicks)
        and _most(integer(cell) is not None for cell in impressions)
        and _most(bool(_SHARE.fullmatch(cell.strip())) for cell in shares)
        and _most(decimal(cell, mark) is not None for cell in positions)
    )
    return CONSOLE if fits and _are_queries(texts) else ()


def is_header(cells: Sequence[str], columns: Mapping[str, int]) -> bool:
    """Whether no number stands where one should: that line names the columns."""
    places = [place for role, place in columns.items() if role in _NUMERIC and place < len(cells)]
    return bool(places) and not any(re.search(r"\d", cells[place]) for place in places)


def _most(claims: Iterable[bool]) -> bool:
    listed = list(claims)
    return sum(listed) >= _MOST_OF * len(listed)


def _are_queries(texts: Sequence[str]) -> bool:
    """Search Console writes queries small; what begins with a capital is a country or a device. Where letters
    have no case, names of countries tell.
    """
    if not any(any(letter.isalpha() for letter in text) for text in texts):
        return False
    if _most(bool(re.match(r"https?://", text)) for text in texts):
        return False
    capitals = sum(text[:1].isupper() for text in texts)
    if capitals * 3 > len(texts):
        return False
    return not _are_countries(texts)


def _are_countries(texts: Sequence[str]) -> bool:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - only for headers nobody knows

    script = by_script(" ".join(texts[:20]))
    try:
        names = {name.casefold() for name in Locale(script[0] if script else "en").territories.values()}
    except UnknownLocaleError:
        return False
    return sum(text.strip().casefold() in names for text in texts) * 2 > len(texts)
