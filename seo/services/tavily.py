"""A web search made for machines: results with the passages that match.

https://docs.tavily.com/documentation/api-reference/endpoint/search
Terms: https://www.tavily.com/terms
"""

import json
from collections.abc import Iterator
from typing import Final

from seo.records import Licence, Result
from seo.services.documented import Count, Said, documented
from seo.services.service import Ask, Errand, Heard, Seed, Service
from seo.signals.cleaning import clean
from seo.web.answers import DAY_S, Answer, Request

KEY: Final = "TAVILY_API_KEY"
MOST_SEEDS: Final = 50
_ADDRESS: Final = "https://api.tavily.com/search"
_COUNTRIES: Final = {
    "AE": "united arab emirates",
    "AR": "argentina",
    "AT": "austria",
    "AU": "australia",
    "BE": "belgium",
    "CA": "canada",
    "CH": "switzerland",
    "CL": "chile",
    "CO": "colombia",
    "DE": "germany",
    "EG": "egypt",
    "ES": "spain",
    "FR": "france",
    "GB": "united kingdom",
    "IE": "ireland",
    "JP": "japan",
    "KW": "kuwait",
    "MA": "morocco",
    "MX": "mexico",
    "NZ": "new zealand",
    "QA": "qatar",
    "SA": "saudi arabia",
    "US": "united states",
}  # as it spells them; a country that is not here is left to the seed's language


class _Page(Said):
    url: str
    title: str = ""
    content: str | None = None


class _Usage(Said):
    credits: Count | None = None


class _Answer(Said):
    results: tuple[_Page, ...]
    usage: _Usage | None = None


class Tavily(Service):
    """Ten results a seed. What they cost is counted in credits, so in dollars it is unknown."""

    name = "tavily"
    licence: Licence = "keyed"
    terms = (
        "https://www.tavily.com/terms: the user's contract; one credit a search, whose price the plan says"
    )
    needs = (KEY,)
    price = None

    def errands(self, ask: Ask) -> Iterator[Errand]:
        key = ask.keys.get(KEY, "")
        if key:
            for seed in ask.seeds[:MOST_SEEDS]:
                yield Errand(_request(seed, key), seed.market, seed.text)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        said = documented(_Answer, answer, self.name)
        locale, day = errand.market.locale if errand.market else "", answer.fetched_at.date()
        results = tuple(
            Result(
                errand.seed,
                locale,
                place,
                page.url,
                clean(page.title),
                clean(page.content or ""),
                self.name,
                day,
            )
            for place, page in enumerate(said.results, 1)
        )
        if not results:
            return Heard(state="empty", note=f"No results for {errand.seed!r}.")
        spent = said.usage.credits if said.usage and not answer.is_stored else None
        return Heard(results=results, note=f"{spent:g} Tavily credits" if spent else "")


def _request(seed: Seed, key: str) -> Request:
    asked: dict[str, str | int | bool] = {
        "query": seed.text[:400],  # the most it takes
        "search_depth": "basic",  # one credit; `advanced` takes two
        "topic": "general",
        "max_results": 10,
        "include_usage": True,
    }
    if seed.market.country in _COUNTRIES:
        asked["country"] = _COUNTRIES[seed.market.country]
    return Request(
        _ADDRESS,
        method="POST",
        headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
        body=json.dumps(asked, ensure_ascii=False).encode(),
        max_age_s=7 * DAY_S,  # paid for once a week
    )
