"""A customer's question may stand as a title when it is well formed; not one word is changed."""

import pytest

from content.plan.headline import polish


@pytest.mark.parametrize(
    ("language", "asked", "title"),
    [
        ("en", "can blackout curtains be cut", "Can blackout curtains be cut?"),
        ("de", "kann man Verdunkelungsvorhänge kürzen??", "Kann man Verdunkelungsvorhänge kürzen?"),
        (
            "fr",
            "peut-on raccourcir les rideaux occultants ?",
            "Peut-on raccourcir les rideaux occultants\u00a0?",
        ),
        ("es", "se pueden cortar las cortinas opacas?", "¿Se pueden cortar las cortinas opacas?"),
        ("ar", "هل يمكن قص ستائر التعتيم", "هل يمكن قص ستائر التعتيم؟"),
        ("ja", "遮光カーテンは切れますか", "遮光カーテンは切れますか？"),
    ],
)
def test_a_question_becomes_a_title_without_a_word_changed(language: str, asked: str, title: str) -> None:
    assert polish(asked, language) == title
