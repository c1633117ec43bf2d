"""What search engines show and suggest, through the shop's own SearXNG: results, suggestions, questions.

Documentation: https://docs.searxng.org/dev/search_api.html · settings: https://docs.searxng.org/admin/settings/settings_search.html
Terms: SearXNG is AGPL and is only talked to over HTTP; its engines' terms are between them and whoever runs it. Ask it
gently: each question here is one to every engine behind it. `search.formats` must list `json` (else 403) and the
limiter must be off. A 200 is no success: engines that did not answer are named in `unresponsive_engines`.
Answers, corrections and infoboxes are machines' words, not people's, and are left out.
"""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Final, Literal
from urllib.parse import urlencode, urlsplit

from pydantic import BaseModel, BeforeValidator, Field, TypeAdapter

from seo.errors import SourceRefused
from seo.records import Result, SignalKind
from seo.services.asking import addresses
from seo.services.service import Ask, Errand, Heard, Service
from seo.services.shapes import WEEK_S, instead, shaped
from seo.services.voiced import asks, voiced
from seo.signals.cleaning import clean
from seo.signals.source import Sighting
from seo.web.answers import JSON, PAGE, Answer, Request

ADDRESS: Final = "SEARXNG_URL"
_EVERY_S: Final = 2.0  # every engine behind it is asked as well
_FORBIDDEN: Final = 403  # what it says when JSON is not among its formats, or when its limiter is on
_SAFE: Final = "1"  # moderate: a shop's customers are asked for, not adult pages
_LOCALE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
_BANG: Final = re.compile(
    r"(?<!\S)[!:?<]+"
)  # commands of its search box: `!!g` would leave for Google, `:fr` change the language
CURE: Final = "in its settings.yml let `search.formats` list `json`, and switch `server.limiter` off"

_Text = Annotated[str, BeforeValidator(lambda value: "" if value is None else value)]


class _Result(BaseModel):
    url: _Text = ""
    title: _Text = ""
    content: _Text = ""


class _Page(BaseModel):
    results: list[_Result]
    suggestions: list[str] = []
    answers: list[str | dict[str, Any]] = []  # a question only where an engine gives one
    unresponsive_engines: list[Annotated[list[str], Field(min_length=1)]]  # name and reason


_SHAPE: Final = TypeAdapter(_Page)


class SearXNG(Service):
    """The option is its address: `https://search.shop.example`. SEARXNG_URL stands in for it."""

    name = "searxng"
    licence = "open"
    terms = "https://docs.searxng.org : your own instance; its engines' terms are between them and you"
    likes = (ADDRESS,)

    def errands(self, ask: Ask) -> Iterator[Errand]:
        """Each phrase in each of its markets: results differ by country."""
        bases = list(addresses(ask, self.name)) or list(filter(None, [ask.keys.get(ADDRESS, "")]))
        seen: set[tuple[str, str]] = set()
        for base in bases[:1]:
            for seed in ask.seeds:
                mark = (seed.market.locale, " ".join(seed.text.casefold().split()))
                if plain_query(seed.text) and mark not in seen:
                    seen.add(mark)
                    yield Errand(_request(base, seed.text, seed.market.locale), seed.market, seed.text)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        """Results in their order; suggestions, and titles that ask something."""
        if answer.status == _FORBIDDEN or answer.body.lstrip()[:1] == b"<":
            raise SourceRefused(
                f"SearXNG answered {answer.status} {instead(answer.body)} instead of JSON: {CURE}."
            )
        page = shaped(answer, _SHAPE, "SearXNG")
        language = errand.market.language if errand.market else ""
        results = tuple(_results(page, answer, errand))
        seen = (*_suggested(page, language), *_asked(results, page, language))
        state, note = _state(page, is_empty=not results and not seen)
        return Heard(seen, results, state=state, note=note)


def plain_query(text: str) -> str:
    """A phrase without what SearXNG's search box would take for a command."""
    return " ".join(_BANG.sub("", text).split())


def _request(base: str, text: str, locale: str) -> Request:
    parts = urlsplit(base)
    root = f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/').removesuffix('/search')}"
    asked = {
        "q": plain_query(text),
        "format": "json",
        "categories": "general",
        "pageno": "1",
        "safesearch": _SAFE,
    }
    asked["language"] = locale if _LOCALE.fullmatch(locale) else locale.split("-", maxsplit=1)[0]
    return Request(
        f"{root}/search?{urlencode(asked)}",
        accepts=(*JSON, *PAGE),
        every_s=_EVERY_S,
        max_age_s=WEEK_S,
        lets_in=(_FORBIDDEN,),
    )


def _results(page: _Page, answer: Answer, errand: Errand) -> Iterator[Result]:
    listed = (item for item in page.results if item.url.startswith(("http://", "https://")) and item.title)
    for rank, item in enumerate(listed, 1):
        yield Result(
            errand.seed,
            errand.market.locale if errand.market else "",
            rank,
            item.url,
            clean(item.title),
            clean(item.content),
            "searxng",
            answer.fetched_at.date(),
        )


def _suggested(page: _Page, language: str) -> Iterator[Sighting]:
    for rank, text in enumerate(dict.fromkeys(filter(str.strip, page.suggestions)), 1):
        yield Sighting(
            text, voiced(text, language, SignalKind.SUGGESTION), row=rank, language=language, rank=rank
        )


def _asked(results: tuple[Result, ...], page: _Page, language: str) -> Iterator[Sighting]:
    """Titles of results that ask something, and questions that an engine gives beside them."""
    for result in results:
        if asks(result.title, language):
            yield Sighting(
                result.title, SignalKind.QUESTION, row=result.rank, url=result.url, rank=result.rank
            )
    for row, item in enumerate(page.answers, 1):
        question = item.get("question") if isinstance(item, dict) else None
        if isinstance(question, str) and question.strip():
            url = item.get("url") if isinstance(item, dict) else None
            yield Sighting(question, SignalKind.QUESTION, row=row, url=url if isinstance(url, str) else "")


def _state(page: _Page, *, is_empty: bool) -> tuple[Literal["ok", "degraded", "blocked", "empty"], str]:
    silent = ", ".join(f"{name} ({' '.join(why)})" for name, *why in page.unresponsive_engines[:5])
    if silent:
        return ("blocked" if is_empty else "degraded"), f"engines of SearXNG that did not answer: {silent}"
    return ("empty" if is_empty else "ok"), ""
