"""How often Wikipedia's article was read, month by month."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

import pytest

from seo.errors import SourceChanged
from seo.records import Interest, Market
from seo.services.pageviews import Pageviews
from seo.services.service import Errand
from seo.services.wikipedia import Wikipedia
from tests.seo.services.given import AR, DE, ES, FR, JA, US, answer, ask, errand, six


def first(text: str, market: Market) -> Errand:
    return next(iter(Pageviews().errands(ask((text, market)))))


def box(*titles: str) -> str:
    return json.dumps(["x", titles, [""] * len(titles), [f"https://w.example/{title}" for title in titles]])


def figures(*months: tuple[str, int], project: str = "de.wikipedia", article: str = "Vorhang") -> str:
    rows = [{"project": project, "article": article, "granularity": "monthly", "timestamp": f"{month}0100",
             "access": "all-access", "agent": "user", "views": views} for month, views in months]  # fmt: skip
    return json.dumps({"items": rows})


FIGURES = errand("https://wikimedia.org/api/rest_v1/metrics/pageviews/per-article/x", DE, "Vorhang")


def test_the_search_box_is_asked_as_the_service_wikipedia_asks_it_so_that_one_request_serves_both() -> None:
    assert [one.request for one in Pageviews().errands(six())] == [
        one.request for one in Wikipedia().errands(six())
    ]


@pytest.mark.parametrize(
    ("seed", "market", "title", "place"),
    [
        ("blackout curtains", US, "Curtain", "en.wikipedia/all-access/user/Curtain/"),
        ("cortina de baño", ES, "Cortina de baño", "es.wikipedia/all-access/user/Cortina_de_ba%C3%B1o/"),
        ("rideau occultant", FR, "Rideau", "fr.wikipedia/all-access/user/Rideau/"),
        ("Vorhänge", DE, "Vorhang (Einrichtung)", "de.wikipedia/all-access/user/Vorhang_%28Einrichtung%29/"),
        ("ستارة", AR, "ستارة", "ar.wikipedia/all-access/user/%D8%B3%D8%AA%D8%A7%D8%B1%D8%A9/"),
        ("カーテン", JA, "カーテン", "ja.wikipedia/all-access/user/%E3%82%AB%E3%83%BC%E3%83%86%E3%83%B3/"),
    ],
)
def test_the_first_title_whose_words_are_all_in_the_phrase_is_looked_up(
    seed: str, market: Market, title: str, place: str
) -> None:
    (more,) = Pageviews().parse(answer(box("Something else entirely", title)), first(seed, market)).more
    assert f"per-article/{place}monthly/" in more.request.url
    assert (more.market, more.seed) == (market, seed)


def test_a_slash_in_a_title_is_no_part_of_the_path() -> None:
    (more,) = Pageviews().parse(answer(box("AC/DC")), first("AC/DC", US)).more
    assert "/user/AC%2FDC/monthly/" in more.request.url


@pytest.mark.parametrize(
    ("day", "span"),
    [
        ((2026, 11, 25), "/2024110100/2026103100"),
        ((2027, 1, 1), "/2025010100/2026123100"),
        ((2028, 3, 31), "/2026030100/2028022900"),
    ],
)
def test_the_last_24_whole_months_are_asked_for(day: tuple[int, int, int], span: str) -> None:
    said = replace(answer(box("Vorhang")), fetched_at=datetime(*day, tzinfo=UTC))
    (more,) = Pageviews().parse(said, first("Vorhang", DE)).more
    assert more.request.url.endswith(span)


@pytest.mark.parametrize(
    ("seed", "market", "shorter"),
    [
        ("can blackout curtains be washed", US, "blackout curtains"),
        ("wie wäscht man Verdunkelungsvorhänge", DE, "Verdunkelungsvorhänge"),
        ("comment laver des rideaux occultants", FR, "rideaux occultants"),
    ],
)
def test_a_sentence_that_completes_to_nothing_is_asked_once_more_as_the_thing_it_names(
    seed: str, market: Market, shorter: str
) -> None:
    (more,) = Pageviews().parse(answer(box()), first(seed, market)).more
    assert parse_qs(urlsplit(more.request.url).query)["search"] == [shorter]
    assert more.seed == seed
    assert Pageviews().parse(answer(box()), more).state == "empty"


@pytest.mark.parametrize("titles", [("Blackout (film)", "Curtain Call at Cactus Creek"), ("Iron Curtain",)])
def test_an_article_on_another_subject_is_not_taken(titles: tuple[str, ...]) -> None:
    heard = Pageviews().parse(answer(box(*titles)), first("velvet curtains", US))
    assert (heard.more, heard.state) == ((), "empty")


def test_months_are_oldest_first_and_a_missing_one_is_missing_not_zero() -> None:
    heard = Pageviews().parse(answer(figures(("202610", 90), ("202608", 120))), FIGURES)
    assert heard.interest == (
        Interest("Vorhang", "de", (("2026-08", 120), ("2026-10", 90)), "pageviews", "Vorhang"),
    )
    assert heard.state == "ok"


def test_a_month_with_no_reader_that_is_said_to_be_zero_stays_zero() -> None:
    (found,) = Pageviews().parse(answer(figures(("202610", 0))), FIGURES).interest
    assert found.months == (("2026-10", 0),)


def test_no_more_than_24_months_are_kept() -> None:
    rows = [(f"{2023 + month // 12}{month % 12 + 1:02d}", month) for month in range(36)]
    (found,) = Pageviews().parse(answer(figures(*rows)), FIGURES).interest
    assert (len(found.months), found.months[0][0], found.months[-1][0]) == (24, "2024-01", "2025-12")


@pytest.mark.parametrize(
    "body",
    [
        '{"items": []}',
        '{"type": "https://mediawiki.org/wiki/HyperSwitch/errors/not_found", "title": "Not found."}',
    ],
)
def test_an_article_without_figures_is_empty(body: str) -> None:
    for status in (200, 404):
        heard = Pageviews().parse(answer(body, status=status), FIGURES)
        assert (heard.state, heard.interest) == ("empty", ())
        assert heard.note


def test_a_404_of_the_figures_comes_as_an_answer() -> None:
    (more,) = Pageviews().parse(answer(box("Vorhang")), first("Vorhang", DE)).more
    assert more.request.lets_in == (404,)


@pytest.mark.parametrize(
    "body", ["{}", '{"type": "internal_error"}', figures(("202613", 1)), figures(("202610", -4)), "[]"]
)
def test_another_shape_is_reported(body: str) -> None:
    with pytest.raises(SourceChanged, match="Wikimedia"):
        Pageviews().parse(answer(body), FIGURES)
