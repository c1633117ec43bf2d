"""Rows of one text are added up before anything costly is done with it."""

from datetime import date

from seo.records import SignalKind
from seo.signals.source import Sighting
from seo.signals.totals import Totals


def test_sums_weights_and_the_latest_day() -> None:
    totals = Totals(is_counting=False)
    totals.add("a", 2, 1, 10, 20.0, 10, day=date(2026, 10, 1))
    totals.add("a", 5, None, 30, 30.0, 30, day=date(2026, 10, 3))
    totals.add("a", 7, 2, None, day=date(2026, 10, 2))
    assert list(totals.sightings(SignalKind.QUERY)) == [
        Sighting(
            "a",
            SignalKind.QUERY,
            2,
            clicks=3,
            impressions=40,
            position=1.25,
            observed_on=date(2026, 10, 3),
            rows=3,
        )
    ]


def test_what_nobody_said_stays_unknown_and_zero_stays_zero() -> None:
    totals = Totals(is_counting=True)
    totals.add("a", 2, None, None, count=3)
    totals.add("b", 3, 0, 0)
    first, second = totals.sightings(SignalKind.QUERY)
    assert (first.clicks, first.impressions, first.position, first.count) == (None, None, None, 3)
    assert (second.clicks, second.impressions, second.position, second.count) == (0, 0, None, 1)


def test_country_language_and_product_keep_a_text_apart() -> None:
    totals = Totals(is_counting=True)
    for row, (country, language, sku) in enumerate(
        [("DE", "", ""), ("", "DE", ""), ("", "", "DE"), ("", "", "")], start=1
    ):
        totals.add("a", row, None, None, country=country, language=language, sku=sku)
    assert [(s.row, s.country, s.language, s.sku) for s in totals.sightings(SignalKind.QUERY)] == [
        (1, "DE", "", ""), (2, "", "DE", ""), (3, "", "", "DE"), (4, "", "", ""),
    ]  # fmt: skip
