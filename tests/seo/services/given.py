"""What the tests of services start from: a shop's wishes, and answers as the web gives them."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from seo.records import Market
from seo.services.service import Ask, Errand, Seed
from seo.web.answers import Answer, Request

TODAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
US = Market("en-US", "USD")
GB = Market("en-GB", "GBP")
ES = Market("es-ES", "EUR")
FR = Market("fr-FR", "EUR")
DE = Market("de-DE", "EUR")
AR = Market("ar-AE", "AED")
JA = Market("ja-JP", "JPY")
SIX = (US, ES, FR, DE, AR, JA)
WORDS = {
    "en": "blackout curtains",
    "es": "cortinas opacas",
    "fr": "rideaux occultants",
    "de": "Verdunkelungsvorhang",
    "ar": "ستائر معتمة",
    "ja": "遮光カーテン",
}


def ask(
    *seeds: tuple[str, Market],
    options: tuple[str, ...] = (),
    keys: Mapping[str, str] | None = None,
    since: date = date(2026, 11, 1),
) -> Ask:
    """A wish; its markets are those of the seeds."""
    markets = tuple(dict.fromkeys(market for _, market in seeds))
    return Ask(
        tuple(Seed(text, market) for text, market in seeds),
        markets,
        since,
        TODAY,
        options=options,
        keys=keys or {},
    )


def six() -> Ask:
    """One phrase in each of the six languages."""
    return ask(*((WORDS[market.language], market) for market in SIX))


def answer(
    body: bytes | str,
    url: str = "https://a.example/",
    headers: Mapping[str, str] | None = None,
    status: int = 200,
) -> Answer:
    """An answer with this body."""
    return Answer(url, status, headers or {}, body.encode() if isinstance(body, str) else body, NOW)


def errand(
    url: str = "https://a.example/", market: Market | None = US, seed: str = "blackout curtains"
) -> Errand:
    """A request somebody made."""
    return Errand(Request(url), market, seed)
