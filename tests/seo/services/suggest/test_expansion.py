"""What is typed for a seed, in every language, and never more than is bearable."""

from datetime import date, timedelta

import pytest

from seo.records import LANGUAGES, Market
from seo.services.service import Seed
from seo.services.suggest.expansion import PER_SEED, PLACE, forms_of, typed

MONDAY = date(2026, 11, 23)
LOCALES = {"en": "en-US", "es": "es-ES", "fr": "fr-FR", "de": "de-DE", "ar": "ar-AE", "ja": "ja-JP"}


def seed(text: str, locale: str = "de-DE") -> Seed:
    return Seed(text, Market(locale, "EUR"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_own_forms_with_one_place_each(language: str) -> None:
    forms = forms_of(language)
    assert len(forms) == len(set(forms)) >= 3 * PER_SEED
    assert [form for form in forms if form.count(PLACE) != 1 or form == PLACE] == []


@pytest.mark.parametrize(
    ("language", "thing", "expected"),
    [
        ("en", "blackout curtains", "how to clean blackout curtains"),
        ("es", "cortinas opacas", "cómo limpiar cortinas opacas"),
        ("fr", "rideaux occultants", "comment nettoyer rideaux occultants"),
        ("de", "gardinen", "wie reinigt man gardinen"),
        ("ar", "ستائر معتمة", "كيفية تنظيف ستائر معتمة"),
        ("ja", "遮光カーテン", "遮光カーテン 洗える"),
    ],
)
def test_a_question_is_begun_as_people_begin_it(language: str, thing: str, expected: str) -> None:
    weeks = [MONDAY + timedelta(weeks=week) for week in range(4)]
    asked = {text for week in weeks for text, _ in typed((seed(thing, LOCALES[language]),), week)}
    assert expected in asked


def test_seeds_come_bare_first_then_one_form_of_each() -> None:
    texts = [text for text, _ in typed((seed("gardinen"), seed("rollo")), MONDAY)]
    assert texts[:2] == ["gardinen", "rollo"]
    assert texts[2].replace("gardinen", "rollo") == texts[3]
    assert len(texts) == 2 + 2 * PER_SEED


def test_a_week_asks_the_same_all_week_and_the_next_asks_on() -> None:
    week = [list(typed((seed("rollo"),), MONDAY + timedelta(days=day))) for day in range(7)]
    assert all(day == week[0] for day in week)
    following = list(typed((seed("rollo"),), MONDAY + timedelta(weeks=1)))
    assert not {text for text, _ in following[1:]} & {text for text, _ in week[0][1:]}


def test_four_weeks_ask_every_form_of_every_language() -> None:
    for language in LANGUAGES:
        asked = {
            text
            for week in range(4)
            for text, _ in typed((seed("X", LOCALES[language]),), MONDAY + timedelta(weeks=week))
        }
        assert asked == {"X"} | {form.replace(PLACE, "X") for form in forms_of(language)}


def test_a_seed_that_is_a_question_stays_as_it_is() -> None:
    assert [text for text, _ in typed((seed("kann man gardinen kürzen"),), MONDAY)] == [
        "kann man gardinen kürzen"
    ]


def test_a_language_that_is_not_ours_is_asked_bare() -> None:
    assert [text for text, _ in typed((seed("gordijnen", "nl-NL"),), MONDAY)] == ["gordijnen"]
