"""Topics from week to week: the same ids, new phrases at home, nothing mixed."""

from dataclasses import replace
from pathlib import Path

import pytest

from seo.continuity import continued, with_ids
from seo.encoders.universal import Universal
from seo.language import is_question
from seo.records import Intent, Keyword, Signal, SignalKind, Topic
from seo.rules import rules
from seo.topics import topics

ENCODER = Universal()


def said(text: str, language: str = "en", count: int = 1) -> Signal:
    return Signal(text, text, SignalKind.QUERY, "q.csv", language, 1.0, count)


def topic(name: str, id: str, *members: str) -> Topic:
    keywords = tuple(Keyword(m, m, "en", 10.0, 1) for m in members)
    return Topic(id, "en", name, Intent.INFORMATIONAL, 1.0, "test", keywords, (), 10.0)


FIRST = [
    said("can you cut blackout curtains", count=9),
    said("cut blackout curtains to size", count=4),
    said("how to wash a wool blanket", count=5),
    said("wool blanket washing", count=3),
    said("do felt slippers run small", count=2),
]


def test_an_id_goes_with_the_members_whatever_the_name_is_now() -> None:
    before = [topic("old name", "1", "a", "b", "c"), topic("other", "2", "x", "y")]
    now = [topic("new name", "9", "b", "c", "d"), topic("fresh", "8", "m", "n")]
    assert [t.id for t in with_ids(now, before)] == ["1", "8"]


def test_of_two_halves_the_larger_keeps_the_id_and_no_id_stands_twice() -> None:
    before = [topic("whole", "1", "a", "b", "c", "d", "e")]
    halves = [topic("small", "1", "d", "e"), topic("large", "7", "a", "b", "c")]
    found = with_ids(halves, before)
    assert found[1].id == "1"
    assert len({t.id for t in found}) == 2


def test_the_same_signals_give_the_same_topics_next_week() -> None:
    first = topics(FIRST, "en", ENCODER)
    assert continued(FIRST, "en", ENCODER, first) == first


def test_a_new_phrase_joins_its_neighbours_and_their_topic_keeps_its_id() -> None:
    first = topics(FIRST, "en", ENCODER)
    new = said("can blackout curtains be cut", count=99)  # now the strongest: the topic may take its name
    found = continued([*FIRST, new], "en", ENCODER, first)
    old = next(t for t in first if "cut" in t.name)
    home = next(t for t in found if new.text in {k.phrase for k in t.keywords})
    assert home.id == old.id
    assert {t.id for t in first} == {t.id for t in found}


def test_what_is_near_nothing_starts_a_topic_of_its_own() -> None:
    first = topics(FIRST, "en", ENCODER)
    found = continued([*FIRST, said("coffee maker descaling")], "en", ENCODER, first)
    assert len(found) == len(first) + 1


def test_the_opposite_does_not_join() -> None:
    first = topics([said("can curtains be washed"), said("washable curtains")], "en", ENCODER)
    new = said("can curtains not be washed")
    found = continued([said("can curtains be washed"), said("washable curtains"), new], "en", ENCODER, first)
    home = next(t for t in found if new.text in {k.phrase for k in t.keywords})
    assert {k.phrase for k in home.keywords} == {new.text}


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "ar", "ja"])
def test_nothing_heard_leaves_no_topic_and_other_languages_stay_out(language: str) -> None:
    before = [replace(topic("x", "1", "x"), language=language)]
    assert continued([], language, ENCODER, before) == []
    other = "de" if language != "de" else "en"
    assert continued([said("Vorhang", other)], language, ENCODER, before) == []


def test_every_phrase_is_in_exactly_one_topic_and_the_order_changes_nothing() -> None:
    first = topics(FIRST, "en", ENCODER)
    more = [*FIRST, said("blackout curtain cutting"), said("washing blankets of wool"), said("slippers")]
    found = continued(more, "en", ENCODER, first)
    assert sorted(name for t in found for k in t.keywords for name in k.signals) == sorted(s.id for s in more)
    assert continued(more[::-1], "en", ENCODER, first) == found


MORE = [*FIRST, said("blackout curtain cutting"), said("washing blankets of wool"), said("coffee machine")]


def test_what_is_kept_from_week_to_week_changes_no_topic(tmp_path: Path) -> None:
    first = topics(FIRST, "en", ENCODER)
    plain = continued(MORE, "en", ENCODER, first)
    for _ in range(2):
        assert continued(MORE, "en", ENCODER, first, kept=tmp_path / "drawn") == plain
    assert [file.name for file in (tmp_path / "drawn").iterdir()] == ["en.npy"]
    third = [*MORE, said("descale a coffee machine"), said("how do felt slippers fit")]
    assert continued(third, "en", ENCODER, plain, kept=tmp_path / "drawn") == continued(
        third, "en", ENCODER, plain
    )


def test_after_a_change_of_the_rules_no_earlier_key_is_believed() -> None:
    first = topics(FIRST, "en", ENCODER)
    earlier = [
        replace(t, rules="others", keywords=tuple(replace(k, key=f"{k.key} old") for k in t.keywords))
        for t in first
    ]
    found = continued(FIRST, "en", ENCODER, earlier)
    assert {k.key for t in found for k in t.keywords} == {k.key for t in first for k in t.keywords}


def test_an_id_that_is_taken_is_given_to_nobody_else() -> None:
    found = with_ids([topic("new", "1", "m")], [], {"1"})
    assert found[0].id != "1"


def test_what_asked_nothing_by_the_same_rules_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = [said("felt slippers"), said("wool blanket"), said("do felt slippers run small")]
    first, asked = topics(plain, "en", ENCODER), []

    def heard(text: str, language: str) -> bool:
        asked.append(text)
        return is_question(text, language)

    monkeypatch.setattr("seo.topics.is_question", heard)
    assert continued(plain, "en", ENCODER, first) == first
    assert asked == ["do felt slippers run small"]
    asked.clear()
    earlier = [replace(topic, rules="others", questions=()) for topic in first]
    assert continued(plain, "en", ENCODER, earlier) == first
    assert sorted(asked) == sorted(signal.text for signal in plain)


def test_a_question_that_joins_a_phrase_which_asked_nothing_is_quoted() -> None:
    first = topics([said("felt slippers"), said("coffee machine")], "en", ENCODER)
    asked = Signal("q", "felt slippers", SignalKind.QUESTION, "q.csv", "en", 1.0)
    marked = said("felt slippers?")
    found = continued([said("felt slippers"), said("coffee machine"), asked, marked], "en", ENCODER, first)
    told = next(t for t in found if t.name == "felt slippers").questions
    assert [(question.text, question.count) for question in told] == [("felt slippers", 2)]


def test_what_is_asked_this_week_is_quoted_though_the_same_words_asked_nothing_last_week() -> None:
    first = topics([said("felt slippers"), said("coffee machine")], "en", ENCODER)
    asked = Signal("felt slippers", "felt slippers", SignalKind.QUESTION, "q.csv", "en", 1.0)
    found = continued([asked, said("coffee machine")], "en", ENCODER, first)
    assert [q.text for q in next(t for t in found if t.name == "felt slippers").questions] == [
        "felt slippers"
    ]


def test_topics_say_by_which_rules_their_keys_were_told() -> None:
    first = topics(FIRST, "en", ENCODER)
    later = continued(MORE, "en", ENCODER, [replace(topic, rules="others") for topic in first])
    assert {topic.rules for topic in (*first, *later)} == {rules()}
