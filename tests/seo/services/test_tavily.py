"""Tavily's answer: results, and a cost that is not in dollars."""

import json
from datetime import UTC, date, datetime

import pytest

from seo.errors import SourceChanged
from seo.records import Market, Result
from seo.services.service import Ask, Errand, Seed
from seo.services.tavily import MOST_SEEDS, Tavily
from seo.web.answers import Answer

NOW = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
SPAIN = Market("es-ES", "EUR")
SEED = Seed("cortinas opacas", SPAIN)


def errands(*seeds: Seed, key: str = "tvly-secret") -> list[Errand]:
    keys = {"TAVILY_API_KEY": key} if key else {}
    return list(Tavily().errands(Ask(seeds, (SPAIN,), NOW.date(), NOW.date(), keys=keys)))


def answer(said: object) -> Answer:
    return Answer("https://api.tavily.com/search", 200, {}, json.dumps(said).encode(), NOW)


@pytest.mark.parametrize(
    ("locale", "country"),
    [
        ("en-US", "united states"),
        ("es-ES", "spain"),
        ("fr-FR", "france"),
        ("de-DE", "germany"),
        ("ar-AE", "united arab emirates"),
        ("ja-JP", "japan"),
        ("fr-MC", None),
    ],
)
def test_each_market_is_asked_by_the_countrys_name_if_it_has_one(locale: str, country: str | None) -> None:
    (errand,) = errands(Seed("x", Market(locale, "EUR")))
    assert json.loads(errand.request.body).get("country") == country


def test_the_key_is_a_header_that_is_not_shown_and_without_it_nothing_is_asked() -> None:
    (errand,) = errands(SEED)
    assert errand.request.headers["Authorization"] == "Bearer tvly-secret"
    assert "tvly-secret" not in repr(errand) + errand.request.body.decode()
    assert errands(SEED, key="") == []
    assert len(errands(*(SEED,) * 500)) == MOST_SEEDS


def test_results_are_read_and_the_cost_in_dollars_is_unknown() -> None:
    said = {
        "query": "cortinas opacas",
        "results": [
            {"title": "Gu&iacute;a", "url": "https://r.example/", "content": "Cómo elegir.", "score": 0.9}
        ],
        "response_time": 1.1,
        "usage": {"credits": 1},
    }
    heard = Tavily().parse(answer(said), errands(SEED)[0])
    assert heard.results == (
        Result(
            "cortinas opacas",
            "es-ES",
            1,
            "https://r.example/",
            "Guía",
            "Cómo elegir.",
            "tavily",
            date(2026, 11, 23),
        ),
    )
    assert (heard.cost, heard.note, Tavily.price) == (None, "1 Tavily credits", None)


def test_no_results_are_empty() -> None:
    assert Tavily().parse(answer({"results": []}), errands(SEED)[0]).state == "empty"


@pytest.mark.parametrize(
    "said", [{}, {"detail": {"error": "Unauthorized"}}, {"results": [{"title": "no url"}]}]
)
def test_another_shape_is_a_change(said: object) -> None:
    with pytest.raises(SourceChanged):
        Tavily().parse(answer(said), errands(SEED)[0])
