"""What Google's and YouTube's search boxes offer.

Undocumented. Terms: https://policies.google.com/terms
"""

from typing import Final
from urllib.parse import urlencode

from pydantic import JsonValue

from seo.records import Market
from seo.services.suggest.suggestion import Suggest

_ADDRESS: Final = "https://suggestqueries.google.com/complete/search"
_TYPES: Final = "google:suggesttype"
_ADDRESS_TYPE: Final = "NAVIGATION"  # an address offered in place of a phrase


class SuggestGoogle(Suggest):
    """Google, by language and country."""

    name = "suggest_google"
    terms = (
        "https://policies.google.com/terms: no published interface and no leave; the terms forbid automated access "
        "against a site's robots.txt, which is obeyed. Blocks with 429 or a captcha"
    )

    def address(self, text: str, market: Market) -> str:
        return f"{_ADDRESS}?{urlencode(self.asked(text, market))}"

    def asked(self, text: str, market: Market) -> dict[str, str]:
        """The query of the address. Without `oe` the answer is Latin-1, and Japanese is lost."""
        country = market.country.lower()
        return {
            "client": "firefox",
            "hl": market.language,
            "gl": country,
            "ie": "utf-8",
            "oe": "utf-8",
            "q": text,
        }

    def phrases(self, said: JsonValue) -> tuple[str, list[str]]:
        text, offered = super().phrases(said)
        about = (
            next((part for part in reversed(said) if isinstance(part, dict)), {})
            if isinstance(said, list)
            else {}
        )
        types = about.get(_TYPES)
        if isinstance(types, list) and len(types) == len(offered):
            offered = [
                "" if kind == _ADDRESS_TYPE else each for each, kind in zip(offered, types, strict=True)
            ]
        return text, offered


class SuggestYoutube(SuggestGoogle):
    """YouTube, by language and country."""

    name = "suggest_youtube"
    terms = (
        "https://www.youtube.com/t/terms: no published interface; the terms forbid automated access but for what "
        "robots.txt lets in, which is obeyed. Blocks with 429 or a captcha"
    )

    def asked(self, text: str, market: Market) -> dict[str, str]:
        return {**super().asked(text, market), "ds": "yt"}
