"""Questions people asked on Stack Exchange: what they wanted to know, how many agreed, how many answered.

Documentation: https://api.stackexchange.com/docs/advanced-search · throttling: https://api.stackexchange.com/docs/throttle
Terms: https://stackoverflow.com/legal/api-terms-of-use. Posts are CC BY-SA: whoever quotes one names its author and
links it, so every sighting carries the question's address. 300 requests a day per IP, 10,000 with a free key.
Every answer is gzip, titles are HTML-escaped, `backoff` must be obeyed. A question of 2019 is asked still: its year is
no limit, its date is kept.
"""

import html
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Annotated, Final
from urllib.parse import parse_qs, urlencode, urlsplit

from pydantic import BaseModel, Field, TypeAdapter

from seo.errors import SettingMissing, SourceChanged, SourceRefused
from seo.records import SignalKind
from seo.services.asking import phrases
from seo.services.service import Ask, Errand, Heard, Service
from seo.services.shapes import LATEST, WEEK_S, shaped
from seo.signals.source import Sighting
from seo.web.answers import Answer, Request

KEY: Final = "STACKEXCHANGE_KEY"
SITES: Final = ("diy", "lifehacks")
_PAGE_SIZE: Final = 50
_PAGES: Final = 2  # a hundred questions on one phrase; what comes later has little to do with it
_RESERVE: Final = 20  # requests kept for first pages when the day's share runs out
_SITE: Final = re.compile(r"(?P<site>[a-z0-9][a-z0-9.-]*)(?:/(?P<tags>[^\s/]+))?")
_OWN_LANGUAGE: Final = ("es", "ja", "pt", "ru")  # es.stackoverflow and its sisters; the rest is in English


class _Question(BaseModel):
    title: str
    link: str
    score: int
    answer_count: Annotated[int, Field(ge=0)]
    creation_date: Annotated[int, Field(ge=0, le=LATEST)]


class _Page(BaseModel):
    items: list[_Question] | None = None
    has_more: bool = False
    quota_remaining: int | None = None
    backoff: Annotated[float, Field(ge=0, le=86_400)] | None = None
    error_id: int | None = None
    error_name: str = ""


_SHAPE: Final = TypeAdapter(_Page)


class StackExchange(Service):
    """Options are sites, with tags if wanted: `diy`, `diy/curtains;blinds`, `es.stackoverflow`."""

    name = "stack_exchange"
    licence = "open"
    terms = "https://stackoverflow.com/legal/api-terms-of-use : free, CC BY-SA, named and linked when quoted"
    likes = (KEY,)

    def errands(self, ask: Ask) -> Iterator[Errand]:
        """Each phrase on each site of its language."""
        sites = [_site(option) for option in ask.options or SITES]
        for seed in phrases(ask):
            for site, tags in dict.fromkeys(sites):
                if _language(site) == seed.market.language:
                    request = _request(seed.text, site, tags, ask.keys.get(KEY, ""))
                    yield Errand(request, seed.market, seed.text)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        """Titles as questions, with score and number of answers; the second page when the day's share allows it."""
        page = shaped(answer, _SHAPE, "Stack Exchange")
        if page.error_id is not None:
            raise _refusal(page, answer.fetched_at)
        if page.items is None:
            raise SourceChanged("Stack Exchange answered without `items`, which its documentation promises.")
        first = _number(errand.request) * _PAGE_SIZE - _PAGE_SIZE
        seen = tuple(_sighting(item, first + place) for place, item in enumerate(page.items, 1))
        is_used_up = page.quota_remaining == 0
        return Heard(
            seen,
            more=() if not page.has_more or _is_short(page) else _next(errand),
            state="degraded" if is_used_up else "ok" if seen else "empty",
            note=f"the day's requests are used up: a free key in {KEY} allows 10,000" if is_used_up else "",
            quota_left=page.quota_remaining,
            wait_s=page.backoff or None,
        )


def _site(option: str) -> tuple[str, str]:
    match = _SITE.fullmatch(option.strip().casefold().removesuffix(".stackexchange.com").removesuffix(".com"))
    if match is None:
        raise SettingMissing(
            f"{option!r} is no Stack Exchange site: under [listen] in shop.toml write `diy` or `diy/curtains;blinds`."
        )
    return match["site"], match["tags"] or ""


def _language(site: str) -> str:
    prefix = site.split(".", maxsplit=1)[0]
    return prefix if "." in site and prefix in _OWN_LANGUAGE else "en"


def _request(text: str, site: str, tags: str, key: str, page: int = 1) -> Request:
    asked = {"q": text, "site": site, "tagged": tags, "page": str(page), "pagesize": str(_PAGE_SIZE)}
    asked |= {"sort": "relevance", "order": "desc", "key": key}
    query = urlencode({name: value for name, value in asked.items() if value})
    return Request(
        f"https://api.stackexchange.com/2.3/search/advanced?{query}",
        max_age_s=WEEK_S,
        lets_in=(400,),  # an error, told in JSON: throttled, no such site
        hidden=("key",),
    )


def _asked(request: Request) -> dict[str, str]:
    return {name: values[-1] for name, values in parse_qs(urlsplit(request.url).query).items()}


def _number(request: Request) -> int:
    page = _asked(request).get("page", "1")
    return max(1, int(page)) if page.isdecimal() and len(page) <= len(str(_PAGES)) else 1


def _next(errand: Errand) -> tuple[Errand, ...]:
    asked, page = _asked(errand.request), _number(errand.request)
    if page >= _PAGES or not asked.get("q") or not asked.get("site"):
        return ()
    request = _request(asked["q"], asked["site"], asked.get("tagged", ""), asked.get("key", ""), page + 1)
    return (Errand(request, errand.market, errand.seed),)


def _refusal(page: _Page, now: datetime) -> SourceRefused:
    """Its own name for what is wrong, with the cure; an unknown site is no reason to wait."""
    told = f"Stack Exchange refuses ({page.error_id} {page.error_name})"
    if page.error_name == "bad_parameter":
        return SourceRefused(f"{told}: look whether the sites under [listen] in shop.toml are right.")
    return SourceRefused(f"{told}: a free key in {KEY} allows more.", now + timedelta(days=1))


def _is_short(page: _Page) -> bool:
    return page.quota_remaining is not None and page.quota_remaining < _RESERVE


def _sighting(item: _Question, place: int) -> Sighting:
    return Sighting(
        html.unescape(item.title),
        SignalKind.QUESTION,
        row=place,
        observed_on=datetime.fromtimestamp(item.creation_date, UTC).date(),
        url=item.link,
        rank=place,
        votes=item.score,
        answers=item.answer_count,
    )
