"""What is asked the second time, and how the answer is read."""

import re

import pytest

from content.models.model import Request
from content.proofreading import reading as first
from content.proofreading.catalogue import filled
from content.proofreading.formulas import products_in
from content.proofreading.reading import parts
from content.proofreading.rereading import QUESTIONS, Doubts, Mark, prompt_hash, request, reread
from content.proofreading.sheet import Sheet, sheet
from tests.content.judging.fakes import Fake
from tests.content.proofreading.kai import reading

BODY = "The Lido bath towel weighs 490 g. My back says so. It is 70 cm wide."
MARKS = (Mark(3, "My back", "lived"), Mark(3, "says so", "claimed"))
DOUBTS = Doubts(frozenset({2, 4}), MARKS)


def page(body: str = BODY) -> Sheet:
    return sheet(reading(body))


def asked(doubts: Doubts, body: str = BODY, filled: str = "P1: weight") -> Request:
    shown = page(body)
    return request(shown, next(parts(shown.lines)), doubts, filled, b"secret")


def test_it_shows_what_the_first_reading_was_shown_and_names_the_lines() -> None:
    text = asked(DOUBTS).messages[-1].text
    shown = page()
    assert text.startswith(first.shown(shown, range(len(shown.lines)), b"secret"))
    assert "Lines to read once more: 2, 4." in text
    assert re.search(r"\b(?:490|70)\b", text) is None


def test_it_is_told_all_the_first_was_told_and_more() -> None:
    system = asked(DOUBTS).messages[0].text
    assert system.startswith(first.frame())
    assert "once more" in system.removeprefix(first.frame())


def test_marked_words_stand_between_marks() -> None:
    text = asked(DOUBTS).messages[-1].text
    assert "M1, line 3: My back\nM2, line 3: says so\nMARKED " in text
    assert f"M1: {QUESTIONS['lived']}" in text
    assert f"M2: {QUESTIONS['claimed']}" in text
    assert QUESTIONS["offered"] not in text


def test_without_marks_nothing_is_asked_about_them() -> None:
    text = asked(Doubts(frozenset({2}), ())).messages[-1].text
    assert "MARKED" not in text
    assert "Filled in:" in text and "P1: weight" in text


def test_with_marks_alone_no_line_is_named_and_no_column() -> None:
    text = asked(Doubts(frozenset(), MARKS[:1])).messages[-1].text
    assert "Lines to read once more: none: only the marks." in text
    assert "Filled in" not in text


def test_columns_of_numbers_are_named_without_their_numbers() -> None:
    whole = reading(BODY)
    named = products_in(["2: N1 == P1.weight", "4: P7.width < N2", "S.returns_days == 3"], sheet(whole))
    assert list(named) == [1, 7]
    lines = dict(line.split(": ") for line in filled(whole, named).splitlines())
    assert "weight" in lines["P1"].split(", ")
    assert not any(char.isdigit() for char in "".join(lines.values()))


@pytest.mark.parametrize(("lines", "is_shown"), [({2}, True), (set(), False)])
def test_the_shops_own_words_stand_beside_doubted_lines(lines: set[int], *, is_shown: bool) -> None:
    shown = page()
    doubts = Doubts(frozenset(lines), MARKS)
    one = request(shown, next(parts(shown.lines)), doubts, "", b"secret", own="Air it often.")
    assert ("The shop's own words:\n<<<WORDS " in one.messages[-1].text) is is_shown
    assert ("Air it often." in one.messages[-1].text) is is_shown


def answered(
    told: object, doubts: Doubts = DOUBTS, body: str = BODY
) -> tuple[list[str], list[str], list[int], set[int]]:
    found = reread(Fake("reader", lambda _: told), page(body), doubts, "", b"secret")
    return found.claims.claims, found.claims.unlisted, found.claims.free, set(found.denied)


@pytest.mark.parametrize(
    ("marks", "denied"),
    [
        (["M1: no", "M2: yes"], {0}),
        (["M2: No, it denies it", "M1 : yes"], {1}),
        (["M1: perhaps", "nothing", "M2"], set()),
        ([], set()),
        (["M1: no", "M1: yes"], {0}),
    ],
)
def test_only_a_plain_no_denies(marks: list[str], denied: set[int]) -> None:
    assert answered({"claims": [], "unlisted": [], "free": [], "marks": marks})[3] == denied


def test_what_it_says_of_other_lines_is_not_heard() -> None:
    told = {"claims": ["2: a", "3: b", "4: c"], "unlisted": ["3: d", "4: e"], "free": [1]}
    assert answered(told)[:3] == (["2: a", "4: c"], ["4: e"], [1])


def test_a_long_article_is_asked_in_parts_with_their_own_doubts() -> None:
    body = "\n\n".join(f"The towel weighs {n} g." for n in range(1, 70))
    asked: list[str] = []

    def says(one: Request) -> object:
        asked.append(one.messages[-1].text)
        return {"claims": [], "unlisted": [], "free": [], "marks": ["M2: no"]}

    doubts = Doubts(frozenset({3}), (Mark(4, "one", "lived"), Mark(65, "two", "lived")))
    found = reread(Fake("reader", says), page(body), doubts, "", b"secret")
    assert found.denied == {1}
    assert ["M1, line 4" in text for text in asked] == [True, False]
    assert ["M2, line 65" in text for text in asked] == [False, True]


def test_a_changed_word_of_either_reading_needs_a_new_admission() -> None:
    assert prompt_hash() != first.prompt_hash()
    assert asked(DOUBTS).prompt == f"again@{prompt_hash()[:4]}"
