"""Never pay twice: a stored answer is handed out again; another sample or attempt is another question."""

from dataclasses import replace
from pathlib import Path

import pytest

from content.errors import ModelSilent
from content.models.kept import Kept
from content.models.model import Answer, ChatModel, Message, Request

ASKED = Request((Message("user", "How many?"),), {"type": "object"}, "count")


class Counting(ChatModel):
    """Answers with how often it was asked."""

    name = "counting"
    base_url = "http://here/v1"

    def __init__(self) -> None:
        self.asked = 0

    def ask(self, request: Request) -> Answer:
        self.asked += 1
        return Answer(str(self.asked), 3, 1, 0.5)


def test_the_same_request_is_answered_from_memory(tmp_path: Path) -> None:
    model = Counting()
    assert [Kept(tmp_path, model).ask(ASKED).text for _ in range(3)] == ["1", "1", "1"]
    assert model.asked == 1


@pytest.mark.parametrize(
    "change", [{"sample": 1}, {"attempt": 1}, {"temperature": 0.5}, {"tokens": 9}, {"schema": {}}]
)
def test_whatever_the_answer_depends_on_makes_another_request(
    tmp_path: Path, change: dict[str, object]
) -> None:
    kept = Kept(tmp_path, Counting())
    assert kept.ask(ASKED).text != kept.ask(replace(ASKED, **change)).text  # type: ignore[arg-type]  # the fields above


def test_memory_alone_answers_what_was_asked_and_is_silent_else(tmp_path: Path) -> None:
    model = Counting()
    Kept(tmp_path, model).ask(ASKED)
    alone = Kept(tmp_path, None, model.base_url, model.name)
    assert alone.ask(ASKED).text == "1"
    with pytest.raises(ModelSilent, match="no stored answer"):
        alone.ask(replace(ASKED, sample=1))
