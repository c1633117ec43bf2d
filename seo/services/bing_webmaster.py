"""The shop's queries at Bing, and how often a phrase is searched there: the one official volume that is free.

https://learn.microsoft.com/en-us/bingwebmaster/getting-access
https://learn.microsoft.com/en-us/dotnet/api/microsoft.bing.webmaster.api.interfaces.iwebmasterapi
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Final
from urllib.parse import parse_qs, urlencode, urlsplit

from seo.errors import SourceChanged, SourceRefused
from seo.records import Licence, Market, SignalKind
from seo.services.documented import Count, Said, documented
from seo.services.service import Ask, Errand, Heard, Seed, Service
from seo.signals.source import Sighting
from seo.web.answers import DAY_S, Answer, Request

KEY: Final = "BING_WEBMASTER_API_KEY"
MOST_SEEDS: Final = 50
WEEKS: Final = 4
_ADDRESS: Final = "https://ssl.bing.com/webmaster/api.svc/json/"
_DATE: Final = re.compile(r"/Date\((-?\d{1,14})(?:[+-]\d{4})?\)/")
_THROTTLED: Final = {4, 5}  # ThrottleUser, ThrottleHost
_THROTTLED_S: Final = 3600.0
_WEEK: Final = timedelta(days=7)


class _Row(Said):
    """One struct for each of the three: what one of them does not have is left out."""

    Query: str | None = None
    Date: str = ""
    Impressions: Count | None = None
    Clicks: Count | None = None


class _Rows(Said):
    d: tuple[_Row, ...] | None = None
    ErrorCode: int | None = None


class BingWebmaster(Service):
    """Weekly queries of the shop, folded to the last four weeks; and for every seed its searches in four weeks and
    the phrases Bing relates to it with theirs.

    Positions are left out: the field is a whole number which some clients divide by ten and others do not.
    """

    name = "bing_webmaster"
    licence: Licence = "keyed"
    terms = (
        "https://www.bing.com/webmasters/help/webmasters-terms-of-use: free, with a key of the site's owner; "
        "figures are Bing's alone"
    )
    needs = (KEY,)

    def errands(self, ask: Ask) -> Iterator[Errand]:
        key = ask.keys.get(KEY, "")
        if not key:
            return
        for site in ask.options or ((ask.site,) if ask.site else ()):
            yield Errand(_request("GetQueryStats", {"siteUrl": site}, key))
        for seed in ask.seeds[:MOST_SEEDS]:
            yield _about("GetKeywordStats", seed, {}, key)
        period = {"startDate": (ask.today - WEEKS * _WEEK).isoformat(), "endDate": ask.today.isoformat()}
        for seed in ask.seeds[:MOST_SEEDS]:
            yield _about("GetRelatedKeywords", seed, period, key)

    def parse(self, answer: Answer, errand: Errand) -> Heard:
        said = documented(_Rows, answer, self.name)
        if said.ErrorCode is not None:
            return self._refused(said.ErrorCode)
        if said.d is None:
            raise SourceChanged(f"{self.name!r} no longer answers with a list `d`: report it.")
        read = {"GetKeywordStats": self._volume, "GetRelatedKeywords": self._related}
        found = tuple(
            read.get(urlsplit(errand.request.url).path.rsplit("/", 1)[-1], self._own)(said.d, errand)
        )
        whom = f"for {errand.seed!r}" if errand.seed else "for this site"
        return Heard(found) if found else Heard(state="empty", note=f"Bing has no figures {whom}.")

    def _own(self, rows: tuple[_Row, ...], _: Errand) -> Iterator[Sighting]:
        dated = [(self._day(row), row) for row in rows]
        last = max((day for day, _ in dated), default=date.min)
        weeks: defaultdict[str, list[_Row]] = defaultdict(list)
        for day, row in dated:
            if last - day < WEEKS * _WEEK:
                weeks[row.Query or ""].append(row)
        for place, (query, lately) in enumerate(weeks.items(), 1):
            if query.strip():
                clicks, shown = (
                    _sum([row.Clicks for row in lately]),
                    _sum([row.Impressions for row in lately]),
                )
                yield Sighting(
                    query, SignalKind.QUERY, place, observed_on=last, clicks=clicks, impressions=shown
                )

    def _volume(self, rows: tuple[_Row, ...], errand: Errand) -> Iterator[Sighting]:
        weekly = {self._day(row): row.Impressions for row in rows}
        last = max(weekly, default=None)
        if last is None:
            return
        lately = [shown for day, shown in weekly.items() if last - day < WEEKS * _WEEK]
        volume = _sum(lately) if len(lately) == WEEKS else None  # a missing week is unknown, not zero
        if volume:
            yield _sighting(errand.seed, SignalKind.QUERY, 1, errand.market, last, volume)

    def _related(self, rows: tuple[_Row, ...], errand: Errand) -> Iterator[Sighting]:
        until = parse_qs(urlsplit(errand.request.url).query).get("endDate", [""])[0]
        try:
            last = date.fromisoformat(until)
        except ValueError:
            return
        for place, row in enumerate(rows, 1):
            if row.Query and row.Query.strip() and row.Impressions:
                volume = int(row.Impressions)
                yield _sighting(row.Query, SignalKind.SUGGESTION, place, errand.market, last, volume)

    def _day(self, row: _Row) -> date:
        match = _DATE.fullmatch(row.Date)
        try:
            return datetime.fromtimestamp(int(match.group(1)) / 1000, UTC).date() if match else _none()
        except (ValueError, OverflowError, OSError):
            raise SourceChanged(f"{self.name!r} writes its dates in a new way: report it.") from None

    def _refused(self, code: int) -> Heard:
        if code in _THROTTLED:
            return Heard(
                state="blocked", note="Bing asks for fewer requests: again in an hour.", wait_s=_THROTTLED_S
            )
        raise SourceRefused(
            f"{self.name!r} was refused (error {code}). Is {KEY} the key of Bing Webmaster Tools' settings, and is the "
            "site verified there under the address in shop.toml?"
        )


def _none() -> date:
    raise ValueError


def _sum(values: list[float | None]) -> int | None:
    """Of whole weeks; unknown when one of them is."""
    known = [value for value in values if value is not None]
    return int(sum(known)) if known and len(known) == len(values) else None


def _sighting(
    text: str, kind: SignalKind, place: int, market: Market | None, last: date, volume: int
) -> Sighting:
    return Sighting(
        text,
        kind,
        place,
        language=market.language if market else "",
        country=market.country if market else "",
        observed_on=last,
        rank=place if kind is SignalKind.SUGGESTION else None,
        volume=volume,
        volume_source=f"bing webmaster {last:%Y-%m}, {WEEKS} weeks",
    )


def _about(method: str, seed: Seed, more: dict[str, str], key: str) -> Errand:
    asked = {"q": seed.text, "country": seed.market.country.lower(), "language": seed.market.locale, **more}
    return Errand(_request(method, asked, key), seed.market, seed.text)


def _request(method: str, asked: dict[str, str], key: str) -> Request:
    return Request(
        f"{_ADDRESS}{method}?{urlencode({**asked, 'apikey': key})}", max_age_s=7 * DAY_S, hidden=("apikey",)
    )
