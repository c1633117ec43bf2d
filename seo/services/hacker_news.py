"""What is asked on Hacker News: public for technical goods, little for the household.

Documentation: https://hn.algolia.com/api · terms: https://github.com/HackerNews/API (MIT; the search is Algolia's,
free, 10,000 requests an hour per IP, at most 1,000 hits a query). In English only, so only such markets ask.
Of the stories those are kept that ask something: an `Ask HN`, or a title that is a question.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated, Final
from urllib.parse import urlencode

from pydantic import BaseModel, Field, TypeAdapter

from seo.records import SignalKind
from seo.services.asking import phrases
from seo.services.service import Ask, Errand, Heard, Service
from seo.services.shapes import LATEST, WEEK_S, shaped
from seo.services.voiced import asks
from seo.signals.source import Sighting
from seo.web.answers import Answer, Request

_HITS: Final = 50  # the first page: what follows has little to do with the phrase
_ASK: Final = re.compile(r"^\s*ask\s+hn\s*[:\-–]\s*", re.IGNORECASE)


class _Hit(BaseModel):
    object_id: Annotated[str, Field(alias="objectID", pattern=r"^\d+$")]
    title: str | None = None  # a comment has none
    points: int | None = None
    num_comments: int | None = None
    created_at_i: Annotated[int, Field(ge=0, le=LATEST)] | None = None


class _Page(BaseModel):
    hits: list[_Hit]


_SHAPE: Final = TypeAdapter(_Page)


class HackerNews(Service):
    """Takes no options."""

    name = "hacker_news"
    licence = "open"
    terms = "https://hn.algolia.com/api : free and public, 10,000 requests an hour"

    def errands(self, ask: Ask) -> Iterator[Errand]:
        """Each English phrase once."""
        for seed in phrases(ask, ("en",)):
            query = urlencode({"query": seed.text, "tags": "story", "hitsPerPage": _HITS})
            request = Request(f"https://hn.algolia.com/api/v1/search?{query}", max_age_s=WEEK_S)
            yield Errand(request, seed.market, seed.text)

    def parse(self, answer: Answer, errand: Errand) -> Heard:  # noqa: ARG002 - nothing of it is needed
        """Questions with their points and number of comments, best match first."""
        hits = shaped(answer, _SHAPE, "Hacker News").hits
        seen = tuple(_sighting(hit, place) for place, hit in enumerate(hits, 1) if _is_asked(hit))
        return Heard(seen, state="ok" if seen else "empty")


def _is_asked(hit: _Hit) -> bool:
    title = hit.title or ""
    return bool(_ASK.sub("", title).strip()) and (bool(_ASK.match(title)) or asks(title, "en"))


def _sighting(hit: _Hit, place: int) -> Sighting:
    seconds = hit.created_at_i
    return Sighting(
        _ASK.sub("", hit.title or "").strip(),
        SignalKind.QUESTION,
        row=place,
        observed_on=None if seconds is None else datetime.fromtimestamp(seconds, UTC).date(),
        url=f"https://news.ycombinator.com/item?id={hit.object_id}",
        rank=place,
        votes=hit.points,
        answers=hit.num_comments,
    )
