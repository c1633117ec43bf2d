"""What the search boxes of Amazon's marketplaces offer: what people want to buy, not what they want to know.

Undocumented. Terms: https://www.amazon.com/gp/help/customer/display.html?nodeId=508088
"""

from urllib.parse import urlencode

from pydantic import JsonValue

from seo.records import Market
from seo.services.suggest.marketplaces import marketplaces
from seo.services.suggest.suggestion import Suggest


class SuggestAmazon(Suggest):
    """Amazon, where the market has a marketplace, in its language if the box knows it."""

    name = "suggest_amazon"
    terms = (
        "https://www.amazon.com/gp/help/customer/display.html?nodeId=508088: no published interface, and "
        "the conditions of use forbid data gathering tools without consent: ask your counsel before you switch it on; "
        "robots.txt is obeyed"
    )

    def address(self, text: str, market: Market) -> str:
        place = marketplaces().amazon.get(market.country)
        if place is None:
            return ""
        own = (each for each in place.languages if each.startswith(market.language))
        asked = {
            "mid": place.mid,
            "alias": "aps",
            "limit": "11",
            "lop": next(own, place.languages[0]),
            "prefix": text,
            "suggestion-type": "KEYWORD",
        }
        return f"https://{place.host}/api/2017/suggestions?{urlencode(asked)}"

    def phrases(self, said: JsonValue) -> tuple[str, list[str]]:
        match said:
            case {"suggestions": [*offered], **others}:
                typed = others.get("prefix")
                return typed if isinstance(typed, str) else "", [self.phrase(each) for each in offered]
        raise self.changed()

    def phrase(self, each: JsonValue) -> str:
        match each:
            case {"type": "KEYWORD", "value": str() as value}:
                return value
            case {"type": str() as kind} if kind != "KEYWORD":
                return ""  # a department or a product stands among them
        raise self.changed()
