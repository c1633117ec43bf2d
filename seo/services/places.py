"""Countries under the names other services give them: `USA`, 840. From Unicode's CLDR, as Babel ships it."""

from functools import cache

from babel.core import get_global

_NUMERIC = 3


def alpha2(alpha3: str) -> str:
    """ISO 3166 alpha-2 of an alpha-3 code in any case; empty when there is no such country."""
    return _by_code().get(alpha3.upper(), "")


def numeric(country: str) -> int | None:
    """ISO 3166 numeric of an alpha-2 code, None when there is none."""
    return _numbers().get(country.upper())


@cache
def _by_code() -> dict[str, str]:
    aliases = get_global("territory_aliases")
    return {
        code: to[0]
        for code, to in aliases.items()
        if len(code) == _NUMERIC and code.isalpha() and len(to) == 1
    }


@cache
def _numbers() -> dict[str, int]:
    aliases = get_global("territory_aliases")
    return {to[0]: int(code) for code, to in aliases.items() if code.isdigit() and len(to) == 1}
