"""What every match of a pattern begins with."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.checks.openings import branches, openings


@pytest.mark.parametrize(
    ("pattern", "begun"),
    [
        ("gin|rum", {"gin", "rum"}),
        ("s?ale", {"sal", "ale"}),
        ("(?:over |more than )?best", {"ove", "mor", "bes"}),
        ("(?!no)(?:x|yz)", {"x", "yz"}),
        (r"\bdoctor(?:s|al)?", {"doc"}),
        (r"[a-c]{2,}|\(at\)", {"a", "b", "c", "(at"}),
        (r"[]x]y|[+\-]", {"]y", "xy", "+", "-"}),
        (r"(?P<it>é{0,2}u)", {"é", "u"}),
        (r"[1-3]\d+ people", {f"{first}{second}" for first in "123" for second in "0123456789"}),
        ("保証|(?:最|一)番", {"保証", "最番", "一番"}),
        ("wash(?:ed|ing)?", {"was"}),
        ("do\\w+", {"do"}),
        ("s'arr", {"s'a"}),
        ("(?:big )*bag", {"big", "bag"}),
        ("ab?", {"a", "ab"}),
    ],
)
def test_what_a_match_may_begin_with(pattern: str, begun: set[str]) -> None:
    assert openings(pattern, 3) == begun


@pytest.mark.parametrize(
    "pattern", [r"\w+ly", "[^a]b", ".", "a?", "(?:a|)", "", "(?:a|b?)c*", "(?<!x)a*", "^(?:iron)?$"]
)
def test_patterns_that_may_begin_with_anything(pattern: str) -> None:
    assert openings(pattern, 3) == {""}


def test_alternatives_inside_groups_and_classes_stay_together() -> None:
    assert branches(r"a(?:b|c)|[|]|\||d") == ["a(?:b|c)", "[|]", r"\|", "d"]


_PIECES = st.recursive(
    st.sampled_from(["a", "b", "c", "[ab]", r"\w", ".", "(?!c)", "(?<=a)"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda each: f"(?:{'|'.join(each)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,2}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=8,
)


@given(pattern=_PIECES, text=st.text("abc", max_size=6))
def test_no_match_begins_with_anything_else(pattern: str, text: str) -> None:
    for match in re.finditer(pattern, text):
        rest = text[match.start() :]
        assert any(rest.startswith(opening) for opening in openings(pattern, 4))
