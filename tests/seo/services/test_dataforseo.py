"""A vendor's results page: questions, searches, results, and what it cost."""

import base64
import json
from datetime import UTC, date, datetime

import pytest

from seo.errors import SourceChanged, SourceRefused
from seo.records import Market, Result, SignalKind
from seo.services.dataforseo import MOST_SEEDS, DataForSeo
from seo.services.service import Ask, Errand, Seed
from seo.web.answers import Answer

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
KEYS = {"DATAFORSEO_LOGIN": "me@shop.example", "DATAFORSEO_PASSWORD": "pa55"}
GERMANY = Market("de-DE", "EUR")
SEED = Seed("verdunkelungsvorhang", GERMANY)


def errands(*seeds: Seed, keys: dict[str, str] = KEYS) -> list[Errand]:
    return list(DataForSeo().errands(Ask(seeds, (GERMANY,), NOW.date(), NOW.date(), keys=keys)))


def answer(said: object, *, is_stored: bool = False) -> Answer:
    return Answer("https://api.dataforseo.com/", 200, {}, json.dumps(said).encode(), NOW, is_stored)


def page(*items: dict[str, object], code: int = 20000, task_code: int = 20000) -> dict[str, object]:
    result = [{"keyword": "x", "items_count": len(items), "items": list(items)}] if items else None
    task = {"id": "1", "status_code": task_code, "cost": 0.002, "result_count": 1, "result": result}
    return {
        "version": "0.1",
        "status_code": code,
        "status_message": "Ok.",
        "cost": 0.002,
        "tasks_count": 1,
        "tasks_error": int(task_code != 20000),
        "tasks": [task],
    }


ORGANIC = {
    "type": "organic",
    "rank_group": 1,
    "rank_absolute": 3,
    "url": "https://rival.example/a",
    "title": "Vorhänge kürzen",
    "description": "So geht es.",
}
ASKED = {
    "type": "people_also_ask",
    "rank_group": 1,
    "items": [
        {
            "type": "people_also_ask_element",
            "title": "Kann man Verdunkelungsvorhänge waschen?",
            "expanded_element": [
                {"type": "people_also_ask_expanded_element", "url": "https://rival.example/b"}
            ],
        },
        {
            "type": "people_also_ask_element",
            "title": "Welche Farbe verdunkelt am besten?",
            "expanded_element": [
                {"type": "people_also_ask_ai_overview_expanded_element", "items": None},
                None,
            ],
        },
        None,
    ],
}
RELATED = {
    "type": "related_searches",
    "items": ["verdunkelungsvorhang kürzen", "verdunkelungsvorhang waschen"],
}
OVERVIEW = {
    "type": "ai_overview",
    "asynchronous_ai_overview": False,
    "items": [
        {"type": "ai_overview_element", "title": "Wie pflegt man sie?", "text": "Mit wenig Hitze."},
        {"type": "ai_overview_element", "title": "Material", "text": "Polyester."},
    ],
    "references": [{"type": "ai_overview_reference", "url": "https://rival.example/c"}],
}


@pytest.mark.parametrize(
    ("locale", "place"),
    [("en-US", 2840), ("es-ES", 2724), ("fr-FR", 2250), ("de-DE", 2276), ("ar-AE", 2784), ("ja-JP", 2392)],
)
def test_each_market_is_asked_in_its_country_and_language(locale: str, place: int) -> None:
    (errand,) = errands(Seed("x", Market(locale, "EUR")))
    assert json.loads(errand.request.body) == [
        {
            "keyword": "x",
            "location_code": place,
            "language_code": locale[:2],
            "device": "desktop",
            "depth": 10,
        }
    ]


def test_login_and_password_go_as_a_header_and_are_not_shown() -> None:
    (errand,) = errands(SEED)
    secret = base64.b64encode(b"me@shop.example:pa55").decode()
    assert errand.request.headers["Authorization"] == f"Basic {secret}"
    assert secret not in repr(errand)
    assert errands(SEED, keys={"DATAFORSEO_LOGIN": "me"}) == []


def test_what_would_be_an_operator_and_cost_five_times_is_taken_apart() -> None:
    (errand,) = errands(Seed("site:rival.example 100% c+a", GERMANY))
    assert json.loads(errand.request.body)[0]["keyword"] == "site rival.example 100%25 c%2Ba"


def test_the_ceiling_is_known_before_paying() -> None:
    asked = errands(*(SEED,) * 500)
    assert len(asked) == MOST_SEEDS
    assert DataForSeo.price == 0.002


def test_questions_searches_and_results_of_a_page_are_told_apart() -> None:
    video = {"type": "video", "items": [{"type": "video_element", "title": "x", "timestamp": None}]}
    heard = DataForSeo().parse(answer(page(OVERVIEW, ASKED, ORGANIC, video, RELATED)), errands(SEED)[0])
    assert [(s.text, s.kind, s.rank, s.url, s.country) for s in heard.sightings] == [
        ("Wie pflegt man sie?", SignalKind.QUESTION, 1, "", "DE"),
        ("Kann man Verdunkelungsvorhänge waschen?", SignalKind.QUESTION, 1, "https://rival.example/b", "DE"),
        ("Welche Farbe verdunkelt am besten?", SignalKind.QUESTION, 2, "", "DE"),
        ("verdunkelungsvorhang kürzen", SignalKind.SUGGESTION, 1, "", "DE"),
        ("verdunkelungsvorhang waschen", SignalKind.SUGGESTION, 2, "", "DE"),
    ]
    assert heard.results == (
        Result(
            "verdunkelungsvorhang",
            "de-DE",
            1,
            "https://rival.example/a",
            "Vorhänge kürzen",
            "So geht es.",
            "dataforseo",
            date(2026, 11, 23),
        ),
    )
    assert (heard.state, heard.cost) == ("ok", 0.002)


def test_a_stored_answer_is_not_paid_for_again() -> None:
    assert DataForSeo().parse(answer(page(ORGANIC), is_stored=True), errands(SEED)[0]).cost is None


@pytest.mark.parametrize("code", [40100, 40104, 40200, 40201, 40204, 40207, 40210])
def test_a_refused_account_is_an_error_with_its_code(code: int) -> None:
    with pytest.raises(SourceRefused, match=str(code)):
        DataForSeo().parse(answer(page(code=code)), errands(SEED)[0])


@pytest.mark.parametrize("code", [40202, 40209])
def test_too_many_requests_wait_a_minute(code: int) -> None:
    heard = DataForSeo().parse(answer(page(task_code=code)), errands(SEED)[0])
    assert (heard.state, heard.wait_s) == ("blocked", 60)


def test_the_users_own_limit_for_a_day_waits_for_midnight_utc() -> None:
    heard = DataForSeo().parse(answer(page(task_code=40203)), errands(SEED)[0])
    assert (heard.state, heard.wait_s) == ("blocked", 18 * 3600)


@pytest.mark.parametrize("code", [40101, 40103, 40501, 50000, 50401])
def test_a_failed_task_is_no_success_though_the_answer_says_20000(code: int) -> None:
    # https://dataforseo.com/help-center/what-does-the-40101-error-mean: it is billed all the same
    heard = DataForSeo().parse(answer(page(task_code=code)), errands(SEED)[0])
    assert (heard.state, heard.cost, heard.sightings) == ("degraded", 0.002, ())
    assert str(code) in heard.note


def test_no_results_are_empty_and_paid() -> None:
    heard = DataForSeo().parse(answer(page(task_code=40102)), errands(SEED)[0])
    assert (heard.state, heard.cost) == ("empty", 0.002)


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"status_code": 20000, "tasks": []},
        page({"type": "organic", "title": {"text": "x"}}),
        page({"type": "people_also_ask", "items": "x"}),
    ],
)
def test_another_shape_is_a_change(said: object) -> None:
    with pytest.raises(SourceChanged):
        DataForSeo().parse(answer(said), errands(SEED)[0])
