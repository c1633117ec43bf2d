"""Countries under the names other services give them: `USA`, 840. From Unicode's CLDR, as Babel ships it."""

from functools import cache
from typing import Final

from babel.core import get_global

_LETTERS: Final = 3
_NOWHERE: Final = "ZZ"  # CLDR's country of ZZZ, which Search Console writes for an unknown one
_LIVING: Final = {
    "DE": 276,
    "ET": 231,
    "FR": 250,
    "SD": 729,
    "YE": 887,
}  # CLDR knows their dead numbers as well


def alpha2(alpha3: str) -> str:
    """ISO 3166 alpha-2 of an alpha-3 code in any case; empty when there is no such country."""
    country = _by_code().get(alpha3.upper(), "")
    return "" if country == _NOWHERE else country


def numeric(country: str) -> int | None:
    """ISO 3166 numeric of an alpha-2 code, None when there is none."""
    return None if country == _NOWHERE else _numbers().get(country.upper())


@cache
def _by_code() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    return {
        code: to[0]
        for code, to in aliases.items()
        if len(code) == _LETTERS and code.isalpha() and len(to) == 1
    }


@cache
def _numbers() -> dict[str, int]:
    aliases = get_global("territory_aliases")
    known = {to[0]: int(code) for code, to in aliases.items() if code.isdigit() and len(to) == 1}
    return {**known, **_LIVING}
