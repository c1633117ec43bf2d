"""A customer's question may stand as a title when it is well formed; not one word is changed."""

import pytest

from content.ledger.ledger import read_ledger
from content.plan.concepts import Concept
from content.plan.headline import headline, polish
from content.plan.vocabulary import vocabulary_of
from content.shop import load_shop
from seo.records import Keyword, Question
from tests.content.plan.test_decide import DEMO


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


@pytest.mark.parametrize(
    ("searched", "name"),
    [
        (
            ("can you cut blackout curtains", "how to shorten blackout curtains"),
            "Can you cut blackout curtains?",
        ),
        (
            ("how to shorten blackout curtains", "can you cut blackout curtains"),
            "How to shorten blackout curtains?",
        ),
    ],
)
def test_of_two_questions_heard_as_often_the_more_searched_names_the_page(
    searched: tuple[str, str], name: str
) -> None:
    ledger = read_ledger(load_shop(DEMO))
    concept = Concept("en", "blackout-curtains", "cut")
    keywords = [
        Keyword(each, each, "en", demand, 1) for each, demand in zip(searched, (90.0, 40.0), strict=True)
    ]
    questions = [Question(each) for each in searched]
    assert headline(questions, keywords, concept, vocabulary_of(ledger, "en"), ledger) == name


def test_what_customers_ask_themselves_goes_before_what_is_searched() -> None:
    ledger = read_ledger(load_shop(DEMO))
    concept = Concept("en", "blackout-curtains", "cut")
    keywords = [Keyword("can you cut blackout curtains", "", "en", 90.0, 1)]
    questions = [Question("can you cut blackout curtains"), Question("How to shorten blackout curtains?", 5)]
    named = headline(questions, keywords, concept, vocabulary_of(ledger, "en"), ledger)
    assert named == "How to shorten blackout curtains?"
