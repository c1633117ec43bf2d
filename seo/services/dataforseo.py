"""A results page of Google as a vendor shows it: people also ask, related searches, results, AI overview.

https://docs.dataforseo.com/v3/serp/google/organic/live/advanced/
Errors: https://docs.dataforseo.com/v3/appendix/errors/ · Terms: https://dataforseo.com/terms-of-service
"""

import base64
import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Final, TypeVar

from pydantic import JsonValue, ValidationError

from seo.errors import SourceChanged, SourceRefused
from seo.language import is_question
from seo.records import Licence, Result, SignalKind
from seo.services.documented import Count, Said, documented
from seo.services.places import numeric
from seo.services.service import Ask, Errand, Heard, Seed, Service
from seo.signals.source import Sighting
from seo.web.answers import DAY_S, Answer, Request

LOGIN: Final = "DATAFORSEO_LOGIN"
PASSWORD: Final = "DATAFORSEO_PASSWORD"
MOST_SEEDS: Final = 50  # ten cents
_ADDRESS: Final = "https://api.dataforseo.com/v3/serp/google/organic/live/advanced"
_COUNTRIES: Final = 2000  # Google's number of a country: this and its ISO 3166 number
_OK: Final = 20000
_NOTHING: Final = 40102
_TOO_FAST: Final = {40202, 40209}
_DAY_SPENT: Final = 40203  # the limit the user set for a day, in UTC
_ACCOUNT: Final = {
    40100: "login and password are not those of its API access page",
    40104: "the account is not verified yet",
    40200: "its balance is spent: top it up",
    40201: "it paused the account: write to its support",
    40204: "the plan does not cover this",
    40207: "this address is not on the account's list",
    40210: "its balance is spent: top it up",
}


class _Result(Said):
    items: tuple[dict[str, JsonValue] | None, ...] | None = None  # its own client expects nulls in every list


class _Task(Said):
    status_code: int
    result: tuple[_Result, ...] | None = None


class _Answer(Said):
    status_code: int
    cost: Count | None = None
    tasks: tuple[_Task, ...] | None = None


class _Element(Said):
    title: str | None = None
    url: str | None = None
    description: str | None = None
    rank_group: int | None = None


class _Asked(_Element):
    expanded_element: tuple[_Element | None, ...] | None = None


class _Box(Said):
    items: tuple[_Asked | str | None, ...] | None = None


class DataForSeo(Service):
    """One page of ten results a seed, as the market sees it. The seeds first in line are worth most."""

    name = "dataforseo"
    licence: Licence = "keyed"
    terms = (
        "https://dataforseo.com/terms-of-service: the user's paid contract; "
        "https://docs.dataforseo.com/v3/serp/google/organic/live/advanced/"
    )
    needs = (LOGIN, PASSWORD)
    price = 0.002  # https://dataforseo.com/pricing/google-serp/google-organic-serp-api, live, one page

    def errands(self, ask: Ask) -> Iterator[Errand]:
        login, password = ask.keys.get(LOGIN, ""), ask.keys.get(PASSWORD, "")
        if not (login and password):
            return
        secret = base64.b64encode(f"{login}:{password}".encode()).decode()
        for seed in ask.seeds[:MOST_SEEDS]:
            place = numeric(seed.market.country)
            if place is not None:
                yield Errand(_request(seed, _COUNTRIES + place, secret), seed.market, seed.text)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        said = documented(_Answer, answer, self.name)
        cost = None if answer.is_stored else said.cost  # paid for when it was first asked
        tasks = said.tasks or ()
        codes = [code for code in (said.status_code, *(task.status_code for task in tasks)) if code != _OK]
        if codes and codes[0] != _NOTHING:
            return self._failed(codes[0], cost, answer)
        results = [result for task in tasks for result in task.result or ()]
        if not results and not codes:
            raise SourceChanged(f"{self.name!r} answered well and with nothing: report it.")
        items = [item for result in results for item in result.items or () if item]
        if not items:
            return Heard(state="empty", note=f"No results for {errand.seed!r}.", cost=cost)
        sightings = tuple(self._sightings(items, errand))
        return Heard(sightings, tuple(self._results(items, answer, errand)), cost=cost)

    def _failed(self, code: int, cost: float | None, answer: Answer) -> Heard:
        if code in _ACCOUNT:
            raise SourceRefused(f"{self.name!r} was refused ({code}): {_ACCOUNT[code]}.")
        if code in _TOO_FAST:
            return Heard(state="blocked", note="Too many requests a minute.", cost=cost, wait_s=60)
        if code == _DAY_SPENT:
            midnight = (answer.fetched_at + timedelta(days=1)).replace(
                hour=0, minute=0, second=0, microsecond=0
            )
            wait = (midnight - answer.fetched_at).total_seconds()
            note = "The day's limit set in the DataForSEO account is reached: raise it there or wait for midnight UTC."
            return Heard(state="blocked", note=note, cost=cost, wait_s=wait)
        return Heard(
            state="degraded", note=f"DataForSEO could not read this results page ({code}).", cost=cost
        )

    def _results(self, items: list[dict[str, JsonValue]], answer: Answer, errand: Errand) -> Iterator[Result]:
        shown = [self._read(_Element, item) for item in items if item.get("type") == "organic"]
        for place, each in enumerate(shown, 1):
            if each.url:
                yield Result(
                    errand.seed,
                    errand.market.locale if errand.market else "",
                    each.rank_group if each.rank_group and each.rank_group > 0 else place,
                    each.url,
                    each.title or "",
                    each.description or "",
                    self.name,
                    answer.fetched_at.date(),
                )

    def _sightings(self, items: list[dict[str, JsonValue]], errand: Errand) -> Iterator[Sighting]:
        market = errand.market
        language, country = (market.language, market.country) if market else ("", "")
        for item in items:
            for place, (text, url) in enumerate(self._voices(item, language), 1):
                kind = SignalKind.SUGGESTION if item["type"] in _SEARCHES else SignalKind.QUESTION
                yield Sighting(text, kind, place, language=language, country=country, url=url, rank=place)

    def _voices(self, item: dict[str, JsonValue], language: str) -> Iterator[tuple[str, str]]:
        """What of a box people asked or searched, with the page it is answered by; nothing for other boxes."""
        kind = item.get("type")
        if kind not in _BOXES:
            return
        for each in self._read(_Box, item).items or ():
            if isinstance(each, _Asked):
                text = each.title or ""
                url = next((part.url for part in each.expanded_element or () if part and part.url), "")
            else:
                text, url = each or "", ""
            if text.strip() and (kind != "ai_overview" or is_question(text, language)):
                yield text, url

    def _read(self, shape: type["_Shape"], item: dict[str, JsonValue]) -> "_Shape":
        try:
            return shape.model_validate(item)
        except ValidationError:
            pass
        raise SourceChanged(f"{self.name!r} shows its results in a new shape: report it.")


_Shape = TypeVar("_Shape", bound=Said)
_SEARCHES: Final = {"related_searches", "people_also_search"}
_BOXES: Final = {"people_also_ask", "ai_overview", *_SEARCHES}


def _request(seed: Seed, place: int, secret: str) -> Request:
    task = {
        "keyword": _keyword(seed.text),
        "location_code": place,
        "language_code": seed.market.language,
        "device": "desktop",
        "depth": 10,
    }
    return Request(
        _ADDRESS,
        method="POST",
        headers={"Authorization": f"Basic {secret}", "Content-Type": "application/json"},
        body=json.dumps([task], ensure_ascii=False).encode(),
        max_age_s=7 * DAY_S,  # paid for once a week
    )


def _keyword(text: str) -> str:
    """As the API reads it: % and + are written out; a colon could be an operator, which costs five times as much."""
    return " ".join(text.replace(":", " ").split())[:_LONGEST].replace("%", "%25").replace("+", "%2B")


_LONGEST: Final = 700
