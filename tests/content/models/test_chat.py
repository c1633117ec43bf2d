"""The client against a local endpoint that behaves as endpoints do."""

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from content.errors import (
    ModelBarred,
    ModelDown,
    ModelError,
    ModelRefused,
    ModelUnreadable,
    PromptTooLong,
)
from content.models.chat import Chat
from content.models.gate import Gate
from content.models.model import Message, Request, Told
from content.models.retries import Patience
from tests.servers.model_server import (
    DRIP,
    FAULTS,
    GOOD,
    Asked,
    ModelServer,
    complaint,
    completion,
    in_turn,
    knows,
)
from tests.servers.web import Reply

ASKED = Request(
    (Message("system", "Judge."), Message("user", "This.")), {"type": "object"}, "verdict", sample=2
)
QUICK = Patience(deadline_s=4.0, try_s=0.6, chance=lambda: 0.0, sleep=lambda _: None)
KEY = "sk-very-secret-0123456789"


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


def chat(server: ModelServer, **more: object) -> Chat:
    return Chat(server.url, "m", KEY, **{"patience": QUICK, **more})  # type: ignore[arg-type]  # the options above


def test_it_asks_at_temperature_zero_for_the_schema(server: ModelServer) -> None:
    answer = chat(server).ask(ASKED)
    assert (answer.text, answer.tokens_in, answer.tokens_out) == (GOOD, 7, 3)
    sent = server.asked[0]
    assert (sent.body["model"], sent.body["temperature"], sent.body["seed"]) == ("m", 0.0, 2)
    assert (sent.body["max_tokens"], sent.body["response_format"]["json_schema"]["schema"]) == (
        700,
        {"type": "object"},
    )
    assert sent.headers["authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize(("form", "refused"), [("json_object", 1), ("plain", 2)])
def test_an_endpoint_without_schemas_is_asked_in_words_and_remembered(
    server: ModelServer, form: str, refused: int
) -> None:
    server.says = knows(form)
    learnt: list[Told] = []
    one = chat(server, learnt=learnt.append)
    one.ask(ASKED)
    one.ask(ASKED)
    assert len(server.asked) == refused + 2
    assert "one JSON object of this schema" in server.asked[-1].text
    chat(server, told=learnt[-1]).ask(ASKED)
    assert len(server.asked) == refused + 3  # another run tries nothing out


@pytest.mark.parametrize(
    ("says", "gone", "there"),
    [
        ("Unsupported parameter: 'max_tokens' is not supported, use 'max_completion_tokens'.", "max_tokens", "max_completion_tokens"),
        ("Unsupported value: temperature does not support 0.0 with this model", "temperature", "seed"),
        ("Unrecognized request argument supplied: seed", "seed", "temperature"),
    ],
)  # fmt: skip
def test_a_parameter_it_does_not_take_is_left_out_and_the_schema_stays(
    server: ModelServer, says: str, gone: str, there: str
) -> None:
    server.says = lambda asked: complaint(says) if gone in asked.body else completion(GOOD)
    chat(server).ask(ASKED)
    last = server.asked[-1].body
    assert gone not in last
    assert there in last
    assert last["response_format"]["type"] == "json_schema"


def test_a_complaint_about_something_else_does_not_cost_it_its_schemas(server: ModelServer) -> None:
    learnt: list[Told] = []
    one = chat(server, learnt=learnt.append)
    server.says = complaint("messages[1] holds a character we do not like")
    with pytest.raises(ModelRefused, match="do not like"):
        one.ask(ASKED)
    server.says = completion(GOOD)
    one.ask(ASKED)
    assert server.asked[-1].form == "json_schema"
    assert learnt == []


Raises = tuple[type[ModelError], str]


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("429", (ModelDown, "429")),
        ("500", (ModelDown, "500")),
        ("hang", (ModelDown, "no answer within")),
        ("cut stream", (ModelDown, "m at")),
        ("cut before a byte", (ModelDown, "m at")),
        ("a proxy's page", (ModelDown, "no completion")),
        ("refusal", (ModelRefused, "can't judge this")),
        ("refusal in words", (ModelRefused, "can't help with that")),
        ("filtered", (ModelRefused, "refused")),
        ("cut short", (ModelUnreadable, "cut short at its 700 tokens")),
        ("empty", (ModelUnreadable, "answered nothing")),
    ],
)
def test_every_fault_has_its_class(server: ModelServer, fault: str, expected: Raises) -> None:
    server.says = FAULTS[fault]
    kind, says = expected
    with pytest.raises(kind, match=says):
        chat(server).ask(ASKED)


@pytest.mark.parametrize("fault", ["reasoning before the JSON", "reasoning beside it"])
def test_reasoning_is_not_part_of_the_answer(server: ModelServer, fault: str) -> None:
    server.says = FAULTS[fault]
    assert chat(server).ask(ASKED).text == GOOD


@pytest.mark.parametrize(
    ("status", "kind", "says"),
    [
        (401, ModelBarred, "look at the key"),
        (402, ModelBarred, "the account's balance"),
        (404, ModelBarred, "the model's name"),
        (418, ModelRefused, "418"),
    ],
)
def test_what_no_other_try_can_cure_is_tried_once(
    server: ModelServer, status: int, kind: type[ModelError], says: str
) -> None:
    server.says = complaint("no", status)
    with pytest.raises(kind, match=says):
        chat(server).ask(ASKED)
    assert len(server.asked) == 1


def test_an_empty_purse_is_not_a_busy_server(server: ModelServer) -> None:
    server.says = complaint("You exceeded your quota: insufficient_quota", 429)
    with pytest.raises(ModelBarred, match="balance"):
        chat(server).ask(ASKED)


def test_more_than_the_context_holds_is_not_sent(server: ModelServer) -> None:
    long = replace(ASKED, messages=(Message("user", "word " * 9000),))
    with pytest.raises(PromptTooLong, match="context of 8192"):
        chat(server, context=8192).ask(long)
    assert server.asked == []
    server.says = complaint("This model's maximum context length is 4096 tokens")
    with pytest.raises(PromptTooLong):
        chat(server).ask(long)
    assert len(server.asked) == 1  # and no form is blamed for it


@pytest.mark.parametrize("fault", ["429 in a second", "500", "cut stream"])
def test_what_passes_is_tried_again(server: ModelServer, fault: str) -> None:
    slept: list[float] = []
    server.says = in_turn(FAULTS[fault], FAULTS[fault], completion(GOOD))
    patience = Patience(deadline_s=30.0, try_s=5.0, chance=lambda: 0.5, sleep=slept.append)
    assert chat(server, patience=patience).ask(ASKED).text == GOOD
    assert len(server.asked) == 3
    asked_for = (
        [1.5, 1.5] if fault == "429 in a second" else [0.75, 1.5]
    )  # Retry-After and jitter, or twice as long
    assert slept == asked_for


def test_a_server_that_asks_for_longer_than_the_deadline_is_believed_at_once(server: ModelServer) -> None:
    server.says = complaint("later", 429, {"Retry-After": "3600"})
    start = time.monotonic()
    with pytest.raises(ModelDown, match="deadline") as caught:
        chat(server).ask(ASKED)
    assert (len(server.asked), caught.value.retry_after_s) == (1, 3600.0)
    assert time.monotonic() - start < 2


def test_a_byte_now_and_then_does_not_outlive_the_deadline(server: ModelServer) -> None:
    server.says = DRIP
    start = time.monotonic()
    with pytest.raises(ModelDown) as caught:
        chat(server, patience=replace(QUICK, deadline_s=1.5)).ask(ASKED)
    assert time.monotonic() - start < 3
    assert caught.value.is_lost


def test_nobody_there_is_said_in_one_line_and_costs_nothing() -> None:
    with pytest.raises(ModelDown, match="m at http://127") as caught:
        Chat("http://127.0.0.1:9/v1", "m", patience=replace(QUICK, deadline_s=1.0)).ask(ASKED)
    assert "\n" not in str(caught.value)
    assert not caught.value.is_lost


def test_one_that_asks_for_a_pause_gets_it_from_all_tasks(server: ModelServer) -> None:
    gate = Gate(at_once=4)
    server.says = in_turn(complaint("slow", 429, {"Retry-After": "1"}), completion(GOOD))
    start = time.monotonic()
    with pytest.raises(ModelDown):
        chat(server, gate=gate, patience=replace(QUICK, deadline_s=0.5)).ask(ASKED)
    chat(server, gate=gate).ask(replace(ASKED, sample=3))  # another task at the same address
    assert time.monotonic() - start > 0.9


Echo = Callable[[Asked], Reply]


@pytest.mark.parametrize(
    "says",
    [
        lambda asked: complaint(f"Incorrect API key provided: {asked.headers['authorization']}", 401),
        lambda asked: complaint(f"bad header {asked.headers['authorization']}", 500),
        lambda asked: complaint(f"bad request of {asked.headers['authorization']}"),
        lambda asked: completion(f"I saw {asked.headers['authorization']}"),
        lambda asked: Reply(f"<p>{asked.headers['authorization']}".encode(), media="text/html"),
    ],
)
def test_a_server_that_echoes_the_key_does_not_spread_it(
    server: ModelServer, says: Echo, caplog: pytest.LogCaptureFixture
) -> None:
    server.says = says
    one = chat(server)
    found = repr(one)
    with caplog.at_level(logging.DEBUG):
        try:
            found += repr(one.ask(ASKED))
        except ModelError as error:
            found += repr(error) + repr(error.__cause__) + repr(error.__context__) + repr(vars(error))
    assert KEY not in found
    assert KEY not in caplog.text
