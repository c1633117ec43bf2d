"""What a model wrote is parsed or refused, never guessed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.errors import ModelUnreadable
from content.models.answers import is_refusal, parsed, spoken


@pytest.mark.parametrize(
    "text",
    [
        '{"score": 4}',
        '```json\n{"score": 4}\n```',
        'Here you are:\n```\n{"score": 4}\n```\nHope that helps {really}',
        '<think>maybe {"score": 1}? no</think>{"score": 4}',
        'it could be {"score": 2} </think>\n{"score": 4}',
        '{"score": 4}\n{"score": 4}',
    ],
)
def test_one_object_is_found_wherever_it_stands(text: str) -> None:
    assert parsed(text) == {"score": 4}


@pytest.mark.parametrize(
    "text",
    ["", "4", "I would give it a 4.", "[4]", '{"score": 4', '{"score": 4} or {"score": 5}', "<think>{}"],
)
def test_no_object_or_two_different_ones_are_refused(text: str) -> None:
    with pytest.raises(ModelUnreadable):
        parsed(text)


@given(st.text(max_size=200))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    with suppress(ModelUnreadable):
        assert isinstance(parsed(text), dict)


@pytest.mark.parametrize(
    ("text", "declines"),
    [
        ("I’m sorry, but I can’t help with that request.", True),
        ("Lo siento, pero no puedo ayudarte con eso.", True),
        ("Je suis désolé, mais je ne peux pas vous aider.", True),
        ("Es tut mir leid, aber dabei kann ich nicht helfen.", True),
        ("عذرًا، لا أستطيع مساعدتك في هذا الطلب.", True),
        ("申し訳ありませんが、そのご要望にはお応えできません。", True),
        ("<think>Should I?</think>I cannot assist with this.", True),
        ('I\'m sorry, I can give it as JSON: {"score": 4}', False),  # an answer all the same
        ("The curtain cannot be cut.", False),
        ("Der Vorhang lässt sich nicht kürzen.", False),
    ],
)
def test_a_refusal_is_known_in_every_language(text: str, declines: bool) -> None:
    assert is_refusal(text) is declines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<think>one</think>\n{"a": 1}', '{"a": 1}'),
        ('one, so\n</think>\n{"a": 1}', '{"a": 1}'),  # the template has swallowed the beginning
        (
            '{"a": "a text about <think> and </think> marks"}',
            '{"a": "a text about <think> and </think> marks"}',
        ),
        ("<think>it never ends", ""),
        ("plain words", "plain words"),
    ],
)
def test_reasoning_is_cut_and_what_speaks_of_it_is_not(text: str, expected: str) -> None:
    assert spoken(text) == expected
