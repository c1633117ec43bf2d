"""Which queries brought people to the shop, from Google Search Console's API.

https://developers.google.com/webmaster-tools/v1/searchanalytics/query
Limits: https://developers.google.com/webmaster-tools/limits · Terms: https://developers.google.com/terms
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final
from urllib.parse import quote, urlsplit

from pydantic import ValidationError

from seo.errors import SettingMissing, SourceChanged, SourceRefused
from seo.records import Licence, SignalKind
from seo.services.documented import Count, Said, documented
from seo.services.google_token import TOKEN_URL, account, bearing, opened, token_errand
from seo.services.places import alpha2
from seo.services.service import Ask, Errand, Heard, Service
from seo.signals.source import Sighting
from seo.web.answers import Answer, Request

CREDENTIALS: Final = "SEARCH_CONSOLE_CREDENTIALS"
TOKEN: Final = "SEARCH_CONSOLE_TOKEN"
SCOPE: Final = "https://www.googleapis.com/auth/webmasters.readonly"
DIMENSIONS: Final = ("query", "page", "country")
PAGE_ROWS: Final = 25_000  # the most a request may ask for
MOST_ROWS: Final = 200_000  # eight requests: query × page is the dearest grouping of the load quota
LAG_DAYS: Final = 3  # final figures take two to three days
_WINDOW_DAYS: Final = 28  # four whole weeks, so that a rare query is seen and weekdays weigh alike
_KEPT_DAYS: Final = 480  # sixteen months is all Google keeps
_QUOTA: Final = {"quotaExceeded", "rateLimitExceeded", "userRateLimitExceeded", "dailyLimitExceeded"}
_QUOTA_WAIT_S: Final = 900.0  # "wait 15 minutes and try again"
_TOO_MANY: Final = 429
_WITHHELD: Final = (
    "Google withholds rare queries, so these add up to less than the clicks by day; "
    "a query that showed two pages counts for each."
)


class _Row(Said):
    keys: tuple[str, ...]
    clicks: Count | None = None
    impressions: Count | None = None
    position: Count | None = None


class _Reason(Said):
    reason: str = ""


class _Error(Said):
    code: int = 0
    status: str = ""
    errors: tuple[_Reason, ...] = ()


class _Rows(Said):
    rows: tuple[_Row, ...] = ()  # left out when there are none
    responseAggregationType: str = ""  # noqa: N815 - Google's name
    error: _Error | None = None


class _Query(Said):
    endDate: date | None = None  # noqa: N815 - Google's names
    rowLimit: int = PAGE_ROWS  # noqa: N815
    startRow: int = 0  # noqa: N815


class SearchConsole(Service):
    """The shop's own queries by page and country, four weeks or since it was last asked, final figures only.

    Properties come from shop.toml (`sc-domain:shop.example`, `https://shop.example/de/`), else the shop's domain.
    """

    name = "search_console"
    licence: Licence = "keyed"
    terms = (
        "https://developers.google.com/terms: free, for the owner's own site; "
        "quotas at https://developers.google.com/webmaster-tools/limits"
    )
    needs_one = (CREDENTIALS, TOKEN)

    def errands(self, ask: Ask) -> Iterator[Errand]:
        queries = tuple(Errand(_request(site, ask)) for site in _properties(ask))
        if not queries:
            return
        if ask.keys.get(CREDENTIALS):
            if ask.at is None:
                raise SettingMissing(f"{self.name!r} signs its request and was not told the time (Ask.at).")
            yield token_errand(account(ask.keys[CREDENTIALS], CREDENTIALS), SCOPE, ask.at, queries)
        elif ask.keys.get(TOKEN):
            yield from (bearing(ask.keys[TOKEN], errand) for errand in queries)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        if errand.request.url == TOKEN_URL:
            return opened(answer, errand, self.name)
        said = documented(_Rows, answer, self.name)
        if said.error is not None:
            return self._refused(said.error)
        if not said.rows and not said.responseAggregationType:
            raise SourceChanged(
                f"{self.name!r} answered with neither rows nor how they are added up: report it."
            )
        asked = _asked(errand)
        if not said.rows and not asked.startRow:
            return Heard(state="empty", note="Google shows no query for this property in these weeks.")
        sightings = tuple(self._sightings(said, asked))
        return _paged(sightings, len(said.rows), asked, errand)

    def _sightings(self, said: _Rows, asked: _Query) -> Iterator[Sighting]:
        for place, row in enumerate(said.rows, asked.startRow + 1):
            if len(row.keys) != len(DIMENSIONS):
                raise SourceChanged(f"{self.name!r} answered with {len(row.keys)} keys a row: report it.")
            query, page, country = row.keys
            if query.strip():
                yield Sighting(
                    query,
                    SignalKind.QUERY,
                    place,
                    country=alpha2(country),
                    observed_on=asked.endDate,
                    clicks=None if row.clicks is None else int(row.clicks),
                    impressions=None if row.impressions is None else int(row.impressions),
                    position=None if row.position is None else round(row.position, 2),
                    url=page,
                )

    def _refused(self, error: _Error) -> Heard:
        if error.code == _TOO_MANY or _QUOTA & {each.reason for each in error.errors}:
            note = "Google's quota for this property is used up: asked again in a quarter of an hour, else tomorrow."
            return Heard(state="blocked", note=note, wait_s=_QUOTA_WAIT_S)
        raise SourceRefused(
            f"{self.name!r} was refused ({error.code}). Add the service account's address as a user of the property "
            "in Search Console, or name the property in shop.toml as Search Console writes it."
        )


def _properties(ask: Ask) -> tuple[str, ...]:
    host = urlsplit(ask.site).hostname or ""
    return ask.options or ((f"sc-domain:{host.removeprefix('www.')}",) if host else ())


def _request(site: str, ask: Ask) -> Request:
    end = ask.today - timedelta(days=LAG_DAYS)
    start = min(max(ask.since, end - timedelta(days=_KEPT_DAYS)), end - timedelta(days=_WINDOW_DAYS - 1))
    body = {
        "startDate": start.isoformat(),
        "endDate": end.isoformat(),
        "dimensions": DIMENSIONS,
        "type": "web",
        "dataState": "final",
        "rowLimit": PAGE_ROWS,
        "startRow": 0,
    }
    return Request(
        f"https://searchconsole.googleapis.com/webmasters/v3/sites/{quote(site, safe='')}/searchAnalytics/query"
        "?prettyPrint=false",
        method="POST",
        headers={"Content-Type": "application/json"},
        body=json.dumps(body).encode(),
        limit_bytes=20_000_000,  # 25,000 rows with their page's address
    )


def _asked(errand: Errand) -> _Query:
    try:
        return _Query.model_validate_json(errand.request.body or b"{}")
    except ValidationError:
        return _Query()


def _paged(sightings: tuple[Sighting, ...], rows: int, asked: _Query, errand: Errand) -> Heard:
    note = "" if asked.startRow else _WITHHELD
    following = asked.startRow + asked.rowLimit
    if rows < asked.rowLimit:
        return Heard(sightings, note=note)
    if following >= MOST_ROWS:
        return Heard(sightings, state="degraded", note=f"Only the first {MOST_ROWS:,} rows were read.")
    body = json.dumps({**json.loads(errand.request.body or b"{}"), "startRow": following}).encode()
    return Heard(sightings, more=(replace(errand, request=replace(errand.request, body=body)),), note=note)
