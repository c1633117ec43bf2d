"""Where a question wants it sent: a place that this market's routes do not name is answered by none of them."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from content.ledger.ledger import Ledger
from content.word_lists import pattern_of
from seo.language import fold, stem, stems
from seo.records import Market

CALLED = {  # what people call a country of ours beside its name in full
    "AE": ("uae", "emirates", "الامارات", "الإمارات", "امارات"),
    "GB": ("uk", "britain", "england", "royaume", "großbritannien"),
    "US": ("usa", "us", "states", "america", "eeuu", "amerika", "アメリカ", "امريكا"),
}


def elsewhere(text: str, unknown: Sequence[str], ledger: Ledger, market: Market) -> bool:
    """Whether a question names a place that no route of this market is said to reach.

    `unknown`: its words that mean nothing to the catalogue. A route without a country reaches every country, and no
    place that somebody names more closely than a country.
    """
    is_everywhere = any(
        fact.market is None and fact.key.startswith("delivery") for fact in ledger.facts("shop")
    )
    abroad = {code for code in _countries_in(text, market) if code != market.country}
    if abroad:
        return not is_everywhere
    return any(
        not at_home(word, market) and _means(word, unknown, market.language)
        for word in _towards(text, market)
    )


def at_home(word: str, market: Market) -> bool:
    """Whether a word names the market's own country."""
    own = {*stems(_territories(market.language).get(market.country, ""), market.language)}
    own |= {stem(name, market.language) for name in CALLED.get(market.country, ())}
    return stem(word, market.language) in own or word in own


def _means(word: str, unknown: Sequence[str], language: str) -> bool:
    return stem(word, language) in unknown or fold(word) in unknown


def _towards(text: str, market: Market) -> list[str]:
    found = re.finditer(pattern_of(__file__, "towards", market.language), fold(text))
    return [word for match in found for word in match.groups() if word]


def _countries_in(text: str, market: Market) -> set[str]:
    said = stems(text, market.language)
    folded = fold(text)
    return {
        code
        for code, name in _territories(market.language).items()
        if (fold(name) in folded if market.language == "ja" else _follows(stems(name, market.language), said))
    }


def _follows(part: Sequence[str], whole: Sequence[str]) -> bool:
    size = len(part)
    return bool(part) and any(
        tuple(whole[at : at + size]) == tuple(part) for at in range(len(whole) - size + 1)
    )


@cache
def _territories(language: str) -> Mapping[str, str]:
    """Country -> its name in a language."""
    from babel import Locale  # noqa: PLC0415  slow to load, needed by few questions

    names = Locale.parse(language).territories
    return {code: str(name) for code, name in names.items() if len(code) == 2 and code.isalpha()}  # noqa: PLR2004  ISO 3166
