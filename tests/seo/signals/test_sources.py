"""One contract for every source, and each takes its own shape."""

import sys
from pathlib import Path

import pytest

from seo.records import SignalKind
from seo.signals import SOURCES
from seo.signals.collect import recognise
from seo.signals.source import Sighting
from seo.signals.tables import Table, read_table, read_tables
from seo.signals.threads import own_words


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
        (
            "data_date,query,is_anonymized_query,impressions,sum_position\n2026-10-01,a,false,1,0\n",
            "search console bulk export",
        ),
        ("Keyword,Impressions,Clicks,CTR,Avg. Position\na,1,2,50%,1\n", "search console"),
        ("Subject,Description,Requester email\nHi,Is it soft?,a@b.example\n", "tickets"),
        ("Betreff;Nachricht\nFrage;Passt er?\n", "tickets"),
        ("件名,お問い合わせ内容\n質問,洗えますか\n", "tickets"),
        ("reviewID,rating,title,content,created_at,product.name\n1,5,Nice,Dark,2026-10-01,A\n", "reviews"),
        ("name,body,handle,rating,dateCreated,email\nAnn,Dark,bc,5,2026-10-01,a@b.example\n", "reviews"),
        ("comment_content,comment_author,comment_date,rating\nDark,Ann,2026-10-01,5\n", "reviews"),
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


BULK = (
    "data_date,site_url,url,query,is_anonymized_query,country,search_type,device,impressions,clicks,sum_position\n"
    "2026-10-01,s,u,vorhang kürzen,false,deu,WEB,MOBILE,10,1,30\n"
    "2026-10-03,s,u,vorhang kürzen,false,deu,WEB,DESKTOP,30,0,10\n"
    "2026-10-02,s,v,vorhang kürzen,false,aut,WEB,DESKTOP,5,0,0\n"
    "2026-10-02,s,v,,true,deu,WEB,DESKTOP,99,3,500\n"
    "2026-10-02,s,v,,true,deu,WEB,MOBILE,1,0,5\n"
    "2026-10-02,s,v,no views,false,deu,WEB,MOBILE,0,0,0\n"
)


def test_a_bulk_export_adds_up_rows_weighs_positions_and_counts_what_is_anonymous() -> None:
    hidden, german, austrian, unseen = sightings(BULK)
    assert (hidden.rows, hidden.text, hidden.left_out.split(":")[0]) == (2, "", "anonymised by Google")
    assert (german.text, german.country, german.clicks, german.impressions, german.position) == (
        "vorhang kürzen", "deu", 1, 40, 2.0,  # sums count from 0: (30 + 10) / 40 + 1
    )  # fmt: skip
    assert (german.rows, german.count, german.row, str(german.observed_on)) == (2, 1, 2, "2026-10-03")
    assert (austrian.country, austrian.position) == ("aut", 1.0)
    assert (unseen.impressions, unseen.position) == (0, None)


def test_a_bulk_export_by_site_and_short_rows() -> None:
    text = "query,impressions,clicks,sum_top_position\na b,4,1,6\nc d,2\n"
    first, second = sightings(text)
    assert (first.position, first.impressions) == (2.5, 4)
    assert (second.clicks, second.position) == (None, None)


def test_bing_is_called_by_its_name() -> None:
    found = table("Keyword,Impressions,Clicks,CTR,Avg. Position\nvorhang,1200,3,0.25%,4.2\n")
    source = recognise(found)
    assert source is not None
    assert source.shape(found) == "bing webmaster"
    assert [(s.text, s.clicks, s.impressions, s.position) for s in source.read(found)] == [
        ("vorhang", 3, 1200, 4.2)
    ]


GA4 = """# ----------------------------------------
# Site search
# Property: Lindenhof
# ----------------------------------------
#
# All Users
# Start date: 20261001
# End date: 20261031
Search term,Event count,Total users
blackout curtain,"1,204",900
(not set),55,40
"rod, long",3,3

# Landing pages
Landing page + query string,Sessions
/a,9
"""


def test_a_report_of_google_analytics_has_comments_above_and_several_tables(tmp_path: Path) -> None:
    (tmp_path / "report.csv").write_text(GA4, encoding="utf-8")
    search, landing = read_tables(tmp_path / "report.csv", "report.csv", {})
    assert (search.header, landing.header) == (
        ("Search term", "Event count", "Total users"),
        ("Landing page + query string", "Sessions"),
    )
    source = recognise(search)
    assert source is not None
    assert source.shape(search) == "site search (Google Analytics)"
    unknown, *found = source.read(search)
    assert (unknown.rows, unknown.left_out) == (1, "without a phrase, like (not set)")
    assert [(s.text, s.count, s.row) for s in found] == [("blackout curtain", 1204, 10), ("rod, long", 3, 12)]
    assert recognise(landing) is None


def test_a_hashtag_is_a_query_and_no_comment() -> None:
    assert [found.text for found in sightings("query,count\n#curtains,3\n")] == ["#curtains"]


@pytest.mark.parametrize(
    ("mail", "own"),
    [
        (
            "Is it soft?\n\nOn Tue, 3 Nov 2026 at 10:00, Shop <a@x.example> wrote:\n> Can we help you?",
            "Is it soft?",
        ),
        (
            "Is it soft?\n\nOn Tue, 3 Nov 2026 at 10:00, Shop\n<a@x.example> wrote:\nCan we help you?",
            "Is it soft?",
        ),
        ("Passt er?\nAm 03.11.2026 um 10:00 schrieb Shop <a@x.example>:\n> Wie groß?", "Passt er?"),
        (
            "Est-il doublé ?\nLe mar. 3 nov. 2026 à 10:00, Shop <a@x.example> a écrit :\n> Bonjour ?",
            "Est-il doublé ?",
        ),
        ("¿Es opaca?\nEl mar, 3 nov 2026 a las 10:00, Tienda escribió:\n> ¿Cuál?", "¿Es opaca?"),
        ("洗えますか？\n2026年11月3日(火) 10:00 山田さんは書きました:\n> はい？", "洗えますか？"),
        ("هل يمكن غسلها؟\nفي ٣ نوفمبر ٢٠٢٦ كتب المتجر:\n> نعم؟", "هل يمكن غسلها؟"),
        ("Is it soft?\n-- \nAnna Schmidt\nLindenhof GmbH", "Is it soft?"),
        ("Is it soft?\n-----Original Message-----\nFrom: a@x.example\nYes?", "Is it soft?"),
        ("Is it soft?\nSent from my iPhone", "Is it soft?"),
        ("Passt er?\nVon meinem iPhone gesendet", "Passt er?"),
        ("> What size?\n140 cm. Does it fit?", "140 cm. Does it fit?"),
        ("On Tue, 3 Nov 2026 Shop wrote:\n> What size?\nIs 140 cm enough?", "Is 140 cm enough?"),
        ("On the window I wrote nothing. Is it soft?", "On the window I wrote nothing. Is it soft?"),
    ],
)
def test_of_a_mail_only_its_own_words_are_read(mail: str, own: str) -> None:
    assert own_words(mail) == own


def test_a_ticket_has_its_subject_in_front_and_nothing_twice() -> None:
    text = 'Subject,Description,Created at,Requester\nRe: size,"Re: size\nIs it soft?",2026-10-01,Anna\n'
    (found,) = sightings(text)
    assert (found.text, found.kind, str(found.observed_on)) == (
        "Re: size\nIs it soft?",
        SignalKind.QUESTION,
        "2026-10-01",
    )


def test_a_products_description_is_no_ticket() -> None:
    assert recognise(table("sku,title,description\nA,Lamp,Is it bright?\n")) is None
