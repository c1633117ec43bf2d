"""What a model wrote is parsed or refused, never guessed."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.errors import ModelUnreadable
from content.models.answers import parsed


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
