"""Bing Webmaster's API: weeks folded to four, and the only free official volume."""

import json
from datetime import UTC, date, datetime

import pytest

from seo.errors import SourceChanged, SourceRefused
from seo.records import Market, SignalKind
from seo.services.bing_webmaster import MOST_SEEDS, BingWebmaster
from seo.services.service import Ask, Errand, Seed
from seo.signals.source import Sighting
from seo.web.answers import Answer

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
JAPAN = Market("ja-JP", "JPY")
SEED = Seed("遮光カーテン", JAPAN)


def ask(seeds: tuple[Seed, ...] = (SEED,), site: str = "https://shop.example", key: str = "k3y") -> Ask:
    keys = {"BING_WEBMASTER_API_KEY": key} if key else {}
    return Ask(seeds, (JAPAN,), date(2026, 11, 16), NOW.date(), site, keys=keys)


def errands(seeds: tuple[Seed, ...] = (SEED,)) -> list[Errand]:
    return list(BingWebmaster().errands(ask(seeds)))


def answer(said: object) -> Answer:
    return Answer("https://ssl.bing.com/", 200, {}, json.dumps(said).encode(), NOW)


def week(day: str, query: str = "遮光カーテン", **figures: object) -> dict[str, object]:
    stamp = int(datetime.fromisoformat(f"{day}T08:00:00+00:00").timestamp() * 1000)
    return {"__type": "x:#y", "Query": query, "Date": f"/Date({stamp})/", **figures}


def test_the_sites_queries_come_first_then_each_seeds_volume_then_what_is_related() -> None:
    assert [errand.request.shown for errand in errands()] == [
        "https://ssl.bing.com/webmaster/api.svc/json/GetQueryStats?siteUrl=https%3A%2F%2Fshop.example",
        "https://ssl.bing.com/webmaster/api.svc/json/GetKeywordStats"
        "?q=%E9%81%AE%E5%85%89%E3%82%AB%E3%83%BC%E3%83%86%E3%83%B3&country=jp&language=ja-JP",
        "https://ssl.bing.com/webmaster/api.svc/json/GetRelatedKeywords"
        "?q=%E9%81%AE%E5%85%89%E3%82%AB%E3%83%BC%E3%83%86%E3%83%B3&country=jp&language=ja-JP"
        "&startDate=2026-10-26&endDate=2026-11-23",
    ]


def test_the_key_stands_in_the_address_and_is_hidden() -> None:
    request = errands()[0].request
    assert "apikey=k3y" in request.url
    assert request.hidden == ("apikey",)
    assert "k3y" not in repr(request)


def test_without_a_key_nothing_is_asked_and_without_a_site_only_the_seeds() -> None:
    assert list(BingWebmaster().errands(ask(key=""))) == []
    assert len(list(BingWebmaster().errands(ask(site="")))) == 2


def test_no_more_seeds_are_asked_than_the_bound() -> None:
    assert len(errands((SEED,) * 500)) == 1 + 2 * MOST_SEEDS


def test_the_last_four_weeks_are_added_up_and_older_ones_left_out() -> None:
    said = {
        "d": [
            week("2026-11-21", "rideau", Clicks=2, Impressions=30, AvgImpressionPosition=40),
            week("2026-10-31", "rideau", Clicks=1, Impressions=10, AvgImpressionPosition=50),
            week("2026-10-24", "rideau", Clicks=9, Impressions=99, AvgImpressionPosition=50),
            week("2026-11-14", "voilage", Impressions=7),
        ]
    }
    last = date(2026, 11, 21)
    assert BingWebmaster().parse(answer(said), errands()[0]).sightings == (
        Sighting("rideau", SignalKind.QUERY, 1, observed_on=last, clicks=3, impressions=40),
        Sighting("voilage", SignalKind.QUERY, 2, observed_on=last, impressions=7),
    )


def test_four_weeks_of_searches_are_a_volume_with_its_source_and_month() -> None:
    days = ("2026-11-21", "2026-11-14", "2026-11-07", "2026-10-31", "2026-10-24")
    heard = BingWebmaster().parse(answer({"d": [week(day, Impressions=100) for day in days]}), errands()[1])
    assert heard.sightings == (
        Sighting(
            "遮光カーテン",
            SignalKind.QUERY,
            1,
            language="ja",
            country="JP",
            observed_on=date(2026, 11, 21),
            volume=400,
            volume_source="bing webmaster 2026-11, 4 weeks",
        ),
    )


def test_a_missing_week_makes_the_volume_unknown_and_never_smaller() -> None:
    days = ("2026-11-21", "2026-11-14", "2026-10-31")
    heard = BingWebmaster().parse(answer({"d": [week(day, Impressions=100) for day in days]}), errands()[1])
    assert (heard.state, heard.sightings) == ("empty", ())


def test_related_phrases_come_in_bings_order_with_their_volume() -> None:
    said = {
        "d": [
            {"Query": "遮光カーテン 洗い方", "Impressions": 70, "BroadImpressions": 700},
            {"Query": None, "Impressions": 0, "BroadImpressions": 0},
            {"Query": "遮光カーテン 1級", "Impressions": 30, "BroadImpressions": 300},
        ]
    }
    heard = BingWebmaster().parse(answer(said), errands()[2])
    assert [(s.text, s.kind, s.rank, s.volume, s.country) for s in heard.sightings] == [
        ("遮光カーテン 洗い方", SignalKind.SUGGESTION, 1, 70, "JP"),
        ("遮光カーテン 1級", SignalKind.SUGGESTION, 3, 30, "JP"),
    ]


def test_no_figures_are_empty_with_a_reason() -> None:
    heard = BingWebmaster().parse(answer({"d": []}), errands()[1])
    assert (heard.state, heard.note) == ("empty", "Bing has no figures for '遮光カーテン'.")


@pytest.mark.parametrize("day", ["/Date(1399100400000)/", "/Date(1399100400000-0700)/"])
def test_dates_are_read_with_and_without_an_offset(day: str) -> None:
    said = {"d": [{"Query": "a", "Date": day, "Clicks": 1, "Impressions": 1}]}
    assert BingWebmaster().parse(answer(said), errands()[0]).sightings[0].observed_on == date(2014, 5, 3)


@pytest.mark.parametrize("day", ["2026-11-21", "", "/Date(-99999999999999)/"])
def test_a_date_written_otherwise_is_a_change(day: str) -> None:
    with pytest.raises(SourceChanged, match="dates"):
        BingWebmaster().parse(answer({"d": [{"Query": "a", "Date": day}]}), errands()[0])


def test_throttling_waits_and_a_wrong_key_names_the_cure() -> None:
    heard = BingWebmaster().parse(answer({"ErrorCode": 4, "Message": "ERROR!!! ThrottleUser"}), errands()[0])
    assert (heard.state, heard.wait_s) == ("blocked", 3600.0)
    with pytest.raises(SourceRefused, match="BING_WEBMASTER_API_KEY"):
        BingWebmaster().parse(answer({"ErrorCode": 3, "Message": "ERROR!!! InvalidApiKey"}), errands()[0])


@pytest.mark.parametrize("said", [{}, {"d": None}, {"d": [{"Query": 3}]}, {"d": {"Query": "a"}}])
def test_another_shape_is_a_change(said: object) -> None:
    with pytest.raises(SourceChanged):
        BingWebmaster().parse(answer(said), errands()[0])
