"""Brave's own index of the web: results, questions answered on pages, forum threads.

https://api-dashboard.search.brave.com/app/documentation/web-search/get-started
Terms: https://api-dashboard.search.brave.com/terms-of-service
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlencode

from seo.errors import SourceChanged
from seo.records import Licence, Result, SignalKind
from seo.services.documented import Said, documented
from seo.services.service import Ask, Errand, Heard, Seed, Service
from seo.signals.cleaning import clean
from seo.signals.source import Sighting
from seo.web.answers import Answer, Request

KEY: Final = "BRAVE_API_KEY"
MOST_SEEDS: Final = 50
_ADDRESS: Final = "https://api.search.brave.com/res/v1/web/search"
# Any other is asked of the whole world: a country it does not know is an error.
_COUNTRIES: Final = (
    "AR AT AU BE BR CA CH CL CN DE DK ES FI FR GB GR HK ID IN IT "
    "JP KR MX MY NL NO NZ PH PL PT RU SA SE TR TW US ZA"
)
_LANGUAGES: Final = {"ja": "jp"}  # Brave's own code


class _Page(Said):
    url: str
    title: str = ""
    description: str | None = None


class _Pages(Said):
    results: tuple[_Page, ...] = ()


class _Faq(Said):
    question: str
    url: str = ""


class _Faqs(Said):
    results: tuple[_Faq, ...] = ()


class _ThreadData(Said):
    question: str | None = None
    num_answers: int | None = None
    num_votes: int | None = None


class _Thread(Said):
    url: str
    title: str = ""
    data: _ThreadData | None = None


class _Threads(Said):
    results: tuple[_Thread, ...] = ()


class _Query(Said):
    original: str = ""


class _Answer(Said):
    query: _Query | None = None
    web: _Pages | None = None
    faq: _Faqs | None = None
    discussions: _Threads | None = None


class Brave(Service):
    """Twenty results a seed, the questions of FAQ boxes and the titles of forum threads."""

    name = "brave"
    licence: Licence = "keyed"
    terms = (
        "https://api-dashboard.search.brave.com/terms-of-service: the user's paid contract; keeping results is "
        "allowed only in a plan with storage rights"
    )
    needs = (KEY,)
    price = 0.005  # $5 for 1,000 queries, https://brave.com/search/api/

    def errands(self, ask: Ask) -> Iterator[Errand]:
        key = ask.keys.get(KEY, "")
        if key:
            for seed in ask.seeds[:MOST_SEEDS]:
                yield Errand(_request(seed, key), seed.market, seed.text)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        said = documented(_Answer, answer, self.name)
        if said.query is None and said.web is None:
            raise SourceChanged(f"{self.name!r} answered with neither `query` nor `web`: report it.")
        results = tuple(self._results(said, answer, errand))
        sightings = tuple(_sightings(said, errand))
        left = _left(answer.headers.get("x-ratelimit-remaining", ""))
        cost = None if answer.is_stored else self.price  # at list price: the answer does not say
        if not results and not sightings:
            return Heard(state="empty", note=f"No results for {errand.seed!r}.", cost=cost, quota_left=left)
        return Heard(sightings, results, cost=cost, quota_left=left)

    def _results(self, said: _Answer, answer: Answer, errand: Errand) -> Iterator[Result]:
        locale = errand.market.locale if errand.market else ""
        for place, page in enumerate(said.web.results if said.web else (), 1):
            title, snippet = clean(page.title), clean(page.description or "")
            day = answer.fetched_at.date()
            yield Result(errand.seed, locale, place, page.url, title, snippet, self.name, day)


def _sightings(said: _Answer, errand: Errand) -> Iterator[Sighting]:
    market = errand.market
    language, country = (market.language, market.country) if market else ("", "")
    for place, faq in enumerate(said.faq.results if said.faq else (), 1):
        if question := clean(faq.question):
            kind = SignalKind.QUESTION
            yield Sighting(question, kind, place, language=language, country=country, url=faq.url, rank=place)
    for place, thread in enumerate(said.discussions.results if said.discussions else (), 1):
        data = thread.data or _ThreadData()
        if text := clean(data.question or thread.title):
            yield Sighting(
                text,
                SignalKind.QUESTION if data.question else SignalKind.HEADING,
                place,
                language=language,
                country=country,
                url=thread.url,
                rank=place,
                votes=data.num_votes,
                answers=data.num_answers,
            )


def _request(seed: Seed, key: str) -> Request:
    country = seed.market.country
    asked = {
        "q": seed.text[:400],  # the most it takes
        "country": country if country in _COUNTRIES.split() else "ALL",
        "search_lang": _LANGUAGES.get(seed.market.language, seed.market.language),
        "count": "20",
        "result_filter": "web,faq,discussions",
        "text_decorations": "false",
    }
    return Request(f"{_ADDRESS}?{urlencode(asked)}", headers={"X-Subscription-Token": key})


def _left(remaining: str) -> int | None:
    """Of the longest window: `0, 1832` is this second's and this month's."""
    last = remaining.rsplit(",", 1)[-1].strip()
    return int(last) if last.isascii() and last.isdigit() else None
