"""What Bing's search box offers.

Undocumented. Terms: https://www.microsoft.com/en-us/servicesagreement
"""

from typing import Final
from urllib.parse import urlencode

from seo.records import Market
from seo.services.suggest.suggestion import Suggest

_ADDRESS: Final = "https://api.bing.com/osjson.aspx"


class SuggestBing(Suggest):
    """Bing, by market."""

    name = "suggest_bing"
    terms = (
        "https://www.microsoft.com/en-us/servicesagreement: made for browsers' address bars, no published interface "
        "and no leave for anything else; robots.txt is obeyed"
    )

    def address(self, text: str, market: Market) -> str:
        return f"{_ADDRESS}?{urlencode({'query': text, 'market': market.locale})}"
