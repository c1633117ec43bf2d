"""When people read about a thing: how often Wikipedia's article on it was opened, month by month, in each language.

Documentation: https://doc.wikimedia.org/generated-data-platform/aqs/analytics-api/reference/page-views.html · terms:
https://wikimedia.org/api/rest_v1/ (CC0, a User-Agent with a contact). Two requests a phrase: the search box for the
title, which the service `wikipedia` asks as well, then the figures. Only an article whose every word is in the phrase
is taken: a season of another subject misleads more than none. A month without figures is missing, never 0.
404 means that there are none.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Final
from urllib.parse import parse_qs, urlsplit

from pydantic import BaseModel, Field, TypeAdapter

from seo.errors import SourceChanged
from seo.language import fold, phrase_breaks, stems, words
from seo.records import Interest
from seo.services.asking import phrases
from seo.services.encyclopedia import article, box, is_spoken, titles
from seo.services.service import Ask, Errand, Heard, Service
from seo.services.shapes import WEEK_S, shaped
from seo.web.answers import Answer, Request

MONTHS: Final = 24  # two of each, so that a season is not one year's weather
_HOST: Final = "https://wikimedia.org/api/rest_v1/metrics/pageviews/per-article"
_NOWHERE: Final = 404
_ASIDE: Final = re.compile(r"\s*[(（].*[)）]\s*$")
_NONE: Final = "no figures for this article: it is new, or seldom read"


class _Month(BaseModel):
    project: str
    article: str
    timestamp: Annotated[str, Field(pattern=r"^\d{4}(0[1-9]|1[0-2])\d{2,4}$")]
    views: Annotated[int, Field(ge=0)]


class _Figures(BaseModel):
    items: list[_Month] | None = None
    type: str = ""  # of an error: `…/errors/not_found`
    status: int | None = None


_SHAPE: Final = TypeAdapter(_Figures)


class Pageviews(Service):
    """Takes no options."""

    name = "pageviews"
    licence = "open"
    terms = "https://wikimedia.org/api/rest_v1/ : CC0, free with a contact in the User-Agent"

    def errands(self, ask: Ask) -> Iterator[Errand]:
        """The search box first: the figures need the title."""
        for seed in phrases(ask):
            if is_spoken(seed.market.language):
                yield Errand(box(seed.text, seed.market.language), seed.market, seed.text)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        """The box's answer leads to the figures of one article; the figures are the interest."""
        if errand.request.url.startswith(_HOST):
            return _interest(answer, errand)
        market = errand.market
        language = market.language if market else ""
        found = [title for title, _ in titles(answer)]
        best = next((title for title in found if _is_close(title, errand.seed, language)), "")
        if best and market:
            return Heard(
                more=(Errand(_figures(best, language, answer.fetched_at.date()), market, errand.seed),)
            )
        shorter = "" if found or not _is_first(errand) else _core(errand.seed, language)
        if shorter and market:
            return Heard(more=(Errand(box(shorter, language), market, errand.seed),))
        return Heard(state="empty", note="no article of Wikipedia is about this phrase")


def _is_close(title: str, seed: str, language: str) -> bool:
    """Whether every word of the title is in the phrase. The box completes what was typed, so what differs from it is
    where a redirect leads.
    """
    named = set(stems(_ASIDE.sub("", title), language))
    return bool(named) and named <= set(stems(seed, language))


def _is_first(errand: Errand) -> bool:
    return parse_qs(urlsplit(errand.request.url).query).get("search") == [errand.seed]


def _core(seed: str, language: str) -> str:
    """The longest run of words that name a thing: of `can blackout curtains be washed` the curtains."""
    if language == "ja":
        return ""  # without blanks the box completes what there is; a cut would be a guess
    runs, breaks = [[""]], phrase_breaks(language)
    for word in words(seed, language):
        if fold(word) in breaks:
            runs.append([])
        else:
            runs[-1].append(word)
    longest = max((" ".join(run).strip() for run in runs), key=len)
    return longest if longest.casefold() != seed.strip().casefold() else ""


def _figures(title: str, language: str, today: date) -> Request:
    last = date.fromordinal(today.replace(day=1).toordinal() - 1)
    first = date(last.year - 2 + last.month // 12, last.month % 12 + 1, 1)
    span = f"{first:%Y%m%d}00/{last:%Y%m%d}00"
    return Request(
        f"{_HOST}/{language}.wikipedia/all-access/user/{article(title)}/monthly/{span}",
        max_age_s=WEEK_S,
        lets_in=(_NOWHERE,),
    )


def _interest(answer: Answer, errand: Errand) -> Heard:
    if answer.status == _NOWHERE:
        return Heard(state="empty", note=_NONE)
    figures = shaped(answer, _SHAPE, "Wikimedia")
    if figures.items is None and "not_found" not in figures.type:
        raise SourceChanged("Wikimedia answered without `items`, which its documentation promises.")
    rows = figures.items or []
    if not rows:
        return Heard(state="empty", note=_NONE)
    months = {f"{row.timestamp[:4]}-{row.timestamp[4:6]}": row.views for row in rows}
    language = rows[0].project.split(".")[0]
    title = rows[0].article.replace("_", " ")
    kept = tuple(sorted(months.items()))[-MONTHS:]
    return Heard(interest=(Interest(title, language, kept, "pageviews", errand.seed),))
