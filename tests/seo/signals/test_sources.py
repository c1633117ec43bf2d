"""One contract for every source, and each takes its own shape."""

import sys

import pytest

from seo.records import SignalKind
from seo.signals import SOURCES
from seo.signals.collect import recognise
from seo.signals.source import Sighting
from seo.signals.tables import Table, read_table


def table(text: str) -> Table:
    return read_table(text.encode(), "f", {})


def sightings(text: str) -> list[Sighting]:
    found = table(text)
    source = recognise(found)
    assert source is not None
    return list(source.read(found))


@pytest.mark.parametrize("name", SOURCES)
def test_every_source_keeps_the_contract(name: str) -> None:
    source = SOURCES[name]()
    assert source.name == name
    assert sys.modules[type(source).__module__].__doc__


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Top queries,Clicks,Impressions,CTR,Position\na,1,2,50%,1\n", "search console"),
        ("question,lang\na?,en\n", "questions"),
        ("title,body,rating\na,b,5\n", "reviews"),
        ("title,rating\na,5\n", "reviews"),
        ("query,count\na,1\n", "queries"),
        ("keyword\na\n", "queries"),
        ("a\nb\n", "list"),
        ("a\t3\nb\t2\n", "list"),
    ],
)
def test_each_shape_is_told_by_its_columns(text: str, name: str) -> None:
    source = recognise(table(text))
    assert source is not None
    assert source.name == name


@pytest.mark.parametrize(
    "text", ["Page,Clicks,Impressions\nhttps://x,1,2\n", "a,b,c,d\n1,2,3,4\n", "", "Gerät,Klicks\nPC,1\n"]
)
def test_other_tables_are_left_alone(text: str) -> None:
    assert recognise(table(text)) is None


CONSOLE = {
    "en": "Top queries,Clicks,Impressions,CTR,Position",
    "de": "Häufigste Suchanfragen;Klicks;Impressionen;Klickrate;Durchschnittliche Position",
    "fr": "Requêtes les plus fréquentes,Clics,Impressions,CTR,Position moyenne",
    "es": "Consultas principales,Clics,Impresiones,CTR,Posición media",
    "it": "Query principali,Clic,Impressioni,CTR,Posizione media",
    "nl": "Populairste zoekopdrachten,Klikken,Vertoningen,CTR,Positie",
    "pl": "Najpopularniejsze zapytania,Kliknięcia,Wyświetlenia,CTR,Pozycja",
    "tr": "En popüler sorgular,Tıklama,Görüntüleme,CTR,Ortalama konum",
    "cs": "Nejčastější dotazy;Kliknutí;Zobrazení;CTR;Průměrná pozice",
    "sv": "Vanligaste sökfrågorna,Klick,Visningar,Klickfrekvens,Genomsnittlig position",
    "ja": "上位のクエリ,クリック数,表示回数,CTR,掲載順位",
    "ko": "인기 검색어,클릭수,노출수,클릭률,평균 게재순위",
    "zh": "热门查询,点击次数,展示次数,点击率,平均排名",
    "ru": "Поисковый запрос,Клики,Показы,CTR,Позиция",
}


@pytest.mark.parametrize("language", CONSOLE)
def test_search_console_in_fourteen_languages(language: str) -> None:
    mark = ";" if ";" in CONSOLE[language] else ","
    row = mark.join(['"vorhang, ""lang""\nkürzen"', "12", '"1.234"', '"4,2\u00a0%"', '"11,7"'])
    assert sightings(f"\ufeff{CONSOLE[language]}\r\n{row}\r\n") == [
        Sighting('vorhang, "lang"\nkürzen', SignalKind.QUERY, 2, clicks=12, impressions=1234, position=11.7)
    ]


def test_a_metric_not_given_is_unknown_and_not_zero() -> None:
    (found,) = sightings("query,clicks,impressions,position\na b,,-,\n")
    assert (found.clicks, found.impressions, found.position) == (None, None, None)


def test_a_question_with_everything_beside_it() -> None:
    text = "question,lang,date,country,sku,source,count\nIs it soft?,en,2026-10-01,US,BC-1,mail,3\n"
    (found,) = sightings(text)
    assert (found.text, found.language, found.country, found.sku, found.count) == (
        "Is it soft?",
        "en",
        "US",
        "BC-1",
        3,
    )
    assert str(found.observed_on) == "2026-10-01"


def test_a_review_has_its_title_in_front() -> None:
    (found,) = sightings('title,body,rating,product_handle\nNice,"So dark.","4,5",bc\n')
    assert (found.text, found.kind, found.rating, found.sku) == (
        "Nice\nSo dark.",
        SignalKind.REVIEW,
        4.5,
        "bc",
    )
