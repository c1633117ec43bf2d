"""Topics: named as typed, the same whatever the order, nothing lost, nobody quoted by name."""

import pytest

from seo.encoders.universal import Universal
from seo.records import Intent, Signal, SignalKind
from seo.topics import topic_id, topics

ENCODER = Universal()


def said(text: str, kind: SignalKind = SignalKind.QUERY, count: int = 1, sku: str | None = None) -> Signal:
    return Signal(f"{text}/{sku}", text, kind, "q.csv", "en", 1.0, count, country="GB", sku=sku)


ASKED = [
    said("can you cut blackout curtains", count=9),
    said("Can I cut the blackout curtains?", SignalKind.QUESTION, 2, "BC-1"),
    said("Can I cut the blackout curtains?", SignalKind.QUESTION, 1, "BC-2"),
    said("cut blackout curtains to size", count=4),
    said("how to wash a wool blanket", count=5),
    said("wool blanket washing", count=3),
    said("Nice and dark.", SignalKind.REVIEW),
]


def test_a_topic_holds_its_keywords_questions_and_countries() -> None:
    found = topics(ASKED, "en", ENCODER)
    cut = next(topic for topic in found if "cut" in topic.name)
    assert {(keyword.phrase, keyword.count) for keyword in cut.keywords} == {
        ("can you cut blackout curtains", 12),  # "Can I cut the blackout curtains?" is the same wish
        ("cut blackout curtains to size", 4),
    }
    assert [(question.text, question.count, question.sku) for question in cut.questions] == [
        ("Can I cut the blackout curtains?", 12, None),
    ]
    assert (cut.intent, cut.countries, cut.demand) == (
        Intent.INFORMATIONAL,
        ("GB",),
        max(k.demand for k in cut.keywords),
    )


def test_every_keyword_is_in_exactly_one_topic_and_no_review_in_any() -> None:
    found = [keyword for topic in topics(ASKED, "en", ENCODER) for keyword in topic.keywords]
    assert sorted(name for keyword in found for name in keyword.signals) == sorted(
        signal.id for signal in ASKED if signal.kind is not SignalKind.REVIEW
    )


def test_the_order_of_signals_changes_nothing() -> None:
    assert topics(ASKED, "en", ENCODER) == topics(ASKED[::-1], "en", ENCODER)


def test_the_name_is_a_member_and_the_id_follows_what_it_says() -> None:
    for topic in topics(ASKED, "en", ENCODER):
        assert topic.name in {keyword.phrase for keyword in topic.keywords}
        assert topic.id == topic_id(topic.name.upper(), "en")
    assert topic_id("x", "en") != topic_id("x", "de")


def test_a_question_about_one_product_names_it() -> None:
    (topic,) = topics([said("Is it soft?", SignalKind.QUESTION, sku="A")], "en", ENCODER)
    assert topic.questions[0].sku == "A"


def test_what_held_personal_data_is_not_quoted() -> None:
    (topic,) = topics([said("Can … call me about curtains?", SignalKind.QUESTION)], "en", ENCODER)
    assert topic.questions == ()


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "ar", "ja"])
def test_no_signals_no_topics(language: str) -> None:
    assert topics([], language, ENCODER) == []
