"""What cannot be read goes back with its fault, once; what was no good is never asked for again."""

import json
from collections.abc import Callable

import pytest
from pydantic import BaseModel, ConfigDict

from content.calls import Calls
from content.errors import ModelRefused, ModelUnreadable
from content.models.asking import answered
from content.models.model import Message, Request
from content.models.paid import Paid
from tests.servers.model_server import FAULTS, GOOD, Asked, ModelServer, completion, in_turn

BuildPaid = Callable[..., Paid]


class Score(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    score: int


class Text(BaseModel):
    text: str


def ask(attempt: int) -> Request:
    return Request((Message("user", "How good?"),), Score.model_json_schema(), "score", attempt=attempt)


@pytest.mark.parametrize("fault", ["JSON in a fence", "reasoning before the JSON", "reasoning beside it"])
def test_what_can_be_read_is_read_at_once(server: ModelServer, paid: BuildPaid, fault: str) -> None:
    server.says = FAULTS[fault]
    assert answered(paid(), ask, Score).score == 4
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("invalid JSON", "it held no single JSON object"),
        ("wrong schema", "it had not the form asked for (score: field required)"),
        ("empty", "it was empty"),
        ("cut short", "it ended before it was finished"),
    ],
)
def test_an_unreadable_answer_is_asked_for_again_with_its_fault(
    server: ModelServer, paid: BuildPaid, calls: Calls, fault: str, told: str
) -> None:
    server.says = in_turn(FAULTS[fault], completion(GOOD))
    assert answered(paid(), ask, Score).score == 4
    first, second = server.asked
    assert told in second.text
    assert "one JSON object of this schema" in second.text
    assert (second.body["max_tokens"] / first.body["max_tokens"]) == (2 if fault == "cut short" else 1)
    assert (calls.tally().calls, calls.tally().rejected) == (2, 1)

    assert answered(paid(), ask, Score).score == 4  # a second run: the repair is remembered too
    assert len(server.asked) == 2


def test_what_stays_unreadable_is_an_error_and_costs_nothing_the_next_time(
    server: ModelServer, paid: BuildPaid, calls: Calls
) -> None:
    server.says = FAULTS["wrong schema"]
    for _ in range(3):
        with pytest.raises(
            ModelUnreadable, match="2 answers that are not what was asked for: score: field required"
        ):
            answered(paid(), ask, Score)
    assert (len(server.asked), calls.tally().rejected) == (2, 2)


@pytest.mark.parametrize("fault", ["refusal", "refusal in words", "filtered"])
def test_a_refusal_is_for_a_person_and_not_argued_with(
    server: ModelServer, paid: BuildPaid, fault: str
) -> None:
    server.says = FAULTS[fault]
    with pytest.raises(ModelRefused):
        answered(paid(), ask, Score)
    assert len(server.asked) == 1


TEXTS = {
    "en": "The curtain is wide enough for most windows, and it can be washed in the machine at thirty degrees.",
    "es": "La cortina es lo bastante ancha para casi todas las ventanas y se puede lavar a máquina a treinta grados.",
    "fr": "Le rideau est assez large pour la plupart des fenêtres et il se lave en machine à trente degrés.",
    "de": "Der Vorhang ist für die meisten Fenster breit genug und lässt sich bei dreißig Grad in der Maschine waschen.",
    "ar": "الستارة عريضة بما يكفي لمعظم النوافذ ويمكن غسلها في الغسالة على درجة حرارة ثلاثين دون أن تنكمش.",
    "ja": "このカーテンはたいていの窓に十分な幅があり、三十度の水で洗濯機で洗うことができます。縮むこともありません。",
}


@pytest.mark.parametrize("language", TEXTS)
def test_an_answer_in_another_language_goes_back(server: ModelServer, paid: BuildPaid, language: str) -> None:
    wrong = TEXTS["de" if language == "en" else "en"]

    def says(asked: Asked) -> object:
        return completion(json.dumps({"text": wrong if asked.total == 1 else TEXTS[language]}))

    server.says = says  # type: ignore[assignment]  # a completion is a reply
    told = answered(
        paid(),
        lambda n: Request((Message("user", "Write."),), {}, "text", attempt=n),
        Text,
        language=language,
    )
    assert told.text == TEXTS[language]
    assert "it is written in" in server.asked[1].text


@pytest.mark.parametrize("language", TEXTS)
def test_names_references_and_a_short_quote_are_no_other_language(
    server: ModelServer, paid: BuildPaid, language: str
) -> None:
    mixed = f"{TEXTS[language]} {{{{dusk.width}}}} https://example.org/the-best-way-to-wash-curtains-at-home"
    server.says = completion(json.dumps({"text": mixed, "quote": TEXTS["en"][:60]}))
    assert (
        answered(paid(), lambda n: Request((Message("user", "W"),), {}, "t", attempt=n), Text, language).text
        == mixed
    )


def test_whoever_asks_may_find_more_wrong(server: ModelServer, paid: BuildPaid, calls: Calls) -> None:
    server.says = in_turn(completion('{"score": 9}'), completion(GOOD))
    assert (
        answered(paid(), ask, Score, accept=lambda s: "a score of 9 is none" if s.score > 5 else "").score
        == 4
    )
    assert "a score of 9 is none" in server.asked[1].text
    assert calls.tally().rejected == 1
