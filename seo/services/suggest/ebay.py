"""What the search boxes of eBay's sites offer.

Undocumented. Terms: https://www.ebay.com/help/policies/member-behaviour-policies/user-agreement?id=4259
"""

from typing import Final
from urllib.parse import urlencode

from pydantic import JsonValue

from seo.records import Market
from seo.services.suggest.marketplaces import marketplaces
from seo.services.suggest.suggestion import Suggest

_ADDRESS: Final = "https://autosug.ebay.com/autosug"


class SuggestEbay(Suggest):
    """eBay, where the market has a site; there is none in Japan or in Arabic."""

    name = "suggest_ebay"
    terms = (
        "https://www.ebay.com/help/policies/member-behaviour-policies/user-agreement?id=4259: no published interface, "
        "and the agreement forbids robots without leave: ask your counsel before you switch it on; robots.txt is obeyed"
    )

    def address(self, text: str, market: Market) -> str:
        site = marketplaces().ebay.get(market.country)
        return "" if site is None else f"{_ADDRESS}?{urlencode({'kwd': text, 'sId': site, 'fmt': 'osr'})}"

    def phrases(self, said: JsonValue) -> tuple[str, list[str]]:
        """A bare list, or the site's own `{"prefix": …, "res": {"sug": […]}}`."""
        match said:
            case {"res": {"sug": [*offered]}, **others}:
                typed = others.get("prefix")
                return typed if isinstance(typed, str) else "", [self.phrase(each) for each in offered]
            case {"prefix": str() as typed}:  # `res` is left out when there is nothing to offer
                return typed, []
        return super().phrases(said)
