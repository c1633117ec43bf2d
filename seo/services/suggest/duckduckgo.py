"""What DuckDuckGo's search box offers.

Undocumented. Terms: https://duckduckgo.com/terms · Regions: https://duckduckgo.com/duckduckgo-help-pages/settings/params/
"""

from typing import Final
from urllib.parse import urlencode

from seo.records import Market
from seo.services.suggest.suggestion import Suggest

_ADDRESS: Final = "https://duckduckgo.com/ac/"
_COUNTRIES: Final = {"GB": "uk"}
_LANGUAGES: Final = {"ja": "jp"}
_ARABIC: Final = "xa-ar"  # one region for every Arabic market


class SuggestDuckDuckGo(Suggest):
    """DuckDuckGo, by region: country first, then language."""

    name = "suggest_duckduckgo"
    terms = (
        "https://duckduckgo.com/terms: made for browsers' address bars, no published interface and no leave for "
        "anything else; robots.txt is obeyed"
    )

    def address(self, text: str, market: Market) -> str:
        return f"{_ADDRESS}?{urlencode({'type': 'list', 'q': text, 'kl': region(market)})}"


def region(market: Market) -> str:
    """`de-de`, `uk-en`, `jp-jp`, `xa-ar`."""
    if market.language == "ar":
        return _ARABIC
    country = _COUNTRIES.get(market.country, market.country.lower())
    return f"{country}-{_LANGUAGES.get(market.language, market.language)}"
