"""Passages are exact stretches of a page; what may be quoted stands by itself; deeds have words for and against."""

import pytest

from content.research.conflicts import stances
from content.research.passages import passages, placed
from content.research.statements import has_measure, is_statement
from seo.records import LANGUAGES
from tests.content.research.pages import PAGES, stored


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passage_is_a_stretch_of_its_page_without_menus(language: str) -> None:
    for page in PAGES[language]:
        kept = stored(page, language)
        found = passages(kept)
        assert found
        for passage in found:
            assert kept.text[passage.start : passage.end] == passage.text
            assert "Imprint" not in passage.text
            assert passage.heading == page[1]


@pytest.mark.parametrize(
    ("language", "text", "count"),
    [
        ("en", "Wash it at 30 °C, e.g. on Monday. Then hang it up.", 2),
        ("de", "Bei ca. 30 °C waschen. Danach aufhängen.", 2),
        ("fr", "Lavez à 30 °C. Suspendez ensuite.", 2),
        ("es", "Lávala a 30 °C. ¿Y después? Cuélgala.", 3),
        ("ar", "اغسلها على 30 درجة. ثم علقها؟ نعم.", 3),
        ("ja", "三十度で洗います。湿ったまま吊るします。乾燥機は使いません。", 3),
    ],
)
def test_sentences_are_found_where_they_stand(language: str, text: str, count: int) -> None:
    places = list(placed(text, language, 100))
    assert len(places) == count
    assert [text[place.start - 100 : place.end - 100] for place in places] == [place.text for place in places]


@pytest.mark.parametrize(
    ("language", "text", "fits"),
    [
        ("en", "Coated curtains keep their shape when they are washed at 40 °C.", True),
        ("en", "It melts under a hot iron and is ruined.", False),  # what does?
        ("en", "We tested twelve curtains in our own laboratory last year.", False),
        ("en", "Which curtains keep their shape in the wash?", False),
        ("en", "Blackout curtains are on sale for $29.90 this week only.", False),
        ("en", "Curtains", False),
        ("es", "Las cortinas con revestimiento se lavan a 30 °C.", True),
        ("es", "Esto se debe a que la capa es muy fina.", False),
        ("es", "Nuestros clientes prefieren las cortinas de lino.", False),
        ("fr", "Les rideaux enduits se lavent à 30 °C et sèchent vite.", True),
        ("fr", "Il se lave à 30 °C et sèche en une nuit.", False),
        ("fr", "Nous lavons tous nos rideaux avant de les livrer.", False),
        ("de", "Beschichtete Vorhänge werden bei 30 °C gewaschen.", True),
        ("de", "Dadurch verliert der Stoff nach und nach seine Form.", False),
        ("de", "Wir empfehlen unseren Kunden ein mildes Waschmittel.", False),
        ("ar", "الستائر المبطنة تغسل على 30 °C وتعلق وهي رطبة.", True),
        ("ar", "هذا القماش لا يحتاج إلى الكي بعد الغسل.", False),
        ("ar", "نحن نغسل الستائر كلها قبل أن نبيعها.", False),
        ("ja", "コーティングのあるカーテンは30℃で洗います。", True),
        ("ja", "これはコーティングが薄いためによく起こることです。", False),
        ("ja", "当店では送る前にすべてのカーテンを洗っています。", False),
    ],
)  # fmt: skip
def test_only_what_stands_by_itself_is_quoted(language: str, text: str, fits: bool) -> None:
    assert is_statement(text, language) is fits


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Wash at 30 °C."), ("es", "Lavar a 30 °C."), ("fr", "Laver à 30 °C."), ("de", "Bei 30 °C waschen."),
     ("ar", "تغسل على 30 °C."), ("ja", "30℃で洗います。")],
)  # fmt: skip
def test_a_number_with_its_unit_is_a_measure(language: str, text: str) -> None:
    assert has_measure(text, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Iron-on tape is the easiest way to hem.", {"iron": 1}),
        ("en", "The backing melts at 110 degrees.", {"iron": -1}),
        ("en", "Never tumble dry coated curtains.", {"tumble dry": -1}),
        ("en", "Curtains make a room calmer.", {}),
        ("de", "Im Trockner leidet die Schicht nicht, man kann den Trockner verwenden.", {"tumble dry": -1}),
        ("de", "Karbonstahl gehört nicht in die Spülmaschine.", {"dishwasher": -1}),
        ("fr", "Une poêle en inox peut aller au lave-vaisselle.", {"dishwasher": 1}),
        ("es", "La lejía daña las fibras.", {"bleach": -1}),
        ("ar", "يمكن غسل الستارة في الغسالة.", {"machine wash": 1}),
        ("ja", "乾燥機は使えません。", {"tumble dry": -1}),
        ("ja", "洗濯機で洗うことができます。", {"machine wash": 1}),
    ],
)
def test_a_sentence_is_for_a_deed_or_against_it(language: str, text: str, expected: dict[str, int]) -> None:
    assert stances(text, language) == expected
