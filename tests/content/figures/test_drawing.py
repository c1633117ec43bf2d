"""The drawn chart: the same bytes each time, mirrored for Arabic, no scripts, words for those who cannot see it."""

from xml.etree import ElementTree as ET

import pytest

from content.figures.charts import Bar, Chart
from content.figures.drawing import WIDTH, drawn, height_of
from content.figures.written import Charted

BARS = (Bar("a", "Aldermoor & <Sons>", "240 g", 1.0), Bar("b", "Nachtal", "60 g", 0.25))
CHART = Chart(Charted("weight", ("a", "b")), "Weight", BARS)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "ar", "ja"])
def test_it_is_one_picture_that_says_what_it_shows(language: str) -> None:
    data = drawn(CHART, language)
    root = ET.fromstring(data)
    assert (root.get("width"), root.get("height")) == (str(WIDTH), str(height_of(CHART)))
    assert root.findtext(f"{SVG}title") == "Weight"
    assert root.findtext(f"{SVG}desc") == "Aldermoor & <Sons> 240 g; Nachtal 60 g"
    assert data == drawn(CHART, language)
    assert b"<script" not in data
    assert b"prefers-color-scheme:dark" in data


def bars(language: str) -> list[tuple[float, float]]:
    root = ET.fromstring(drawn(CHART, language))
    return [(float(each.get("x", 0)), float(each.get("width", 0))) for each in root.iter(f"{SVG}rect")
            if each.get("class") == "b"]  # fmt: skip


def test_arabic_bars_grow_from_the_right() -> None:
    assert bars("de") == [(28, 624), (28, 156)]
    assert bars("ar") == [(28, 624), (496, 156)]


def test_a_long_name_leaves_room_for_its_value() -> None:
    long = Chart(CHART.charted, "Weight", (Bar("a", "遮光カーテン" * 12, "240 g", 1.0), BARS[1]))
    name = ET.fromstring(drawn(long, "ja")).findall(f"{SVG}text")[1].text or ""
    assert name.endswith("…")
    assert len(name) < 40
