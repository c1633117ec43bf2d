"""The countries a text names, as people write and bend their names in six languages."""

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

from content.checks.view import fold, low

_ALSO = {
    "US": ("usa", "u.s.", "estados unidos", "eeuu", "ee.uu.", "états-unis", "vereinigte staaten", "アメリカ", "米国"),
    "GB": ("uk", "u.k.", "great britain", "gran bretaña", "reino unido", "royaume-uni", "grande-bretagne",
           "großbritannien", "イギリス", "英国"),
    "AE": ("uae", "الامارات", "emiratos", "émirats", "emirate"),
    "SA": ("ksa", "السعوديه"),
    "DE": ("deutschlandweit", "bundesweit"),
    "FR": ("france métropolitaine",),
    "NL": ("the netherlands", "holland"),
    "IE": ("republic of ireland",),
    "JP": ("日本国内", "国内"),
}  # fmt: skip
_BENT = "(?:s|n|en|es|m|r)?"
"""German endings: innerhalb Deutschlands, in die Niederlande, in den Vereinigten Arabischen Emiraten."""
_FRONT = "(?:[وفبكل]|لل|ولل)?"
"""Arabic writes `and`, `in`, `to` and `for` at the front of a word."""


def countries(text: str, language: str) -> tuple[str, ...]:
    """The countries a text names, in the order of their codes."""
    return tuple(sorted({code for code, _, _ in mentions(low(fold(text)), language)}))


def mentions(folded: str, language: str) -> Iterator[tuple[str, int, int]]:
    """Every country named in a folded text, with its place; of two names the longer one."""
    for match in _any(language).finditer(folded):
        found = next((code for name, code in _names(language) if name.fullmatch(match[0])), "")
        yield found, match.start(), match.end()


@cache
def _any(language: str) -> re.Pattern[str]:
    either = "|".join(name.pattern for name, _ in _names(language))
    return re.compile(either if language == "ja" else rf"(?<!\w)(?:{either})(?!\w)")


@cache
def _names(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """A pattern for each name, the longest first."""
    known = {str(code): str(name) for code, name in Locale.parse(language).territories.items()}
    named = [
        (low(fold(name)), code)
        for code in sorted(code for code in known if len(code) == 2 and code.isalpha())  # noqa: PLR2004
        for name in (known[code], *_ALSO.get(code, ()))
    ]
    return tuple(
        (re.compile(_written(name, language)), code) for name, code in sorted(named, key=lambda n: -len(n[0]))
    )


def _written(name: str, language: str) -> str:
    if language == "de":
        return r"\s".join(re.escape(word) + _BENT for word in name.split())
    if language == "ar":
        bare = name.removeprefix("ال")
        return _FRONT + ("(?:ال)?" if bare != name else "") + re.escape(bare)
    return re.escape(name)
