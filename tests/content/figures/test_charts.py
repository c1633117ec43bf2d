"""A chart compares one number of products, or says why it cannot."""

from collections.abc import Mapping

import pytest

from content.figures.charts import Chart, chart_of
from content.figures.written import Charted
from content.ledger.ledger import Ledger
from seo.records import Market

ALL = ("ald", "nac", "dus", "lun")


def test_units_are_compared_in_one_measure_greatest_first(
    ledger: Ledger, markets: Mapping[str, Market]
) -> None:
    chart = chart_of(Charted("weight", ("ald", "nac", "dus")), ledger, markets["de-DE"])
    assert isinstance(chart, Chart)
    assert [(bar.handle, bar.value, bar.share) for bar in chart.bars] == [
        ("nac", "1,2 kg", 1.0), ("ald", "900 g", 0.75), ("dus", "450 g", 0.375),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("locale", "label", "value"),
    [("en-GB", "Width", "137 cm"), ("de-DE", "Breite", "137 cm"), ("fr-FR", "Largeur", "137 cm"),
     ("es-ES", "Ancho", "137 cm"), ("ar-AE", "العرض", "137 سم"), ("ja-JP", "幅", "137cm")],
)  # fmt: skip
def test_every_language_has_its_words_and_figures(
    ledger: Ledger, markets: Mapping[str, Market], locale: str, label: str, value: str
) -> None:
    chart = chart_of(Charted("width", ("ald", "nac")), ledger, markets[locale])
    assert isinstance(chart, Chart)
    assert (chart.label, chart.bars[1].value.replace("\xa0", " ")) == (label, value)
    assert "{{ald.short}} {{ald.width}}" in chart.alt


def test_what_nobody_has_stated_is_left_out(ledger: Ledger, markets: Mapping[str, Market]) -> None:
    chart = chart_of(Charted("width", ALL), ledger, markets["en-GB"])
    assert isinstance(chart, Chart)
    assert [bar.handle for bar in chart.bars] == ["nac", "ald"]


@pytest.mark.parametrize(
    ("key", "handles", "why"),
    [
        ("width", ("ald", "dus"), "1 of its products"),
        ("width", ("ald", "nobody"), "no product 'nobody'"),
        ("wash_temperature", ("ald", "nac"), "does not begin at nought"),
        ("eu_size", ("ald", "nac"), "does not begin at nought"),
        ("colour", ("ald", "nac"), "0 of its products"),
        ("never_heard_of", ("ald", "nac"), "no word in en"),
    ],
)
def test_a_chart_that_would_mislead_is_none(
    ledger: Ledger, markets: Mapping[str, Market], key: str, handles: tuple[str, ...], why: str
) -> None:
    found = chart_of(Charted(key, handles), ledger, markets["en-GB"])
    assert isinstance(found, str)
    assert why in found
