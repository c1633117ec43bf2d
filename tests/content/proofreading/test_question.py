"""A question about numbered lines: what is sent, what comes back, and what is asked once more."""

import pytest

from content.models.model import Request
from content.proofreading.question import Question
from content.proofreading.sheet import Sheet, sheet
from tests.content.judging.fakes import Fake
from tests.content.proofreading.kai import reading

QUESTION = Question("colours", "tagging.md", '{"colours": ["3: red"]}')


def page() -> Sheet:
    return sheet(reading("\n\n".join(f"The towel weighs {n} g." for n in range(1, 70))))


def ask(part: range, attempt: int) -> Request:
    return QUESTION.request(f"Lines {part.start + 1} to {part.stop}", part, attempt)


def test_the_parts_of_an_article_are_asked_one_by_one_and_answered_together() -> None:
    model = Fake("reader", lambda one: {"colours": [one.messages[-1].text.partition("\n")[0]]})
    assert QUESTION.answers(model, page(), ask) == ["Lines 1 to 50", "Lines 51 to 70"]


def test_the_later_part_says_which_of_its_lines_are_meant() -> None:
    text = ask(range(50, 70), 0).messages[-1].text
    assert text.endswith(
        'Only what stands from line 51 on is asked for. Answer in this form:\n{"colours": ["3: red"]}'
    )


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [(["3: loud"], "loud is no colour"), ("3: red", "colours: input should be a valid list")],
)
def test_an_answer_that_is_not_accepted_goes_back_with_its_fault(wrong: object, fault: str) -> None:
    asked: list[str] = []

    def says(one: Request) -> object:
        asked.append(one.messages[-1].text)
        return {"colours": wrong if len(asked) == 1 else ["3: red"]}

    def accept(texts: list[str]) -> str:
        return "loud is no colour" if texts == ["3: loud"] else ""

    short = sheet(reading("The towel weighs 1 g."))
    assert QUESTION.answers(Fake("reader", says), short, ask, accept) == ["3: red"]
    assert f"it had not the form asked for ({fault})" in asked[1]
