"""Search Console's API: what is asked, what an answer means, and where it stops."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from seo.errors import SettingMissing, SourceChanged, SourceRefused
from seo.records import Market, SignalKind
from seo.services.search_console import MOST_ROWS, PAGE_ROWS, SearchConsole
from seo.services.service import Ask, Errand
from seo.signals.source import Sighting
from seo.web.answers import Answer

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
SHOP = "https://www.shop.example"


def ask(**changes: object) -> Ask:
    given: dict[str, object] = {
        "seeds": (),
        "markets": (Market("de-DE", "EUR"),),
        "since": date(2026, 11, 16),
        "today": NOW.date(),
        "site": SHOP,
        "keys": {"SEARCH_CONSOLE_TOKEN": "ya29.secret"},
    }
    return Ask(**(given | changes))  # type: ignore[arg-type]


def answer(said: object) -> Answer:
    return Answer("https://searchconsole.googleapis.com/", 200, {}, json.dumps(said).encode(), NOW)


def first(**changes: object) -> Errand:
    return next(iter(SearchConsole().errands(ask(**changes))))


def rows(count: int) -> dict[str, object]:
    one = {"keys": ["gardinen kürzen", f"{SHOP}/a", "deu"], "clicks": 1, "impressions": 9, "position": 4.5}
    return {"rows": [one] * count, "responseAggregationType": "byPage"}


def test_four_weeks_of_final_figures_are_asked_by_query_page_and_country() -> None:
    request = first().request
    assert request.url == (
        "https://searchconsole.googleapis.com/webmasters/v3/sites/sc-domain%3Ashop.example"
        "/searchAnalytics/query?prettyPrint=false"
    )
    assert json.loads(request.body) == {
        "startDate": "2026-10-24",
        "endDate": "2026-11-20",
        "dimensions": ["query", "page", "country"],
        "type": "web",
        "dataState": "final",
        "rowLimit": 25000,
        "startRow": 0,
    }
    assert request.headers["Authorization"] == "Bearer ya29.secret"


def test_since_reaches_further_back_but_never_past_what_google_keeps() -> None:
    assert json.loads(first(since=date(2026, 9, 1)).request.body)["startDate"] == "2026-09-01"
    assert (
        json.loads(first(since=date(2020, 1, 1)).request.body)["startDate"]
        == (date(2026, 11, 20) - timedelta(days=480)).isoformat()
    )


def test_properties_named_in_the_options_are_each_asked() -> None:
    options = ("sc-domain:shop.example", "https://shop.example/de/")
    assert [errand.request.url.split("/")[6] for errand in SearchConsole().errands(ask(options=options))] == [
        "sc-domain%3Ashop.example",
        "https%3A%2F%2Fshop.example%2Fde%2F",
    ]


@pytest.mark.parametrize("changes", [{"site": ""}, {"keys": {}}], ids=["no site", "no key"])
def test_without_a_site_or_a_key_nothing_is_asked(changes: dict[str, object]) -> None:
    assert list(SearchConsole().errands(ask(**changes))) == []


def test_a_key_file_that_is_none_is_named_and_not_repeated() -> None:
    with pytest.raises(SettingMissing) as caught:
        list(SearchConsole().errands(ask(keys={"SEARCH_CONSOLE_CREDENTIALS": "s3cret-path"}, at=NOW)))
    assert "SEARCH_CONSOLE_CREDENTIALS" in str(caught.value)
    assert "s3cret-path" not in str(caught.value)


def test_rows_become_queries_with_their_figures_and_country() -> None:
    said = {
        "rows": [
            {
                "keys": ["rideaux occultants", f"{SHOP}/fr", "fra"],
                "clicks": 3.0,
                "impressions": 40.0,
                "ctr": 0.075,
                "position": 6.4249999,
            },
            {"keys": ["遮光カーテン", f"{SHOP}/ja", "zzz"], "clicks": 0, "impressions": 2, "position": 11},
            {"keys": ["  ", f"{SHOP}/x", "deu"], "clicks": 0, "impressions": 1, "position": 1},
        ],
        "responseAggregationType": "byPage",
    }
    heard = SearchConsole().parse(answer(said), first())
    end = date(2026, 11, 20)
    assert heard.sightings == (
        Sighting(
            "rideaux occultants",
            SignalKind.QUERY,
            1,
            country="FR",
            observed_on=end,
            clicks=3,
            impressions=40,
            position=6.42,
            url=f"{SHOP}/fr",
        ),
        Sighting(
            "遮光カーテン",
            SignalKind.QUERY,
            2,
            observed_on=end,
            clicks=0,
            impressions=2,
            position=11,
            url=f"{SHOP}/ja",
        ),
    )
    assert heard.state == "ok"
    assert "withholds rare queries" in heard.note
    assert heard.more == ()


def test_a_figure_that_is_not_given_is_unknown_and_not_zero() -> None:
    said = {"rows": [{"keys": ["vorhang", SHOP, "deu"]}], "responseAggregationType": "byPage"}
    sighting = SearchConsole().parse(answer(said), first()).sightings[0]
    assert (sighting.clicks, sighting.impressions, sighting.position) == (None, None, None)


def test_a_full_page_asks_for_the_next_and_the_last_does_not() -> None:
    errand = first()
    heard = SearchConsole().parse(answer(rows(PAGE_ROWS)), errand)
    (following,) = heard.more
    assert json.loads(following.request.body) == {**json.loads(errand.request.body), "startRow": PAGE_ROWS}
    assert following.request.headers == errand.request.headers
    second = SearchConsole().parse(answer(rows(10)), following)
    assert (second.more, second.note, second.sightings[0].row) == ((), "", PAGE_ROWS + 1)


def test_paging_ends_even_when_the_answers_never_do() -> None:
    body, errand, asked = answer(rows(PAGE_ROWS)), first(), 0
    heard = SearchConsole().parse(body, errand)
    while heard.more:
        asked += 1
        heard = SearchConsole().parse(body, heard.more[0])
    assert (asked + 1) * PAGE_ROWS == MOST_ROWS
    assert heard.state == "degraded"
    assert "200,000" in heard.note


def test_no_rows_is_an_empty_property_and_no_success() -> None:
    heard = SearchConsole().parse(answer({"responseAggregationType": "byPage"}), first())
    assert heard.state == "empty"
    assert heard.note


@pytest.mark.parametrize(
    "error",
    [
        {"code": 403, "errors": [{"domain": "usageLimits", "reason": "userRateLimitExceeded"}]},
        {"code": 403, "errors": [{"domain": "usageLimits", "reason": "quotaExceeded"}]},
        {"code": 429, "status": "RESOURCE_EXHAUSTED"},
    ],
)
def test_a_spent_quota_waits_a_quarter_of_an_hour(error: dict[str, object]) -> None:
    heard = SearchConsole().parse(answer({"error": error}), first())
    assert (heard.state, heard.wait_s) == ("blocked", 900.0)


def test_a_property_one_may_not_read_is_refused_with_the_cure() -> None:
    with pytest.raises(SourceRefused, match="Add the service account's address"):
        SearchConsole().parse(answer({"error": {"code": 403, "errors": [{"reason": "forbidden"}]}}), first())


@pytest.mark.parametrize("said", [{}, [], {"rows": [{"keys": ["only one"]}]}, {"rows": [{"keys": 3}]}])
def test_another_shape_is_a_change_and_not_an_empty_week(said: object) -> None:
    with pytest.raises(SourceChanged):
        SearchConsole().parse(answer(said), first())
