"""Whatever a locale's marks: a value written by its rules, in a CSV in its manner, is read back exactly."""

import csv
import io

import pytest
from babel.numbers import format_decimal, format_percent
from hypothesis import given, settings
from hypothesis import strategies as st

from seo.signals.collect import recognise
from seo.signals.numbers import decimal, integer
from seo.signals.tables import read_table

HEADERS = {
    "en_US": "Top queries,Clicks,Impressions,CTR,Position",
    "en_GB": "Top queries,Clicks,Impressions,CTR,Position",
    "es_ES": "Consultas principales,Clics,Impresiones,CTR,Posición media",
    "es_MX": "Consultas principales,Clics,Impresiones,CTR,Posición media",
    "fr_FR": "Requêtes les plus fréquentes,Clics,Impressions,CTR,Position moyenne",
    "fr_CH": "Requêtes les plus fréquentes,Clics,Impressions,CTR,Position moyenne",
    "de_DE": "Häufigste Suchanfragen,Klicks,Impressionen,Klickrate,Durchschnittliche Position",
    "de_AT": "Häufigste Suchanfragen,Klicks,Impressionen,Klickrate,Durchschnittliche Position",
    "de_CH": "Häufigste Suchanfragen,Klicks,Impressionen,Klickrate,Durchschnittliche Position",
    "ar_AE": "طلبات البحث,النقرات,مرات الظهور,CTR,الموضع",
    "ar_EG": "طلبات البحث,النقرات,مرات الظهور,CTR,الموضع",
    "ja_JP": "上位のクエリ,クリック数,表示回数,CTR,掲載順位",
    "it_IT": "Query principali,Clic,Impressioni,CTR,Posizione media",
    "nl_NL": "Populairste zoekopdrachten,Klikken,Vertoningen,CTR,Positie",
    "pl_PL": "Najpopularniejsze zapytania,Kliknięcia,Wyświetlenia,CTR,Pozycja",
    "tr_TR": "En popüler sorgular,Tıklama,Görüntüleme,CTR,Ortalama konum",
    "cs_CZ": "Nejčastější dotazy,Kliknutí,Zobrazení,CTR,Průměrná pozice",
    "sv_SE": "Vanligaste sökfrågorna,Klick,Visningar,Klickfrekvens,Genomsnittlig position",
    "ko_KR": "인기 검색어,클릭수,노출수,클릭률,평균 게재순위",
    "zh_CN": "热门查询,点击次数,展示次数,点击率,平均排名",
    "ru_RU": "Поисковый запрос,Клики,Показы,CTR,Позиция",
    "pt_BR": "Principais consultas,Cliques,Impressões,CTR,Posição",
    "pt_PT": "Principais consultas,Cliques,Impressões,CTR,Posição",
    "fi_FI": "Suosituimmat haut,Napsautukset,Näyttökerrat,Napsautussuhde,Sijainti",  # a header we do not know
}
QUERIES = st.text(
    st.characters(codec="utf-8", exclude_characters="\0", exclude_categories=("Cs", "Cc")),
    min_size=1,
    max_size=20,
)
ROWS = st.lists(
    st.tuples(
        QUERIES.map(str.strip).filter(lambda text: text and not text.startswith("# ")),
        st.integers(0, 9_999_999),
        st.integers(0, 999_999_999),
        st.integers(0, 10_000),
        st.integers(100, 99_999),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda row: row[0],
)


def written(locale: str, rows: list[tuple[str, int, int, int, int]], *, system: str) -> str:
    """As the locale writes numbers, with its list mark where a comma is its decimal mark."""
    mark = ";" if "," in format_decimal(1.5, locale=locale) else ","
    text = io.StringIO()
    writer = csv.writer(text, delimiter=mark, lineterminator="\r\n")
    writer.writerow(HEADERS[locale].split(","))
    for query, clicks, impressions, share, position in rows:
        writer.writerow((
            query,
            format_decimal(clicks, locale=locale, numbering_system=system),
            format_decimal(impressions, locale=locale, numbering_system=system),
            format_percent(share / 10_000, format="#,##0.##%", locale=locale, numbering_system=system),
            format_decimal(position / 100, format="#,##0.00", locale=locale, numbering_system=system),
        ))  # fmt: skip
    return text.getvalue()


@pytest.mark.parametrize("locale", HEADERS)
@settings(max_examples=25, deadline=None)
@given(rows=ROWS, system=st.sampled_from(["latn", "default"]))
def test_an_export_is_read_back_exactly(
    locale: str, rows: list[tuple[str, int, int, int, int]], system: str
) -> None:
    if locale == "fi_FI":
        rows = [(f"verho {number}", *row[1:]) for number, row in enumerate(rows)]
        rows = [row for row in rows if row[3]] or [("verho", 1, 2, 3, 400)]
    table = read_table(written(locale, rows, system=system).encode("utf-8-sig"), "f", {})
    source = recognise(table)
    assert source is not None
    assert source.name == "search console"
    found = [(s.text, s.clicks, s.impressions, s.position) for s in source.read(table)]
    assert found == [(query, clicks, shown, place / 100) for query, clicks, shown, _, place in rows]


@pytest.mark.parametrize(
    "locale", [*HEADERS, "en_IN", "hi_IN", "fa_IR", "he_IL", "th_TH", "uk_UA", "hu_HU", "da_DK"]
)
@settings(max_examples=25, deadline=None)
@given(
    count=st.integers(0, 10**12 - 1),
    hundredths=st.integers(-(10**9), 10**9),
    system=st.sampled_from(["latn", "default"]),
)
def test_a_number_is_read_back_exactly(locale: str, count: int, hundredths: int, system: str) -> None:
    assert integer(format_decimal(count, locale=locale, numbering_system=system)) == count
    mark = "," if "," in format_decimal(1.5, locale=locale, numbering_system="latn") else "."
    value = format_decimal(hundredths / 100, format="#,##0.00", locale=locale, numbering_system=system)
    assert decimal(value, mark) == pytest.approx(hundredths / 100)
