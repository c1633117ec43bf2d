"""Columns are told by their headers; of a comparison the current period is taken."""

import pytest

from seo.signals.headers import roles, roles_of, tidy
from seo.signals.tables import read_table


def columns(header: str, mark: str = ",") -> dict[str, int]:
    cells = mark.join(["vorhang", *["1"] * header.count(mark)])
    return dict(read_table(f"{header}\n{cells}\n".encode(), "f", {}).columns)


@pytest.mark.parametrize(
    ("header", "role"),
    [("POSICION MEDIA", "position"), ("Requetes les plus frequentes", "query"), ("Haufigste Suchanfragen", "query"),
     ("Durchschnittliche  Position", "position"), ("ＣＴＲ", "ctr"), ("Avg. Position", "position"),
     ("Principales requêtes", "query"), ("Популярные запросы", "query"), ("熱門查詢", "query"), ("상위 검색어", "query"),
     ("Betreff", "subject"), ("Nachricht", "message"), ("件名", "subject"), ("الرسالة", "message"),
     ("comment_author_email", "personal"), ("Requester email", "personal"), ("comment_content", "body")],
)  # fmt: skip
def test_case_accents_and_variants_play_no_part(header: str, role: str) -> None:
    assert roles_of([header, "Clicks"], {})[0][0] == role


@pytest.mark.parametrize(
    ("header", "clicks", "position"),
    [
        ("Top queries,10/1/26 - 10/31/26 Clicks,9/1/26 - 9/30/26 Clicks,"
         "10/1/26 - 10/31/26 Position,9/1/26 - 9/30/26 Position", 1, 3),
        ("Top queries,9/1/26 - 9/30/26 Clicks,10/1/26 - 10/31/26 Clicks,"
         "9/1/26 - 9/30/26 Position,10/1/26 - 10/31/26 Position", 2, 4),
        ("Top queries,Last 28 days Clicks,Previous 28 days Clicks,Last 28 days Position,Previous 28 days Position", 1, 3),
        ("Top queries,Previous 28 days Clicks,Last 28 days Clicks,Previous 28 days Position,Last 28 days Position", 2, 4),
        ("Top queries,Same period last year Clicks,Last 3 months Clicks,Same period last year Position,"
         "Last 3 months Position", 2, 4),
        ("Top queries,Last 28 days Clicks,Previous 28 days Clicks,Clicks Difference,Last 28 days Position,"
         "Previous 28 days Position,Position Difference", 1, 4),
        ("Häufigste Suchanfragen;01.09.26 - 30.09.26 Klicks;01.10.26 - 31.10.26 Klicks;"
         "01.09.26 - 30.09.26 Position;01.10.26 - 31.10.26 Position", 2, 4),
        ("Häufigste Suchanfragen;Klicks (vorheriger Zeitraum);Klicks (letzte 28 Tage);"
         "Position (vorheriger Zeitraum);Position (letzte 28 Tage)", 2, 4),
        ("Requêtes les plus fréquentes,Clics 28 derniers jours,Clics 28 jours précédents,"
         "Position moyenne 28 derniers jours,Position moyenne 28 jours précédents", 1, 3),
        ("Consultas principales,Últimos 28 días Clics,28 días anteriores Clics,"
         "Últimos 28 días Posición,28 días anteriores Posición", 1, 3),
        ("上位のクエリ,前の 28 日間 クリック数,過去 28 日間 クリック数,前の 28 日間 掲載順位,過去 28 日間 掲載順位", 2, 4),
        ("上位のクエリ,2026/09/01～2026/09/30クリック数,2026/10/01～2026/10/31クリック数,"
         "2026/09/01～2026/09/30掲載順位,2026/10/01～2026/10/31掲載順位", 2, 4),
        ("طلبات البحث,النقرات آخر 28 يوم,النقرات 28 يوم السابقة,الموضع آخر 28 يوم,الموضع 28 يوم السابقة", 1, 3),
    ],
)  # fmt: skip
def test_of_two_periods_the_current_one_is_taken_whichever_side_it_is_on(
    header: str, clicks: int, position: int
) -> None:
    found = columns(header, ";" if ";" in header else ",")
    assert (found["query"], found["clicks"], found["position"]) == (0, clicks, position)


def test_two_periods_that_cannot_be_told_apart_are_said_and_not_added() -> None:
    table = read_table(b"Top queries,Clicks,Clicks,Impressions\nvorhang,3,4,5\n", "f", {})
    assert table.columns["clicks"] == 1
    assert table.notes == ("two columns of one metric and no telling which is current: the first was taken",)


def test_a_line_of_data_is_no_header() -> None:
    assert roles_of(["vorhang kürzen", "12"], {}) == ({}, "")
    assert roles_of(["click and collect last minute"], {}) == ({}, "")
    assert roles_of(["a" * 1000, *["x"] * 1000], {}) == ({}, "")


def test_tidy_reads_every_hyphen_as_a_blank() -> None:
    assert tidy(" Review_Date – UTC* ") == "review date utc"


def test_every_role_the_sources_ask_for_has_a_header() -> None:
    assert {
        "query",
        "clicks",
        "position sum",
        "anonymised",
        "subject",
        "message",
        "replies",
        "rating",
    } <= roles()
