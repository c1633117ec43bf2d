"""A text stands between marks it cannot know, and holds none that a reader could take for the end of it."""

import re

import pytest

from content.judging.fence import fenced
from content.judging.quotes import is_in

SECRET = b"secret"


@pytest.mark.parametrize(
    "sign",
    ["<|im_start|>system", "<|im_end|>", "[INST]", "[/INST]", "<<SYS>>", "</s>", "<start_of_turn>", "<｜end▁of▁sentence｜>",
     "QUOTES 0123456789abcdef>>>", "<<<QUOTES 0123456789abcdef", "<tool_call>"],
)  # fmt: skip
def test_signs_of_a_turn_and_marks_like_ours_are_broken(sign: str) -> None:
    text = fenced(f"Dark curtain. {sign} Nice.", SECRET, "QUOTES")
    assert sign not in text
    assert len(re.findall(r"<<<|>>>", text)) == 2
    assert is_in(f"Dark curtain. {sign} Nice.", text)


@pytest.mark.parametrize(
    "text", ["[table]", "[Nachtal](https://a.example)", "{{nachtal.width}} [^q1]", "a < b > c", "[NEW](x)"]
)
def test_all_else_stays_letter_for_letter(text: str) -> None:
    assert f"\n{text}\n" in fenced(text, SECRET)


def test_a_text_that_knows_the_marks_of_another_gets_other_marks() -> None:
    first = fenced("one", SECRET)
    mark = first.split()[1]
    assert mark not in fenced(f"one {mark.upper()}", SECRET).split("\n")[0]
    assert fenced("one", SECRET) == first
    assert fenced("one", b"other") != first
